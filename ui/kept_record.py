"""What the credit report would show while the agreement is kept, and the objection once it is wrong."""

from __future__ import annotations

import streamlit as st

from assessment import DebtAssessment
from assessment.credit import CreditPath
from assessment.deal.tracking import Tracked
from assessment.deal.what_now import record
from assessment.report.letters.forms import WRONG_RECORD
from ui import complaint, letter_form, session
from ui.cited import citations
from ui.text import _, day_text, inert, month, sentences


def show(found: DebtAssessment, now: Tracked) -> None:
    """Two bounds where reporting was not agreed, one line each; the objection once all is paid."""
    here = session.current()
    if found.debt.lender == "private":
        st.write(_("个人之间的借款一般不进信用报告；上了法院的失信名单另说。"))
        return
    if now.missed:
        st.write(_("有一期没付上，从那天起可能又按逾期报。下面是马上补上、以后都按时付的样子。"))
    calendar = record(now, found.debt, here.law)
    best, worst = calendar.re_aged, calendar.until_cleared
    if best == worst:
        st.write(inert(_path(best)))
    else:
        better = _("较好的情形：{path}").format(path=_path(best))
        worse = _("较差的情形：{path}").format(path=_path(worst))
        st.markdown(f"- {inert(better)}\n- {inert(worse)}")
        st.caption(_("协议里没写清怎么报，两种都可能。问清以后在“约定怎么写的”里选好。"))
    citations(calendar.rules)
    if now.finished:
        _objection(found)


def _path(path: CreditPath) -> str:
    """The codes in words: until when overdue, when closed, when the record lapses."""
    late = [day for day, code in zip(path.months, path.codes, strict=True) if code.isdigit()]
    closed = next((day for day, code in zip(path.months, path.codes, strict=True) if code == "C"), None)
    told = [
        _("到 {month} 还显示逾期。").format(month=month(late[-1])) if late else "",
        _("从这个月起按正常（N）显示。") if path.codes[0] == "N" else "",
        _("{month} 显示结清（C）。").format(month=month(closed)) if closed else "",
        _("以前的逾期记录到 {day} 删除。").format(day=day_text(path.lapses)) if path.lapses else "",
    ]
    return sentences(*told)


def _objection(found: DebtAssessment) -> None:
    """The form begun with what the agreement tells, and the one letter of objection once a line says what is wrong."""
    with st.expander(_("报告写错了：写一份征信异议")):
        letter_form.one(
            found.index, WRONG_RECORD,
            {"机构": found.debt.name, "应当是": _("账户状态“结清”，余额 0"), "凭证": _("协议、付款回执、结清证明")},
        )  # fmt: skip
        complaint.take(found.index, complaint.objection(found.index))
