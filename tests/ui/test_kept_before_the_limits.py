"""What an older version kept and today's limits refuse costs one field, never the case."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from assessment.case import Agreement, Case, Debt, Due, Event, Income, Rate
from assessment.sealed import Cost, seal
from tests.samples import CASES
from ui import case_file, keeping, read_again
from ui.drafts import Drafts
from ui.session import Session
from ui.text import plain

PASSPHRASE = "月亮 楼梯 五角钱"
OWN = CASES["middle_three_debts"].model_copy(
    update={
        "incomes": (Income(name="零工", kind="irregular", history=(Decimal(5200), Decimal(4300))),),
        "events": (Event(name="花呗", day=date(2026, 3, 1), kind="call"),),
        "agreements": (
            Agreement(
                name="花呗",
                dues=(Due(day=date(2026, 12, 8), amount=Decimal(820)), Due(day=date(2027, 1, 8), amount=Decimal(820))),
            ),
        ),
    }
)
DAY = ("debts", 1, "contract_date")


def kept(path=DAY, value="1979-12-31", *, in_a_snapshot=False) -> str:
    """The case and one snapshot of it, as the version before wrote them, with one value nothing limited then."""
    session = Session()
    session.replace(OWN)
    session.take_snapshot("通话前")
    raw = json.loads(session.content().model_dump_json())
    node = (raw["snapshots"][0]["held"] if in_a_snapshot else raw)["case"]
    for part in path[:-1]:
        node = node[part]
    node[path[-1]] = value
    return json.dumps(raw)


def without(path) -> Case:
    """The case with one field as it is in a new entry."""
    section, place, name = path
    entry = getattr(OWN, section)[place]
    bare = entry.model_copy(update={name: type(entry).model_fields[name].get_default()})
    entries = getattr(OWN, section)
    return OWN.model_copy(update={section: (*entries[:place], bare, *entries[place + 1 :])})


def named(here, path) -> str:
    return plain(here.refused[path][1].what)


@pytest.fixture
def disk(tmp_path, monkeypatch):
    monkeypatch.setattr(keeping, "DRAFTS", Drafts(tmp_path))
    keeping.DRAFTS.create()
    return keeping.DRAFTS


@pytest.mark.parametrize("day", ["1979-12-31", "0026-03-01", "2101-01-01"])
def test_a_draft_with_a_day_of_no_year_opens_with_all_else_and_the_day_to_be_mended(disk, day):
    draft = disk.add("从前的", kept(value=day), date(2026, 11, 1))
    here = Session(token="a" * 32)
    here.answer("mine")
    here.open_kept(draft.id)
    assert here.keeping.trouble == ""
    assert here.case == without(DAY)
    assert {path: typed for path, (typed, _told) in here.refused.items()} == {DAY: day}
    assert named(here, DAY) == f"“{day}”不是能看懂的借款日期。"
    assert here.snapshots[0].held.case == OWN
    here.keep()
    again = Session(token="b" * 32)
    again.answer("mine")
    again.open_kept(draft.id)
    assert (again.case, again.refused) == (here.case, here.refused)


def test_a_case_file_with_a_day_of_no_year_opens(monkeypatch):
    here = Session()
    monkeypatch.setattr(case_file.session, "current", lambda: here)
    here.carrying.bring(seal(kept().encode(), PASSPHRASE, Cost(power=14)), "存档", None)
    case_file._open(PASSPHRASE)
    assert here.carrying.wrong is None
    assert here.case == without(DAY)
    assert here.refused[DAY][0] == "1979-12-31"


def test_a_snapshot_with_a_day_of_no_year_is_there_to_go_back_to(disk):
    draft = disk.add("从前的", kept(in_a_snapshot=True), date(2026, 11, 1))
    here = Session(token="a" * 32)
    here.answer("mine")
    here.open_kept(draft.id)
    assert (here.case, here.refused) == (OWN, {})
    here.go_back_to(0)
    assert here.case == without(DAY)
    assert here.refused[DAY][0] == "1979-12-31"


@pytest.mark.parametrize(
    ("path", "value", "typed"),
    [
        (("debts", 0, "principal"), "100000000.01", "100000000.01"),
        (("debts", 0, "instalments_left"), 601, "601"),
        (("debts", 0, "rate"), {"value": "11", "per": "year", "basis": 365}, "年1100%"),
        (("events", 0, "day"), "0026-03-01", "0026-03-01"),
        (("incomes", 0, "history"), ["5200", "100000001"], "5200、100000001"),
        (
            ("agreements", 0, "dues"),
            [{"day": "0026-12-08", "amount": "820"}, {"day": "2027-01-08", "amount": "820.5"}],
            "0026-12-08 820\n2027-01-08 820.5",
        ),
    ],
)
def test_whatever_lies_beyond_a_limit_waits_as_it_would_be_typed(path, value, typed):
    here = Session()
    here._take(read_again.content(kept(path, value)))
    assert here.case == without(path)
    assert {where: words for where, (words, _told) in here.refused.items()} == {path: typed}


def test_a_value_of_the_household_and_two_at_once_are_mended():
    raw = json.loads(kept())
    raw["case"]["household"]["adults"] = 21
    here = Session()
    here._take(read_again.content(json.dumps(raw)))
    assert here.refused[("household", "adults")][0] == "21"
    assert here.refused[DAY][0] == "1979-12-31"
    assert here.case.debts == without(DAY).debts


def test_what_was_typed_last_stays_where_an_older_value_is_set_aside():
    raw = json.loads(kept())
    raw["refused"] = [{"path": list(DAY), "typed": "去年春天"}]
    assert [each.typed for each in read_again.content(json.dumps(raw)).refused] == ["去年春天"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("debts", 0, "name"), "长" * 61),
        (("debts", 0, "collection"), "a_status_of_tomorrow"),
        (("debts", 0, "field_of_tomorrow"), 1),
        (("debts", 0, "contract_date"), {"year": 1979}),
    ],
)
def test_what_has_no_default_or_is_of_another_version_stays_unreadable(path, value):
    with pytest.raises(ValidationError):
        read_again.content(kept(path, value))


def test_what_is_within_the_limits_is_the_very_same():
    session = Session()
    session.replace(OWN.model_copy(update={"debts": (Debt(name="甲", rate=Rate(value=Decimal("0.0005"), per="day")),)}))
    content = session.content()
    assert read_again.content(content.model_dump_json()) == content
