"""Claims about debts that no longer hold, never did, or hold only sometimes, found in any text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from assessment.law import passages
from assessment.rules.book import Confidence

Standing = Literal["repealed", "changed", "never", "unsure"]

_FILE = Path(__file__).parent / "claims.toml"
_AHEAD = 12
_BEFORE = re.compile(
    "(以为|并非|不是|不会|不能|不得|不构成|不再|不属于|不适用|没有|无需|不必|不等于|误认为|谣言|谣传|传言|所谓的?|不要相信|不要听信|"
    "(别|勿)信|谨防|警惕|误区.?|错误(的)?说法|不实(的)?说法|骗局|骗术|话术|套路|原来|以前|过去|曾经|曾|旧规定|当年|此前|是否|会不会)"
    "[^,、。;!?\n]{0,6}$"
)
_AFTER = re.compile(
    "其实|错误|是错的|误区|误解|谣言|谎|假的|骗局|骗人|是骗|不实|不对|不准确|过时|不成立|没有(法律)?(依据|根据)|废止|失效|不再|取代|"
    "不可信|别信|站不住|并非|不属实|不是真的|吗|并不|不等于|是两回事"
)
_INSIDE = re.compile(
    "不会|不能|不得|不可|不是|并非|不等于|不意味|不代表|不构成|不属于|不算|不影响|不因|没有|无权|不再|不必|不一定|并不|未必|无需|无须|不需要|不用|不属|是否|怎么"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: its short name, how it stands, what holds instead, where that stands and how sure it is."""

    id: str
    title: str
    standing: Standing
    holds: str
    source: str
    sure: Confidence


@dataclass(frozen=True, slots=True)
class Found:
    """A claim met in a text, at these places of the text as given."""

    start: int
    end: int
    quoted: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class _Watch:
    """How one claim is recognised: its patterns, what makes a sentence sound, whether the claim itself denies."""

    claim: Claim
    patterns: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None
    denies: bool


def every() -> tuple[Claim, ...]:
    """Every claim the catalogue knows."""
    return tuple(watch.claim for watch in _watches())


def find(text: str) -> tuple[Found, ...]:
    """The claims in a text, in its order, each claim once a sentence; a sentence that denies or corrects one is left.

    Raises TooLong above LONGEST characters. A text in which nothing is found is not thereby right.
    """
    plain, places = passages.plain(text)
    found = [each for watch in _watches() for each in _met(watch, plain, places, text)]
    return tuple(sorted(found, key=lambda each: (each.start, each.end, each.claim.id)))


def _met(watch: _Watch, plain: str, places: list[int], text: str) -> Iterator[Found]:
    seen: set[int] = set()
    for pattern in watch.patterns:
        for match in pattern.finditer(plain):
            start, end = passages.sentence(plain, match.start(), match.end())
            if match.start() == match.end() or start in seen or not _claimed(watch, plain, match, start, end):
                continue
            seen.add(start)
            first, last = places[match.start()], places[match.end() - 1] + 1
            yield Found(first, last, text[first:last], watch.claim)


def _claimed(watch: _Watch, plain: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether the sentence makes the claim rather than denying or correcting it."""
    if watch.unless and watch.unless.search(plain, start, end):
        return False
    if _BEFORE.search(plain[start : match.start()]) or _AFTER.search(
        plain[match.end() : min(end, match.end() + _AHEAD)]
    ):
        return False
    return watch.denies or not _INSIDE.search(match.group())


@cache
def _watches() -> tuple[_Watch, ...]:
    entries = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(_watch(name, entry) for name, entry in entries.items())


def _watch(name: str, entry: dict[str, Any]) -> _Watch:
    patterns = tuple(re.compile(each.replace("…", passages.GAP), re.IGNORECASE) for each in entry["patterns"])
    unless = "|".join(entry.get("unless", ()))
    claim = Claim(name, entry["title"], entry["standing"], entry["holds"], entry["source"], entry["sure"])
    return _Watch(claim, patterns, re.compile(unless) if unless else None, entry.get("denies", False))
