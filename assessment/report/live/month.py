"""What a month can carry, worked out again from the input sheets by the same rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from assessment.affordability import COUNTED_MONTHS, GROUP_OF, GROUPS, Affordability, monthly
from assessment.case import Expense, words
from assessment.layout import Section
from assessment.report.live.inputs import Inputs
from assessment.report.live.lines import Lines
from assessment.report.live.page import Form, Page, Worked
from assessment.rules import Rules
from assessment.text import Text

_FIRST = 4
_GROUP_NAME = {
    "food": Text("吃饭买菜"), "clothing": Text("衣服鞋帽"), "daily_goods": Text("日用品"), "transport_phone": Text("交通、电话网费"), "leisure": Text("文娱休闲"),
    "gifts": Text("人情往来、其他零用"),
}  # fmt: skip

_AMOUNTS: tuple[tuple[Section, str], ...] = (
    ("incomes", "amount"), ("expenses", "amount"), ("assets", "value"), ("debts", "principal"),
)  # fmt: skip
_CHOICES: tuple[tuple[Section, str, Mapping[Any, str]], ...] = (
    ("incomes", "kind", words.INCOME_KIND), ("incomes", "period", words.PERIOD), ("expenses", "category", words.EXPENSE_CATEGORY),
    ("expenses", "period", words.PERIOD), ("assets", "kind", words.ASSET_KIND),
)  # fmt: skip


@dataclass
class _Down:
    """Writes one line beneath the other: name, amount, how it comes about."""

    page: Page
    row: int = _FIRST
    of: dict[str, str] = field(default_factory=dict)

    def line(
        self, key: str, name: Text, formula: str, worked: Worked | None = None, how: Text | None = None, form: Form = "money"
    ) -> str:  # fmt: skip
        self.row += 1
        self.page.words(self.row, 1, name)
        self.of[key] = self.page.compute(self.row, 2, formula, worked, form)
        if how:
            self.page.note(self.row, 3, how)
        return self.of[key]

    def given(self, key: str, name: Text, value: Decimal | float, how: Text | None = None, form: Form = "money") -> str:
        self.row += 1
        self.page.words(self.row, 1, name)
        self.of[key] = self.page.value(self.row, 2, value, form)
        if how:
            self.page.note(self.row, 3, how)
        return self.of[key]

    def heading(self, text: Text) -> None:
        self.row += 2
        self.page.words(self.row, 1, text, bold=True)


@dataclass(frozen=True)
class Month:
    """Where the three figures, and what else rests on the month, stand."""

    floor: str
    suggested: str
    ceiling: str
    income: str
    guided: str
    surplus: str
    assets: str


def write(page: Page, inputs: Inputs, lines: Lines, found: Affordability, law: Rules) -> Month:
    """Reliable income, outgoings, what is left, the three figures, and what the assets could pay."""
    page.note(
        2, 1, Text("改前面几页里的数，这里会重新算。金额要写成数字，写成文字的会让结果显示为错误，不会悄悄漏掉。")
    )
    page.head(_FIRST, 1, Text("项目"), Text("金额"), Text("怎么算"))
    down = _Down(page)
    _income_and_floor(down, inputs, lines, found, law)
    _spending(down, inputs, found, law)
    _figures(down, inputs, found)
    _assets(down, inputs, lines, found)
    _opinions(down, found, law)
    page.widths(44, 18, 76)
    page.sheet.freeze_panes = f"A{_FIRST + 1}"
    of = down.of
    return Month(of["floor"], of["suggested"], of["ceiling"], of["income"], of["guided"], of["left"], of["assets"])


def _unread(inputs: Inputs) -> str:
    """How many entries no formula follows: amounts in words, words that stand in no list, debts added since."""
    amounts = [f"SUMPRODUCT(--ISTEXT({inputs.column(section, name)}))" for section, name in _AMOUNTS]
    chosen = []
    for section, name, words_of in _CHOICES:
        known, column = ",".join(map(inputs.word, words_of.values())), inputs.column(section, name)
        chosen.append(f"COUNTA({column})-SUMPRODUCT(COUNTIF({column},{{{known}}}))")
    added = f"ABS(COUNTA({inputs.column('debts', 'principal')})-{len(inputs.case.debts)})"
    return "+".join((*amounts, *chosen, added))


def _income_and_floor(down: _Down, inputs: Inputs, lines: Lines, found: Affordability, law: Rules) -> None:
    down.line(
        "unread",
        Text("不能算的格子"),
        _unread(inputs),
        0,
        Text("不是 0 的话：金额要写成数字，选项要从列表里选；加了一笔债，请重新上传。"),
        "whole",
    )
    down.line(
        "income",
        Text("可靠收入"),
        f"IF({down.of['unread']}>0,NA(),SUM({lines.income}))",
        float(found.income.yuan),
        Text("每项收入怎么算进来，见“逐项”那一页。"),
    )
    people = "+".join(inputs.one("household", each) for each in ("adults", "children", "elders"))
    down.line("people", Text("家里几口人"), people, inputs.case.household.people, form="whole")
    rural = inputs.word(words.REGION["rural"])
    usual = law.value("minimum_living")
    by_region = f"IF({inputs.one('household', 'region')}={rural},{usual['rural']},{usual['urban']})"
    listed = by_region
    for number, (place, amount) in enumerate(reversed(law.value("minimum_living_by_place").items())):
        how = Text("这个地方的低保标准，取自规则文件。")
        named = down.given(f"place{number}", Text("{name}", name=place), Decimal(str(amount)), how)
        cell = f"A{named.rsplit('$', 1)[1]}"
        listed = f"IF(ISNUMBER(FIND({cell},{inputs.blank_or('household', 'place')})),{named},{listed})"
    stated = inputs.blank_or("household", "minimum_per_head")
    down.line("minimum", Text("基本生活费底线"), f'ROUND(IF({stated}<>"",{stated},{listed}),2)*{down.of["people"]}',
              how=Text("低保标准乘以人数；没有填当地标准，用规则表里的。"))  # fmt: skip


def _spending(down: _Down, inputs: Inputs, found: Affordability, law: Rules) -> None:
    category, reason, month = (
        inputs.column("expenses", "category"),
        inputs.column("expenses", "reason"),
        inputs.computed("expenses"),
    )
    down.heading(Text("支出"))
    flexible = "+".join(
        f"SUMIF({category},{inputs.word(words.EXPENSE_CATEGORY[each])},{month})" for each in sorted(words.FLEXIBLE)
    )
    down.line(
        "flexible", Text("日常开销，照实际"), f"ROUND({flexible},2)", float(_sum(inputs.case.expenses, flexible=True))
    )
    down.line(
        "fixed",
        Text("固定支出"),
        f"ROUND(SUM({month})-{down.of['flexible']},2)",
        float(_sum(inputs.case.expenses, flexible=False)),
    )
    down.line(
        "actual",
        Text("实际支出"),
        f"ROUND({down.of['fixed']}+MAX({down.of['flexible']},{down.of['minimum']}),2)",
        float(found.actual.yuan),
        Text("日常开销不低于基本生活费底线。"),
    )
    down.heading(Text("生活费参考数"))
    region = law.value("spending_by_region")
    down.line(
        "region",
        Text("城镇、乡村的倍数"),
        f"IF({inputs.one('household', 'region')}={inputs.word(words.REGION['rural'])},{region['rural']},{region['urban']})",
        form="words",
    )
    kept = [_group(down, inputs, group, law, (category, reason, month)) for group in GROUPS]
    down.line("guided", Text("支出（按参考数调整后）"), f"ROUND({down.of['fixed']}+MAX({'+'.join(kept)},{down.of['minimum']}),2)", float(found.guided.yuan),
              Text("没有写原因的日常开销，超过参考数的部分不算；写了原因的照实算。"))  # fmt: skip


def _group(down: _Down, inputs: Inputs, group: str, law: Rules, of: tuple[str, str, str]) -> str:
    """A group of flexible spending, held to its guideline except where a reason stands beside it."""
    category, reason, month = of
    named = [inputs.word(words.EXPENSE_CATEGORY[each]) for each, held in GROUP_OF.items() if held == group]
    with_reason = "+".join(f'SUMPRODUCT(({category}={name})*({reason}<>""),{month})' for name in named)
    every = "+".join(f"SUMIF({category},{name},{month})" for name in named)
    name = _GROUP_NAME[group]
    per_head = law.value("spending_per_head")[group]
    guideline = down.line(
        f"{group}.line", Text("{group}：参考数", group=name),
        f"ROUND({per_head}/{COUNTED_MONTHS}*{down.of['region']}*{inputs.one('assumptions', 'guideline_share')}*{down.of['people']},2)",
        how=Text("统计的人均数 {amount} 除以 {months} 个月，再乘倍数、几成和人数。", amount=per_head, months=COUNTED_MONTHS),
    )  # fmt: skip
    stated = down.line(f"{group}.reason", Text("{group}：写了原因的", group=name), f"ROUND({with_reason},2)")
    bare = f"ROUND({every}-{stated},2)"
    return down.line(
        f"{group}.kept",
        Text("{group}：算进来的", group=name),
        f"ROUND({stated}+MIN({bare},MAX({guideline}-{stated},0)),2)",
    )


def _sum(expenses: Iterable[Expense], *, flexible: bool) -> Decimal:
    return sum(
        (monthly(each.amount, each.period) for each in expenses if (each.category in words.FLEXIBLE) is flexible),
        Decimal(0),
    )


def _figures(down: _Down, inputs: Inputs, found: Affordability) -> None:
    of = down.of
    down.heading(Text("每月能还多少"))
    down.line(
        "left_actual",
        Text("结余（按实际支出）"),
        f"ROUND({of['income']}-{of['actual']},2)",
        float(found.surplus_actual.yuan),
    )
    down.line(
        "left",
        Text("结余（支出按参考数调整后）"),
        f"ROUND({of['income']}-{of['guided']},2)",
        float(found.surplus_guided.yuan),
    )
    for key, name, left, share in (
        ("floor", Text("保底"), "left_actual", "floor_share"), ("suggested", Text("建议"), "left", "suggested_share"),
    ):  # fmt: skip
        part = f"ROUND(MAX({of[left]},0)*100,0)*{inputs.one('assumptions', share)}"
        down.line(
            key,
            name,
            f"INT(ROUND({part},6))/100",
            float(getattr(found, key).yuan),
            Text("结余乘以家庭页里的比例，不足一分的舍去。"),
        )
    down.line("ceiling", Text("上限"), f"MAX({of['left']},0)", float(found.ceiling.yuan), Text("全部结余，没有余量。"))


def _assets(down: _Down, inputs: Inputs, lines: Lines, found: Affordability) -> None:
    of = down.of
    kind, value, needed = (inputs.column("assets", each) for each in ("kind", "value", "needed"))
    cash = f'(({kind}={inputs.word(words.ASSET_KIND["cash"])})+({kind}=""))'
    down.heading(Text("手头的资产"))
    down.line(
        "cash",
        Text("可以动用的现金、存款"),
        f"SUMPRODUCT({cash}*({needed}<>{inputs.word(words.YES_NO[True])}),{value})",
    )
    down.line("assets", Text("资产能一次拿出多少"), f"ROUND(MAX({of['cash']}-{of['guided']},0)+SUM({lines.sold}),2)", float(found.asset_capacity.yuan),
              Text("现金留出一个月生活费，再加上其他资产急卖能拿到的钱；不算进每月。"))  # fmt: skip
    down.line("reserve", Text("应急储备现在有"), f"SUMPRODUCT({cash}*1,{value})", float(found.reserve.yuan))
    down.line(
        "target",
        Text("应急储备的目标"),
        f"ROUND({of['guided']}*{inputs.one('assumptions', 'reserve_months')},2)",
        float(found.guided.yuan * inputs.case.assumptions.reserve_months),
    )


def _opinions(down: _Down, found: Affordability, law: Rules) -> None:
    of = down.of
    down.heading(Text("别处的算法，只供参考"))
    half, eighty, saving = law.value("half_rule"), law.value("eighty_rule"), law.value("sfs")
    formulas = (
        f"{of['left_actual']}*{half}",
        f"({of['income']}-{of['minimum']}*{eighty['living_multiple']})*{eighty['share']}",
        f"{of['left']}*(1-{saving})",
    )
    for opinion, formula in zip(found.second_opinions, formulas, strict=True):
        down.line(
            opinion.title.msgid,
            opinion.title,
            f"INT(ROUND(MAX({formula},0)*100,6))/100",
            float(opinion.figure.yuan),
            opinion.origin,
        )
