"""Every figure gone through together: its proof, and how sure it is."""

from __future__ import annotations

import streamlit as st

from assessment.case import Expense, Income, words
from assessment.counsel import FIGURES, Graded, Tally, heaviest_first, is_stale, marked, tally, weight
from assessment.figures import Grade
from assessment.layout import sheets
from assessment.text import label
from ui import fields, navigation, session
from ui.text import _, day_text, inert, yuan_text

_WIDTHS = (1.8, 2.0, 3.0)
_TALLY = {
    "incomes": label("每月 {yuan}，其中 {verified} 已核实；{count} 项里核了 {done} 项。"),
    "expenses": label("每月 {yuan}，其中 {verified} 已核实；{count} 项里核了 {done} 项。"),
}
_TALLY_OF_SUMS = label("一共 {yuan}，其中 {verified} 已核实；{count} 项里核了 {done} 项。")


def show() -> None:
    """A section after the other, the heaviest figures first."""
    st.write(
        _(
            "一项一项看着凭证核：工资条、银行流水、合同、App 里的页面。看过、对得上的标“已核实”，没有凭证的标“本人估计”，从别的数推出来的标“推断”。以后数改了，“已核实”会自动退回，要再核。"
        )
    )
    held = [section for section in FIGURES if heaviest_first(getattr(session.current().case, section))]
    if not held:
        st.info(_("还没有填数。先填收入、支出和债务，或回首页上传表格。"))
        navigation.link("budget", _("去填收入与支出"))
        return
    for section in held:
        _section(section)


def _section(section: str) -> None:
    entries = getattr(session.current().case, section)
    title = next(sheet.title for sheet in sheets() if sheet.section == section)
    st.subheader(_(title))
    st.caption(_said(section, tally(entries)))
    for place in heaviest_first(entries):
        with st.container(border=True):
            _one(section, place, entries[place])
    navigation.link(navigation.FILLED_IN[section], _("数不对，去改"))


def _said(section: str, found: Tally) -> str:
    return _(_TALLY.get(section, _TALLY_OF_SUMS)).format(
        yuan=yuan_text(found.yuan), verified=yuan_text(found.verified_yuan), count=found.count, done=found.verified
    )


def _one(section: str, place: int, entry: Graded) -> None:
    here = session.current()
    name, proof, mark = st.columns(_WIDTHS, vertical_alignment="top")
    with name:
        st.markdown(f"**{inert(entry.name or _('（未命名）'))}**  \n{inert(_figure(entry))}")
    with proof:
        fields.ask((section, place, "proof"))
    with mark:
        key = here.key("mark", section, place)
        st.segmented_control(
            _("可靠程度"), list(words.GRADE), default=entry.grade, required=True, key=key,
            format_func=lambda grade: _(words.GRADE[grade]), on_change=_mark, args=(section, place, key),
        )  # fmt: skip
        if standing := _standing(entry):
            st.caption(standing)
        if entry.grade == "verified" and entry.checked is None:
            st.button(_("今天看过凭证"), f"{key}.seen", on_click=_verify, args=(section, place))


def _figure(entry: Graded) -> str:
    if isinstance(entry, Income | Expense):
        typed = f"{yuan_text(entry.amount)} {_(words.PERIOD[entry.period])}"
        return typed if entry.period == "month" else _("{typed}，合每月 {month}").format(typed=typed, month=yuan_text(weight(entry)))  # fmt: skip
    return yuan_text(weight(entry))


def _standing(entry: Graded) -> str:
    if is_stale(entry):
        return _("核过以后改了数，请再核一遍。")
    if entry.grade != "verified":
        return ""
    if not entry.proof:
        return _("看过什么，也写一笔。")
    return _("{day}核的。").format(day=day_text(entry.checked)) if entry.checked else ""


def _verify(section: str, place: int) -> None:
    here = session.current()
    here.put((section, place), marked(getattr(here.case, section)[place], "verified", here.as_of))


def _mark(section: str, place: int, key: str) -> None:
    here = session.current()
    grades: tuple[Grade, ...] = ("verified", "estimate", "inferred")
    chosen = next((grade for grade in grades if grade == session.typed(key)), None)
    if chosen is not None:
        here.put((section, place), marked(getattr(here.case, section)[place], chosen, here.as_of))
