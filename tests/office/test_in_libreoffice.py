"""The workbook in an office program: it opens clean, computes what it says, and comes back unharmed."""

from __future__ import annotations

import shutil
import subprocess
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO

import openpyxl
import pytest

from assessment.case import Case, Expense, Income
from assessment.intake import read_workbook
from assessment.report import outgoing, workbook
from assessment.report.english import translated
from tests.assessment.test_outgoing import PAYLOADS
from tests.samples import CASES
from tests.strategies import AWKWARD

MONTHS = {"day": Decimal(365) / 12, "week": Decimal(365) / 84, "half_month": 2, "month": 1, "quarter": Decimal(1) / 3, "half_year": Decimal(1) / 6, "year": Decimal(1) / 12}  # fmt: skip


def through_office(data, folder):
    """The same workbook, opened, computed and saved again by LibreOffice."""
    office = shutil.which("soffice")
    assert office, "this test needs LibreOffice"
    (folder / "sent.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(folder / "back"),
        str(folder / "sent.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "back" / "sent.xlsx").read_bytes()


def computed(data, folder):
    (folder / "computed.xlsx").write_bytes(data)
    return openpyxl.load_workbook(folder / "computed.xlsx", data_only=True)


def column(page, header):
    letter = next(cell.column_letter for cell in page[4] if cell.value and cell.value.split("\n")[0] == header)
    return [cell.value for cell in page[letter][4:]]


@pytest.mark.parametrize("say", [str, translated], ids=["zh", "en"])
def test_totals_and_months_are_what_they_say(say, tmp_path):
    case = CASES["twelve_debts"]
    more = tuple(Expense(name=period, amount=Decimal("99.99"), period=period) for period in MONTHS)
    book = computed(through_office(workbook.write(case.model_copy(update={"expenses": more}), say), tmp_path), tmp_path)
    owed = [Decimal(str(value)) for value in column(book[say("债务")], say("一共欠")) if value not in (None, "")]
    assert [each.quantize(Decimal("0.01")) for each in owed] == [debt.owed for debt in case.debts]
    assert Decimal(str(book[say("债务")]["B2"].value)).quantize(Decimal("0.01")) == sum(
        debt.owed for debt in case.debts
    )
    monthly = [
        Decimal(str(value)).quantize(Decimal("0.01"))
        for value in column(book[say("支出")], say("折合每月"))
        if value not in (None, "")
    ]
    assert monthly == [(Decimal("99.99") * times).quantize(Decimal("0.01"), ROUND_HALF_UP) for times in MONTHS.values()]
    assert book[say("资产")]["B2"].value == pytest.approx(float(sum(asset.value for asset in case.assets)))


def test_an_amount_in_words_is_left_out_of_the_sum_and_said(tmp_path):
    book = openpyxl.load_workbook(
        BytesIO(workbook.write(Case(incomes=(Income(name="工资", amount=5000), Income(name="兼职", amount=0)))))
    )
    book["收入"]["D6"] = "1.2万"
    out = BytesIO()
    book.save(out)
    back = computed(through_office(out.getvalue(), tmp_path), tmp_path)
    assert column(back["收入"], "折合每月")[:2] == [5000, "有文字，未合计"]
    assert back["收入"]["B2"].value == 5000


@pytest.mark.parametrize("say", [str, translated], ids=["zh", "en"])
def test_the_template_sums_to_nothing_in_spite_of_its_examples(say, tmp_path):
    sent = through_office(workbook.template(say), tmp_path)
    book = computed(sent, tmp_path)
    assert [book[say(title)]["B2"].value for title in ("资产", "收入", "支出", "债务")] == [0, 0, 0, 0]
    assert not [cell for page in book for row in page.iter_rows() for cell in row if str(cell.value).startswith("#")]
    assert read_workbook(sent).case == Case()
    assert read_workbook(sent).problems == ()


@pytest.mark.parametrize("say", [str, translated], ids=["zh", "en"])
@pytest.mark.parametrize("name", ["twelve_debts", "gig_uneven_income", "late_sued"])
def test_a_case_saved_again_by_an_office_program_is_the_same_case(name, say, tmp_path):
    found = read_workbook(through_office(workbook.write(CASES[name], say), tmp_path))
    assert found.case == CASES[name]
    assert found.problems == ()


def test_awkward_names_pass_through_an_office_program_as_words(tmp_path):
    plain = tuple(text for text in AWKWARD if text and not text.startswith("_x"))
    case = Case(expenses=tuple(Expense(name=text, amount=1) for text in plain))
    found = read_workbook(through_office(workbook.write(case), tmp_path))
    assert [line.name for line in found.case.expenses] == [line.name for line in case.expenses]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_no_words_are_computed_by_an_office_program(kind, tmp_path):
    """Payloads go out, an office program opens and saves them, and they are the words they were."""
    payloads = [text for text in PAYLOADS if text.isprintable()]
    if kind == "xlsx":
        case = Case(expenses=tuple(Expense(name=text, amount=1, proof=text, note=text) for text in payloads))
        sent, page, first, letters = workbook.write(case), "支出", 5, "BHJ"
    else:
        sent, page, first, letters = None, "sent", 1, "A"
        lines = "".join(f'"{outgoing.for_csv(text).replace(chr(34), chr(34) * 2)}",1\r\n' for text in payloads)
        (tmp_path / "sent.csv").write_text(lines, encoding="utf-8-sig", newline="")
    back = openpyxl.load_workbook(BytesIO(through_office(sent, tmp_path) if sent else csv_through_office(tmp_path)))
    for letter in letters:
        for row, text in enumerate(payloads, start=first):
            cell = back[page][f"{letter}{row}"]
            assert cell.data_type == "s", cell.coordinate
            assert str(cell.value).endswith(text.strip())


def csv_through_office(folder):
    command = [
        shutil.which("soffice"), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to",
        "xlsx:Calc MS Excel 2007 XML", "--infilter=Text - txt - csv (StarCalc):44,34,76,1,,2052,false,true", "--outdir",
        str(folder / "back"), str(folder / "sent.csv"),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "back" / "sent.xlsx").read_bytes()
