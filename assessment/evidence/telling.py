"""What the verification of an evidence file says, sentence by sentence, and how it ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assessment.evidence.container import MOST_BYTES, NotEvidence
from assessment.evidence.verify import Compared, Verdict, compared, grown, verify
from assessment.text import Text

INTACT, CHANGED, FOREIGN = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Told:
    """The sentences in order, and the exit code."""

    sentences: tuple[Text, ...]
    code: int


def tell(file: Path, folder: Path | None = None, since: Path | None = None, fingerprint: str = "") -> Told:
    """A file verified by itself, against a folder of the files it refers to, an earlier file, and a fingerprint noted down."""
    try:
        verdict = verify(_bytes(file))
        earlier = verify(_bytes(since)) if since else None
        beside = _beside(verdict, folder)
    except NotEvidence as refused:
        return Told((refused.what,), FOREIGN)
    except OSError as error:
        return Told((Text("“{file}”找不到，或者打不开。", file=str(error.filename or file)),), FOREIGN)
    wrong = [*verdict.changes, *_against(verdict, earlier, fingerprint)]
    wrong += [_said(each) for each in beside if each.standing != "same"]
    sentences = (*_facts(verdict, beside), *wrong, *((_FINE, _MEANS) if not wrong else (_NOT_FINE,)))
    return Told(sentences, CHANGED if wrong else INTACT)


_FINE = Text("没有发现改动：和写出时一个字节都不差。")
_MEANS = Text("这只说明写出以后没改过。写出的时间是当时那台电脑的钟，没有第三方证明。")
_NOT_FINE = Text("有对不上的地方，见上面。")


def _bytes(file: Path) -> bytes:
    """So much of a file that one too large is known as such, and no more."""
    with file.open("rb") as opened:
        return opened.read(MOST_BYTES + 1)


def _beside(verdict: Verdict, folder: Path | None) -> tuple[Compared, ...]:
    if folder is None or verdict.manifest is None:
        return ()
    if not folder.is_dir():
        raise NotEvidence(Text("没有这个文件夹：{name}", name=str(folder)))
    return compared(verdict.manifest, folder)


def _facts(verdict: Verdict, beside: tuple[Compared, ...]) -> Iterator[Text]:
    yield Text("这个文件的指纹（SHA-256）：{fingerprint}", fingerprint=verdict.fingerprint)
    manifest = verdict.manifest
    if manifest is not None:
        yield Text(
            "写出的日子：{day}。往来记录 {entries} 条，引用文件 {files} 个。",
            day=manifest.made_on, entries=manifest.entries, files=len(manifest.files),
        )  # fmt: skip
    if beside:
        same = sum(each.standing == "same" for each in beside)
        yield Text("引用的文件里，{same} 个和当初一样，一共 {count} 个。", same=same, count=len(beside))


def _against(verdict: Verdict, earlier: Verdict | None, fingerprint: str) -> Iterator[Text]:
    if fingerprint and fingerprint.strip().lower() != verdict.fingerprint:
        yield Text("指纹和您给的不一样：这不是当初那一份。")
    if earlier is None:
        return
    if not earlier.intact:
        yield Text("更早的那一份自己就改动过，拿它来比没有用。")
    elif not grown(earlier, verdict):
        yield Text("和更早的那一份比，前面的记录被改过、删过或换过位置。")


def _said(each: Compared) -> Text:
    name, where = each.reference.name, each.reference.entry
    if each.standing == "changed":
        return Text("“{name}”（{where}）还在，但内容和当初不一样。", name=name, where=where)
    return Text("没有找到“{name}”（{where}）。", name=name, where=where)
