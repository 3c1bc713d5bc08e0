"""Whether an evidence file is what it was when it was written: each member, the log's chain, and the files it refers to."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from assessment.evidence import steady
from assessment.evidence.chain import START, links, readable
from assessment.evidence.container import NotEvidence, members
from assessment.evidence.manifest import LOG, NAME, Manifest, Reference
from assessment.evidence.references import of_path
from assessment.text import Text

_FOREIGN = Text("里面没有清单（manifest.json），不是本软件写的证据包，或者清单被删掉了。")
_SPOILT = Text("清单（manifest.json）改动过，已经读不出来，里面的文件没法逐个核对。")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found: every change in a sentence, none where nothing was changed.

    `links` are the log's links as they should be, worked out from its entries.
    """

    changes: tuple[Text, ...]
    fingerprint: str
    manifest: Manifest | None
    links: tuple[str, ...] = ()

    @property
    def intact(self) -> bool:
        return not self.changes


def verify(data: bytes) -> Verdict:
    """An evidence file against its own manifest and, byte for byte, against what this program writes.

    Raises NotEvidence where it is no such file or must not be opened.
    """
    found = members(data)
    fingerprint = sha256(data).hexdigest()
    if NAME not in found:
        raise NotEvidence(_FOREIGN)
    manifest = _manifest(found[NAME])
    if manifest is None:
        return Verdict((_SPOILT,), fingerprint, None)
    log = _log(found.get(LOG))
    changes = tuple(_changes(found, manifest, log)) or tuple(_shell(data, found, manifest))
    return Verdict(changes, fingerprint, manifest, tuple(line.link for line in log or ()))


def _manifest(content: bytes | None) -> Manifest | None:
    try:
        return Manifest.model_validate_json(content or b"")
    except ValidationError:
        return None


def _changes(found: Mapping[str, bytes | None], manifest: Manifest, log: _Log | None) -> Iterator[Text]:
    if not manifest.whole:
        yield Text("清单（manifest.json）本身改动过。")
    listed = {each.name: each for each in manifest.members}
    for name, each in listed.items():
        if name not in found:
            yield Text("少了“{name}”。", name=name)
        elif (content := found[name]) is None or sha256(content).hexdigest() != each.sha256:
            yield Text("“{name}”改动过。", name=name)
    for name in found:
        if name not in listed and name != NAME:
            yield Text("多了“{name}”，清单里没有。", name=name)
    if LOG in found:
        yield from _chain(manifest, log)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the log as it lies in the file: its number, the link written beside it, and the link that belongs to it."""

    number: str
    written: str
    link: str


_Log = Sequence[_Line]


def _log(content: bytes | None) -> _Log | None:
    """The log's lines; None where it cannot be read."""
    try:
        told = [(dict(each["entry"]), str(each["link"])) for each in json.loads(content or b"")]
        worked_out = links(entry for entry, _written in told)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return [
        _Line(str(entry.get("record", ""))[:20], written, each.link)
        for (entry, written), each in zip(told, worked_out, strict=True)
    ]


def _chain(manifest: Manifest, log: _Log | None) -> Iterator[Text]:
    if log is None:
        yield Text("“{name}”已经读不出来。", name=LOG)
        return
    broken = next((line for line in log if line.written != line.link), None)
    head = log[-1].link if log else START
    if broken is not None:
        yield Text("从记录 {number} 起，链对不上：这一条或它前面的被改过、删过、换过位置。", number=broken.number)
    elif len(log) != manifest.entries:
        yield Text("清单上写 {listed} 条往来记录，包里有 {there} 条。", listed=manifest.entries, there=len(log))
    elif head != manifest.head:
        yield Text("往来记录的最后一环和清单对不上。")


def _shell(data: bytes, found: Mapping[str, bytes | None], manifest: Manifest) -> Iterator[Text]:
    """Whether the file is byte for byte what is written from its members."""
    again = {each.name: found[each.name] or b"" for each in manifest.members}
    plain = found[NAME] or b""
    if steady.zipped({**again, NAME: plain}, manifest.made_on) != data:
        yield Text("里面的文件都没有变，但压缩包不是写出时的那个：重新打过包，或者外壳改动过。")
    elif plain != readable(manifest.model_dump(mode="json")):
        yield Text("清单（manifest.json）本身改动过。")


def grown(earlier: Verdict, later: Verdict) -> bool:
    """Whether the later log only goes on from the earlier one: nothing before was changed."""
    return later.links[: len(earlier.links)] == earlier.links


@dataclass(frozen=True, slots=True)
class Compared:
    """A file referred to, and whether it lies in the folder as it was: "same", "changed" or "missing"."""

    reference: Reference
    standing: str


def compared(manifest: Manifest, folder: Path) -> tuple[Compared, ...]:
    """Every file referred to against a folder: by its content, whatever it is called now; by its name where it was changed."""
    there = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    sizes = {each.size for each in manifest.files}
    prints = {of_path(path).sha256 for path in there if path.stat().st_size in sizes}
    names = {path.name for path in there}
    return tuple(
        Compared(each, "same" if each.sha256 in prints else "changed" if each.name in names else "missing")
        for each in manifest.files
    )
