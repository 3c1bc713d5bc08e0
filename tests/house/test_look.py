"""One look: the theme, the style sheet and the charts hold the tokens, and every word can be read on its ground."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from ui import tokens
from ui.charts import theme

ROOT = Path(__file__).parent.parent.parent
THEME = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]
SHEET = (ROOT / "ui/assets/look.css").read_text(encoding="utf-8")
MODES = {"light": (tokens.LIGHT, theme.LIGHT), "dark": (tokens.DARK, theme.DARK)}
CHARTS = sorted((ROOT / "ui/charts").glob("*.py"))
NO_FAMILY = {"__init__", "theme", "shown", "lines", "code_grid", "hundred", "deal_layers", "large"}
"""What several charts are made with."""
FAMILIES = [path for path in CHARTS if path.stem not in NO_FAMILY]
AA = 4.5
"""WCAG 2.2, 1.4.3: words against their ground."""
AA_SHAPES = 3.0
"""WCAG 2.2, 1.4.11: shapes that must be told apart from their ground."""


def luminance(colour):
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_worked_out_as_the_standard_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("mode", MODES)
def test_words_can_be_read_on_every_ground_they_stand_on(mode):
    colours, palette = MODES[mode]
    pairs = [(words, ground) for words in (colours.text, colours.quiet) for ground in (colours.ground, colours.raised)]
    pairs += [(colours.notice_text, colours.notice), (colours.doubt_text, colours.doubt)]
    pairs += [(colours.accent, colours.ground), (palette.broken, colours.ground)]
    pairs += [(colours.on_accent, colours.accent)]
    pairs += [(palette.text, cell) for cell in palette.codes.values()]
    assert [(pair, contrast(*pair)) for pair in pairs if contrast(*pair) < AA] == []


@pytest.mark.parametrize("mode", MODES)
def test_lines_of_charts_stand_out_from_the_page(mode):
    colours, palette = MODES[mode]
    assert [each for each in palette.kinds.values() if contrast(each, colours.ground) < AA_SHAPES] == []


@pytest.mark.parametrize("mode", MODES)
def test_the_theme_holds_the_tokens(mode):
    colours, told = MODES[mode][0], THEME[mode]
    assert told["primaryColor"] == told["linkColor"] == colours.accent
    assert told["backgroundColor"] == colours.ground
    assert told["secondaryBackgroundColor"] == told["grayBackgroundColor"] == colours.raised
    assert told["textColor"] == colours.text
    assert told["grayTextColor"] == colours.quiet
    assert told["borderColor"] == colours.line
    assert (told["blueBackgroundColor"], told["blueTextColor"]) == (colours.notice, colours.notice_text)
    for name in ("orange", "yellow"):
        assert (told[f"{name}BackgroundColor"], told[f"{name}TextColor"]) == (colours.doubt, colours.doubt_text)


def test_type_and_series_are_the_tokens():
    assert THEME["font"] == THEME["headingFont"] == theme.FONT == tokens.FONT
    assert THEME["baseFontSize"] == tokens.BODY_PX
    assert [float(size.removesuffix("rem")) for size in THEME["headingFontSizes"]] == list(tokens.HEADINGS_REM)
    assert THEME["chartCategoricalColors"] == list(tokens.SERIES)


def test_the_style_sheet_is_small_holds_the_tokens_and_forces_nothing():
    light_dark = {f"{light} {dark}" for light, dark in re.findall(r"light-dark\((#\w+), (#\w+)\)", SHEET)}
    used = ("quiet", "on_accent", "accent", "line", "doubt_text")
    assert light_dark == {f"{getattr(tokens.LIGHT, name)} {getattr(tokens.DARK, name)}" for name in used}
    assert f"max-width: {tokens.PAGE_REM}rem" in SHEET
    assert f"max-width: {tokens.LINE_EM}em" in SHEET
    assert f"max-width: {tokens.PHONE_PX}px" in SHEET
    assert "!important" not in SHEET
    assert "url(" not in SHEET
    assert len(SHEET.encode()) < 5_000


@pytest.mark.parametrize("path", FAMILIES, ids=lambda path: path.stem)
def test_every_chart_has_a_table_and_a_text_reading(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    held = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    held |= {
        alias.asname or alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    assert {"table", "figure", "reading"} <= held


def test_charts_have_no_colours_of_their_own():
    for path in CHARTS:
        if path.stem == "theme":
            continue
        assert not re.findall(r"[\"']#[0-9a-fA-F]{6}[\"']", path.read_text(encoding="utf-8")), path.name
