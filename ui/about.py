"""What the product rests on."""

from __future__ import annotations

import streamlit as st

from assessment.selfcheck import checks
from ui import tables
from ui.text import _


def privacy() -> None:
    """What stays here."""
    st.header(_("您的资料"))
    st.write(
        _(
            "所有计算都在这台电脑上做，不联网，不收集任何使用情况。您在首页选了“只有我用”，填的内容才会存在这台电脑；没有选，或选了和别人共用，就只在内存里，关掉就没有了。"
        )
    )


def method() -> None:
    """How the three figures come about."""
    st.header(_("怎么算"))
    st.write(
        _(
            "可靠收入减去支出，就是每月结余。稳定的收入全算，不稳定的按较低的一半算；日常花费超过参考数又没有原因的，按参考数算。保底是实际结余的一半，建议是调整后结余的九成，上限是调整后结余的全部。"
        )
    )
    st.write(_("还款计划逐月算到分，每月利息四舍五入，最后一期结清余数。"))


def selfcheck() -> None:
    """The published figures recomputed on this machine."""
    st.header(_("自检"))
    if st.button(_("用公开的算例核对一遍"), "selfcheck"):
        tables.records([
            {_("算例"): each.name, _("公布的数"): each.published, _("本机算出"): each.computed, _("一致"): _("是") if each.agrees else _("否")}
            for each in checks()
        ])  # fmt: skip
