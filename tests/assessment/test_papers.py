"""The papers a person hands over: every figure is the page's, nothing of another lender, nothing that is not asked."""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest

from assessment import assess, money, rules
from assessment.case.words import HARDSHIPS
from assessment.report import chinese, word
from assessment.report.capital import capital
from assessment.report.household_plan import by_name, by_number, household_plan
from assessment.report.paper import sentences
from assessment.report.request import asked_for, may_be_asked, request
from assessment.report.wishes import Wishes
from assessment.stages import may_be_barred
from assessment.text import Text
from tests.papers import words
from tests.samples import CASES, STORY_DAY

LAW = rules.at(STORY_DAY)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def joined(*said):
    return "".join(said)


def written(paper):
    """Everything in the document, tables too, as a reader meets it."""
    with zipfile.ZipFile(BytesIO(word.write(paper, chinese.chinese, joined))) as archive:
        body = ET.fromstring(archive.read("word/document.xml"))
    return "\n".join("".join(each.itertext()) for each in body.iter(f"{W}p"))


def drafts(slug):
    found = assess(CASES[slug], STORY_DAY)
    for debt in found.debts:
        for place in may_be_asked(debt.comparison.options) or (None,):
            option = asked_for(debt, place)
            yield found, debt, option, request(debt, option, found.affordability, Wishes(), STORY_DAY, LAW)


@pytest.mark.parametrize("slug", sorted(CASES))
def test_a_request_names_no_other_lender_and_no_other_amount(slug):
    for found, debt, _option, paper in drafts(slug):
        said = words(paper)
        for other in found.debts:
            if other.index != debt.index and other.debt.name not in debt.debt.name:
                assert other.debt.name not in said


@pytest.mark.parametrize("slug", sorted(CASES))
def test_every_amount_of_a_request_is_the_options_own(slug):
    for _found, debt, option, paper in drafts(slug):
        said = words(paper)
        assert money.show(money.to_yuan(debt.position.claim.total)) in said
        if option is None:
            assert "请求暂缓还款" in said
            continue
        assert money.show(money.to_yuan(option.outcome.total)) in said
        assert capital(money.to_yuan(option.outcome.total)) in said
        if any(
            paid and day > STORY_DAY
            for day, paid in zip(option.outcome.path.dates, option.outcome.path.payment, strict=True)
        ):
            assert (
                f"（{capital(money.to_yuan(max(paid for day, paid in zip(option.outcome.path.dates, option.outcome.path.payment, strict=True) if day > STORY_DAY)))}）"
                in said
            )
        for paid in option.outcome.path.payment:
            assert money.show(money.to_yuan(paid)) in said


@pytest.mark.parametrize("slug", sorted(CASES))
def test_no_lender_is_told_what_the_household_could_carry_at_most(slug):
    for found, debt, option, paper in drafts(slug):
        home, situation = found.affordability, words(paper).split("二、我的情况")[1].split("三、我的请求")[0]
        told = {option.outcome.monthly} if option else set()
        spare = {home.capacity.ceiling, home.capacity.suggested, debt.comparison.share.ceiling} - told - {0}
        assert not [fen for fen in spare if money.show(money.to_yuan(fen)) in situation]
        others = sum(other.comparison.share.ceiling for other in found.debts if other.index != debt.index)
        assert ("别的要还的款" in situation) == bool(option and option.outcome.monthly and others)


def test_a_household_with_nothing_left_offers_no_sum():
    for _found, _debt, option, paper in drafts("negative_budget"):
        assert option is None
        assert "每期" not in words(paper).split("请书面确认")[0]


@pytest.mark.parametrize("slug", sorted(CASES))
def test_the_plan_holds_the_pages_figures_and_the_family_edition_no_lender(slug):
    found = assess(CASES[slug], STORY_DAY)
    said, family = words(household_plan(found, by_name, LAW)), words(household_plan(found, by_number, LAW))
    for figure in (found.affordability.floor, found.affordability.suggested, found.affordability.ceiling):
        assert money.show(figure.yuan) in said
    for debt in found.debts:
        assert debt.debt.name in said
        assert debt.debt.name not in family
        best = debt.comparison.recommended
        if may_be_barred(debt.debt, CASES[slug].events, STORY_DAY, LAW):
            assert "先弄清诉讼时效" in family
        elif best is not None:
            assert money.show(money.to_yuan(debt.comparison.options[best].outcome.total)) in family


