"""What a person takes with them: one paper at a time, seen first, then as Word, printed, or as a picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from assessment import Assessment, DebtAssessment
from assessment.deal.preparation import Preparation
from assessment.offers import Judged
from assessment.report import live, one_page, picture, word
from assessment.report.call_card import call_card
from assessment.report.editions import without_lenders
from assessment.report.household_plan import Naming, by_name, by_number, household_plan, short_plan
from assessment.report.paper import Paper
from assessment.text import label
from ui import call_card as call
from ui import choose, handed, paper, printing, request_letter, session
from ui.text import _, later, plain, sentences

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook beside a paper: what its key says, what its file is called, and its making."""

    title: str
    name: str
    write: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Draft:
    """A paper ready to go: what its files are called, what it is as a picture and as a workbook, if it may be one.

    `look` is how it is set in Word; `sheet` is "pages", or "one_page" where it is to stay on one.
    """

    paper: Paper
    name: str
    picture: Paper | None = None
    look: word.Look = word.READING
    sheet: str = "pages"
    workbook: Workbook | None = None
    letter: handed.Letter | None = None


def show() -> None:
    """Which paper, its files, and the paper itself."""
    chosen = str(
        st.radio(_("哪一份"), list(_PAPERS), format_func=lambda name: _(_PAPERS[name][0]), key="report.edition", horizontal=True)
    )  # fmt: skip
    draft = _PAPERS[chosen][1]()
    if draft is None:
        return
    if draft.letter:
        handed.keys(_("下载 Word"), draft.letter, "report.word")
    with st.container(horizontal=True, vertical_alignment="center"):
        if not draft.letter:
            _word(draft, _("下载 Word"))
        printing.key()
        _picture(draft)
        _workbook(draft.workbook)
    with st.container(key=draft.sheet):
        paper.show(draft.paper)


def card_in_word(ready: Preparation) -> None:
    """The card's file, beside the call itself."""
    _word(_card_of(ready), _("下载一页卡（Word）"))


def _word(draft: Draft, title: str) -> None:
    paper.download(title, draft.paper, f"{draft.name}.docx", "report.word", draft.look)


def _picture(draft: Draft) -> None:
    drawn = draft.picture
    if drawn is None:
        return
    if picture.typeface() is None:
        st.caption(_("这台电脑上没有找到中文字体，长图做不了；可以打印成 PDF，或者用 Word。"))
        return
    st.download_button(
        _("下载长图"), later(lambda: picture.write(drawn, plain, sentences)), f"{draft.name}.png", "image/png",
        key="report.picture", on_click="ignore",
    )  # fmt: skip


def _workbook(made: Workbook | None) -> None:
    if made is not None:
        st.download_button(
            made.title, later(made.write), f"{made.name}.xlsx", _EXCEL, key="report.workbook", on_click="ignore"
        )


def _found() -> Assessment:
    """The assessment with the terms changed on the screen."""
    here = session.current()
    return replace(here.assessment, debts=tuple(map(here.debt, range(len(here.case.debts)))))


def _full() -> Draft:
    named = st.toggle(_("长图里也写欠谁的"), key="report.named")
    st.caption(_("长图是给聊天用的，默认不写欠谁的，也不带还款表和依据。"))
    return _plan(by_name, by_name if named else by_number)


def _family() -> Draft:
    return _plan(by_number, by_number)


def _plan(called: Naming, in_picture: Naming) -> Draft:
    here, found = session.current(), _found()
    plan = household_plan(found, called, here.law)
    name = f"还款计划-{here.as_of:%Y%m%d}"
    return Draft(plan, name, short_plan(found, in_picture), workbook=_of_household(found, called, name))


def _of_household(found: Assessment, called: Naming, name: str) -> Workbook | None:
    """Entries and results, computed anew where the workbook is opened; in the family's edition without the lenders."""
    here = session.current()
    if len(found.debts) > live.MOST_DEBTS:
        st.caption(_("债务超过 20 笔，算式表会太大，这里只给 Word 计划。"))
        return None
    st.caption(
        _(
            "算式表里有填过的全部内容、每个方案和逐期还款表。在 Excel 或 WPS 里改一格，结果跟着重新算；整份表也能再上传回来。"
        )
    )
    case = here.case if called is by_name else without_lenders(here.case, plain)
    return Workbook(_("下载算式表（Excel）"), name, lambda: live.write(case, found, here.law, plain, called))


def _letter() -> Draft | None:
    found = choose.debt()
    letter = None if found is None else request_letter.draft(found)
    if found is None or letter is None:
        return None
    name = f"方案请求书-{found.index + 1}"
    to = found.debt.name
    sent = handed.Letter(letter.paper, f"{name}.docx", to, "asked", to, _("寄出方案请求书"))
    return Draft(letter.paper, name, workbook=_of_offer(found, letter.option), letter=sent)


def _of_offer(found: DebtAssessment, option: Judged | None) -> Workbook | None:
    """The schedule that is asked for, with nothing of other debts."""
    if option is None or option.outcome.terms.kind == "cure_arrears":
        return None
    day = session.current().as_of
    name = f"还款表-{found.index + 1}"
    return Workbook(_("下载还款表（Excel）"), name, lambda: live.offer_sheet(found, option, day, plain))


def _card() -> Draft | None:
    found = choose.debt()
    return None if found is None else _card_of(call.prepared(found))


def _card_of(ready: Preparation) -> Draft:
    card = call_card(ready)
    look = one_page.look(card, plain, sentences)
    return Draft(card, f"通话卡-{ready.room.found.index + 1}", card, look, "one_page")


_PAPERS: dict[str, tuple[str, Callable[[], Draft | None]]] = {
    "full": (label("整份计划"), _full),
    "family": (label("给家人看，不写欠谁的"), _family),
    "letter": (label("给一家出借方的请求书"), _letter),
    "card": (label("打电话用的一页卡"), _card),
}
