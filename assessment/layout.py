"""The household workbook's sheets: which column holds which field. Writing and reading share it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from assessment.case import (
    Agreement,
    Asset,
    Assumptions,
    Case,
    Debt,
    Due,
    Event,
    Expense,
    Futures,
    Household,
    Income,
    Proof,
    Rate,
    Windfall,
    words,
)
from assessment.text import label

Kind = Literal[
    "text", "money", "number", "share", "whole", "date", "rate", "history", "files", "dues", "yes_no", "choice"
]
Section = Literal["assets", "incomes", "expenses", "debts", "events", "windfalls", "agreements"]
Words = Mapping[Any, str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet, or one row of the household sheet. `words` are the choices."""

    field: str
    title: str
    unit: str
    kind: Kind
    why: str
    words: Words | None = None

    @property
    def header(self) -> str:
        """The title with its unit beneath."""
        return with_unit(self.title, self.unit)


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One of the sheets that list entries of a section; `example` is the row that shows how to fill it, in Chinese."""

    title: str
    section: Section
    model: type[BaseModel]
    columns: tuple[Column, ...]
    example: BaseModel

    def example_in(self, say: Callable[[str], str]) -> BaseModel:
        """The same row with its words in another language."""
        told = {column.field: getattr(self.example, column.field) for column in self.columns if column.kind == "text"}
        return self.example.model_copy(update={name: say(word) for name, word in told.items() if word})


GUIDE = label("说明")
GUIDE_TITLE = label("还得起：家庭收支与债务表")
"""What the guide begins with."""
HOUSEHOLD = label("家庭")
HOUSEHOLD_HEADER = (label("项目"), label("填这里"), label("单位"), label("为什么要填"))
NUMBER = label("序号")
"""The first column: a number before every entry that was written, `EXAMPLE` before the example, else nothing."""
EXAMPLE = label("示例")
OWED = label("一共欠")
MONTHLY = label("折合每月")
COMPUTED = (OWED, MONTHLY)
"""Columns the workbook computes itself; a reader passes over them."""
TOTAL = label("合计")

_WORDS: dict[tuple[type[BaseModel], str], Words] = {
    (Household, "region"): words.REGION,
    (Asset, "kind"): words.ASSET_KIND,
    (Income, "kind"): words.INCOME_KIND,
    (Expense, "category"): words.EXPENSE_CATEGORY,
    (Debt, "lender"): words.LENDER,
    (Debt, "method"): words.METHOD,
    (Debt, "security"): words.SECURITY,
    (Debt, "collection"): words.COLLECTION,
    (Debt, "court"): words.COURT,
    (Event, "kind"): words.EVENT_KIND,
    (Agreement, "if_late"): words.IF_LATE,
    (Agreement, "reporting"): words.REPORTING,
}
_ANYWHERE: dict[str, Words] = {"period": words.PERIOD, "grade": words.GRADE}
_LISTED: tuple[tuple[str, Section, type[BaseModel]], ...] = (
    (label("资产"), "assets", Asset),
    (label("收入"), "incomes", Income),
    (label("支出"), "expenses", Expense),
    (label("债务"), "debts", Debt),
    (label("往来记录"), "events", Event),
    (label("一次性的钱"), "windfalls", Windfall),
    (label("谈成的协议"), "agreements", Agreement),
)
_EXAMPLES: dict[Section, BaseModel] = {
    "assets": Asset(name=label("示例：银行存款"), kind="cash", value=Decimal(8000)),
    "incomes": Income(name=label("示例：工资"), kind="steady", amount=Decimal(6500), period="month"),
    "expenses": Expense(name=label("示例：房租"), category="rent", amount=Decimal(1500), period="month"),
    "debts": Debt(
        name=label("示例：京东金条"),
        lender="microloan",
        contract_date=date(2026, 1, 8),
        original=Decimal(12000),
        principal=Decimal(8000),
        interest=Decimal(124),
        penalty=Decimal(9),
        rate=Rate(value=Decimal("0.0005"), per="day"),
        method="equal_principal",
        instalments_left=8,
        due_day=8,
        days_overdue=12,
    ),
    "events": Event(
        name=label("示例：京东金条"),
        day=date(2026, 11, 20),
        time="20:15",
        kind="call",
        who=label("自称客服"),
        words=label("问什么时候能还"),
        staff="1024",
    ),
    "windfalls": Windfall(name=label("示例：年终奖"), day=date(2027, 2, 1), amount=Decimal(5000)),
    "agreements": Agreement(
        name=label("示例：京东金条"),
        day=date(2026, 11, 23),
        dues=(Due(day=date(2026, 12, 8), amount=Decimal(820)), Due(day=date(2027, 1, 8), amount=Decimal(820))),
        written=True,
    ),
}
LATER: Mapping[Section, frozenset[str]] = {"events": frozenset({"number", "staff", "promise", "proofs"})}
"""Columns that a workbook written before they were added does not have; it is our own all the same."""


@cache
def sheets() -> tuple[Sheet, ...]:
    """The sheets that list entries, in their order."""
    return tuple(Sheet(title, section, model, columns(model), _EXAMPLES[section]) for title, section, model in _LISTED)


@cache
def columns(model: type[BaseModel]) -> tuple[Column, ...]:
    """A model's fields as columns."""
    return tuple(_column(model, name, info) for name, info in model.model_fields.items())


