"""The plan for the person: what a month carries, what to ask of whom, what it comes to, and what to do next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import reduce

from assessment import money
from assessment._assess import Assessment, DebtAssessment
from assessment.affordability import Affordability
from assessment.case import words
from assessment.figures import Figure
from assessment.report.basis import basis, names
from assessment.report.paper import Block, Heading, Items, Paper, Table, paragraph
from assessment.report.schedule import alike
from assessment.rules import Rules
from assessment.stages import Step
from assessment.text import Money, Text

Naming = Callable[[DebtAssessment], Text]
"""How a debt is called in an edition."""


def by_name(debt: DebtAssessment) -> Text:
    """As it was entered."""
    return Text("{name}", name=debt.debt.name)


def by_number(debt: DebtAssessment) -> Text:
    """For the family: which debt it is, not to whom."""
    return Text("第 {number} 笔", number=debt.index + 1)


def household_plan(found: Assessment, called: Naming, law: Rules) -> Paper:
    """The whole plan in one edition, with schedules and the law; every figure is the one on the pages."""
    return Paper(_title(found), (*_blocks(found, called), *_schedules(found, called), *basis(names(found), law)))


def short_plan(found: Assessment, called: Naming) -> Paper:
    """The same without schedules and law, to be read on a phone."""
    return Paper(_title(found), tuple(_blocks(found, called)))


def _title(found: Assessment) -> Text:
    return Text("我的还款计划（{day}）", day=found.as_of)


def _blocks(found: Assessment, called: Naming) -> Iterator[Block]:
    yield from _month(found.affordability)
    if found.debts:
        yield from _asked(found, called)
    yield Heading(Text("下一步"))
    for same in _alike(found.steps):
        yield paragraph(_step(found, same, called), same[0].why)
        yield Items(same[0].how)
    yield paragraph(Text("这里给的是计算和一般信息，不是律师意见。"))


def _month(home: Affordability) -> Iterator[Block]:
    """What a month carries, and how each of the three figures comes about."""
    three = ((Text("保底"), home.floor), (Text("建议"), home.suggested), (Text("上限"), home.ceiling))
    month = (
        (Text("可靠收入"), home.income), (Text("支出（按参考数调整后）"), home.guided), (Text("结余"), home.surplus_guided), *three,
    )  # fmt: skip
    yield Heading(Text("每月能还多少"))
    yield Table((Text("项目"), Text("每月")), tuple((name, Money(figure.yuan)) for name, figure in month), (2, 1))
    yield Items(tuple(_reason(figure) for _name, figure in three))
    if home.negative:
        yield paragraph(Text("按现在的收支，每月没有余钱还债。先稳住生活，再谈缓一缓。"))


def _reason(figure: Figure) -> Text:
    return Text("{why}其中最不确定的一项是“{grade}”。", why=figure.reason, grade=Text(words.GRADE[figure.grade]))


def _asked(found: Assessment, called: Naming) -> Iterator[Block]:
    """What to ask of whom, and why."""
    old = found.barred
    yield Heading(Text("每笔债怎么谈"))
    yield Table(
        (Text("欠谁的"), Text("今天一共欠"), Text("建议先谈"), Text("每月最多"), Text("一共还"), Text("还清日期")),
        tuple(_silent(debt, called) if debt.index in old else _row(debt, called) for debt in found.debts),
        (4, 5, 4, 5, 5, 5),
    )
    yield Items(
        tuple(
            Text("{name}：{why}", name=called(debt), why=LOOK_FIRST if debt.index in old else debt.comparison.why)
            for debt in found.debts
        )
    )


def _schedules(found: Assessment, called: Naming) -> Iterator[Block]:
    """The payments of each recommended option."""
    old = found.barred
    planned = [(debt, debt.comparison.recommended) for debt in found.debts if debt.index not in old]
    if any(best is not None for _debt, best in planned):
        yield Heading(Text("建议方案的还款表"))
    for debt, best in planned:
        if best is not None:
            result = debt.comparison.options[best].outcome
            yield paragraph(Text("{name}，{title}：", name=called(debt), title=Text(result.title)))
            yield alike(result)


LOOK_FIRST = Text("可能过了诉讼时效，弄清之前不联系、不还款、不签字，也不提方案。")


def _silent(debt: DebtAssessment, called: Naming) -> tuple[Text | Money | date, ...]:
    nothing = Text("—")
    owed = money.told(debt.position.claim.total)
    return (called(debt), owed, Text("先弄清诉讼时效"), nothing, nothing, nothing)


def _row(debt: DebtAssessment, called: Naming) -> tuple[Text | Money | date, ...]:
    best = debt.comparison.recommended
    owed = money.told(debt.position.claim.total)
    if best is None:
        return (called(debt), owed, Text("还没有撑得住的方案"), Text("—"), Text("—"), Text("—"))
    result = debt.comparison.options[best].outcome
    free = result.debt_free or Text("—")
    return (called(debt), owed, Text(result.title), money.told(result.monthly), money.told(result.total), free)


def _alike(steps: Sequence[Step]) -> Iterator[list[Step]]:
    """The steps, those that only differ in the debt with each other, each where the first of them stands."""
    together: dict[tuple[object, ...], list[Step]] = {}
    for step in steps:
        whose = step.debt is None
        together.setdefault((step.day, step.title, step.why, step.how, whose), []).append(step)
    yield from together.values()


def _step(found: Assessment, same: list[Step], called: Naming) -> Text:
    day, title = same[0].day, same[0].title
    when = Text("联系之前") if day is None else Text("{day}前", day=day)
    names = [called(found.debts[step.debt]) for step in same if step.debt is not None]
    if not names:
        return Text("{when}：{title}。", when=when, title=title)
    whom = reduce(lambda first, second: Text("{first}、{second}", first=first, second=second), names)
    return Text("{when}，{name}：{title}。", when=when, name=whom, title=title)
