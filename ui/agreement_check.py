"""A lender's agreement: put in, checked, and what to ask for in one message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from assessment import DebtAssessment
from assessment.deal import Flows
from assessment.deal.agreement import Amiss, Checked, Finding, Met, Stands, Status, Wrong, check
from assessment.deal.agreement.clauses import points
from assessment.deal.ledger import Entry
from assessment.intake.container import Unreadable
from assessment.intake.files import read_words
from assessment.law.passages import LONGEST
from assessment.text import Text, label
from ui import session
from ui.cited import citations
from ui.live_offer import entries
from ui.text import _, inert, plain, say, sentences

_STATUS: dict[Status, str] = {"found": label("写了"), "missing": label("没写"), "unclear": label("不清楚")}
_LEVEL = {"danger": label("这样先别签"), "care": label("再看一眼")}


def put(found: DebtAssessment) -> None:
    """The agreement's text, pasted or out of a file; what is typed may be corrected."""
    here = session.current()
    desk = here.desk
    file = st.file_uploader(
        _("协议文件（Word、文字版 PDF 或 TXT）"), ["docx", "pdf", "txt"], key=here.key("agreement", "file", desk.sheet)
    )
    if file is not None:
        _read(file.getvalue())
    typed = st.text_area(
        _("或者把文字贴在这里"), desk.paper, height=220, key=here.key("agreement", "text", desk.sheet), max_chars=LONGEST,
        help=_("只在这台电脑上核对，不保存、不上传。"),
    )  # fmt: skip
    if typed != desk.paper:
        desk.ticked.clear()
    desk.paper = typed
    if typed.strip():
        desk.read_for = found.debt.name
    with st.container(horizontal=True):
        st.button(_("体检"), here.key("agreement", "check"), type="primary")
        if desk.paper:
            st.button(_("换一份"), here.key("agreement", "clear"), on_click=desk.lay, args=("",))


def _read(data: bytes) -> None:
    """A file's words into the field; the file itself is read apart and not kept."""
    here = session.current()
    try:
        with st.spinner(_("正在读文件")):
            text = read_words(data)
    except Unreadable as refused:
        st.info(sentences(say(refused.what), say(refused.instead)))
        return
    if not text.strip():
        st.info(_("这个文件里没有读到文字。请打开后把文字复制过来。"))
        return
    here.desk.lay(text[:LONGEST])
    st.rerun()


def against(found: DebtAssessment) -> Flows | None:
    """The offer made on the phone that the agreement is held against."""
    here = session.current()
    offers = [entry for entry in entries(found) if entry.flows]
    if not offers:
        st.caption(_("“通话”页记下的方案会出现在这里，好跟协议逐项比。"))
        return None
    chosen = st.selectbox(
        _("跟电话里谈的哪个方案比"), range(len(offers)), len(offers) - 1, lambda place: _offer(offers[place]),
        key=here.key("agreement", "against", found.index, len(offers)),
    )  # fmt: skip
    return offers[chosen].flows


def _offer(entry: Entry) -> str:
    side = _("对方") if entry.side == "theirs" else _("我")
    return _("{part}：{field}").format(part=side, field=entry.event.words)


def show(found: DebtAssessment, offer: Flows | None) -> None:
    """The check of what was put in, the gravest first; without a text, the points to tick by hand."""
    here = session.current()
    paper = here.desk.paper
    if not paper.strip():
        _by_hand(found)
        return
    checked = check(paper, found.position, here.law, offer)
    _summary(checked)
    _dangers(checked.dangers)
    _figures(checked)
    wanting = [each for each in checked.points if not _good(each)]
    if wanting:
        st.header(_("要对方补上的"))
        for each in wanting:
            _point(each)
    _message(wanting, checked)
    with st.expander(_("写清了的 {count} 条").format(count=len(checked.points) - len(wanting))):
        for each in checked.points:
            if _good(each):
                _point(each)


def _good(each: Stands) -> bool:
    return each.status == "found" or each.point.id in session.current().desk.ticked


def _summary(checked: Checked) -> None:
    ticked = session.current().desk.ticked
    good = sum(_good(each) for each in checked.points)
    grave = sum(met.danger.level == "danger" for met in checked.dangers)
    counted = _("{all} 条里写清了 {good} 条").format(all=len(checked.points), good=good)
    st.subheader(
        _("{counted}；有 {grave} 处先别签；数字有 {off} 处要对。").format(
            counted=counted, grave=grave, off=checked.to_mend
        )
    )
    if ticked:
        st.caption(_("您核对后打了勾的 {count} 条也算写清了。").format(count=len(ticked)))
    st.caption(
        _("这里只认字：章是不是真的、对方有没有权签，要您自己看。没有找到问题，不等于没有问题；拿不准打 12348。")
    )


