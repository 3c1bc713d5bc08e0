"""An income without outgoings: the figures stand, and what is above every page says that they are too high."""

from __future__ import annotations

import pytest

from assessment.case import Case
from tests.samples import CASES

SAID = "支出一项都还没填"


def above_every_page(pages, case):
    pages.session.replace(case)
    pages.app.run()
    pages.clean()
    return pages.words()


@pytest.mark.usefixtures("through_the_entry")
def test_figures_without_outgoings_are_never_shown_without_saying_so(pages):
    case = CASES["middle_three_debts"]
    assert SAID in above_every_page(pages, case.model_copy(update={"expenses": ()}))
    assert SAID not in above_every_page(pages, case)
    assert SAID not in above_every_page(pages, Case())
