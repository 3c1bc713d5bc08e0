"""What each table and column of a file was taken for, to be put right; and sheets of which nothing was understood."""

from __future__ import annotations

import streamlit as st

from assessment.intake import Intake
from assessment.intake.guidance import About, Signature, Spot
from assessment.intake.header_words import sides
from assessment.intake.seen import ColumnSeen, PageSeen, TableSeen
from assessment.layout import Section, sheets
from assessment.text import label
from ui import session, tables
from ui.text import _, inert

_SURE = {
    "chosen": label("您选的"), "sure": label("一样"), "likely": label("意思相近"), "unsure": label("拿不准"), "unknown": label("没认出"),
}  # fmt: skip
_OFFERED: tuple[Section, ...] = ("debts", "incomes", "expenses", "assets", "windfalls", "events", "agreements")
_A_ROW = 3
_SHOWN_WORDS = 4
_NO_HEADER = 0


def show(found: Intake) -> None:
    """Sheets to explain first, then every table with its columns."""
    for place, page in enumerate(found.strange):
        _strange(place, page, alone=not found.found)
    if not found.tables:
        return
    asked = any(table.about == "" or table.sure == "chosen" for table in found.tables) or any(
        each.sure in {"unknown", "chosen"} for each in found.columns
    )
    with st.expander(_("每一列当作什么"), expanded=asked):
        st.caption(_("认错了可以在这里改，马上重读。这次打开期间，下一个文件遇到同样的列名也照这样认。"))
        for place, table in enumerate(found.tables):
            if place:
                st.divider()
            _table(place, table)


def _titles() -> dict[About, str]:
    by_section = {sheet.section: sheet.title for sheet in sheets()}
    return {section: _(by_section[section]) for section in _OFFERED}


def _table(place: int, table: TableSeen) -> None:
    here = session.current()
    options: dict[About, str] = {**_titles(), "": _("不读这张表")}
    where = " ".join(filter(None, (table.page, table.cell.address)))
    key = here.key("intake", "table", place, table.about)
    st.selectbox(
        _("{where} 起的这张表，说的是（{sure}）").format(where=inert(where), sure=_(_SURE[table.sure])),
        list(options),
        list(options).index(table.about),
        options.__getitem__,
        key=key,
        on_change=_about,
        args=(key, (table.page, table.cell.address), table.signature),
    )
    for start in range(0, len(table.columns), _A_ROW):
        row = table.columns[start : start + _A_ROW]
        for number, (box, each) in enumerate(zip(st.columns(_A_ROW), row, strict=False), start=start):
            with box:
                _column(f"{place}.{number}", each)


def _about(key: str, spot: Spot, signature: Signature) -> None:
    here = session.current()
    picked: About = session.typed(key)  # type: ignore[assignment]
    here.guide(here.guidance.with_table(spot, signature, picked))


def _column(place: str, each: ColumnSeen) -> None:
    here = session.current()
    known = next(sheet for sheet in sheets() if sheet.section == each.section)
    fields = (*known.columns, *sides(each.section))
    titles = {"": _("不读这一列")} | {column.field: _(column.title) for column in fields}
    key = here.key("intake", "column", place, each.word, each.field)
    asked = _("“{word}”（{cell}，{sure}）").format(
        word=inert(each.cell.shown), cell=each.cell.address, sure=_(_SURE[each.sure])
    )
    st.selectbox(
        asked,
        list(titles),
        list(titles).index(each.field),
        titles.__getitem__,
        key=key,
        on_change=_means,
        args=(key, each.section, each.word),
    )


def _means(key: str, section: Section, word: str) -> None:
    here = session.current()
    here.guide(here.guidance.with_column(section, word, str(session.typed(key))))


def _strange(place: int, page: PageSeen, *, alone: bool) -> None:
    """A sheet without a header we know: the person says which row it is and what the table is about.

    Open at once where nothing else in the file was understood.
    """
    here = session.current()
    title = _("没有认出的表：{title}").format(title=inert(page.title)) if page.title else _("没有认出的表")
    with st.expander(title, expanded=alone):
        st.write(_("里面如果有债务、收入、支出或资产，请指一下哪一行是表头、说的是什么，再选每一列的意思。"))
        width = max((len(words) for _number, words in page.rows), default=0)
        tables.records([
            {_("行"): str(number), **{_letter(at): words[at] if at < len(words) else "" for at in range(width)}}
            for number, words in page.rows
        ])  # fmt: skip
        rows = {_NO_HEADER: _("没有表头，第一行就是内容")} | {
            number: _("第 {row} 行：{words}").format(
                row=number, words=_("、").join(list(filter(None, words))[:_SHOWN_WORDS])
            )
            for number, words in page.rows
        }
        left, right = st.columns(2)
        header = left.selectbox(
            _("哪一行是表头"),
            list(rows),
            None,
            rows.__getitem__,
            key=here.key("strange", "row", place),
            placeholder=_("请选"),
        )
        titles = _titles()
        about = right.selectbox(
            _("这张表说的是"),
            list(titles),
            None,
            titles.__getitem__,
            key=here.key("strange", "about", place),
            placeholder=_("请选"),
        )
        st.button(
            _("就这样读"), here.key("strange", "read", place), on_click=_read, args=(page, header, about),
            disabled=header is None or about is None,
        )  # fmt: skip


def _letter(at: int) -> str:
    return chr(ord("A") + at)


def _read(page: PageSeen, header: int, about: Section) -> None:
    here = session.current()
    guidance = here.guidance.with_bare(page.title) if header == _NO_HEADER else here.guidance
    here.guide(guidance.with_table(page.spot(header), page.signature(header), about))
