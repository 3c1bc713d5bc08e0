"""Claims about debts that do not hold, marked in a person's own text."""

from __future__ import annotations

import streamlit as st

from assessment.law.claims import Found, find
from assessment.law.passages import LONGEST
from assessment.rules import CONFIDENCE
from assessment.text import label
from ui import session
from ui.text import _, inert

_STANDING = {
    "repealed": label("依据已废止"),
    "changed": label("规定已改"),
    "never": label("从来不成立"),
    "unsure": label("不一定成立"),
}
_EXAMPLE = label(
    "您好，您的借款已严重逾期。根据《合同法》和民间借贷年利率不超过36%的规定，超过3天即构成诈骗，我们将上门抓人，并通知您的单位和通讯录。逾期记录五年后自动消失，也可以付费修复征信。"
)


def check() -> None:
    """The text field, the text with what was found marked, and what holds instead."""
    here = session.current()
    here.pasted = st.text_area(
        _("贴在这里"), here.pasted, height=200, key=here.key("claims", "text"), max_chars=LONGEST,
        help=_("只在这台电脑上核对，不保存、不上传。"),
    )  # fmt: skip
    with st.container(horizontal=True):
        st.button(_("核对"), here.key("claims", "check"), type="primary")
        if not here.pasted:
            st.button(_("放一段例子"), here.key("claims", "example"), on_click=here.paste, args=(_(_EXAMPLE),))
    if here.pasted.strip():
        _show(here.pasted, find(here.pasted))


def _show(text: str, found: tuple[Found, ...]) -> None:
    if not found:
        st.write(_("没有找到收录过的错误说法。这不等于整篇都对，拿不准的请打 12348。"))
        return
    st.write(_("找到 {count} 处。文章其他地方没有逐句核对。").format(count=len(found)))
    st.markdown(_marked(text, found))
    for each in found:
        with st.container(border=True):
            st.markdown(
                _("**“{claim}”：{standing}**").format(
                    claim=inert(_(each.claim.title)), standing=_(_STANDING[each.claim.standing])
                )
            )
            st.markdown(f"> {inert(each.quoted)}")
            st.write(inert(_(each.claim.holds)))
            st.caption(f"{inert(_(each.claim.source))}　{_(CONFIDENCE[each.claim.sure])}")


def _marked(text: str, found: tuple[Found, ...]) -> str:
    """The text as typed, line by line, the places found with a mark around them."""
    parts, at = [], 0
    for each in sorted(found, key=lambda one: one.start):
        if each.start < at:
            continue
        parts += [_lines(text[at : each.start]), f":orange-background[{inert(each.quoted)}]"]
        at = each.end
    return "".join((*parts, _lines(text[at:])))


def _lines(text: str) -> str:
    return "  \n".join(inert(line) for line in text.split("\n"))
