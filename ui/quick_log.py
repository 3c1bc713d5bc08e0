"""One key writes a line of the log: the day and the time by themselves, and what was typed so far."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

import streamlit as st
from pydantic import Field, TypeAdapter

from assessment import money
from assessment.case import Event, EventKind, Proof, words
from assessment.case.models import Yuan
from assessment.text import label
from ui import clock, session
from ui import proofs as files
from ui.cited import citations
from ui.text import _, inert

_KEYS: dict[EventKind, str] = {
    "call": label("来电，接了"), "dialled": label("来电，没接"), "message": label("短信、微信"), "visit": label("上门"),
    "third_party": label("找了别人"), "payment": label("我还了钱"), "sent": label("我寄出了材料"),
}  # fmt: skip
_NAME, _NOTE = 60, 500


def show(name: str) -> None:
    """The form and its keys, for the debt of that name."""
    session.current().noting.turn_to(name)
    with st.container(border=True):
        _who()
        _said()
        files.field(
            _("附上录音、截图、回执（可不附）"), session.current().noting.proofs, session.current().noting.hold, "note"
        )
        _keys(name)
    st.caption(_("录音：自己参加的通话，一般可以自己录；开头说一句“本次通话我会录音”最稳妥。"))
    citations(("evidence_recording", "evidence_original"))


def _who() -> None:
    noting = session.current().noting
    for column, name, asked in zip(
        st.columns(3), ("who", "number", "staff"), (_("对方是谁"), _("对方的号码"), _("对方的工号")), strict=True
    ):
        with column:
            setattr(noting, name, st.text_input(asked, getattr(noting, name), _NAME, _key(name), autocomplete="off"))


def _said() -> None:
    noting = session.current().noting
    noting.words = st.text_area(
        _("对方说了什么（照原话）"), noting.words, key=_key("words"), max_chars=_NOTE, height=90
    )
    left, right = st.columns((2, 1))
    with left:
        noting.promise = st.text_input(
            _("对方答应了什么"), noting.promise, _NOTE, _key("promise"), autocomplete="off",
            placeholder=_("例如：三天内发书面方案"),
        )  # fmt: skip
    with right:
        noting.amount = st.text_input(
            _("金额（还款时填）"), noting.amount, 20, _key("amount"), autocomplete="off", placeholder=_("例如 820")
        )


def _keys(name: str) -> None:
    with st.container(horizontal=True):
        for kind, title in _KEYS.items():
            st.button(_(title), _key(kind), on_click=_log, args=(name, kind))
    here = session.current()
    if told := here.noting.told(here.page):
        st.markdown(f":green-background[{inert(told)}]")
    else:
        st.caption(_("按一下就记下：今天的日期、现在的时间，加上上面填的。其余的可以过后再补。"))


def _key(name: str) -> str:
    here = session.current()
    return here.key("note", name, here.noting.turn)


def _log(name: str, kind: EventKind) -> None:
    """The line, of what stands in the fields now: they may have changed since the page was drawn."""
    noting = session.current().noting
    typed = {
        each: str(session.typed(_key(each)) or "") for each in ("who", "number", "staff", "words", "promise", "amount")
    }
    paid = typed.pop("amount").strip()
    if write(name, kind, noting.proofs, paid if kind == "payment" or paid else None, **typed):
        noting.written()
    noting.who, noting.number, noting.staff = typed["who"], typed["number"], typed["staff"]


def write(name: str, kind: EventKind, proofs: tuple[Proof, ...], paid: str | None = None, **typed: str) -> bool:
    """A line of today, with its files; nothing is written and nothing lost where the amount is none."""
    here, now = session.current(), clock.time_of_day()
    try:
        amount = None if paid is None else yuan(paid)
        more = {} if amount is None else {"amount": amount}
        event = Event(name=name, day=here.as_of, time=now, kind=kind, proofs=proofs, **more, **typed)
    except ValueError:
        here.noting.tell(here.page, _("没有记：先把金额填对，例如 820 或 1.2万。"))
        return False
    here.add("events", event)
    here.noting.tell(here.page, _("{time} 记下了：{what}").format(time=now, what=_(words.EVENT_KIND[kind])))
    return True


def yuan(text: str) -> Decimal:
    """An amount that can be paid. Raises ValueError for any other text."""
    return _PAID.validate_python(money.parse(text).yuan)


_PAID: TypeAdapter[Decimal] = TypeAdapter(Annotated[Yuan, Field(gt=0)])