def _dangers(met: Sequence[Met]) -> None:
    if not met:
        return
    st.header(_("签之前先看这几处"))
    for each in met:
        with st.container(border=True):
            st.markdown(f"**{inert(_(each.danger.title))}**　:orange-background[{_(_LEVEL[each.danger.level])}]")
            st.markdown(f"> {inert(each.line.words)}")
            st.write(inert(_(each.danger.holds)))
            citations(each.danger.rules)


def _figures(checked: Checked) -> None:
    """A rate above its line, and every figure that is amiss with what follows from it beneath."""
    if not (checked.findings or checked.above):
        return
    st.header(_("数字对一对"))
    above = [f"- {say(checked.above)}"] if checked.above else []
    to_mend = _listed(each for each in checked.findings if each.counts)
    to_look_at = _listed(each for each in checked.findings if not each.counts)
    if above or to_mend:
        st.markdown("\n".join((*above, *to_mend)))
    if to_look_at:
        st.write(_("协议里要的，比您填的欠款多。先看看哪边对："))
        st.markdown("\n".join(to_look_at))


def _listed(findings: Iterable[Finding]) -> list[str]:
    lines = []
    for found in findings:
        lines.append(f"- {say(_amiss(found.cause))}")
        under = (Text("跟着也不对：{what}", what=_amiss(each)) for each in found.follows)
        lines += [f"    - {say(each)}" for each in under]
    return lines


def _amiss(each: Amiss) -> Text:
    """What is amiss, as a sentence."""
    if isinstance(each, Wrong):
        return each.text
    sentence = _AGAINST[each.against]
    return Text(sentence, what=Text(each.what), said=each.said, written=each.written or Text("没有写"))


_AGAINST = {
    "phone": label("{what}：电话里谈的是 {said}，协议里是 {written}。"),
    "debt": label("{what}：您填的是 {said}，协议里要 {written}。"),
}


def _point(each: Stands) -> None:
    here = session.current()
    with st.container(border=True):
        status = _("您已核对") if each.status != "found" and _good(each) else _(_STATUS[each.status])
        st.markdown(f"**{inert(_(each.point.title))}**　:gray-badge[{status}]")
        if each.line:
            st.markdown(f"> {inert(each.line.words)}")
        if each.status == "found":
            return
        st.write(inert(_(each.point.why)))
        st.markdown(_("可以这样要求：{sentence}").format(sentence=inert(_(each.point.ask))))
        citations(each.point.rules)
        st.checkbox(
            _("我看过了，纸上写清了"), each.point.id in here.desk.ticked, here.key("agreement", "tick", each.point.id, here.desk.sheet),
            on_change=here.desk.tick, args=(each.point.id,),
        )  # fmt: skip


def _message(wanting: Sequence[Stands], checked: Checked) -> None:
    """Everything to ask for as one message to send."""
    clauses = [
        _("“{title}”这一条请删掉或者改掉。").format(title=_(met.danger.title))
        for met in checked.dangers
        if met.danger.level == "danger"
    ]
    figures = [_disputed(found) for found in checked.findings if found.counts]
    lines = [*(_(each.point.ask) for each in wanting), *clauses, *figures]
    if not lines:
        return
    numbered = (f"{number}. {line}" for number, line in enumerate(lines, start=1))
    head = _("协议我看过了，请按下面改好、盖章再发给我，我核对后按约付款：")
    with st.expander(_("合成一段话发给对方")):
        st.code("\n".join((head, *numbered)), language=None, wrap_lines=True)


def _disputed(found: Finding) -> str:
    """One figure to mend, and what has to be mended with it."""
    lines = [plain(_amiss(found.cause)), *(plain(_amiss(each)) for each in found.follows)]
    return sentences(*lines, _("请改对。"))


def _by_hand(found: DebtAssessment) -> None:
    """The points as a list to tick, where there is only paper."""
    here = session.current()
    private = found.debt.lender == "private"
    st.write(_("只有纸，也可以对着一条一条打勾："))
    for point in points():
        if point.whose and (point.whose == "private") != private:
            continue
        st.checkbox(
            _(point.title), point.id in here.desk.ticked, here.key("agreement", "tick", point.id, here.desk.sheet),
            help=f"{_(point.why)}{_(point.ask)}", on_change=here.desk.tick, args=(point.id,),
        )  # fmt: skip
