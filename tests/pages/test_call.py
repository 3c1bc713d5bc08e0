"""The call and the agreement as a person goes through them; what is expected is worked out here, not copied from the page."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path

import numpy_financial
import pytest

AGREEMENTS = {
    each["name"]: each["text"]
    for each in tomllib.loads(
        (Path(__file__).parent.parent / "assessment" / "agreements.toml").read_text(encoding="utf-8")
    )["agreement"]
}


@pytest.fixture
def talking(pages):
    pages.sample("middle_three_debts")
    pages.go("call")
    return pages


def hear(pages, text):
    here = pages.session
    pages.app.text_input(key=here.key("call", "heard", 0, here.desk.turn)).set_value(text).run()
    pages.clean()
    return pages.words()


def press(pages, name):
    here = pages.session
    return pages.press(f"{here.key('call', 0, here.desk.turn)}.{name}")


def test_the_verdict_is_one_sentence_three_numbers_and_what_to_say(talking):
    said = hear(talking, "12期，每期1500")
    debt = talking.session.case.debts[0]
    assert "还不起：每月 ¥1,500.00".replace(".", "\\.") in said or "¥1,500.00" in said
    metrics = {each.label: each.value for each in talking.app.metric}
    assert metrics["每月最多"] == "¥1,500.00"
    assert metrics["一共还"] == "¥18,000.00"
    yearly = numpy_financial.irr([-float(debt.owed)] + [1500] * 12) * 12
    assert metrics["按今天欠的折成一年"] == f"{yearly:.2%}".replace(".00%", "%")
    assert "可以这样答" in said
    assert "分 " in said


def test_one_key_logs_the_words_with_the_time_and_the_ledger_shows_them(talking):
    hear(talking, "12期，每期1500")
    talking.app.text_input(key=talking.session.key("call", "caller")).set_value("工号 3021").run()
    press(talking, "offered")
    event = talking.session.case.events[-1]
    assert (event.kind, event.words, event.who, event.name) == ("offered", "12期，每期1500", "工号 3021", "京东金条")
    assert event.day == talking.session.as_of
    assert re.fullmatch(r"\d\d:\d\d", event.time)
    said = hear(talking, "24期，每期850")
    assert "比上一次" in said or "有好有差" in said
    assert "每月少 ¥650" in said.replace("\\", "")
    press(talking, "offered")
    assert [each.kind for each in talking.session.case.events[-2:]] == ["offered", "offered"]
    plain = talking.words().replace("\\", "")
    assert "对方从差" in plain or "还得起" in plain
    talking.go("records")
    talking.go("call")
    assert "12期" in talking.words()
    assert talking.app.text_input(key=talking.session.key("call", "heard", 0, 0)).value == "24期，每期850"


def test_what_stands_in_the_field_is_logged_even_where_the_page_showed_another(talking):
    hear(talking, "12期，每期1500")
    here = talking.session
    talking.app.text_input(key=here.key("call", "heard", 0, here.desk.turn)).set_value("24期，每期900")
    press(talking, "offered")
    assert talking.session.case.events[-1].words == "24期，每期900"


def test_our_answer_is_logged_as_it_was_worked_out(talking):
    hear(talking, "12期，每期1500")
    press(talking, "asked")
    event = talking.session.case.events[-1]
    assert event.kind == "asked"
    assert re.match(r"分\d+期，每期", event.words)
    assert talking.app.caption


def test_a_logged_offer_can_be_taken_back(talking):
    before = talking.session.case
    hear(talking, "12期，每期1500")
    press(talking, "offered")
    talking.session.undo()
    assert talking.session.case == before


def test_what_was_not_understood_is_said_and_nothing_is_hidden(talking):
    said = hear(talking, "分22期每期1000，另外送您一台冰箱")
    assert "没有读懂，没有算进去" in said
    assert "冰箱" in said


def test_a_warning_stands_before_what_to_say_also_where_nothing_was_worked_out(talking):
    said = hear(talking, "今天先转3000到我个人卡上，其余分12期").replace("\\", "")
    assert said.index("对方让您把钱转到个人账户") < said.index("> 钱我只付到合同写明的公司账户")
    assert not talking.app.metric
    said = hear(talking, "你去借呗借一笔还上就行")
    assert "> 借新的还旧的，只会欠得更多，我不借。" in said
    assert "还得起" not in said.split("可以这样答")[0].rsplit("先不要答应", maxsplit=1)[1]


def test_markup_in_an_offer_is_shown_as_typed(talking):
    hear(talking, "**粗** <b>x</b> $y$ 12期 每期1500")
    talking.clean()
    press(talking, "offered")
    assert "**粗**" not in talking.words()


def test_fields_make_a_phrase_that_is_judged(talking):
    key = talking.session.key("call", "fields")
    talking.app.text_input(key=f"{key}.months").set_value("36")
    talking.app.text_input(key=f"{key}.payment").set_value("500")
    talking.app.text_input(key=f"{key}.down").set_value("1000")
    talking.app.multiselect(key=f"{key}.off").set_value(["罚息"])
    next(each for each in talking.app.button if each.label == "拼成一句").click().run()
    talking.clean()
    assert talking.session.desk.heard == "首付1000元，分36期，每期500元，免罚息"
    assert {each.label: each.value for each in talking.app.metric}["一共还"] == "¥19,000.00"


def test_without_a_penny_left_over_no_sum_is_answered(pages):
    pages.sample("negative_budget")
    pages.go("call")
    said = hear(pages, "24期，每期300")
    answer = next(line for line in said.splitlines() if line.startswith("> ") and "暂缓" in line)
    assert "¥" not in answer
    assert "请改成" not in said


def test_without_income_the_page_asks_for_it_first(pages):
    pages.sample("middle_three_debts")
    pages.session.replace(pages.session.case.model_copy(update={"incomes": ()}))
    pages.go("call")
    assert "还没有填收入" in pages.words()


def test_an_old_debt_is_not_prepared_for(pages):
    pages.sample("old_loans_and_calls")
    pages.session.chosen_debt = 1
    pages.go("call")
    said = pages.words()
    assert "可能过了诉讼时效" in said
    assert "从哪里开口" not in said
    here = pages.session
    pages.app.text_input(key=here.key("call", "heard", 1, here.desk.turn)).set_value("12期，每期500").run()
    pages.clean()
    said = pages.words()
    assert "先不答复，也不说愿意还" in said
    assert not any(line.startswith("> ") for line in said.splitlines())
    assert f"{here.key('call', 1, here.desk.turn)}.asked" not in {each.key for each in pages.app.button}


def lay(pages, text):
    here = pages.session
    pages.app.text_area(key=here.key("agreement", "text", here.desk.sheet)).set_value(text).run()
    pages.clean()
    return pages.words()


def test_a_faulty_agreement_shows_its_lines_and_what_to_ask(pages):
    pages.sample("middle_three_debts")
    pages.go("agreement")
    said = lay(pages, AGREEMENTS["断一期全部到期，放弃时效和抗辩"])
    assert "有 3 处先别签" in said
    assert "放弃时效抗辩" in said
    assert "任一期未按时足额偿还的" in said
    assert "该写" in said
    message = pages.app.code[0].value
    assert "“放弃时效抗辩”这一条请删掉或者改掉" in message


def test_a_good_agreement_that_keeps_the_offer_has_nothing_to_change(pages):
    pages.sample("middle_three_debts")
    pages.go("agreement")
    lay(pages, AGREEMENTS["小贷分期，逐项减免"])
    said = pages.words()
    assert "有 0 处先别签；数字有 0 处要对" in said
    assert "要对方补上的" not in said


def test_what_differs_from_the_offer_on_the_phone_is_shown(talking):
    hear(talking, "24期，每期700，免罚息")
    press(talking, "offered")
    talking.go("agreement")
    lay(talking, AGREEMENTS["小贷分期，逐项减免"])
    shown = (
        next(each.value for each in talking.app.markdown if "每期（最多）" in each.value).replace("\\", "").splitlines()
    )
    assert shown == [
        "- 每期（最多）：电话里谈的是 ¥700.00，协议里是 ¥891.67。",
        "    - 跟着也不对：一共还：电话里谈的是 ¥16,800.00，协议里是 ¥21,400.00。",
        "- 罚息、违约金免：电话里谈的是 ¥603.76，协议里是 ¥600.00。",
    ]
    assert "数字有 2 处要对" in talking.words()
    assert "先看看哪边对" in talking.words()


def test_a_point_found_by_hand_counts_and_goes_with_the_text(pages):
    pages.sample("middle_three_debts")
    pages.go("agreement")
    lay(pages, AGREEMENTS["没有盖章，没有结清证明"])
    here = pages.session
    box = pages.app.checkbox(key=here.key("agreement", "tick", "receipt", here.desk.sheet))
    box.check().run()
    pages.clean()
    assert here.desk.ticked == {"receipt"}
    assert "您核对后打了勾的 1 条也算写清了" in pages.words()
    lay(pages, AGREEMENTS["小贷分期，逐项减免"])
    assert not here.desk.ticked


def test_the_agreement_stays_when_the_page_is_left_and_goes_with_the_case(pages):
    pages.sample("middle_three_debts")
    pages.go("agreement")
    lay(pages, AGREEMENTS["小贷分期，逐项减免"])
    pages.go("home")
    pages.go("agreement")
    assert "条里写清了" in pages.words()
    pages.session.clear()
    assert pages.session.desk.paper == ""


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_text_file_is_read_apart_and_checked(pages, encoding):
    pages.sample("middle_three_debts")
    pages.go("agreement")
    data = AGREEMENTS["小贷分期，逐项减免"].encode(encoding)
    pages.app.file_uploader[0].set_value(("协议.txt", data, "text/plain")).run()
    pages.clean()
    assert "条里写清了" in pages.words()
    assert pages.session.desk.paper.strip().startswith("个性化分期还款协议")


def test_a_scan_is_refused_in_words(pages):
    pages.sample("middle_three_debts")
    pages.go("agreement")
    pages.app.file_uploader[0].set_value(("协议.pdf", b"%PDF-1.4\n%%EOF", "application/pdf")).run()
    pages.clean()
    assert pages.session.desk.paper == ""
    assert "坏了" in pages.words() or "没有可以读的文字" in pages.words()


def test_the_amounts_of_a_logged_offer_survive_the_workbook(talking):
    from assessment.intake import read_workbook
    from assessment.report import workbook

    hear(talking, "首付500，剩下分24期每期600")
    press(talking, "offered")
    case = talking.session.case
    assert read_workbook(workbook.write(case)).case == case
    assert case.events[-1].amount == Decimal(0)


def test_what_was_logged_is_told_in_the_language_of_the_page(talking):
    hear(talking, "24期，每期700，免罚息")
    press(talking, "offered")
    assert "记下了对方的方案" in talking.words()
    talking.session.language = "en"
    talking.app.run()
    assert "记下了对方的方案" not in talking.words()
    assert "their offer is logged" in talking.words().lower()
