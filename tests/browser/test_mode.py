"""The browser goes dark while a page is open: charts are drawn in the colours of the dark at once, and nothing typed is lost."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser import walk
from tests.browser.test_presenter import MIDDLE, begun
from ui.charts import theme

AXIS = ".js-plotly-plot .ytick text, .js-plotly-plot .xtick text"


def rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[place : place + 2], 16)) for place in (1, 3, 5))})"


def drawn_in(page: Page, palette: theme.Palette) -> None:
    expect(page.locator(AXIS).first).to_have_css("fill", rgb(palette.quiet))


def test_charts_go_dark_and_light_again_with_the_browser(server, page):
    walk.open_sample(page, server.address, MIDDLE)
    walk.go(page, "方案比较")
    drawn_in(page, theme.LIGHT)
    page.emulate_media(color_scheme="dark")
    drawn_in(page, theme.DARK)
    page.emulate_media(color_scheme="light")
    drawn_in(page, theme.LIGHT)


def test_what_is_half_typed_stays_when_the_browser_goes_dark(server, page):
    walk.open_sample(page, server.address, MIDDLE)
    walk.go(page, "债务")
    box = walk.field(page, "剩余本金（元）")
    box.fill("12345")
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(1_000)
    walk.settled(page)
    expect(box).to_have_value("12345")


def test_the_other_sides_window_goes_dark_by_itself(server, page):
    window = begun(page, server.address)
    walk.go(page, "方案比较")
    drawn_in(page, theme.LIGHT)
    walk.settled(page)
    walk.click(page.get_by_role("button", name="送到对方窗口").last)
    drawn_in(window, theme.LIGHT)
    window.emulate_media(color_scheme="dark")
    drawn_in(window, theme.DARK)
