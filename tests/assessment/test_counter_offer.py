"""Offers as people say them on the phone, each worked out by hand; what is not said is never read into them."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import numpy_financial
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import deal
from assessment.case import Assumptions
from assessment.deal.hearing import listen
from assessment.offers import Position
from tests.desk_debt import DAY, DEBT

POSITION = Position(DEBT, Assumptions(), DAY)
OFFERS = tomllib.loads((Path(__file__).parent / "counter_offers.toml").read_text(encoding="utf-8"))["offer"]


def false_readings(wanted):
    """How a reading differs from what was worked out by hand."""
    found = deal.read(wanted["said"], POSITION)
    flows = found.flows
    if bool(found.impossible) != wanted.get(
        "unheard", bool(found.impossible) and bool({"clash", "asks", "unread"} & wanted.keys())
    ):
        yield "heard, or not, otherwise than it should be"
    if wanted.get("nothing") or wanted.get("unheard"):
        if flows is not None:
            yield "payments out of nothing"
    elif flows is None and not wanted.get("clash"):
        yield "no payments"
    if "clash" in wanted and bool(found.conflicts or found.impossible) != wanted["clash"]:
        yield f"conflicts {len(found.conflicts)}"
    if "clash" not in wanted and found.conflicts:
        yield "a conflict that is none"
    if "asks" in wanted and not (found.unclear or found.impossible):
        yield "asks nothing"
    if "unread" in wanted and not (found.unread or found.impossible):
        yield "passed over words in silence"
    if "warns" in wanted and not found.warnings:
        yield "no warning"
    if flows is not None:
        yield from different(wanted, flows)


def different(wanted, flows):
    told = {"first": flows.first, "months": flows.months, "total": flows.total}
    for name, value in told.items():
        if name in wanted and value != (wanted[name] if name == "months" else wanted[name] * 100):
            yield f"{name} {value}"
    if "monthly" in wanted and flows.heaviest != round(wanted["monthly"] * 100):
        yield f"monthly {flows.heaviest}"
    if "day" in wanted and flows.first_day != wanted["day"]:
        yield f"day {flows.first_day}"
    if "waived" in wanted and list(flows.waived) != [part * 100 for part in wanted["waived"]]:
        yield f"waived {flows.waived}"
    if "level" in wanted:
        principal, charges = wanted["level"]
        level = -numpy_financial.pmt(0.015, wanted["months"], principal) + charges / wanted["months"]
        if abs(flows.monthly[0] / 100 - level) > 0.011:
            yield f"level {flows.monthly[0]} instead of {level}"


@pytest.mark.parametrize("wanted", OFFERS, ids=lambda wanted: wanted["said"] or "nothing said")
def test_what_was_said_is_what_is_read(wanted):
    assert list(false_readings(wanted)) == []


NONSENSE = [each["said"] for each in OFFERS if each.get("unheard")]


@pytest.mark.parametrize("said", NONSENSE)
def test_what_cannot_be_meant_gets_no_figures_but_a_sentence_with_an_example(said):
    found = deal.read(said, POSITION)
    told = found.impossible[0]
    assert found.flows is None
    assert found.terms is None
    assert str(dict(told.values)["words"]).strip("，") in said
    assert "“" in told.msgid.removeprefix("“{words}”")


def test_there_are_thirty_phrasings_and_as_many_traps_again():
    traps = [each for each in OFFERS if any(each.get(name) for name in ("clash", "nothing", "unread", "warns"))]
    assert len(OFFERS) >= 60
    assert len(traps) >= 15


@settings(max_examples=300, deadline=None)
@given(
    st.text(
        st.sampled_from("0123456789一二三十百千万元期个月年成折%免罚息利本金首付每结清，。、 或不能没分先还后xX*号底"),
        max_size=30,
    )
)
def test_whatever_is_typed_is_answered_and_never_invents_money(text):
    found = deal.read(text, POSITION)
    if found.flows:
        assert found.flows.total >= 0
        assert all(0 <= part <= whole for part, whole in zip(found.flows.waived, POSITION.claim, strict=True))
        assert len(found.flows.monthly) == len(found.flows.days)


@given(st.text(max_size=200))
def test_any_text_at_all_is_heard(text):
    listen(text, DAY)


NAMED = st.fixed_dictionaries({
    "down": st.integers(0, 3_000),
    "months": st.integers(2, 60),
    "payment": st.integers(50, 2_000_00).map(lambda fen: Decimal(fen) / 100),
    "penalty": st.sampled_from(["", "，免罚息", "，罚息全免", "，罚息、违约金都免"]),
    "interest": st.sampled_from([("", 0), ("，利息减半", 60_000), ("，减免利息300元", 30_000), ("，利息只收200", 100_000)]),
})  # fmt: skip


@given(NAMED)
def test_the_pieces_of_an_offer_are_found_in_any_amounts(said):
    words, off = said["interest"]
    text = f"首付{said['down']}，分{said['months']}期，每期{said['payment']}{said['penalty']}{words}"
    flows = deal.read(text, POSITION).flows
    assert flows is not None
    assert flows.first == said["down"] * 100
    assert flows.monthly == (int(said["payment"] * 100),) * said["months"]
    assert flows.waived.penalty == (60_000 if said["penalty"] else 0)
    assert flows.waived.interest == off
    assert flows.total == flows.first + int(said["payment"] * 100) * said["months"]


@given(st.permutations(["36期", "免罚息", "首付2000", "月付820", "利息减半"]))
def test_the_order_of_the_pieces_does_not_matter(pieces):
    found = deal.read(" ".join(pieces), POSITION)
    assert found.flows == deal.read("36期 免罚息 首付2000 月付820 利息减半", POSITION).flows
    assert not found.conflicts


def test_every_word_is_told_what_it_was_taken_for():
    found = deal.read("36期 免罚息 首付1成 月付 820", POSITION)
    assert [each.words for each in found.taken] == ["首付1成", "月付 820", "免罚息", "36期"]


def test_a_word_that_is_not_known_is_shown_as_typed():
    assert deal.read("分22期每期1000，另外送您一台冰箱", POSITION).unread


@pytest.mark.parametrize("text", ["每期600，最后一期结清剩下的", "每月还600，最后一期还清"])
def test_the_last_instalment_is_not_the_only_one(text):
    found = deal.read(text, POSITION)
    assert found.impossible
    assert found.flows is None


def test_a_term_that_is_too_long_is_told_the_bounds():
    told = deal.read("分121期", POSITION).impossible[0]
    assert "1 到 120" in told.msgid
    assert dict(told.values)["words"] == "121期"


def test_only_interest_is_paid_while_paying_is_put_off():
    flows = deal.read("宽限3个月，只还利息，之后分18期", POSITION).flows
    assert flows.monthly[:3] == (300_00, 300_00, 300_00)
    assert len(flows.monthly) == 21