def _column(model: type[BaseModel], name: str, info: FieldInfo) -> Column:
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    unit = str(extra.get("unit", ""))
    at = (model, name)
    return Column(
        field=name,
        title=info.title or name,
        unit=unit,
        kind=_kind(info, unit),
        why=info.description or "",
        words=_WORDS.get(at) or _ANYWHERE.get(name),
    )


def inner_type(annotation: Any) -> Any:
    """A field's own type, without None beside it and limits around it."""
    kinds = [kind for kind in get_args(annotation) if kind is not type(None)]
    inner = kinds[0] if type(None) in get_args(annotation) else annotation
    return get_args(inner)[0] if get_origin(inner) is Annotated else inner


def _kind(info: FieldInfo, unit: str) -> Kind:
    inner = inner_type(info.annotation)
    if inner is Decimal:
        return "money" if unit.startswith("元") else ("number" if unit else "share")
    if get_origin(inner) is Literal:
        return "choice"
    if get_origin(inner) is tuple:
        return _LISTS.get(get_args(inner)[0], "history")
    simple: dict[Any, Kind] = {bool: "yes_no", int: "whole", str: "text", Rate: "rate"}
    return simple.get(inner, "date")


_LISTS: Mapping[Any, Kind] = {Proof: "files", Due: "dues"}


_WITH_UNIT = label("{title}\n（{unit}）")


def with_unit(title: str, unit: str, say: Callable[[str], str] = str) -> str:
    """A header: the title, and the unit in brackets on the next line."""
    return say(_WITH_UNIT).format(title=title, unit=unit) if unit else title


HOUSEHOLD_PARTS: tuple[tuple[str, type[BaseModel]], ...] = (
    ("household", Household),
    ("assumptions", Assumptions),
    ("futures", Futures),
)


def part(case: Case, name: str) -> BaseModel:
    """The household, the assumptions or the futures of a case."""
    found: BaseModel = getattr(case, name)
    return found


def normal(header: str) -> str:
    """A header without blanks, brackets, stars and case, so that near forms meet."""
    plain = unicodedata.normalize("NFKC", header[:_LONGEST_HEADER]).translate(_UNSEEN).lower()
    return re.sub(r"\([^)]*\)|\[[^\]]*\]|[\s:*_]", "", plain)


_LONGEST_HEADER = 200
_UNSEEN = str.maketrans(dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff"))
