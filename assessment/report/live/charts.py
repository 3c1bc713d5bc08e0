"""Native charts of the report: plain bars with named axes, in the product's own colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TEAL = "0B6E78"
_WIDTH_CM, _FRAME_CM, _BAR_CM = 24, 4, 0.75
_ROW_CM = 0.53


def bars(sheet: Worksheet, at: str, title: str, unit: str, cells: tuple[int, int, int, int]) -> None:
    """Bars of a column's amounts. `cells` are first row, last row, the names' column and the amounts' column."""
    from openpyxl.chart import BarChart, Reference
    from openpyxl.chart.label import DataLabelList

    first, last, names, amounts = cells
    chart = BarChart()
    chart.type, chart.style, chart.legend = "bar", 10, None
    chart.title, chart.y_axis.title = title, unit
    chart.add_data(Reference(sheet, min_col=amounts, min_row=first, max_row=last))
    chart.set_categories(Reference(sheet, min_col=names, min_row=first, max_row=last))
    chart.series[0].graphicalProperties.solidFill = _TEAL
    chart.dataLabels = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False)
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.number_format, chart.y_axis.majorGridlines = "#,##0", None
    chart.y_axis.scaling.min = 0
    chart.x_axis.tickLblSkip, chart.y_axis.crosses = 1, "max"
    chart.gapWidth, chart.width, chart.height = 60, _WIDTH_CM, _FRAME_CM + _BAR_CM * (last - first + 1)
    sheet.add_chart(chart, at)


def rows_of(bars_shown: int) -> int:
    """How many rows of a sheet such a chart covers, with room beneath."""
    return int((_FRAME_CM + _BAR_CM * bars_shown) / _ROW_CM) + 2
