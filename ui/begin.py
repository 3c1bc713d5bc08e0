"""Three ways in: a spreadsheet, a sample, or by hand."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

import streamlit as st

from assessment import intake
from assessment.report import workbook
from assessment.sealed import is_sealed
from assessment.text import label
from ui import case_file, imported, navigation, reading_progress, session
from ui.text import _, inert, later

_AT_HAND = (
    label("工资条或银行流水：最近几个月到手多少"),
    label("房租、水电、学费、药费的账单"),
    label("每笔债在 App 里的借款详情：剩余本金、利率、每期多少、逾期几天"),
    label("律师函、传票，法院寄来的东西（有的话）"),
)
_SAMPLES = Path(__file__).parent.parent / "sample_data"


def show() -> None:
    """The ways in; once a file was read, what was understood and what is to mend."""
    here = session.current()
    if here.reading is not None:
        if not reading_progress.over(here.reading):
            return
        here.take_reading()
    with st.container():  # its own place, as on the page
        imported.show()
    if here.carrying.brought:
        case_file.unlock()
        return
    if _at_hand():
        _look()
        return
    if _nothing_entered():
        with st.container(border=True):
            st.subheader(_("上传表格或账单"))
            _choose_file()
        _by_hand()
        _samples()


def _look() -> None:
    """What was understood of the files at hand. Loaded with the first of them, so that the first page comes sooner."""
    from ui import bill_preview, intake_preview, report_preview

    here = session.current()
    if here.intake is not None:
        intake_preview.show(here.intake)
        if here.intake.locked:
            _unlock()
    elif here.report is not None:
        report_preview.show(here.report)
    else:
        with st.container(border=True):
            _upload(_("再加一份账单，例如银行卡的；同一笔只算一次"))
        bill_preview.show()


def more() -> None:
    """Under a case at hand: another file, and what to do with what is there."""
    if _nothing_entered() or _at_hand():
        return
    _keep_or_clear()
    with st.expander(_("再读一份表格、账单或信用报告")):
        _choose_file()


def _nothing_entered() -> bool:
    """Whether there is nothing to show yet, or nothing any more."""
    here = session.current()
    return here.empty and not here.refused


def _at_hand() -> bool:
    """Whether a file is being read or looked at."""
    here = session.current()
    return bool(here.reading or here.carrying.brought or here.intake or here.report or here.bills)


def _choose_file() -> None:
    _upload(
        _(
            "选一个文件，20 MB 以内。表格，支付宝、微信、京东、美团或银行的账单，文字版的信用报告（PDF），加密的存档（.huandeqi），都可以；压缩包也行。"
        )
    )
    st.download_button(
        _("下载空白表格"),
        later(partial(workbook.template, _)),
        "还得起-空白表格.xlsx",
        key="template",
        on_click="ignore",
    )
    _pasted_report()


def _upload(asked: str) -> None:
    here = session.current()
    file = st.file_uploader(asked, key=here.key("upload", len(here.bills)))
    if here.stopped:
        st.caption(_("已取消，什么也没有改。"))
        here.stopped = False
    if file is not None:
        data = file.getvalue()
        if is_sealed(data):
            case_file.brought(data, file.name)
        else:
            here.read(data, "")
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
            found = intake.report_in(text)
            if not found.accounts:
                st.info(_("没有认出信用报告里的账户。请确认复制的是“信贷记录”那部分文字。"))
                return
            here.report = found
            st.rerun()


def _unlock() -> None:
    """A password for the file at hand; it is used once and not kept."""
    here = session.current()
    with st.form("unlock", border=False):
        password = st.text_input(_("密码"), type="password", autocomplete="off")
        if st.form_submit_button(_("打开"), type="primary") and password:
            here.read(here.locked_file, password)
            st.rerun()


def _by_hand() -> None:
    """What to have at hand, and the first page to fill in."""
    with st.container(border=True):
        st.subheader(_("自己动手填"))
        st.write(_("先把这几样放在手边。没有的先空着，随时可以接着填。"))
        st.markdown("\n".join(f"- {_(each)}" for each in _AT_HAND))
        navigation.link("assets", _("开始填"))


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
    session.current().replace(intake.read_workbook(_SAMPLES / f"{slug}.xlsx").case)


def _keep_or_clear() -> None:
    here = session.current()
    with st.container(horizontal=True):
        st.download_button(
            _("把这份内容存成表格"), later(partial(workbook.write, here.case, _)), f"还得起-{_stamp(here.as_of)}.xlsx",
            key="save", on_click="ignore",
        )  # fmt: skip
        with st.popover(_("清空")):
            st.write(_("会把这台电脑上这次填的内容全部删掉，不能恢复。"))
            st.button(_("确定清空"), "clear", on_click=here.clear)


def _stamp(day: date) -> str:
    return day.strftime("%Y%m%d")