@pytest.mark.parametrize("slug", sorted(CASES))
def test_every_amount_of_the_plan_is_one_of_the_assessment_s(slug):
    found = assess(CASES[slug], STORY_DAY)
    home = found.affordability
    figures = {
        each.yuan for each in (home.income, home.guided, home.surplus_guided, home.floor, home.suggested, home.ceiling)
    }
    for debt in found.debts:
        figures.add(money.to_yuan(debt.position.claim.total))
        for option in debt.comparison.options:
            figures |= {money.to_yuan(option.outcome.monthly), money.to_yuan(option.outcome.total)}
        if debt.comparison.recommended is not None:
            path = debt.comparison.options[debt.comparison.recommended].outcome.path
            figures |= set(map(money.to_yuan, (*path.payment, *path.balance)))
    sentences = [debt.comparison.why for debt in found.debts]
    sentences += [figure.reason for figure in (home.floor, home.suggested, home.ceiling)]
    sentences += [text for step in found.steps for text in (step.title, step.why, *step.how)]
    known = {money.show(yuan) for yuan in figures} | set(_AMOUNT.findall("\n".join(map(chinese.chinese, sentences))))
    told = set(_AMOUNT.findall(words(household_plan(found, by_name, LAW))))
    assert len(told) > 3
    assert told <= known


_AMOUNT = re.compile(r"-?¥[\d,]+\.\d\d")


def test_no_request_asks_for_a_rate_above_what_courts_support():
    case = CASES["middle_three_debts"]
    rate = case.debts[0].rate.model_copy(update={"value": Decimal("0.001")})
    dear = case.model_copy(update={"debts": (case.debts[0].model_copy(update={"rate": rate}), *case.debts[1:])})
    found = assess(dear, STORY_DAY)
    option = next(each for each in found.debts[0].comparison.options if each.outcome.terms.kind == "instalments")
    said = words(request(found.debts[0], option, found.affordability, Wishes(), STORY_DAY, LAW))
    assert "今后的年利率不超过" not in said
    assert "合同年利率 36.5% 超过法院一般支持的 24%" in said


def test_a_household_with_something_left_does_not_say_that_nothing_is():
    found = assess(CASES["middle_three_debts"], STORY_DAY)
    said = words(request(found.debts[0], None, found.affordability, Wishes(), STORY_DAY, LAW))
    assert not found.affordability.negative
    assert "没有余钱" not in said


def test_a_friend_is_not_asked_for_a_company_account():
    found = assess(CASES["old_loans_and_calls"], STORY_DAY)
    private = next(debt for debt in found.debts if debt.debt.lender == "private")
    said = words(request(private, None, found.affordability, Wishes(), STORY_DAY, LAW))
    assert f"致：{private.debt.name}" in said
    assert "公司账户" not in said
    assert "征信" not in said


def test_the_document_says_what_the_paper_says():
    for _found, _debt, _option, paper in drafts("early_jintiao"):
        document = written(paper)
        assert [line for line in words(paper).splitlines() if line not in document] == []


def test_hardships_kept_by_their_words_are_known_and_others_left_out():
    assert Wishes(("失业或停工", "illness", "中奖")).hardships == ("job", "illness")


def test_hardships_and_own_words_stand_as_they_were_given():
    found = assess(CASES["early_jintiao"], STORY_DAY)
    debt = found.debts[0]
    wishes = Wishes(("job",), '=HYPERLINK("http://x") <b>七月</b> { }', 10)
    said = words(request(debt, asked_for(debt, None), found.affordability, wishes, STORY_DAY, LAW))
    assert HARDSHIPS["job"] in said
    assert wishes.words in said
    assert HARDSHIPS["income"] not in said


def test_a_document_holds_no_field_no_link_and_no_author():
    found = assess(CASES["early_jintiao"], STORY_DAY)
    data = word.write(household_plan(found, by_name, LAW), chinese.chinese, joined)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        body = archive.read("word/document.xml").decode()
        links = archive.read("word/_rels/document.xml.rels").decode()
        core = ET.fromstring(archive.read("docProps/core.xml"))
    assert "instrText" not in body
    assert "fldSimple" not in body
    assert "External" not in links
    assert {each.text or "" for each in core if each.tag.endswith(("creator", "lastModifiedBy", "description"))} == {""}


def test_a_value_that_is_no_text_is_printed_in_the_language_asked_for():
    assert [each.fill(str, chinese.shown) for each in sentences(5)] == ["5"]
    assert sentences(Text("x")) == (Text("x"),)


def test_nobody_is_made_to_say_that_nothing_is_left_where_something_is():
    for found, debt, option, paper in drafts("twelve_debts"):
        if option is None:
            assert not found.affordability.negative
            assert "没有余钱" not in words(paper), debt.debt.name


def test_signs_a_document_cannot_hold_stop_no_document():
    found = assess(CASES["early_jintiao"], STORY_DAY)
    wishes = Wishes(words="七月\x0b被\x00裁员\ufffe")
    paper = request(found.debts[0], asked_for(found.debts[0], None), found.affordability, wishes, STORY_DAY, LAW)
    assert "七月 被 裁员" in written(paper)
