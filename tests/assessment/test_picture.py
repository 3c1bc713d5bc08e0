"""The long picture: every word of the paper on it, inside it, none over another; and lines broken as a reader expects."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from assessment import assess, rules
from assessment.report import picture
from assessment.report.chinese import chinese
from assessment.report.household_plan import by_number, household_plan, short_plan
from assessment.report.lines import wrapped
from assessment.report.paper import Heading, Paper, Table, paragraph
from assessment.text import Money, Text
from tests.assessment.test_papers import joined, words
from tests.samples import CASES, STORY_DAY

LAW = rules.at(STORY_DAY)
FIRST, LAST = "，。、；：？）”》", "（“《"


def squeezed(text):
    return "".join(text.split())


def plans():
    for slug, case in sorted(CASES.items()):
        yield slug, short_plan(assess(case, STORY_DAY), by_number)


@pytest.mark.parametrize(("slug", "paper"), list(plans()))
def test_every_word_of_the_paper_stands_on_the_picture_and_none_over_another(slug, paper):
    sheet = picture.laid_out(paper, chinese, joined)
    drawn = squeezed("".join(run.words for run in sheet.runs))
    table_heads = {squeezed(chinese(head)) for block in paper.blocks if isinstance(block, Table) for head in block.head}
    for line in words(paper).splitlines():
        assert squeezed(line) in drawn or squeezed(line) in table_heads, line
    ends = {}
    for run in sorted(sheet.runs, key=lambda run: (run.top, run.left)):
        assert run.left >= ends.get(run.top, 0), run
        ends[run.top] = run.left + picture._type(run.size).getlength(run.words)
        assert ends[run.top] <= picture.WIDTH, run
    tops = sorted(ends)
    assert min(after - before for before, after in zip(tops, tops[1:], strict=False)) >= 1.2 * picture._TEXT


def test_the_picture_is_as_wide_as_a_telephone_white_and_carries_nothing_beside():
    paper = short_plan(assess(CASES["middle_three_debts"], STORY_DAY), by_number)
    image = Image.open(BytesIO(picture.write(paper, chinese, joined)))
    assert image.format == "PNG"
    assert image.width == picture.WIDTH == 750
    assert image.info.keys() <= {"transparency"}
    colours = image.convert("RGB")
    assert min(colours.getpixel((0, 0)) + colours.getpixel((749, image.height - 1))) >= 250
    for run in picture.laid_out(paper, chinese, joined).runs:
        box = (int(run.left), int(run.top), int(run.left) + run.size, int(run.top) + run.size * 3 // 2)
        assert min(colours.crop(box).convert("L").get_flattened_data()) < 200, run


def test_a_whole_plan_with_its_tables_can_be_drawn_too():
    paper = household_plan(assess(CASES["twelve_debts"], STORY_DAY), by_number, LAW)
    assert Image.open(BytesIO(picture.write(paper, chinese, joined))).height > 5_000


def test_the_amount_stands_at_the_right_edge_of_its_line():
    paper = Paper(Text("题"), (Table((Text("项目"), Text("每月")), ((Text("收入"), Money(1)),)),))
    sheet = picture.laid_out(paper, str_of, joined)
    amount = next(run for run in sheet.runs if run.words.startswith("¥"))
    assert amount.left + picture._type(amount.size).getlength(amount.words) == pytest.approx(picture.WIDTH - 40)
    assert amount.top == next(run.top for run in sheet.runs if run.words == "收入")


def str_of(text):
    return text.fill(
        str,
        lambda value: (
            "¥1.00" if isinstance(value, Money) else chinese(value) if isinstance(value, Text) else str(value)
        ),
    )


def test_without_a_chinese_type_nothing_is_drawn(monkeypatch):
    monkeypatch.setattr(picture, "_FILES", ("no such type.ttf",))
    picture.typeface.cache_clear()
    picture._type.cache_clear()
    try:
        assert picture.typeface() is None
        with pytest.raises(picture.NoType):
            picture.write(Paper(Text("题"), (Heading(Text("一")),)), chinese, joined)
    finally:
        picture.typeface.cache_clear()


def test_signs_that_cannot_be_drawn_stop_no_picture():
    paper = Paper(Text("题"), (paragraph(Text("{name}", name="七月\x0b被\x00裁员\ud800" + "长" * 500 + "a" * 200)),))
    assert picture.write(paper, chinese, joined)


@given(st.text(alphabet="我欠多少元，。“”（）abc 12¥.\n", max_size=80), st.integers(4, 30))
def test_lines_lose_no_word_and_break_where_a_reader_expects(text, across):
    lines = wrapped(text, across, len)
    assert squeezed("".join(lines)) == squeezed(text)
    for line, following in zip(lines, lines[1:], strict=False):
        assert following[0] not in FIRST
        assert line[-1] not in LAST or line[-2:-1] in LAST or not line.strip(LAST)
        hanging = len(line) - len(line.rstrip(FIRST + ".? "))
        assert len(line) - hanging <= across


def test_a_number_is_never_torn():
    for across in range(20, 40):
        lines = wrapped("每月最多还 ¥12,345.60 元，可以。先付 ¥8.00。", across, len)
        assert any("¥12,345.60" in line for line in lines), lines
        assert any("¥8.00" in line for line in lines), lines
