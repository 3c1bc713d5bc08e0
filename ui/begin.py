"""Three ways in: a spreadsheet, a sample, or by hand."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from assessment.case import Case
from assessment.creditreport import report_in
from assessment.intake import Intake, read_workbook
from assessment.intake.changes import changes, parts, taken
from assessment.layout import HOUSEHOLD, HOUSEHOLD_PARTS, sheets
from assessment.report import workbook
from ui import bill_preview, navigation, report_preview, session, tables
from ui.text import _, inert, say

_KINDS = ["xlsx", "xlsm", "xls", "csv", "txt", "tsv", "zip", "html", "htm", "pdf"]
_FACTS = frozenset(name for name, _model in HOUSEHOLD_PARTS)
_SAMPLES = Path(__file__).parent.parent / "sample_data"


def show() -> None:
    """The ways in; once a file was read, what was understood and what is to mend."""
    here = session.current()
    if here.intake is not None:
        _preview(here.intake)
        return
    if here.report is not None:
        report_preview.show(here.report)
        return
    if here.bills:
        with st.container(border=True):
            _upload(_("再加一份账单，例如银行卡的；同一笔只算一次"))
        bill_preview.show()
        return
    with st.container(border=True):
        st.subheader(_("上传表格或账单"))
        _upload(
            _(
                "选一个文件，20 MB 以内：表格（.xlsx、.xls、CSV）、支付宝、微信、京东、美团或银行的账单，或文字版的信用报告（PDF）；压缩包也行"
            )
        )
        st.download_button(
            _("下载空白表格"), workbook.template, "还得起-空白表格.xlsx", key="template", on_click="ignore"
        )
        _pasted_report()
    if here.untouched:
        _samples()
        navigation.link("assets", _("自己动手填"))
        return
    _keep_or_clear()


def _upload(asked: str) -> None:
    here = session.current()
    file = st.file_uploader(asked, _KINDS, key=here.key("upload", len(here.bills)))
    if file is not None:
        _read(file.getvalue(), "")
        st.rerun()


def _pasted_report() -> None:
    """A credit report's words, where there is no file of them."""
    here = session.current()
    with st.expander(_("粘贴信用报告的文字")):
        text = st.text_area(
            _("把报告里的文字全部复制过来"), height=160, key=here.key("report", "text"), max_chars=400_000
        )
        st.caption(_("只留下机构、日期和金额；姓名、证件号、卡号读完就丢，什么也不上传。"))
        if st.button(_("读报告"), here.key("report", "read")) and text.strip():
            found = report_in(text)
            if not found.accounts:
                st.info(_("没有认出信用报告里的账户。请确认复制的是“信贷记录”那部分文字。"))
                return
            here.report = found
            st.rerun()


def _read(data: bytes, password: str) -> None:
    here = session.current()
    with st.spinner(_("正在读表格")):
        found = read_workbook(data, password)
    here.locked_file = data if found.locked else b""
    here.bills += found.bills
    if found.report is not None:
        here.report, here.intake = found.report, None
        return
    if found.bills and found.case == Case():
        here.bill_problems += found.problems
        here.intake = None
        return
    here.intake = found


def _unlock() -> None:
    """A password for the file at hand; it is used once and not kept."""
    here = session.current()
    with st.form("unlock", border=False):
        password = st.text_input(_("密码"), type="password", autocomplete="off")
        if st.form_submit_button(_("打开"), type="primary") and password:
            _read(here.locked_file, password)
            st.rerun()


def _preview(found: Intake) -> None:
    """What a file holds, everything wrong with it, and the choice to take what is good."""
    if found.case == Case():
        _nothing(found)
        return
    here = session.current()
    st.header(_("读到的内容"))
    case = found.case
    counts = ((_("资产"), case.assets), (_("收入"), case.incomes), (_("支出"), case.expenses), (_("债务"), case.debts))
    for column, (name, items) in zip(st.columns(4), counts, strict=True):
        column.metric(name, _("{count} 项").format(count=len(items)))
    tables.debts(case.debts)
    if found.problems:
        st.subheader(_("要看一看的地方，共 {count} 处").format(count=len(found.problems)))
        tables.problems(found.problems)
    else:
        st.write(_("没有发现问题。"))
    _read_back(found)
    chosen = _chosen(found)
    with st.container(horizontal=True):
        st.button(
            _("采用这些内容"), "intake.accept", on_click=_accept, args=(chosen,), type="primary", disabled=not chosen
        )
        st.button(_("不采用"), "intake.leave", on_click=_leave)
    if not here.empty:
        st.caption(_("只换选中的部分，其他部分不动；采用后可以撤销。"))


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


def _nothing(found: Intake) -> None:
    """A file that gave nothing: why, what would help, and the way back; nothing of the case has changed."""
    st.header(_("这个文件要先打开") if found.locked else _("这个文件没有读进来"))
    if len(found.problems) == 1:
        problem = found.problems[0]
        st.write(f"{say(problem.what)}{say(problem.instead)}")
    elif found.problems:
        tables.problems(found.problems)
    else:
        st.write(_("文件里没有内容。"))
    if found.locked:
        _unlock()
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


def _accept(chosen: tuple[str, ...]) -> None:
    here = session.current()
    found = here.intake
    if found is None:
        return
    here.intake = None
    here.replace(taken(here.case, found, chosen))
    for problem in found.problems:
        path = problem.where.path
        if (
            problem.standing == "refused"
            and path
            and (path[0] in chosen or ("household" in chosen and path[0] in _FACTS))
        ):
            here.refuse(path, problem.raw, problem)


def _leave() -> None:
    here = session.current()
    here.intake = None
    here.locked_file = b""
    here.generation += 1


@cache
def _index() -> list[dict[str, Any]]:
    with (_SAMPLES / "index.toml").open("rb") as file:
        listed: list[dict[str, Any]] = tomllib.load(file)["sample"]
    return listed


def _samples() -> None:
    st.subheader(_("先看一个样例"))
    st.caption(_("都是编出来的家庭，点一下就能看到完整的结果。"))
    columns = st.columns(2)
    for place, sample in enumerate(_index()):
        with columns[place % 2], st.container(border=True):
            st.markdown(f"**{inert(_(sample['title']))}**")
            st.caption(inert(_(sample["story"])))
            st.button(_("打开这个样例"), f"sample.{sample['slug']}", on_click=_open, args=(sample["slug"],))


def _open(slug: str) -> None:
    session.current().replace(read_workbook(_SAMPLES / f"{slug}.xlsx").case)


def _keep_or_clear() -> None:
    here = session.current()
    save, undo, clear, _space = st.columns((1.3, 1, 1, 2))
    save.download_button(
        _("把这份内容存成表格"), lambda: workbook.write(here.case), f"还得起-{_stamp(here.as_of)}.xlsx",
        key="save", on_click="ignore",
    )  # fmt: skip
    undo.button(_("撤销上一步"), "undo", on_click=here.undo, disabled=not here.undone)
    with clear.popover(_("清空")):
        st.write(_("会把这台电脑上这次填的内容全部删掉，不能恢复。"))
        st.button(_("确定清空"), "clear", on_click=here.clear)


def _stamp(day: date) -> str:
    return day.strftime("%Y%m%d")
