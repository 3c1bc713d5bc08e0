"""Promises of the code base that a machine can read off the source."""

from __future__ import annotations

import ast
import importlib.util
import re
import tomllib
from io import BytesIO
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

import assessment
from ui.navigation import PAGES

ROOT = Path(__file__).parent.parent.parent
SOURCES = sorted(path for folder in ("assessment", "ui", "pages") for path in (ROOT / folder).rglob("*.py"))
SENTENCES = {message.id for message in read_po((ROOT / "locales" / "messages.pot").open("rb"))}
NETWORK = {"requests", "urllib", "http", "httpx", "webbrowser", "ftplib", "smtplib", "aiohttp"}


def name(path):
    return str(path.relative_to(ROOT))


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_nothing_in_the_product_opens_the_network(path):
    assert not {module.split(".")[0] for module in imported(path)} & NETWORK


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_only_the_session_touches_session_state(path):
    if name(path) != "ui/session.py":
        assert "session_state" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_the_clock_stands_in_two_places_only(path):
    if name(path) not in {"ui/clock.py", "assessment/__main__.py"}:
        assert not re.search(r"date\.today\(|datetime\.now\(|datetime\.today\(", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_html_of_ours_reaches_the_page(path):
    text = path.read_text(encoding="utf-8")
    assert "unsafe_allow_html" not in text
    assert "st.html" not in text
    assert "unsafe_allow_javascript" not in text


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_icon_is_fetched_from_a_font_host(path):
    assert ":material/" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted((ROOT / "pages").glob("*.py")), ids=name)
def test_a_page_reads_top_to_bottom(path):
    """No functions, no arithmetic on the case, entered through the session first."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Lambda))]
    statements = [node for node in tree.body if not isinstance(node, (ast.Import, ast.ImportFrom))][1:]
    assert "session.enter(__file__)" in ast.unparse(statements[0])
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 80


def test_every_page_is_in_the_menu_and_every_entry_has_its_page():
    assert {entry.name for entry in PAGES} == {path.stem for path in (ROOT / "pages").glob("*.py")}


def test_the_public_face_is_what_it_says():
    assert list(assessment.__all__) == sorted(assessment.__all__)
    assert all(hasattr(assessment, each) for each in assessment.__all__)


def test_config_keeps_everything_on_this_machine():
    config = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert config["server"]["address"] == "127.0.0.1"
    assert config["server"]["allowedHosts"] == ["127.0.0.1", "localhost"]
    assert config["server"]["maxUploadSize"] == 20
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"]["showErrorDetails"] == "none"
    assert config["client"]["showErrorLinks"] is False
    assert config["client"]["toolbarMode"] == "minimal"
    assert config["runner"]["postScriptGC"] is False


def test_the_lock_names_no_host_and_hashes_everything():
    for lock in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / lock).read_text(encoding="utf-8")
        assert "http" not in text
        pinned = re.findall(r"^[A-Za-z0-9_.-]+==", text, re.MULTILINE)
        assert len(pinned) > 30
        assert text.count("--hash=sha256:") >= len(pinned)


def test_the_readme_holds_the_two_commands():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "python start.py\n" in text
    assert "python start.py test\n" in text


def test_no_number_of_law_stands_in_the_code():
    """Fractions, day counts and years of law belong to the rules; what is left in law-bearing modules is plain counting."""
    allowed = {0, 1, 2, 12, 30, 100, 360, 365}
    law = [path for folder in ("law", "credit") for path in sorted((ROOT / "assessment" / folder).glob("*.py"))]
    assert len(law) > 8
    for module in law:
        tree = ast.parse(module.read_text(encoding="utf-8"))
        numbers = {
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and type(node.value) in {int, float}
        }
        assert numbers <= allowed | {8, 60, 256, 4096}, module.name


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_sentence_hides_inside_another(path):
    """The catalogue's reader does not look inside f-strings."""
    inner = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.JoinedStr)]
    calls = [call for node in inner for call in ast.walk(node) if isinstance(call, ast.Call)]
    told = {
        call.args[0].value
        for call in calls
        if call.args and isinstance(call.args[0], ast.Constant) and ast.unparse(call.func) in {"_", "Text", "label"}
    }
    assert told <= SENTENCES


def test_the_catalogue_holds_every_sentence_and_each_gap_is_named():
    path = ROOT / "locales" / "extract.py"
    spec = importlib.util.spec_from_file_location("extract", path)
    extract = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(extract)
    template = extract.template()
    assert (ROOT / "locales" / "messages.pot").read_bytes() == template
    messages = [message.id for message in read_po(BytesIO(template)) if message.id]
    assert len(messages) > 500
    for message in messages:
        gaps = [gap for _text, gap, _form, _conversion in Formatter().parse(message) if gap is not None]
        assert all(gap.isidentifier() for gap in gaps), message
        assert "!" not in message, message
        assert "！" not in message, message
