"""What was typed or uploaded and could not be taken yet: said on every page, each with the way to it, until it is mended."""

from __future__ import annotations

import streamlit as st

from assessment.layout import HOUSEHOLD, HOUSEHOLD_PARTS, columns, sheets
from assessment.problems import Path
from ui import navigation, session
from ui.text import _, inert

_NAMED = 6
_FROM_THE_CREDIT_REPORT = ("overdue_months", "over_ninety", "queries")


def show() -> None:
    """What the results leave out, each a step to the page where it stands."""
    waiting = list(session.current().refused)
    if not waiting:
        return
    with st.container(border=True, key="pending"):
        st.write(
            _("还有 {count} 处没有看懂，没有用上。结果里还是原来填的，原来没填的就当没有。").format(count=len(waiting))
        )
        with st.container(horizontal=True):
            for path in waiting[:_NAMED]:
                _way_to(path)
        if len(waiting) > _NAMED:
            st.caption(_("另有 {count} 处，改好前面的，后面的会补上来。").format(count=len(waiting) - _NAMED))


def _way_to(path: Path) -> None:
    """A button and no link: it may have to choose the debt, too."""
    here = session.current()
    name, typed = _name(path), here.refused[path][0]
    if st.button(
        inert(_("{name}：“{typed}”").format(name=name, typed=typed[:_SHOWN])), here.key("pending", *path), type="tertiary"
    ):  # fmt: skip
        if path[0] == "debts":
            here.chosen_debt = int(path[1])
        navigation.go(_page(path))


_SHOWN = 12
"""Characters of what was typed, enough to know it again."""


def _page(path: Path) -> str:
    return "credit" if path[-1] in _FROM_THE_CREDIT_REPORT else navigation.FILLED_IN[str(path[0])]


def _name(path: Path) -> str:
    """A field as people find it: 债务第 2 项的剩余本金."""
    for sheet in sheets():
        if path[0] == sheet.section and len(path) > 2:
            title = next((column.title for column in sheet.columns if column.field == path[2]), "")
            return _("{sheet}第 {place} 项的{field}").format(
                sheet=_(sheet.title), place=int(path[1]) + 1, field=_(title)
            )
    titles = {column.field: column.title for _part, model in HOUSEHOLD_PARTS for column in columns(model)}
    return _("{part}：{field}").format(part=_(HOUSEHOLD), field=_(titles.get(str(path[-1]), str(path[-1]))))
