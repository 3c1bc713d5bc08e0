"""Everything to look at in a file, grouped, with a field beside each cell to put it right at once."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment.intake import Intake
from assessment.intake.checks import checked
from assessment.intake.guidance import Spot
from assessment.problems import Problem
from assessment.text import label
from ui import session, tables
from ui.text import _, inert, say, sentences

_SHOWN = 30
_LISTED = 200
_CELLS = 6
_GROUPS = (
    ("refused", label("没有读入的，改好就会读进来")),
    ("doubtful", label("已读入，请核对")),
)  # fmt: skip


def show(found: Intake) -> None:
    """Problems by how much they matter; what was put right so far; what is only said."""
    here = session.current()
    doubts = checked(found, here.as_of)
    open_ones = [each for each in (*found.problems, *doubts) if each.standing != "note"]
    notes = [each for each in found.problems if each.standing == "note"]
    if open_ones:
        st.subheader(_("要看一看的地方，共 {count} 处").format(count=len(open_ones)))
        if any(each.where.cell and each.where.path for each in open_ones):
            st.caption(_("在旁边写上对的，按回车，马上重读；也可以先采用，以后再改。"))
    else:
        st.write(_("没有发现问题。"))
    for standing, title in _GROUPS:
        _group(_(title), [each for each in open_ones if each.standing == standing])
    _mended(found)
    if notes:
        with st.expander(_("提示，共 {count} 条").format(count=len(notes))):
            tables.problems(notes[:_LISTED])


def _group(title: str, problems: Sequence[Problem]) -> None:
    """Problems of one standing; the same thing said of many cells is said once."""
    if not problems:
        return
    alike: dict[tuple[str, ...], list[Problem]] = {}
    for place, problem in enumerate(problems):
        alike.setdefault(_likeness(problem, place), []).append(problem)
    together = list(alike.values())
    with st.container(border=True):
        st.markdown(f"**{title}**")
        for each in together[:_SHOWN]:
            _line(each)
    if len(together) > _SHOWN:
        rest = [problem for each in together[_SHOWN:] for problem in each]
        with st.expander(_("其余 {count} 处").format(count=len(rest))):
            tables.problems(rest[:_LISTED])


def _likeness(problem: Problem, place: int) -> tuple[str, ...]:
    """What makes two problems one: the same sentence about the same words in the same kind of column."""
    path, where = problem.where.path, problem.where
    if not path or not problem.raw:
        return str(place), where.cell
    return say(problem.what), say(problem.instead), problem.raw, where.sheet, str(path[0]), str(path[-1])


def _line(alike: Sequence[Problem]) -> None:
    """One sentence with its cells, and the field that puts them right."""
    first = alike[0]
    words, box = st.columns((3, 1.2), vertical_alignment="center")
    cells = _("、").join(problem.where.cell for problem in alike[:_CELLS]) + ("…" if len(alike) > _CELLS else "")
    where = " ".join(filter(None, (first.where.sheet, cells)))
    many = _("（共 {count} 格）").format(count=len(alike)) if len(alike) > 1 else ""
    place = f"**{inert(where)}**{many}　" if where else ""
    words.markdown(f"{place}{sentences(say(first.what), say(first.instead))}")
    if first.where.cell and first.where.path:
        _field(box, alike, where)


def _field(box: st.delta_generator.DeltaGenerator, alike: Sequence[Problem], where: str) -> None:
    here = session.current()
    first = alike[0]
    spots = [(problem.where.sheet, problem.where.cell) for problem in alike]
    key = here.key("mend", first.where.sheet, first.where.cell, first.raw, first.what.msgid)
    box.text_input(
        _("{where} 改成").format(where=where),
        key=key,
        placeholder=_("改成"),
        label_visibility="collapsed",
        max_chars=200,
        autocomplete="off",
        on_change=_mend,
        args=(key, spots),
    )


def _mend(key: str, spots: Sequence[Spot]) -> None:
    here = session.current()
    typed = str(session.typed(key)).strip()
    if typed:
        here.guide(here.guidance.with_cells(dict.fromkeys(spots, typed)))


def _mended(found: Intake) -> None:
    """Cells that were put right, and the way back."""
    here = session.current()
    if not here.guidance.cells:
        return
    before = found.written
    with st.container(border=True):
        title = _("改过的格子")
        st.markdown(f"**{title}**")
        for spot, text in here.guidance.cells.items():
            words, box = st.columns((3, 1.2), vertical_alignment="center")
            told = before.get(spot, "")
            said = _("写的是“{before}”，改成了“{after}”").format(before=inert(told), after=inert(text))
            words.markdown(f"**{inert(' '.join(filter(None, spot)))}**　{said}")
            box.button(_("改回去"), here.key("mended", *spot), on_click=_put_back, args=(spot,))


def _put_back(spot: Spot) -> None:
    here = session.current()
    here.guide(here.guidance.without_cell(spot))
