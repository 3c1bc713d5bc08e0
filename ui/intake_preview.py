"""A file that was read: what it holds, what is to be looked at, what it would change, and the choice to take it."""

from __future__ import annotations

import streamlit as st

from assessment.case import Case, words
from assessment.intake import Intake
from assessment.intake.changes import changes, parts, taken
from assessment.layout import HOUSEHOLD, HOUSEHOLD_PARTS, sheets
from ui import column_choice, intake_problems, session, tables
from ui.text import _, say, sentences

_FACTS = frozenset(name for name, _model in HOUSEHOLD_PARTS)


def show(found: Intake) -> None:
    """What a file holds, everything wrong with it, and the choice to take what is good."""
    if found.case == Case():
        _nothing(found)
        return
    st.header(_("读到的内容"))
    case = found.case
    counts = ((_("资产"), case.assets), (_("收入"), case.incomes), (_("支出"), case.expenses), (_("债务"), case.debts))
    with st.container(horizontal=True):
        for name, items in counts:
            st.metric(name, _("{count} 项").format(count=len(items)), width="content")
    tables.debts(case.debts)
    _others(case)
    intake_problems.show(found)
    _read_back(found)
    column_choice.show(found)
    chosen = _chosen(found)
    with st.container(horizontal=True):
        st.button(
            _("采用这些内容"), "intake.accept", on_click=_accept, args=(chosen,), type="primary", disabled=not chosen
        )
        st.button(_("不采用"), "intake.leave", on_click=_leave)
    if not session.current().empty:
        st.caption(_("只换选中的部分，其他部分不动；采用后可以撤销。"))


def _others(case: Case) -> None:
    """What was read besides debts, line by line."""
    income = [("收入", each.name, each.amount, words.PERIOD[each.period]) for each in case.incomes]
    costs = [
        (words.EXPENSE_CATEGORY[each.category], each.name, each.amount, words.PERIOD[each.period])
        for each in case.expenses
    ]
    owned = [(words.ASSET_KIND[each.kind], each.name, each.value, "") for each in case.assets]
    once = [("一次性的钱", each.name, each.amount, "") for each in case.windfalls]
    if income or costs or owned or once:
        with st.expander(_("收入、支出和资产，一项一项看")):
            tables.records([
                {_("类别"): _(kind), _("名称"): name, _("金额"): amount, _("多久一次"): _(period)}
                for kind, name, amount, period in (*income, *costs, *owned, *once)
            ])  # fmt: skip


def _nothing(found: Intake) -> None:
    """A file that gave nothing: why, what would help, and the way back; nothing of the case has changed."""
    st.header(_("这个文件要先打开") if found.locked else _("这个文件没有读进来"))
    if found.strange or found.tables:
        st.write(_("没有找到认得的表头。可以在下面指一下，也可以下载空白表格来填。"))
        tables.problems([each for each in found.problems if each.where.cell])
    elif len(found.problems) == 1:
        problem = found.problems[0]
        st.write(sentences(say(problem.what), say(problem.instead)))
    elif found.problems:
        tables.problems(found.problems)
    else:
        st.write(_("文件里没有内容。"))
    column_choice.show(found)
    st.button(_("换一个文件"), "intake.leave", on_click=_leave)


def _read_back(found: Intake) -> None:
    """Every value that was not written plainly, with what it was taken for."""
    if not found.readings:
        return
    with st.expander(_("读懂并换算的写法，共 {count} 处").format(count=len(found.readings))):
        tables.records([
            {_("表"): each.where.sheet, _("格"): each.where.cell, _("写的是"): each.raw, _("读作"): each.meant}
            for each in found.readings
        ])  # fmt: skip


def _chosen(found: Intake) -> tuple[str, ...]:
    """Which parts of the file to take; asked only where something stands already."""
    here = session.current()
    held = parts(found)
    if here.empty:
        return held
    st.subheader(_("采用哪几部分"))
    titles = {sheet.section: sheet.title for sheet in sheets()} | {"household": HOUSEHOLD}
    tables.records([
        {
            _("部分"): _(titles[each.part]), _("现在"): str(each.before), _("文件里"): str(each.after), _("新增"): str(each.added),
            _("会改"): str(each.changed), _("一样"): str(each.same), _("会没有"): str(each.gone),
        }
        for each in changes(here.case, found)
    ])  # fmt: skip
    with st.container(horizontal=True):
        return tuple(
            part for part in held if st.checkbox(_(titles[part]), value=True, key=here.key("intake", "part", part))
        )


def _accept(chosen: tuple[str, ...]) -> None:
    here = session.current()
    found = here.intake
    if found is None:
        return
    here.leave_intake()
    here.bring_in(taken(here.case, found, chosen))
    for problem in found.problems:
        path = problem.where.path
        if (
            problem.standing == "refused"
            and path
            and (path[0] in chosen or ("household" in chosen and path[0] in _FACTS))
        ):
            here.refuse(path, problem.raw, problem)


def _leave() -> None:
    session.current().leave_intake()
