"""The workbook people take along: safe to open anywhere, plain to fill in, fit to print."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from decimal import Decimal

import pytest
from openpyxl.utils import get_column_letter

from assessment.case import Asset, Case, Debt, Expense, Household, Income, Rate
from assessment.layout import HOUSEHOLD_PARTS, columns, sheets
from assessment.report import workbook
from tests.intake.reading import editable
from tests.strategies import AWKWARD

HEADER_ROW = 4
LISTS = ("资产", "收入", "支出", "债务", "往来记录", "一次性的钱", "谈成的协议")
COMPUTED = {"收入": "折合每月", "支出": "折合每月", "债务": "一共欠"}


@pytest.fixture(scope="module")
def empty():
    return editable(workbook.template())


@pytest.fixture(scope="module")
def awkward():
    """Every awkward text in every place that holds text."""
    return editable(
        workbook.write(
            Case(
                household=Household(place="=1+1"),
                assets=tuple(Asset(name=text, note=text) for text in AWKWARD),
                incomes=tuple(Income(name=text, note=text) for text in AWKWARD),
                expenses=tuple(Expense(name=text, reason=text, note=text) for text in AWKWARD),
                debts=tuple(Debt(name=text, product=text, note=text) for text in AWKWARD),
            )
        )
    )


def header(page):
    """Columns by their titles, without the units beneath."""
    return {cell.value.split("\n")[0]: cell.column_letter for cell in page[HEADER_ROW] if cell.value}


def cells(book):
    return [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]


def test_the_sheets_are_these_and_none_is_hidden(empty):
    assert empty.sheetnames == ["说明", "家庭", *LISTS]
    for page in empty:
        assert page.sheet_state == "visible"
        assert not any(
            dimension.hidden for dimension in (*page.column_dimensions.values(), *page.row_dimensions.values())
        )


def test_no_text_becomes_a_formula_whatever_it_begins_with(awkward):
    ours = {f"{title}!{header(awkward[title])[name]}" for title, name in COMPUTED.items()} | {
        f"{title}!B" for title in LISTS
    }
    formulas = [cell for cell in cells(awkward) if cell.data_type == "f"]
    assert {f"{cell.parent.title}!{cell.column_letter}" for cell in formulas} <= ours
    assert all(cell.row == 2 for cell in formulas if cell.column_letter == "B")
    texts = [cell for cell in cells(awkward) if isinstance(cell.value, str) and cell.data_type != "f"]
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in texts)


def test_no_formula_of_ours_reaches_outside_its_sheet(awkward):
    for cell in cells(awkward):
        if cell.data_type == "f":
            assert not any(sign in cell.value for sign in ("!", "[", "http", "|", "INDIRECT", "HYPERLINK"))


def test_the_file_holds_no_link_macro_or_path_out():
    with zipfile.ZipFile(io.BytesIO(workbook.template())) as archive:
        assert not [name for name in archive.namelist() if "external" in name.lower() or "vba" in name.lower()]
        assert not [name for name in archive.namelist() if b'TargetMode="External"' in archive.read(name)]
        assert b"openpyxl" not in archive.read("docProps/core.xml")


@pytest.mark.parametrize("sheet", sheets(), ids=lambda sheet: sheet.title)
def test_a_list_shows_every_field_with_its_unit_why_and_choices(empty, sheet):
    page = empty[sheet.title]
    named = header(page)
    assert page[f"A{HEADER_ROW}"].value == "序号"
    offered = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in page.data_validations.dataValidation}
    for column in sheet.columns:
        letter = named[column.title]
        assert page[f"{letter}{HEADER_ROW}"].value == (
            f"{column.title}\n（{column.unit}）" if column.unit else column.title
        )
        comment = page[f"{letter}{HEADER_ROW}"].comment
        assert (comment.text if comment else "") == column.why
        if column.words:
            assert offered[f"{letter}5"] == '"' + ",".join(column.words.values()) + '"'
            assert not any("," in word for word in column.words.values())
            assert len(offered[f"{letter}5"]) <= 255
        if column.kind == "yes_no":
            assert offered[f"{letter}5"] == '"是,否"'


def test_the_household_sheet_asks_every_item_once(empty):
    titles = [cell.value for cell in empty["家庭"]["A"]]
    for _name, model in HOUSEHOLD_PARTS:
        for column in columns(model):
            assert titles.count(column.title) == 1


def test_only_what_is_filled_in_can_be_typed_over(empty):
    for page in empty:
        assert page.protection.sheet
        assert page.protection.password is None
    for sheet in sheets():
        page = empty[sheet.title]
        for place in range(1, len(sheet.columns) + 2):
            letter = get_column_letter(place)
            assert page[f"{letter}{HEADER_ROW}"].protection.locked
            assert not page[f"{letter}5"].protection.locked
            assert not page[f"{letter}12"].protection.locked
            assert not page.column_dimensions[letter].protection.locked
    for cell in cells(empty):
        assert cell.data_type != "f" or cell.protection.locked
    assert not empty["家庭"]["B5"].protection.locked


@pytest.mark.parametrize("title", LISTS)
def test_a_list_prints_across_with_its_header_on_every_page(empty, title):
    page = empty[title]
    assert page.freeze_panes == "C5"
    assert page.page_setup.orientation == "landscape"
    assert page.page_setup.fitToHeight == 0
    assert page.page_setup.fitToWidth == {"债务": 4, "往来记录": 2, "谈成的协议": 2}.get(title, 1)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.print_title_rows == "$4:$4"
    assert page.print_title_cols == "$A:$B"
    assert page.print_area.startswith(f"'{title}'!$A$1:")


def test_the_example_is_marked_and_only_in_the_template(empty):
    for title in LISTS:
        assert empty[title]["A5"].value == "示例"
        assert empty[title]["B5"].value.startswith("示例：")
        assert editable(workbook.write(Case()))[title]["B5"].value is None


def test_money_days_and_shares_are_numbers_with_their_formats():
    debt = Debt(
        name="借呗",
        principal=Decimal("1234.56"),
        contract_date=datetime(2026, 3, 1).date(),
        rate=Rate(value=Decimal("0.0005"), per="day"),
    )
    book = editable(
        workbook.write(Case(assets=(Asset(name="车", value=1, quick_share=Decimal("0.7")),), debts=(debt,)))
    )
    page, named = book["债务"], header(book["债务"])
    money = page[named["剩余本金"] + "5"]
    assert (money.value, money.number_format) == (1234.56, '"¥"#,##0.00')
    day = page[f"{named['借款日期']}5"]
    assert (day.value, day.number_format) == (datetime(2026, 3, 1), "yyyy-mm-dd")
    assert page[f"{named['合同利率']}5"].value == "日0.05%"
    share = book["资产"][f"{header(book['资产'])['急卖能拿到几成']}5"]
    assert (share.value, share.number_format) == (0.7, "0.00%")


def test_nothing_known_is_blank_and_nothing_owed_is_nought():
    book = editable(workbook.write(Case(debts=(Debt(name="借呗"),))))
    page, named = book["债务"], header(book["债务"])
    assert page[f"{named['逾期金额']}5"].value is None
    assert page[f"{named['欠的利息']}5"].value == 0


def test_what_looks_like_an_escape_is_written_so_that_it_stays_what_it_is():
    book = editable(workbook.write(Case(debts=(Debt(name="_x000D_"),))))
    assert book["债务"]["B5"].value == "_x005F_x000D_"
