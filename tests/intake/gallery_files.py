"""The gallery's layouts, bills and reports as files, by name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from tests.intake import banks, bills, reports
from tests.intake.containers import CONTAINERS, sheets, text, xlsx
from tests.intake.gallery import BUDGET, LAYOUTS, WORKBOOKS

Files = dict[str, Callable[[], bytes]]

LAYOUT_FILES: Files = {name: partial(xlsx, rows) for name, (rows, _expected) in LAYOUTS.items()}
LAYOUT_FILES |= {
    f"plain, as {name}": partial(made, LAYOUTS["plain"][0]) for name, made in CONTAINERS.items() if name != "xlsx"
}
LAYOUT_FILES["locked bundle"] = lambda: bills.zipped("债务.csv", text(LAYOUTS["plain"][0]).encode("gb18030"), "135790")
BUDGET_FILES: Files = {name: partial(xlsx, rows) for name, (rows, _expected) in BUDGET.items()}
WORKBOOK_FILES: Files = {name: partial(sheets, named) for name, (named, _expected) in WORKBOOKS.items()}
BILL_FILES: Files = {
    "支付宝 2023": lambda: bills.alipay(bills.a_year(), date(2025, 11, 1), date(2026, 10, 31)),
    "支付宝 2021": lambda: bills.alipay_2021(bills.a_year()),
    "微信 CSV": lambda: bills.wechat_csv(bills.a_year()),
    "微信 CSV，多了制表符": lambda: bills.wechat_csv_with_tabs(bills.a_year()),
    "微信 XLSX 2025": lambda: bills.wechat_xlsx_2025(bills.a_year()),
    "微信 XLSX 2026": lambda: bills.wechat_xlsx(bills.a_year()),
    "支付宝压缩包，有密码": lambda: bills.zipped(
        "支付宝.csv", bills.alipay(bills.a_year(), date(2025, 11, 1), date(2026, 10, 31)), "135790"
    ),
    **{name: make for name, (make, _expected) in banks.FORMATS.items()},
}
REPORT_FILES: Files = {"简版，文字": reports.BRIEF.encode}
