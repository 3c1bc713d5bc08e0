"""The rules as a person can read, check and extend them."""

from __future__ import annotations

import streamlit as st

from assessment.rules import EXAMPLE
from assessment.text import label
from ui import session, tables
from ui.cited import entry
from ui.text import _, day_text, inert

_OLD_DAYS = 90
SUBJECTS = {
    "rate_caps": label("利率的线"), "penalty_interest": label("罚息、复利、违约金"), "lpr": label("市场报价利率"), "allocation": label("还款先抵什么"),
    "limitation": label("诉讼时效"), "procedure": label("法院程序的期限"), "court_costs": label("诉讼费用、迟延利息"), "enforcement": label("强制执行"),
    "insolvency": label("个人破产"), "credit_record": label("征信"), "collection": label("催收"), "channels": label("找谁帮忙"),
    "negotiation": label("协商"), "living_costs": label("生活费"), "products": label("各平台常见条款"), "crisis": label("紧急求助"), "own": label("自己加的"),
}  # fmt: skip


def age() -> None:
    """How old the pack is, and what follows."""
    here = session.current()
    oldest, newest = here.law.pack.checked
    days = (here.as_of - newest).days
    st.write(
        _(
            "这份规则最近一次核对是 {newest}，最早的一条是 {oldest} 核对的。每条都写明条文、起止日期、来源和有多确定；有争议的给出两头，没核实的标明。"
        ).format(newest=day_text(newest), oldest=day_text(oldest))
    )
    if days > _OLD_DAYS:
        st.info(_("已经 {days} 天没有核对，期间可能有新规定。用之前请打 12348 再确认。").format(days=days))


def own() -> None:
    """Upload of a person's own file; everything wrong in it at once, what is sound is used."""
    here = session.current()
    st.write(
        _(
            "新公布的 LPR、当地的低保标准，可以写在一个文件里上传。和填的内容存在一起，不往外发；写错的会逐条说明，写对的照用。"
        )
    )
    st.download_button(_("下载示例文件"), EXAMPLE, "my-rules.toml", "text/plain")
    file = st.file_uploader(_("上传自己的规则文件（.toml）"), type=["toml", "txt"], key=here.key("rules", "file"))
    if file is not None:
        text = file.getvalue().decode("utf-8", "replace")
        if text != here.own_rules:
            here.take_rules(text)
    if here.rule_problems:
        st.write(_("下面这些没有采用："))
        tables.problems(here.rule_problems)
    if here.own_rules and here.pack is not None:
        st.success(_("已经在用您自己的规则，所有页面都按它算。"))
        st.button(_("不用自己的规则"), here.key("rules", "drop"), on_click=_drop)


def _drop() -> None:
    here = session.current()
    here.take_rules("")
    here.generation += 1


def every() -> None:
    """All rules by subject."""
    found: dict[str, list[str]] = {}
    law = session.current().law
    for rule in law.every:
        found.setdefault(rule.subject, []).append(rule.name)
    listed = [name for name in SUBJECTS if name in found]
    chosen = str(st.selectbox(_("看哪一类"), listed, key="rules.subject", format_func=lambda name: _(SUBJECTS[name])))
    for name in found[chosen]:
        with st.container(border=True):
            entry(law.rule(name))
            st.caption(inert(_("编号：{name}").format(name=name)))
