"""What each column of a header means: by its words, never by its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from assessment.intake.grid import Row
from assessment.intake.guidance import Guidance
from assessment.intake.header_words import ADDED, SYNONYMS, UNUSED, WEAKER, WIDER, Wider, side_names
from assessment.intake.reading import unit_hint
from assessment.layout import Column, Section, Sheet, normal, sheets
from assessment.report.english import translated

Sureness = Literal["chosen", "sure", "likely", "unsure", "unknown"]


@dataclass(frozen=True, slots=True)
class Match:
    """What a header cell was taken for, how surely, and what may be wrong with it."""

    column: Column
    sure: Sureness
    wider: Wider | None = None


Matches = Mapping[int, Match]


def matched(sheet: Sheet, row: Row, guidance: Guidance) -> Matches:
    """Columns by place: those a person named, exact titles, then synonyms, then wider and near words; no field twice.

    Titles are ours in Chinese or in English.

    Only amounts that add up, such as 罚息 beside 违约金, may stand in several columns.
    """
    forms = {place: forms_of(cell.value) for place, cell in row.items()}
    money = frozenset(place for place, cell in row.items() if unit_hint(cell.value) in _MONEY)
    made: dict[int, Match] = {}
    for place in _chosen(sheet, forms, guidance, made):
        del forms[place]
    for which in (0, -1):
        words = {place: said[which] for place, said in forms.items()}
        for tier in (*_ours_in_english(sheet, words), *_tiers(sheet), _in_english(sheet, "likely")):
            _by_exact_words(sheet, words, tier, made, money)
    _by_near_words(sheet, forms, made)
    return dict(sorted(made.items()))


def _chosen(sheet: Sheet, forms: Mapping[int, list[str]], guidance: Guidance, made: dict[int, Match]) -> list[int]:
    """The places a person decided about; those to be read are added to `made`."""
    decided = {
        place: (sheet.section, words[0])
        for place, words in forms.items()
        if (sheet.section, words[0]) in guidance.columns
    }
    by_field = {column.field: column for column in (*sheet.columns, *side_names(sheet.section).values())}
    for place, key in decided.items():
        column = by_field.get(guidance.columns[key])
        if column is not None and _free(sheet, column, made):
            made[place] = Match(column, "chosen")
    return list(decided)


def _free(sheet: Sheet, column: Column, made: Mapping[int, Match]) -> bool:
    return (sheet.section, column.field) in ADDED or all(match.column is not column for match in made.values())


Tier = Mapping[str, Match]


_MONEY = frozenset({"元", "万元", "千元", "百元", "亿元", "万", "千", "角"})


def _by_exact_words(
    sheet: Sheet, words: Mapping[int, str], tier: Tier, made: dict[int, Match], money: frozenset[int]
) -> None:
    """Earlier names of a field go before later ones, so that 平台 is the name where 项目 stands beside it.

    A header with a unit of money, as 收入（元）, never holds names.
    """
    places: dict[str, list[int]] = {}
    for place, word in words.items():
        places.setdefault(word, []).append(place)
    for word in (name for name in tier if name in places):
        for place in places[word]:
            named = tier[word].column.kind == "text" and place in money
            if place not in made and not named and _free(sheet, tier[word].column, made):
                made[place] = tier[word]


@cache
def _tiers(sheet: Sheet) -> tuple[Tier, ...]:
    section = sheet.section
    return (
        {normal(column.title): Match(column, "sure") for column in sheet.columns},
        {word: Match(column, "likely") for column, word in _named(sheet, SYNONYMS)},
        *({word: Match(column, "likely") for column, word in _named(sheet, words)} for words in WEAKER),
        {word: Match(column, "likely") for word, column in side_names(section).items()},
        *_wider(sheet),
    )


@cache
def _in_english(sheet: Sheet, sure: Sureness) -> Tier:
    """Our own titles in English."""
    return {normal(translated(column.title)): Match(column, sure) for column in sheet.columns}


def _ours_in_english(sheet: Sheet, words: Mapping[int, str]) -> tuple[Tier, ...]:
    """They are surely ours where most of them stand side by side; Name and Amount alone are anybody's words."""
    titles = _in_english(sheet, "sure")
    held = titles.keys() & set(words.values())
    return (titles,) if _OF_EVERY_THREE * len(titles) <= 3 * len(held) else ()


_OF_EVERY_THREE = 2


def _named(sheet: Sheet, words: Mapping[tuple[Section, str], str]) -> Iterator[tuple[Column, str]]:
    for column in sheet.columns:
        for word in words.get((sheet.section, column.field), "").split():
            yield column, normal(word)


def _wider(sheet: Sheet) -> Iterator[Tier]:
    by_field = {column.field: column for column in sheet.columns}
    for wider in WIDER:
        if wider.section == sheet.section:
            yield {normal(word): Match(by_field[wider.field], "unsure", wider) for word in wider.names.split()}


_TURNS_IT_ROUND = re.compile(
    "已|不|未|可用|历史|预计|计划|目标|原|新|账户|比例|占比|总利息|最高|最低|平均|减免|优惠|每|电话|最近|最后|上次|本金|利息|费|人$|必要|类型|min"
)
_SHORTEST_PART = 2


def _by_near_words(sheet: Sheet, forms: Mapping[int, list[str]], made: dict[int, Match]) -> None:
    """A header that holds a known word and little else: 目前剩余本金. Asked about, since more words may mean more."""
    for place, words in forms.items():
        if place in made or is_unused(sheet.section, words[0]):
            continue
        column = _near(sheet, words[0])
        if column is not None and _free(sheet, column, made):
            made[place] = Match(column, "unsure")


@cache
def _near(sheet: Sheet, word: str) -> Column | None:
    known = {name: match.column for tier in _tiers(sheet) for name, match in tier.items() if match.wider is None}
    held = [name for name in known if name in word and len(name) >= _SHORTEST_PART and 2 * len(name) >= len(word)]
    longest = max(held, key=len, default="")
    if not longest or _TURNS_IT_ROUND.search(word.replace(longest, "", 1)):
        return None
    return known[longest]


def is_unused(section: Section, header: str) -> bool:
    """Whether a header is known and simply not needed."""
    return any(word in _unused(section) for word in forms_of(header))


@cache
def _unused(section: Section) -> frozenset[str]:
    return frozenset(normal(word) for word in UNUSED[section].split())


_UNIT_BEHIND = re.compile(r"(?<=..)(?:[/-]?(?:万元|千元|元|万|%|‰|天|期|个月|日|号)|/[年月季周])$")


def forms_of(header: str) -> list[str]:
    """A header's plain word, and the same without a unit behind it."""
    word = normal(header)
    bare = _UNIT_BEHIND.sub("", word)
    return [word] if bare == word else [word, bare]


@cache
def every_name() -> frozenset[str]:
    return frozenset(
        name for sheet in sheets() for tier in (*_tiers(sheet), _in_english(sheet, "likely")) for name in tier
    )
