"""The household workbook's sheets: which column holds which field. Writing and reading share it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from assessment.case import Asset, Assumptions, Case, Debt, Expense, Household, Income, Rate, words
from assessment.text import label

Kind = Literal["text", "money", "number", "share", "whole", "date", "rate", "history", "yes_no", "choice"]
Section = Literal["assets", "incomes", "expenses", "debts"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet, or one row of the household sheet."""

    field: str
    title: str
    unit: str
    kind: Kind
    why: str
    words: Mapping[Any, str] | None
    synonyms: tuple[str, ...] = ()

    @property
    def header(self) -> str:
        return f"{self.title}（{self.unit}）" if self.unit else self.title


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet that lists entries of a section."""

    title: str
    section: Section
    model: type[BaseModel]
    columns: tuple[Column, ...]


GUIDE = "说明"
HOUSEHOLD = "家庭"
COMPUTED = (label("一共欠"), label("折合每月"))
"""Columns the workbook computes itself; a reader passes over them."""

_WORDS: dict[tuple[type[BaseModel], str], Mapping[Any, str]] = {
    (Household, "region"): words.REGION,
    (Asset, "kind"): words.ASSET_KIND,
    (Income, "kind"): words.INCOME_KIND,
    (Expense, "category"): words.EXPENSE_CATEGORY,
    (Debt, "lender"): words.LENDER,
    (Debt, "method"): words.METHOD,
    (Debt, "security"): words.SECURITY,
    (Debt, "collection"): words.COLLECTION,
    (Debt, "court"): words.COURT,
}
_ANYWHERE: dict[str, Mapping[Any, str]] = {"period": words.PERIOD, "grade": words.GRADE}

_SYNONYMS: dict[tuple[type[BaseModel], str], tuple[str, ...]] = {
    (Debt, "name"): ("平台", "平台名称", "借款平台", "债权人", "债权方", "债主", "贷款机构", "出借机构", "出借人", "放款机构", "机构", "银行", "发卡行", "欠款平台", "名称", "债权人/平台", "贷款平台", "网贷名称", "creditor", "lender", "platform", "name"),
    (Debt, "product"): ("产品", "产品名称", "债务类型", "贷款类型", "业务种类", "借款类型", "product", "type"),
    (Debt, "contract_date"): ("借款日", "放款日期", "放款日", "发放日期", "开立日期", "下款日", "合同日期", "start date"),
    (Debt, "original"): ("借款本金", "借款金额", "贷款金额", "贷款本金", "总借款金额", "放款金额", "合同金额", "借款总额", "初始本金", "original amount", "loan amount"),
    (Debt, "principal"): ("待还本金", "未还本金", "总待还本金", "剩余未还", "余额", "本金余额", "贷款余额", "欠款本金", "剩余金额", "当前余额", "欠款", "欠款金额", "balance", "outstanding principal"),
    (Debt, "interest"): ("利息", "欠息", "应还利息", "待还利息", "逾期利息", "interest"),
    (Debt, "penalty"): ("罚息", "违约金", "滞纳金", "逾期费", "penalty", "late fee"),
    (Debt, "fees"): ("费用", "手续费", "服务费", "担保费", "其他费用", "fees"),
    (Debt, "rate"): ("利率", "年利率", "年化", "年化利率", "日利率", "月利率", "日息", "月息", "综合年化", "apr", "annual rate", "interest rate"),
    (Debt, "instalments_left"): ("剩余期数", "剩余还款期数", "未还期数", "还剩期数", "remaining"),
    (Debt, "instalment"): ("月供", "每月还款", "每月还款额", "月还款", "月还", "期供", "本期应还", "本月应还款", "每月应还", "monthly payment", "instalment", "emi"),
    (Debt, "due_day"): ("还款日", "还款日期", "每月还款日", "应还款日", "due day"),
    (Debt, "days_overdue"): ("已逾期", "逾期时间", "逾期时长", "逾期多久", "days overdue", "dpd"),
    (Debt, "overdue_amount"): ("逾期总额", "逾期应还", "当前逾期总额", "拖欠金额", "overdue amount"),
    (Debt, "note"): ("说明", "note"),
    (Asset, "name"): ("资产", "资产名称", "项目"),
    (Asset, "value"): ("价值", "市值", "金额", "估值", "余额"),
    (Asset, "loan"): ("贷款", "未还贷款"),
    (Income, "name"): ("收入", "收入来源", "项目", "来源"),
    (Income, "amount"): ("金额", "收入金额", "月收入", "税后收入", "到手"),
    (Income, "period"): ("周期", "频率"),
    (Expense, "name"): ("支出", "支出项目", "项目", "用途"),
    (Expense, "amount"): ("支出金额", "费用", "花费"),
    (Expense, "period"): ("周期", "频率"),
}  # fmt: skip


@cache
def sheets() -> tuple[Sheet, ...]:
    """The sheets that list entries, in their order."""
    listed: tuple[tuple[str, Section, type[BaseModel]], ...] = (
        ("资产", "assets", Asset), ("收入", "incomes", Income), ("支出", "expenses", Expense), ("债务", "debts", Debt),
    )  # fmt: skip
    return tuple(Sheet(title, section, model, columns(model)) for title, section, model in listed)


@cache
def columns(model: type[BaseModel]) -> tuple[Column, ...]:
    """A model's fields as columns."""
    return tuple(_column(model, name, info) for name, info in model.model_fields.items())


def _column(model: type[BaseModel], name: str, info: FieldInfo) -> Column:
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    unit = str(extra.get("unit", ""))
    known = _WORDS.get((model, name)) or _ANYWHERE.get(name)
    return Column(
        name,
        info.title or name,
        unit,
        _kind(info, unit),
        info.description or "",
        known,
        _SYNONYMS.get((model, name), ()),
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
        return "history"
    simple: dict[Any, Kind] = {bool: "yes_no", int: "whole", str: "text", Rate: "rate"}
    return simple.get(inner, "date")


HOUSEHOLD_PARTS: tuple[tuple[str, type[BaseModel]], ...] = (("household", Household), ("assumptions", Assumptions))


def part(case: Case, name: str) -> BaseModel:
    """The household or the assumptions of a case."""
    return case.household if name == "household" else case.assumptions


def normal(header: str) -> str:
    """A header without blanks, brackets and case, so that near forms meet."""
    plain = unicodedata.normalize("NFKC", header).lower()
    return re.sub(r"\([^)]*\)|\[[^\]]*\]|[\s:*：]", "", plain)


def unit_hint(header: str) -> str:
    """What a header says in brackets, such as 万元 or %."""
    found = re.search(r"\(([^)]*)\)", unicodedata.normalize("NFKC", header))
    return found[1].strip() if found else ""
