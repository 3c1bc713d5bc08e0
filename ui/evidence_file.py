"""The evidence file on the page: for which debt, what is in it, its fingerprint, and how to verify it."""

from __future__ import annotations

import streamlit as st

from assessment.evidence import Contents, contents
from assessment.evidence.timeline import MEANING, timeline
from ui import paper, session
from ui.cited import citations
from ui.text import _, inert, language, plain, say, sentences

_ALL = ""


def choose() -> Contents:
    """For one debt or for all; the file made for it."""
    here = session.current()
    debts = here.case.debts
    names = [*dict.fromkeys(debt.name for debt in debts if debt.name), _ALL]
    at = names.index(debts[min(here.chosen_debt, len(debts) - 1)].name) if debts else 0
    name = st.selectbox(
        _("为哪笔债"), names, at, lambda each: each or _("全部债务（会写出每一家的名字）"), key=here.key("evidence", "name", len(names))
    )  # fmt: skip
    return here.once(lambda: contents(here.case, here.assessment, plain, sentences, name), "evidence", name, language())


def download(made: Contents) -> None:
    """What is in it, the button, and the fingerprint to note down."""
    here, found = session.current(), made.found
    lines, files, bare = st.columns(3)
    lines.metric(_("往来记录"), _("{count} 条").format(count=len(found.lines)))
    files.metric(_("引用的文件"), _("{count} 个").format(count=len(found.files)))
    bare.metric(_("还没有附文件的"), _("{count} 条").format(count=found.bare))
    if found.name and found.nameless:
        st.caption(
            _("有 {count} 条没写哪笔债，也放进来了；里面写着别家的，先到“往来记录”里补上是哪笔债。").format(
                count=found.nameless
            )
        )
    if found.telling:
        st.caption(
            _(
                "有 {count} 条的原话、对方或文件名里提到了别家。证据要照原样，所以没有改；不想让这一家看到的，别把这几条交出去。"
            ).format(count=found.telling)
        )
    st.download_button(
        _("下载证据包（zip）"), made.data, f"证据包-{here.as_of:%Y%m%d}.zip", "application/zip", key="evidence.download",
        on_click="ignore", type="primary",
    )  # fmt: skip
    st.write(
        _("里面有：时间线（Word）、往来记录（Excel，含文件清单、方案、约定与付款）、给核对程序用的两个文件和说明。录音、截图不在里面，只有名字和指纹；交的时候把原文件一起带上。")
    )  # fmt: skip
    st.write(_("这份证据包的指纹（SHA-256），记下来，最好今天就发给信得过的人："))
    st.code(made.fingerprint, language=None, wrap_lines=True)
    st.caption(_("以后记录多了再打包，是新的一份、新的指纹；旧的那份也留着，能证明前面的没有改过。"))


def meaning() -> None:
    """What it proves and what not, what would prove more, and the command."""
    st.header(_("能说明什么，不能说明什么"))
    st.markdown("\n".join(f"- {say(line)}" for line in MEANING))
    citations(("evidence_original", "evidence_notary", "evidence_timestamp"))
    with st.expander(_("怎样核对有没有改过")):
        st.write(_("在装着这个程序的文件夹里运行；不用联网。改过、少了、多了哪个文件，会一个一个说出来。"))
        st.code("python -m assessment verify 证据包.zip --files 录音文件夹", language=None, wrap_lines=True)
        st.write(
            inert(
                _(
                    "加 --sha256 和当初记下的指纹比；加 --since 旧证据包.zip，看前面的记录后来有没有改过；加 --language en，用英文回答。"
                )
            )
        )


def preview(made: Contents) -> None:
    """The timeline as it stands in the Word file."""
    paper.show(timeline(made.found))
