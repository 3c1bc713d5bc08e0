"""What an agreement says, touches or leaves out, and what in it should not be signed: patterns kept as data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from assessment.law import passages

Status = Literal["found", "missing", "unclear"]
Level = Literal["danger", "care"]
Whose = Literal["", "institution", "private"]
When = Literal["", "court", "waiver", "instalments"]

_HERE = Path(__file__).parent
_BORROWER = "乙方|借款人|债务人|持卡人|客户|本人"
_LENDER = "甲方|债权人|贷款人|出借人|出借方|我司|本公司"
_TURNED = re.compile(rf"甲方[^。乙]{{0,6}}({_BORROWER})".replace("乙方|", ""))
_LONGEST_LINE = 120
_NO_NAME = (
    "金融|金条|黄金|钱包|余额|余款|余下|常用|关联|任何|任一|任意|方式|方便|白条|陆金|马上|高级|程序|江苏|江西|"
    "于当日|于次日|于收到|于每|于签|于本|许可|施行|万元|何人|何处|万事|石家庄|连云港|武汉|温州|苏州|郑州|徐州|"
    "公司|银行|单位|平台|小贷|机构"
)
_TWIN = "欧阳|上官|司马|诸葛|司徒|夏侯|皇甫|令狐|慕容|尉迟|东方|南宫|公孙|宇文|长孙|端木|轩辕"
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任"
    "姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎贺赖龚樊兰殷施陶翟倪严牛俞章鲁葛韦毕聂焦柯祝梅霍"
    "阮骆柳欧闫邢岳莫庞詹华裴耿卜涂符辛冉左鲍瞿蒲蓝谷窦费邬苗甄褚娄卓刁"
)
_PERSON = (
    rf"(?:(?!{_NO_NAME})(?:(?:{_TWIN})[一-鿿]{{1,2}}|[{_SURNAMES}][一-鿿]{{1,2}}?)|[一-鿿]{{1,6}}[·•・][一-鿿]{{1,8}})"
)


@dataclass(frozen=True, slots=True)
class Point:
    """Something an agreement should say: its title, why, what to ask for, and the rules it rests on.

    `money` names the figure that settles it; `whose` and `when` say where it is asked at all.
    """

    id: str
    title: str
    why: str
    ask: str
    rules: tuple[str, ...]
    whose: Whose
    when: When
    money: str
    found: tuple[re.Pattern[str], ...]
    unclear: tuple[re.Pattern[str], ...]
    against: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Danger:
    """A clause to look at before signing: its title, what it means and what to ask for, how grave."""

    id: str
    title: str
    level: Level
    holds: str
    rules: tuple[str, ...]
    whose: Whose
    borrower: bool
    patterns: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Line:
    """A passage of the agreement as it was given."""

    start: int
    end: int
    words: str


class Paper:
    """An agreement's text, ready to be searched."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain, self._places = passages.plain(text)
        self._turned = bool(_TURNED.search(self.plain))

    def line(self, start: int, end: int) -> Line:
        """The sentence around a place in the plain text, shortened around the place where it is long."""
        first, last = passages.sentence(self.plain, start, end)
        if last - first > _LONGEST_LINE:
            first, last = max(first, start - _LONGEST_LINE // 2), min(last, end + _LONGEST_LINE // 2)
        while first < start and self.plain[first] in ",;:、":
            first += 1
        begin, stop = self._places[first], self._places[last - 1] + 1
        return Line(begin, stop, self.text[begin:stop].strip())

    def first(self, patterns: Iterable[re.Pattern[str]]) -> Line | None:
        """Where one of the patterns stands first."""
        found = [match.span() for pattern in patterns if (match := pattern.search(self.plain)) and match.group()]
        return self.line(*min(found)) if found else None

    def bound(self, start: int) -> str:
        """Who is named last before a place, in the same sentence: "borrower", "lender" or nobody."""
        first, _last = passages.sentence(self.plain, start, start)
        named = [
            (match.start(), who)
            for who, words in (("borrower", _BORROWER), ("lender", _LENDER))
            for match in re.finditer(words, self.plain[first : start + 1])
        ]
        who = max(named, default=(0, ""))[1]
        return {"borrower": "lender", "lender": "borrower"}.get(who, "") if self._turned else who


@cache
def points() -> tuple[Point, ...]:
    """Every point, in the order they are asked."""
    return tuple(_point(name, entry) for name, entry in _entries("points.toml").items())


@cache
def dangers() -> tuple[Danger, ...]:
    """Every clause to look at before signing."""
    return tuple(_danger(name, entry) for name, entry in _entries("dangers.toml").items())


def _entries(name: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))


def _point(name: str, entry: dict[str, Any]) -> Point:
    return Point(
        name, entry["title"], entry["why"], entry["ask"], tuple(entry["rules"]), entry.get("whose", ""), entry.get("when", ""),
        entry.get("money", ""), *(_compiled(entry.get(kind, ())) for kind in ("found", "unclear", "against")),
    )  # fmt: skip


def _danger(name: str, entry: dict[str, Any]) -> Danger:
    unless = _compiled(["|".join(f"(?:{each})" for each in entry["unless"])]) if entry["unless"] else (None,)
    return Danger(
        name, entry["title"], entry["level"], entry["holds"], tuple(entry["rules"]), entry.get("whose", ""),
        entry.get("party") == "borrower", _compiled(entry["patterns"]), unless[0],
    )  # fmt: skip


def _compiled(patterns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(each.replace("…", passages.GAP).replace("〈人名〉", _PERSON), re.IGNORECASE) for each in patterns
    )


def said(paper: Paper, point: Point) -> tuple[Status, Line | None]:
    """How a point stands by its words alone, and the line it rests on."""
    against = paper.first(point.against)
    found = paper.first(point.found)
    if against:
        return ("unclear" if found else "missing"), against
    if found:
        return "found", found
    touched = paper.first(point.unclear)
    return ("unclear", touched) if touched else ("missing", None)


def met(paper: Paper, danger: Danger) -> Iterator[Line]:
    """Every sentence in which a clause of this kind stands, once each."""
    seen: set[int] = set()
    for pattern in danger.patterns:
        for match in pattern.finditer(paper.plain):
            start, end = passages.sentence(paper.plain, match.start(), match.end())
            if start in seen or not match.group() or _sound(paper, danger, match.start(), start, end):
                continue
            seen.add(start)
            yield paper.line(*match.span())


def _sound(paper: Paper, danger: Danger, place: int, start: int, end: int) -> bool:
    if danger.unless and danger.unless.search(paper.plain, start, end):
        return True
    return danger.borrower and paper.bound(place) == "lender"
