"""Another case in place of this one: nothing of the person before stays, on the table or in the records."""

from __future__ import annotations

from decimal import Decimal

from assessment.case import Case, Debt, Proof
from assessment.counsel import Counsel
from ui.session import Session

OWN = Case(debts=(Debt(name="花呗", principal=Decimal(1000)),))
OTHER = Case(debts=(Debt(name="借呗", principal=Decimal(2000)),))
TAPE = Proof(name="甲的录音.m4a", size=1, sha256="0" * 64)


def of(case: Case, counselor: str) -> Session:
    session = Session()
    session.replace(case)
    session.counsel = Counsel(counselor=counselor)
    return session


def busy() -> Session:
    session = of(OWN, "甲")
    session.noting.words, session.noting.proofs = "甲说的话", (TAPE,)
    session.desk.lay("甲的协议")
    session.joint_pick = ("asked", 1)
    session.presenting.begin()
    return session


def test_a_case_file_brings_its_own_records_and_takes_the_table_clear():
    here, content = busy(), of(OTHER, "乙").content()
    here.bring_back(content, "乙")
    assert (here.case, here.counsel.counselor) == (OTHER, "乙")
    assert (here.noting.words, here.noting.proofs, here.desk.paper, here.joint_pick) == ("", (), "", None)
    assert not here.presenting.on
    here.undo()
    assert (here.case, here.counsel.counselor) == (OWN, "甲")
    here.redo()
    assert (here.case, here.counsel.counselor) == (OTHER, "乙")


def test_a_snapshot_takes_no_record_away():
    here = of(OWN, "甲")
    here.take_snapshot("以前")
    here.counsel = Counsel(counselor="乙")
    here.go_back_to(0)
    assert here.counsel.counselor == "乙"


def test_who_called_about_one_debt_is_not_written_down_for_another():
    noting = Session().noting
    noting.turn_to("花呗")
    noting.number, noting.staff, noting.words, noting.proofs = "0755", "8812", "再不还", (TAPE,)
    noting.turn_to("花呗")
    assert noting.number == "0755"
    noting.turn_to("借呗")
    assert (noting.number, noting.staff, noting.words, noting.proofs) == ("", "", "", ())


def test_a_tab_that_was_duplicated_shares_nothing_that_can_be_changed():
    from ui import keep

    before = busy()
    second = keep._copied(before)
    second.desk.ticked.add("sealed")
    second.noting.words = "别的"
    second.pinned[0] = (1,)
    assert (before.desk.ticked, before.noting.words, before.pinned) == (set(), "甲说的话", {})
