"""The household workbook's sheets: which column holds which field. Writing and reading share it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from assessment.case import Asset, Assumptions, Case, Debt, Event, Expense, Household, Income, Rate, words
from assessment.text import label

Kind = Literal["text", "money", "number", "share", "whole", "date", "rate", "history", "yes_no", "choice"]
Section = Literal["assets", "incomes", "expenses", "debts", "events"]
Words = Mapping[Any, str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet, or one row of the household sheet.

    `words` are the choices; `synonyms` are other people's headers for the same thing, `wider` headers
    for something that may hold more than it.
    """

    field: str
    title: str
    unit: str
    kind: Kind
    why: str
    words: Words | None = None
    synonyms: tuple[str, ...] = ()
    wider: tuple[str, ...] = ()

    @property
    def header(self) -> str:
        """The title with its unit beneath."""
        return with_unit(self.title, self.unit)


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One of the five sheets that list entries of a section; `example` is the row that shows how to fill it."""

    title: str
    section: Section
    model: type[BaseModel]
    columns: tuple[Column, ...]
    example: BaseModel


GUIDE = label("说明")
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
}
_ANYWHERE: dict[str, Words] = {"period": words.PERIOD, "grade": words.GRADE}
_LISTED: tuple[tuple[str, Section, type[BaseModel]], ...] = (
    (label("资产"), "assets", Asset),
    (label("收入"), "incomes", Income),
    (label("支出"), "expenses", Expense),
    (label("债务"), "debts", Debt),
    (label("往来记录"), "events", Event),
)
_EXAMPLES: dict[Section, BaseModel] = {
    "assets": Asset(name="示例：银行存款", kind="cash", value=Decimal(8000)),
    "incomes": Income(name="示例：工资", kind="steady", amount=Decimal(6500), period="month"),
    "expenses": Expense(name="示例：房租", category="rent", amount=Decimal(1500), period="month"),
    "debts": Debt(
        name="示例：京东金条",
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
        name="示例：京东金条",
        day=date(2026, 11, 20),
        time="20:15",
        kind="call",
        who="工号 1024",
        words="问什么时候能还",
    ),
}

_SYNONYMS: dict[tuple[type[BaseModel], str], str] = {
    (Debt, "name"): (
        "平台 平台名称 借款平台 贷款平台 欠款平台 网贷名称 债权人 债权方 债权人/平台 债权人/贷款机构 债主 贷款机构 出借机构 出借人 "
        "放款机构 放款方 资金方 机构 银行 发卡行 管理机构 授信机构 欠谁 名称 项目 还款项名称 账户名称 "
        "creditor lender bank platform name"
    ),
    (Debt, "product"): "产品 产品名称 债务类型 贷款类型 业务种类 借款类型 种类 类别 product type",
    (Debt, "contract_date"): "借款日 借款时间 放款日期 放款日 放款时间 发放日期 开立日期 下款日 合同日期 startdate",
    (Debt, "original"): (
        "借款本金 借款金额 贷款金额 贷款本金 总借款金额 放款金额 发放金额 合同金额 借款总额 初始本金 下款金额 "
        "originalamount loanamount"
    ),
    (Debt, "principal"): (
        "待还本金 未还本金 总待还本金 剩余未还 余额 本金余额 贷款余额 欠款本金 剩余金额 当前余额 balance outstandingprincipal"
    ),
    (Debt, "interest"): "利息 欠息 应还利息 待还利息 逾期利息 interest",
    (Debt, "penalty"): "罚息 违约金 滞纳金 逾期费 penalty latefee",
    (Debt, "fees"): "费用 手续费 服务费 担保费 其他费用 fees",
    (Debt, "received"): "到手金额 实际到手金额 到账金额 实际到账",
    (Debt, "instalments"): "总期数 期数 分期数 借款期数 贷款期数 term",
    (Debt, "rate"): (
        "利率 年利率 年化 年化利率 综合年化 年息 apr annualrate interestrate 月利率 月息 monthlyrate "
        "日利率 日息 日费率 dailyrate"
    ),
    (Debt, "instalments_left"): "剩余期数 剩余还款期数 未还期数 还剩期数 remaining",
    (Debt, "instalment"): (
        "月供 每月还款 每月还款额 月还款 月还 每期应还 期供 本期应还 本月应还款 月偿还额 每月应还 monthlypayment instalment emi"
    ),
    (Debt, "due_day"): "还款日 还款日期 每月还款日 最后还款日 到期还款日 应还款日 下次还款日 duedate dueday",
    (Debt, "days_overdue"): (
        "已逾期 逾期时间 逾期时长 逾期多久 逾期阶段 账龄 daysoverdue dpd 逾期期数 当前逾期期数 逾期状态 是否逾期 逾期情况 还款状态 当前状态 "
        "账户状态 状态 status"
    ),
    (Debt, "overdue_amount"): "逾期总额 逾期应还 当前逾期总额 拖欠金额 overdueamount",
    (Debt, "note"): "说明 备注说明 note",
    (Asset, "name"): "资产 资产名称 项目",
    (Asset, "kind"): "种类 资产类别",
    (Asset, "value"): "价值 市值 金额 估值 余额",
    (Asset, "loan"): "贷款 未还贷款",
    (Income, "name"): "收入 收入来源 收入项目 项目 来源",
    (Income, "amount"): "金额 收入金额 月收入 税后收入 到手",
    (Income, "period"): "周期 频率",
    (Expense, "name"): "支出 支出项目 项目 用途",
    (Expense, "category"): "种类 支出类别",
    (Expense, "amount"): "支出金额 费用 花费",
    (Expense, "period"): "周期 频率",
    (Event, "name"): "债务 平台",
    (Event, "day"): "日子 发生日期",
    (Event, "kind"): "事件 类型 方式",
    (Event, "who"): "对方 联系人 工号",
    (Event, "words"): "内容 原话",
}
_WIDER: dict[tuple[type[BaseModel], str], str] = {
    (Debt, "principal"): (
        "欠款 欠款金额 欠款总额 总欠款 总欠款金额 债务金额 待还总额 应还总额 剩余应还 结清金额 全部待还 总负债 还欠 totalowed"
    ),
}


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
        synonyms=tuple(_SYNONYMS.get(at, "").split()),
        wider=tuple(_WIDER.get(at, "").split()),
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


def with_unit(title: str, unit: str) -> str:
    """A header: the title, and the unit in brackets on the next line."""
    return f"{title}\n（{unit}）" if unit else title


HOUSEHOLD_PARTS: tuple[tuple[str, type[BaseModel]], ...] = (("household", Household), ("assumptions", Assumptions))


def part(case: Case, name: str) -> BaseModel:
    """The household or the assumptions of a case."""
    return case.household if name == "household" else case.assumptions


def normal(header: str) -> str:
    """A header without blanks, brackets, stars and case, so that near forms meet."""
    plain = unicodedata.normalize("NFKC", header).lower()
    return re.sub(r"\([^)]*\)|\[[^\]]*\]|[\s:*]", "", plain)


def unit_hint(header: str) -> str:
    """What a header says in brackets, such as 万元 or %."""
    found = re.search(r"[(\[]([^)\]]*)[)\]]", unicodedata.normalize("NFKC", header))
    return found[1].strip() if found else ""
