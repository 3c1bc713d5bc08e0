"""What is taken along from the page is what the page shows, in the edition that was chosen."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import openpyxl

from assessment import money
from assessment.case import Case, Debt
from assessment.intake import read_workbook
from ui import take_away


def offered(pages):
    """The labels of everything that can be downloaded."""
    return [each.proto.label for each in pages.app.get("download_button")]


def taken(monkeypatch):
    """What the buttons would hand over, by key."""
    held = {}
    monkeypatch.setattr(
        take_away.st, "download_button", lambda _label, data, *_more, key, **_rest: held.update({key: data})
    )
    return held


def test_the_workbook_and_the_schedule_stand_beside_the_documents(pages):
    pages.sample("middle_three_debts")
    pages.go("report")
    assert offered(pages) == ["下载 Word", "下载长图", "下载算式表（Excel）"]
    pages.app.radio(key="report.edition").set_value("letter").run()
    pages.clean()
    assert offered(pages) == ["下载 Word", "下载还款表（Excel）"]


def test_the_workbook_holds_the_case_and_the_page_s_figures(pages, monkeypatch):
    pages.sample("middle_three_debts")
    held = taken(monkeypatch)
    pages.go("report")
    data = held["report.workbook"]()
    assert read_workbook(data).case == pages.session.case
    front = openpyxl.load_workbook(BytesIO(data), data_only=True)["结果-总览"]
    home = pages.session.assessment.affordability
    assert [Decimal(str(front.cell(row, 2).value)) for row in (6, 7, 8)] == [
        home.floor.yuan,
        home.suggested.yuan,
        home.ceiling.yuan,
    ]
    for place in range(3):
        comparison = pages.session.debt(place).comparison
        best = comparison.options[comparison.recommended].outcome
        assert [front.cell(15 + place, column).value for column in (5, 6)] == [
            float(money.to_yuan(fen)) for fen in (best.monthly, best.total)
        ]


def test_the_family_s_workbook_holds_no_lender(pages, monkeypatch):
    pages.sample("middle_three_debts")
    held = taken(monkeypatch)
    pages.go("report")
    pages.app.radio(key="report.edition").set_value("family").run()
    pages.clean()
    found = read_workbook(held["report.workbook"]()).case
    assert [debt.name for debt in found.debts] == ["第 1 笔", "第 2 笔", "第 3 笔"]
    assert [debt.owed for debt in found.debts] == [debt.owed for debt in pages.session.case.debts]


def test_a_case_too_large_for_the_workbook_says_so(pages):
    many = Case(debts=tuple(Debt(name=f"平台{place}", principal=Decimal(1000)) for place in range(21)))
    pages.session.case = many
    pages.go("report")
    assert "下载算式表（Excel）" not in offered(pages)
    assert "这里只给 Word 计划" in pages.words()


def test_an_empty_case_has_a_workbook_too(pages, monkeypatch):
    held = taken(monkeypatch)
    pages.go("report")
    assert read_workbook(held["report.workbook"]()).case == Case()
