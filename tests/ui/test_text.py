"""Words on the screen: values printed, untrusted text inert."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal

import pytest

from assessment.text import Money, Month, Percent, Text
from ui import fields
from ui.text import inert, later, plain, printed, say, short_yuan, speak, yuan_text


def test_values_are_printed_by_their_kind():
    text = Text(
        "{a}|{b}|{c}|{d}|{e}",
        a=Money(Decimal("12345.6")),
        b=Percent(Decimal("0.1825")),
        c=date(2026, 3, 1),
        d=Month(date(2026, 3, 1)),
        e=3,
    )
    assert plain(text) == "¥12,345.60|18.25%|2026年3月1日|2026年3月|3"


@pytest.mark.parametrize(
    "name", ["*粗*", "[x](y)", "`a`", "<b>", "$x$", ":red[x]", "# 标题", "~~删~~", "a_b_c", "|表|"]
)
def test_markup_from_a_person_is_escaped(name):
    said = say(Text("{name}", name=name))
    assert said != name
    assert said.replace("\\", "").replace("\u2060", "") == name


def test_addresses_do_not_become_links():
    assert "//" not in inert("http://evil.example").replace("\\", "").replace("\u2060/", "|")
    assert "www." not in inert("www.evil.example").replace("\\", "")


def test_a_sentence_inside_a_sentence_keeps_its_values():
    inner = Text("{amount}", amount=Money(Decimal(1)))
    assert plain(Text("<{inner}>", inner=inner)) == "<¥1.00>"


@pytest.mark.parametrize(
    ("text", "months"), [("5200、4300、6100", 3), ("5,200、4,300", 2), ("5200 4300", 2), ("1.2万，8000", 2)]
)
def test_a_history_is_read_however_it_is_parted(text, months):
    assert len(fields._history(text)) == months


@pytest.mark.parametrize(("text", "value"), [("1.5", "1.5"), ("1.5倍", "1.5"), ("70%", "0.7"), ("7成", "0.7")])
def test_shares_and_multiples_are_read(text, value):
    assert fields._number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "abc", "1e5", "１_0", "-3"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValueError, match="不是"):
        fields._number(text)


def test_a_file_made_after_the_page_speaks_the_page_s_language():
    """A download is made in another thread, which knows nothing of the session."""
    said = Text("保底")
    speak("en")
    work = later(lambda: plain(said).encode())
    speak("zh")
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(work).result() == b"Floor"
        assert pool.submit(later(lambda: plain(said).encode())).result() == "保底".encode()


def test_amounts_for_others_eyes_are_about_so_much_or_not_there():
    with printed("zh", "rounded"):
        assert yuan_text(Decimal("12345.60")) == "约¥12,000"
        assert yuan_text(Decimal("-1850.40")) == "约-¥1,900"
        assert yuan_text(Decimal(0)) == "¥0.00"
        assert short_yuan(Decimal(123456)) == "12万"
    with printed("en", "hidden"):
        assert yuan_text(Decimal("12345.60")) == "¥•••"
        assert not any(digit in short_yuan(Decimal(123456)) for digit in "123456")
    assert yuan_text(Decimal("12345.60")) == "¥12,345.60"
