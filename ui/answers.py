"""The five questions of the first page, answered as soon as the data allow."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from assessment import Assessment, DebtAssessment
from assessment.affordability import Affordability
from assessment.case import Case
from assessment.offers import Judged
from assessment.text import label
from ui import navigation, session, steps
from ui.text import _, day_text, fen_text, inert, say, sentences, yuan_text

_QUESTIONS = (
    (label("我每月最多能还多少"), "affordability"),
    (label("跟谁谈、谈什么"), "options"),
    (label("方案一共花多少、几时还清、撑得住吗"), "options"),
    (label("征信会怎样、几时恢复"), "credit"),
    (label("下一步做什么"), "actions"),
)


_A_ROW = 2


def show(found: Assessment | None = None) -> None:
    """Five cards: the question, its answer or what is still missing, and where to read on."""
    here = session.current()
    if here.empty:
        return
    st.header(_("五个问题"))
    found = found or here.assessment
    first, *rest = zip(_QUESTIONS, _answers(here.case, found), strict=True)
    with st.container(border=True):
        _card(first)
        if here.case.incomes and not found.affordability.negative:
            _figures(found.affordability)
    for start in range(0, len(rest), _A_ROW):
        for column, card in zip(st.columns(_A_ROW), rest[start : start + _A_ROW], strict=False):
            with column, st.container(border=True, height="stretch"):
                _card(card)


def _card(card: tuple[tuple[str, str], str]) -> None:
    (question, page), answer = card
    st.markdown(f"**{_(question)}**")
    st.write(answer)
    navigation.link(page, _("细看"))


def _figures(found: Affordability) -> None:
    named = ((_("保底"), found.floor), (_("建议"), found.suggested), (_("上限"), found.ceiling))
    for column, (name, amount) in zip(st.columns(len(named)), named, strict=True):
        column.metric(name, yuan_text(amount.yuan))


def _answers(case: Case, found: Assessment) -> Iterator[str]:
    main = _heaviest(found)
    yield _payable(case, found)
    yield _whom(found, main)
    yield _cost(found)
    yield _record(main)
    yield _next(found)


def _next(found: Assessment) -> str:
    if not found.steps:
        return _("填了债务以后，这里会写出带日期的下一步。")
    step = found.steps[0]
    title = say(step.title)
    return _("{day}前：{title}。").format(day=day_text(step.day), title=title) if step.day else title


def _heaviest(found: Assessment) -> DebtAssessment | None:
    """The debt to speak of first: court before days overdue before size, and last what limitation may bar."""
    return max(
        found.debts,
        key=lambda each: (
            each.stage == "late",
            each.index not in found.barred,
            each.debt.days_overdue,
            each.debt.owed,
        ),
        default=None,
    )


def _payable(case: Case, found: Assessment) -> str:
    if not case.incomes:
        return _("还没有填收入。填了收入和支出，这里就会给出三个数。")
    figures = found.affordability
    if figures.negative:
        return _("按现在的收支，每月没有余钱还债。先稳住生活，再谈缓一缓。")
    return _("建议每月最多拿 {suggested} 还债；收入差的月份守住 {floor}，再多到 {ceiling} 就会断。").format(
        suggested=yuan_text(figures.suggested.yuan),
        floor=yuan_text(figures.floor.yuan),
        ceiling=yuan_text(figures.ceiling.yuan),
    )


def _whom(found: Assessment, main: DebtAssessment | None) -> str:
    if main is None:
        return _("还没有填债务。")
    name = inert(main.debt.name or _("（未命名）"))
    more = _("另有 {count} 笔，在方案比较页逐笔看。").format(count=len(found.debts) - 1) if len(found.debts) > 1 else ""
    why = _(steps.OLD) if main.index in found.barred else say(main.comparison.why)
    return _("{part}：{field}").format(part=name, field=sentences(why, more))


def _cost(found: Assessment) -> str:
    if not found.debts:
        return _("填了债务以后，这里会比较每个方案的花费。")
    planned = [each for each in found.debts if each.index not in found.barred]
    advised = [
        each.comparison.options[each.comparison.recommended]
        for each in planned
        if each.comparison.recommended is not None
    ]
    old = _("另有 {count} 笔很久了，先弄清时效，没算进来。").format(count=len(found.barred)) if found.barred else ""
    if not advised:
        return sentences(_("还没有撑得住的方案；方案比较页能反推还差多少。") if planned else "", old)
    if len(planned) == 1:
        return sentences(_one(advised[0]), old)
    return sentences(_all(advised, len(planned)), old)


def _all(advised: list[Judged], count: int) -> str:
    """What the advised options of several debts come to together, and how many debts have none."""
    total = fen_text(sum(each.outcome.total for each in advised))
    ends = [each.outcome.debt_free for each in advised if each.outcome.debt_free]
    free = day_text(max(ends)) if ends else "—"
    if len(advised) == count:
        return _("{count} 笔都照建议的方案：一共还 {total}，最晚 {day} 还清。").format(
            count=count, total=total, day=free
        )
    return _("{count} 笔里 {found} 笔有撑得住的方案：一共还 {total}，最晚 {day} 还清；别的还没有。").format(
        count=count, found=len(advised), total=total, day=free
    )


def _one(option: Judged) -> str:
    result = option.outcome
    free = day_text(result.debt_free) if result.debt_free else "—"
    if not result.monthly:
        return _("一共还 {total}，当天还清。{reason}").format(
            total=fen_text(result.total), reason=say(option.reasons[0])
        )
    return _("一共还 {total}，{day} 还清。{reason}").format(
        total=fen_text(result.total), day=free, reason=say(option.reasons[0])
    )


def _record(main: DebtAssessment | None) -> str:
    if main is None:
        return _("填了债务以后，这里会写出信用记录几时恢复。")
    if not main.debt.days_overdue:
        return _("现在没有逾期；按时还下去，就不会留下不良记录。")
    best = main.comparison.recommended
    if best is None:
        return _("逾期还清之前，不良记录会一直在；还清之日起满五年消除。")
    early, late = main.credit[best].re_aged.lapses, main.credit[best].until_cleared.lapses
    if early is None or late is None:
        return _("照建议的方案，没有不良记录。")
    if early == late:
        return _("照建议的方案，不良记录在 {day} 消除。").format(day=day_text(early))
    return _("照建议的方案，不良记录最早 {early}、最晚 {late} 消除，看对方怎么上报。").format(
        early=day_text(early), late=day_text(late)
    )


_SECTIONS = (
    (label("资产"), "assets", "assets"),
    (label("收入"), "incomes", "budget"),
    (label("支出"), "expenses", "budget"),
    (label("债务"), "debts", "debts"),
)


def progress() -> None:
    """How far each section is filled, each a link to it."""
    case = session.current().case
    st.subheader(_("填到哪里了"))
    with st.container(horizontal=True):
        for title, section, page in _SECTIONS:
            count = len(getattr(case, section))
            held = _("{count} 项").format(count=count) if count else _("还没填")
            navigation.link(page, _("{title}　{held}").format(title=_(title), held=held))
