"""The months of repayment a detailed report tells of an account, as one sign each."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TITLE = re.compile(
    r"(\d{4})\s*[年.]\s*(\d{1,2})\s*月?\s*[-至到]+\s*(\d{4})\s*[年.]\s*(\d{1,2})\s*月?\s*的?\s*还\s*款\s*记\s*录"
)
_DAYS = {"1": 1, "2": 31, "3": 61, "4": 91, "5": 121, "6": 151, "7": 181}
"""The fewest days overdue each sign means. Source: 二代征信报告, 还款状态说明."""
_SIGNS = frozenset("/*N1234567CDZGBM#")
_BAD = frozenset("BDZ")
_OVER_NINETY = frozenset("4567B")
_NOT_TOLD = frozenset("/#")
_MOST_MONTHS = 60
_SUM = re.compile(r"[0-9][0-9,]*(?:\.\d{1,2})?|-{1,3}")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_HEADER = [str(month) for month in range(1, 13)]


@dataclass(frozen=True, slots=True)
class Months:
    """The signs of the last five years, oldest first."""

    signs: str

    @property
    def late(self) -> int:
        """How many months were overdue."""
        return sum(sign in _DAYS for sign in self.signs)

    @property
    def over_ninety(self) -> bool:
        return any(sign in _OVER_NINETY for sign in self.signs)

    @property
    def days(self) -> int:
        """The fewest days overdue the last month means."""
        told = [sign for sign in self.signs if sign not in _NOT_TOLD]
        return _DAYS.get(told[-1], 0) if told else 0

    @property
    def bad(self) -> bool:
        """Whether it ended in a loss, a guarantor's payment or something given in its stead."""
        return bool(self.signs) and self.signs[-1] in _BAD


def months_in(text: str) -> Months | None:
    """The signs below the range of months an account's text names; None where it names none."""
    found = _TITLE.search(text)
    if not found:
        return None
    first, last = (int(found[1]), int(found[2])), (int(found[3]), int(found[4]))
    tokens = text[found.end() :].split()
    if tokens[: len(_HEADER)] == _HEADER:
        tokens = tokens[len(_HEADER) :]
    by_year: dict[int, str] = {}
    place = 0
    while place < len(tokens) and _YEAR.fullmatch(tokens[place]) and first[0] <= int(tokens[place]) <= last[0]:
        year = int(tokens[place])
        signs = _signs(tokens[place + 1 :], _held(year, first, last))
        by_year[year] = signs
        place += 1 + len(signs)
        place += _sums(tokens[place:], len(signs))
    signs = "".join(by_year[year] for year in sorted(by_year))[-_MOST_MONTHS:]
    return Months(signs) if signs else None


def _held(year: int, first: tuple[int, int], last: tuple[int, int]) -> int:
    """How many months of that year the range holds."""
    begins = first[1] if year == first[0] else 1
    ends = last[1] if year == last[0] else 12
    return max(0, min(12, ends - begins + 1))


def _signs(tokens: list[str], most: int) -> str:
    signs = ""
    for token in tokens[:most]:
        if token not in _SIGNS:
            break
        signs += token
    return signs


def _sums(tokens: list[str], most: int) -> int:
    """How many of the next tokens are the sums below the signs: no year is one."""
    count = 0
    while count < min(most, len(tokens)) and _SUM.fullmatch(tokens[count]):
        count += 1
    return count
