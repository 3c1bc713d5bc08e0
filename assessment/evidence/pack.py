"""The evidence file as bytes; the same case, day and language give the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from assessment._assess import Assessment
from assessment.case import Case
from assessment.evidence import book, steady
from assessment.evidence.chain import START, Link, links, readable
from assessment.evidence.gathered import Gathered, gathered
from assessment.evidence.manifest import LOG, NAME, Manifest, Reference, member
from assessment.evidence.timeline import BOOK, MEANING, TIMELINE, timeline
from assessment.report import word
from assessment.report.chinese import chinese
from assessment.report.english import english
from assessment.text import Text

Say = Callable[[Text], str]


@dataclass(frozen=True, slots=True)
class Contents:
    """An evidence file: its bytes, their fingerprint, and what was gathered for it."""

    data: bytes
    found: Gathered

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the whole file, as any tool gives it."""
        return sha256(self.data).hexdigest()


def contents(case: Case, found: Assessment, say: Say, join: Callable[..., str], name: str = "") -> Contents:
    """Everything about one debt, or about all where no name is given, with the zip that holds it."""
    matter = gathered(case, found, name)
    return Contents(pack(matter, say, join), matter)


def pack(found: Gathered, say: Say, join: Callable[..., str]) -> bytes:
    """The zip: timeline, log as workbook and as data, what it all means, and the manifest over every member."""
    chained = links(_entries(found))
    members = {
        f"{say(TIMELINE)}.docx": steady.settled(word.write(timeline(found), say, join), found.as_of),
        f"{say(BOOK)}.xlsx": steady.settled(book.write(found, chained, say), found.as_of),
        LOG: readable([{"entry": each.entry, "link": each.link} for each in chained]),
        "说明 README.txt": "\n\n".join((*map(chinese, _about()), *map(english, _about()))).encode("utf-8-sig"),
    }
    manifest = Manifest(
        made_on=found.as_of,
        members=tuple(member(name, content) for name, content in members.items()),
        entries=len(chained),
        head=_head(chained),
        files=tuple(
            Reference(name=each.name, size=each.size, sha256=each.sha256, entry=say(where))
            for where, each in found.files
        ),
    ).sealed
    return steady.zipped({**members, NAME: readable(manifest.model_dump(mode="json"))}, found.as_of)


def _entries(found: Gathered) -> Iterator[dict[str, object]]:
    for number, event in found.lines:
        yield {"record": number, **event.model_dump(mode="json")}


def _head(chained: tuple[Link, ...]) -> str:
    return chained[-1].link if chained else START


def _about() -> Iterator[Text]:
    yield Text("证据包说明")
    yield Text(
        "{timeline}.docx：按时间排的往来。{book}.xlsx：逐条记录、文件清单、方案、约定与付款。往来记录.json 和 manifest.json：给核对程序用的。",
        timeline=TIMELINE,
        book=BOOK,
    )
    yield Text("录音、截图、凭证不在包里，只有名字、大小和指纹；文件留在本人手里，提交时一并带上。")
    yield Text(
        "怎样核对有没有改过：python -m assessment verify 证据包.zip。再核对录音、截图：加上 --files 存放它们的文件夹。要英文的回答：加上 --language en。"
    )
    yield from MEANING
