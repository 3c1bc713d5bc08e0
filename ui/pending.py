"""What was typed or uploaded and could not be taken yet, said on every page until it is mended."""

from __future__ import annotations

import streamlit as st

from assessment.layout import HOUSEHOLD, HOUSEHOLD_PARTS, columns, sheets
from assessment.problems import Path
from ui import session
from ui.text import _, inert

_NAMED = 6


def show() -> None:
    """A quiet line that names what the results leave out."""
    waiting = list(session.current().refused)
    if not waiting:
        return
    names = _("、").join(_name(path) for path in waiting[:_NAMED]) + ("…" if len(waiting) > _NAMED else "")
    st.info(
        _(
            "还有 {count} 处没有看懂，没有用上：{names}。结果里还是原来填的，原来没填的就当没有。请到对应的页面改。"
        ).format(count=len(waiting), names=inert(names))
    )


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
