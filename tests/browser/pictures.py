"""Pictures of every page, to be looked at: all widths, light and dark, both languages.

    python -m tests.browser.pictures FOLDER [--sample PLACE] [--only PAGE ...] [--quick]

FOLDER lies outside the project. `--quick` takes 390 and 1280 in the light and 1280 in the dark, in Chinese.
What a machine can see is printed as it goes: pages wider than the window, and words that are cut off.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

import start
from tests.browser.conftest import SWITCHES, Server, Windows
from tests.browser.walk import open_home, open_sample, settled
from ui.navigation import PAGES

WIDTHS = (390, 640, 768, 1280, 1920)
"""640 is 1280 at 200 %."""
_QUICK = ((390, "light"), (1280, "light"), (1280, "dark"))
_TALLEST = 9_000
_SEEN = """() => {
  const main = document.querySelector("[data-testid=stMain]");
  const wide = [...document.querySelectorAll("main *, [data-testid=stMain] *")].filter(each =>
    !each.closest("[data-testid=stTable], [data-testid=stDataFrame], svg.main-svg, .js-plotly-plot") &&
    each.getClientRects().length && each.getBoundingClientRect().right > innerWidth + 1 &&
    !each.closest("[aria-hidden=true]"));
  const cut = [...document.querySelectorAll("[data-testid=stMain] *")].filter(each =>
    getComputedStyle(each).textOverflow === "ellipsis" && each.scrollWidth > each.clientWidth + 1 && each.innerText);
  return {
    over: document.documentElement.scrollWidth - innerWidth, height: main.scrollHeight,
    wide: wide.slice(0, 3).map(each => (each.innerText || each.tagName).slice(0, 30)),
    cut: [...new Set(cut.map(each => each.innerText.slice(0, 40)))].slice(0, 8),
  };
}"""


def main() -> None:
    asked = _arguments()
    asked.folder.mkdir(parents=True, exist_ok=True)
    server = Server()
    try:
        with sync_playwright() as playwright:
            path = os.environ.get("HUANDEQI_BROWSER") or start.browser()
            browser = playwright.chromium.launch(executable_path=path, args=SWITCHES)
            for language in ("zh",) if asked.quick else ("zh", "en"):
                context = Windows(browser).context(1280, 900)
                _walk(context.new_page(), server.address, language, asked)
                context.close()
    finally:
        server.stop()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=4, help="its place on the first page; -1 for an empty case")
    parser.add_argument("--only", nargs="*", default=[entry.name for entry in PAGES])
    parser.add_argument("--quick", action="store_true")
    return parser.parse_args()


def _walk(page: Page, address: str, language: str, asked: argparse.Namespace) -> None:
    open_home(page, address) if asked.sample < 0 else open_sample(page, address, asked.sample)
    if language == "en":
        page.get_by_role("link", name="English", exact=True).first.click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
    for name in asked.only:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"{address}/{'' if name == 'home' else name}")
        for width, scheme in _QUICK if asked.quick else _every():
            _take(page, asked.folder, f"{name}-{language}-{width}-{scheme}", width, scheme)


def _every() -> Iterator[tuple[int, str]]:
    for scheme in ("light", "dark"):
        for width in WIDTHS:
            yield width, scheme


def _take(page: Page, folder: Path, name: str, width: int, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 900})
    _still(page)
    seen = page.evaluate(_SEEN)
    page.set_viewport_size({"width": width, "height": min(seen["height"] + 80, _TALLEST)})
    _still(page)
    page.screenshot(path=folder / f"{name}.png")
    told = {what: seen[what] for what in ("over", "wide", "cut") if seen[what] and seen[what] != 0}
    print(name, told or "")


def _still(page: Page) -> None:
    """Until nothing is worked on and the page keeps its height."""
    expect(page.get_by_role("heading").first).to_be_visible()
    before = -1
    for _ in range(20):
        page.wait_for_timeout(250)
        settled(page)
        now = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        if now == before:
            return
        before = now


if __name__ == "__main__":
    main()
