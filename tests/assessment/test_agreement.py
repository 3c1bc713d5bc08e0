"""Agreements of our own making: what is written is found, what is not is missed, and a good one raises no alarm."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import deal, rules
from assessment.case import Assumptions
from assessment.deal import agreement
from assessment.law import passages
from assessment.offers import Position
from tests.desk_debt import DAY, DEBT

LAW = rules.at(DAY)
TEXTS = tomllib.loads((Path(__file__).parent / "agreements.toml").read_text(encoding="utf-8"))["agreement"]
GOOD = [each for each in TEXTS if each["kind"] == "good"]


def position(written):
    changed = {name: written[name] for name in ("lender", "court") if name in written}
    return Position(DEBT.model_copy(update=changed), Assumptions(), DAY)


def checked(written):
    here = position(written)
    offer = deal.read(written["offer"], here).flows if "offer" in written else None
    return agreement.check(written["text"], here, LAW, offer)


def name(written):
    return written["name"]


@pytest.mark.parametrize("written", TEXTS, ids=name)
def test_each_point_stands_as_it_is_written(written):
    found = checked(written)
    stands = {status: sorted(each.point.id for each in found.of(status)) for status in ("missing", "unclear")}
    assert stands == {status: sorted(written.get(status, [])) for status in ("missing", "unclear")}


@pytest.mark.parametrize("written", TEXTS, ids=name)
def test_each_clause_to_look_at_is_met_and_no_other(written):
    assert {met.danger.id for met in checked(written).dangers} == set(written.get("dangers", []))


@pytest.mark.parametrize("written", TEXTS, ids=name)
def test_the_figures_are_read_as_written(written):
    found = checked(written).figures
    for figure, yuan in written["read"].items():
        value = getattr(found, figure)
        assert value == (yuan if figure == "months" else round(yuan * 100)), figure


@pytest.mark.parametrize("written", TEXTS, ids=name)
def test_figures_that_do_not_add_up_are_counted(written):
    assert len(checked(written).sums) == written.get("sums", 0), checked(written).sums


@pytest.mark.parametrize("written", GOOD, ids=name)
def test_a_good_agreement_raises_no_alarm(written):
    found = checked(written)
    assert found.faults == 0, (found.differences, found.sums, found.above)
    assert found.claims == () or written["lender"] == "credit_card"


def test_there_are_twenty_and_eight_of_them_are_good():
    assert len(TEXTS) >= 20
    assert len(GOOD) >= 8


@pytest.mark.parametrize("written", TEXTS, ids=name)
def test_every_line_is_a_piece_of_the_text_as_given(written):
    found = checked(written)
    lines = [each.line for each in found.points if each.line] + [met.line for met in found.dangers]
    for line in lines:
        assert written["text"][line.start : line.end].strip() == line.words


def test_every_point_and_every_clause_has_a_text_that_shows_it():
    wanting = {point for written in TEXTS for point in (*written.get("missing", ()), *written.get("unclear", ()))}
    met = {danger for written in TEXTS for danger in written.get("dangers", ())}
    assert {point.id for point in agreement.points()} - wanting <= {"total", "signed_private"}
    assert {danger.id for danger in agreement.dangers()} == met


@pytest.mark.parametrize("each", [*agreement.points(), *agreement.dangers()], ids=lambda each: each.id)
def test_each_says_what_to_ask_and_rests_on_rules_that_exist(each):
    assert getattr(each, "ask", getattr(each, "holds", ""))
    for rule in each.rules:
        LAW.rule(rule)


BASE = GOOD[0]
CHANGES = [
    ("21,400元，分24期", "21,900元，分24期", "一共还"),
    ("每期891.67元", "每期991.67元", "每期（最多）"),
    ("分24期", "分36期", "分几期"),
    ("减免罚息600元", "减免罚息300元", "罚息、违约金免"),
    ("减免罚息600元。", "依约履行。", "罚息、违约金免"),
]


@pytest.mark.parametrize(("old", "new", "what"), CHANGES)
def test_what_differs_from_the_offer_on_the_phone_is_shown(old, new, what):
    assert old in BASE["text"]
    found = checked({**BASE, "text": BASE["text"].replace(old, new)})
    assert what in {difference.what for difference in found.differences}


CAUSES = [
    ("每期891.67元", "每期991.67元", "每期（最多）"),
    ("21,400元，分24期", "21,900元，分24期", "一共还"),
    ("减免罚息600元", "减免罚息300元", "罚息、违约金免"),
    ("本金20,000元", "本金23,000元", "本金"),
]


@pytest.mark.parametrize(("old", "new", "cause"), CAUSES)
def test_one_changed_figure_is_one_thing_to_check_with_what_follows_beneath(old, new, cause):
    found = checked({**BASE, "text": BASE["text"].replace(old, new)})
    (one,) = found.findings
    assert one.cause.what == cause
    assert one.follows
    assert found.faults == 1
    assert len(one.follows) + 1 == len(found.sums) + len(found.differences) + len(found.claims)


def test_a_longer_term_for_the_same_sum_is_one_thing():
    text = BASE["text"].replace("分24期", "分20期").replace("每期891.67元，最后一期891.59元", "每期1,070.00元")
    (first,) = checked({**BASE, "text": text}).findings
    assert first.cause.what == "分几期"
    assert "每期（最多）" in [getattr(each, "what", "") for each in first.follows]


def test_two_causes_stay_two():
    text = BASE["text"].replace("每期891.67元", "每期991.67元").replace("不再收取任何其他费用", "另收取律师费800元")
    causes = [each.cause.what for each in checked({**BASE, "text": text}).findings]
    assert causes == ["每期（最多）", "另外的费用"]


OWED_LESS = (
    ("手续费200元，合计22,000元", "手续费200元，合计20,000元"),
    ("本金20,000元", "本金18,000元"),
)


@pytest.mark.parametrize(
    ("old", "new", "kept"), [("每期891.67元", "每期991.67元", 1), ("分24期", "分36期", 1), ("", "", 0)]
)
def test_a_total_that_is_not_what_is_owed_stands_beside_a_changed_payment_not_beneath_it(old, new, kept):
    text = BASE["text"]
    for before, after in (*OWED_LESS, (old, new)):
        text = text.replace(before, after)
    found = checked({**BASE, "text": text})
    alone = [each.cause.kind for each in found.findings if isinstance(each.cause, agreement.Wrong)]
    assert alone == ["left"]
    assert found.to_mend == 1 + kept


def test_days_that_are_too_few_do_not_follow_from_a_changed_payment():
    text = BASE["text"].replace("每期891.67元", "每期991.67元").replace("2028年11月8日", "2028年10月8日")
    found = checked({**BASE, "text": text})
    assert {getattr(each.cause, "what", "") or each.cause.kind for each in found.findings} == {
        "每期（最多）",
        "counted",
    }


def test_too_much_let_off_too_little_and_a_wrong_sum_fold_only_where_mending_ends_it():
    text = BASE["text"].replace("减免罚息600元", "减免罚息300元").replace("21,400元，分24期", "21,900元，分24期")
    causes = [each.cause.what for each in checked({**BASE, "text": text}).findings]
    assert causes == ["一共还", "罚息、违约金免"]
    text = text.replace("本金20,000元", "本金18,000元").replace("合计22,000元", "合计20,000元")
    assert [getattr(each.cause, "kind", "") for each in checked({**BASE, "text": text}).findings] == ["", "", "left"]


def test_an_offer_that_was_kept_shows_no_difference():
    assert checked(BASE).differences == ()


def test_a_fee_that_nobody_spoke_of_is_a_difference():
    text = BASE["text"].replace("不再收取任何其他费用", "另收取律师费800元")
    found = checked({**BASE, "text": text})
    assert ("另外的费用", 80_000) in {
        (each.what, int(each.written.yuan * 100)) for each in found.differences if each.written
    }
    assert found.figures.fees == 80_000


def test_more_than_was_entered_is_told():
    text = BASE["text"].replace("本金20,000元", "本金23,000元")
    found = checked({**BASE, "text": text})
    assert [each.what for each in found.claims] == ["本金"]
    assert any("各项加起来" in each.text.msgid for each in found.sums)


def test_a_rate_above_the_line_is_told():
    text = BASE["text"].replace("甲方不再计收利息、罚息和违约金", "按年利率36%计收利息")
    assert checked({**BASE, "text": text}).above is not None


WHOLE = {
    "sealed": "加盖公章", "receipt": "出具结清证明", "released": "甲方不再就剩余款项向乙方主张", "credit": "报送结清状态", "stop": "停止一切催收",
}  # fmt: skip


@pytest.mark.parametrize("point", WHOLE)
def test_a_line_struck_out_is_missed(point):
    kept = [line for line in BASE["text"].splitlines() if WHOLE[point] not in line]
    found = checked({**BASE, "text": "\n".join(kept)})
    assert point in {each.point.id for each in found.points if each.status != "found"}


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_checked(text):
    found = agreement.check(text, position({}), LAW)
    assert all(each.status in {"found", "missing", "unclear"} for each in found.points)


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 60), st.integers(10_000, 300_000), st.integers(0, 500_000))
def test_instalments_of_any_size_are_read_and_added_up(months, payment, more):
    total = months * payment + more
    text = f"甲方盖章。乙方应还总额为{total / 100:,.2f}元，分{months}期偿还，每期{payment / 100:,.2f}元，首期还款日2026年12月8日，每月8日还款。"
    found = agreement.check(text, position({}), LAW)
    assert found.figures.payable == total
    assert found.figures.payments == (payment,) * months
    assert any("期加起来是" in each.text.msgid for each in found.sums) == (more >= 100 * months)


def test_a_text_too_long_is_refused():
    with pytest.raises(passages.TooLong):
        agreement.check("好" * (passages.LONGEST + 1), position({}), LAW)


def test_an_empty_text_lacks_every_point_and_invents_no_figure():
    found = agreement.check("", position({}), LAW)
    assert {each.status for each in found.points} == {"missing"}
    assert found.figures.total is None
    assert found.dangers == found.sums == ()


def test_our_own_sentences_to_ask_for_would_pass_the_check():
    asked = "".join(point.ask for point in agreement.points())
    assert not [met.danger.id for met in agreement.check(re.sub("请", "", asked), position({}), LAW).dangers]


CLAUSES = {
    "personal_account": (
        "乙方将每期款项支付到李某某个人名下工商银行账户。", "款项请直接打到李经理的农行卡上。", "还款方式：向催收员微信转账。",
        "乙方每月将款汇入经办人张三的账户。", "收款人：张三，开户行：建设银行。", "乙方同意转账给甲方指定的自然人张三。",
        "乙方应将每期款项转至本项目专员王某名下的建设银行卡。",
    ),
    "still_claimed": (
        "乙方付清后，甲方保留对减免部分的追索权。", "本次还款不视为甲方放弃对剩余债权的主张。", "减免部分甲方有权另行主张。",
        "剩余本金由乙方与甲方另行协商偿还。", "还清本协议款项后，其余债务继续有效。",
    ),
    "": (
        "甲方从乙方名下银行卡代扣。", "乙方从本人名下尾号1234的银行卡转账至甲方公司账户。", "乙方付清后，甲方不得就减免部分再行主张。",
        "减免部分不再追偿。", "付款至甲方名下对公账户。", "乙方违约的，甲方有权就剩余款项起诉。", "本协议的签订不视为乙方放弃其他权利。",
        "甲方放弃对减免部分的追偿。",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("danger", "clause"), [(name, each) for name, texts in CLAUSES.items() for each in texts])
def test_a_private_account_and_a_claim_kept_alive_are_met_and_their_sound_neighbours_are_not(danger, clause):
    met = {each.danger.id for each in checked({"text": f"还款协议\n{clause}"}).dangers}
    assert met & {"personal_account", "still_claimed"} == ({danger} if danger else set())


ACCOUNTS = {
    "personal_account": (
        "户名 王建国 账号6222021234567890", "收款人王建国", "收款人王建国，账号6222021234567890。", "账户名称：欧阳建国",
        "收款户名：阿依古丽·买买提", "请转账至 王建国 6222021234567890 工商银行", "还款请加微信 wx12345 扫码",
        "支付宝账号 13800000000（王建国）", "请汇入我司财务李伟账户", "收款账户 陈小明 建设银行某某支行",
        "款项汇至刘芳（6222021234567890）。", "每期款项打到张伟名下的卡。", "户名为李四，开户行为工商银行。",
        "收款账号：6222021234567890（李伟）", "乙方每月转账给赵敏先生账户。", "付款至收款人：周杰，卡号6222021234567890。",
        "还款转账微信号：zhang_88", "转入指定账户（户名：李四）。",
        "户名：张丽丽；账号：6222 0212 3456 7890；开户行：工商银行",
        "收款人姓名 陈刚",
        "乙方应于每月8日前将1000元转账至陈刚建设银行账户6217001234567890",
        "乙方须将款项汇至下列账户：户名：郭靖，账号：6222021234567890",
        "从本人工资卡转出，转到收款人：黄蓉",
        "还款方式：微信（微信号 hk_2023）",
        "还款方式：支付宝13912345678",
        "收款微信：hk2023a",
        "请直接转我支付宝13900000000",
        "转账给负责人尼玛·次仁，账号6222021234567890",
 "收款人（王建国）",
        "收款人姓名：李秀英",
        "户 名：李 秀 英",
        "收款人：李秀英女士",
        "请将款项打入王建国农业银行卡6228480000",
        "开户名：张三",
        "收款账户：李四",
        "转账给刘经理13800001111",
        "请付到王建国支付宝",
        "收款人：司马光",
        "款项请转到李伟 工商银行 6222021234567890",
        "微信收款：zhang88",
        "请扫描王经理微信二维码付款",
        "支付宝：13800000000",
        "收款账户：6222021234567890 王建国",
        "账户名 李伟",
        "户名：王某某",
        "收款户名王建国，开户行工商银行",
        "请还款至王建国（建行6217001234567890）",
        "收款单位：王建国",
        "每期款项支付至乙方指定的王建国账户",
        "收款账号 6222021234567890 户名 王建国",
        "收款人为王建国（我司财务）",
        "户名：北京银行王建国",
    ),
    "payee_unclear": (
        "收款户名：阿不都热合曼，账号6222021234567890", "还款请加专属经理微信办理。", "收款支付宝账号：huankuan@abc.com",
        "户名：天天好商贸行", "户名：京东科技",
        "户名 买买提 账号6222021234567890",
    ),
    "": (
        "户名 重庆某某小额贷款有限公司 账号6222021234567890", "收款人重庆某某小额贷款有限公司", "收款户名：中国工商银行股份有限公司某某支行",
        "户名：某某银行信用卡中心", "收款户名：江苏某某农村信用合作社", "账户名称：详见附件", "收款人应当出具收据。", "收款人收到款项后出具收据。",
        "收款人于当日出具收据。", "收款账户名称以官方客户端显示为准。", "户名与合同一致，账号以官方App为准。", "转入余额账户后自动扣款。",
        "还款请存入钱包账户。", "请转账至马上消费金融股份有限公司账户。", "支付至金城银行股份有限公司对公账户。", "通过官方微信公众号还款。",
        "还款咨询请加微信 kefu12345。", "乙方送达微信号：abc12345。", "扣款账户户名：李四，卡号6222021234567890。", "汇入我司财务部对公账户。",
        "请汇入公司账户，账号6222021234567890。", "户名：__", "支付宝账号 pay@abc.com（某某科技有限公司）", "存入信用卡账户，卡号6222021234567890。",
        "任何个人账户收款均无效。", "还款人：李四，身份证号略。", "收款人名称、账号以协议为准。", "收款账户户名：某某小额贷款公司",
        "转入黄河农村商业银行账户。", "户名：沈阳农商银行", "转入沈阳农商银行账户。", "户名：华夏银行股份有限公司", "收款户名：方正小贷",
        "收款账号：6222021234567890，高新支行", "收款方：何氏企业管理有限公司", "不支持微信转账。", "从乙方账户（户名：李四）扣款。",
        "转账至甲方指定账户，户名以短信为准。", "收款人为债权人本人。",
        "户名：中国建设银行股份有限公司",
        "户名 中国银行某某分行",
        "收款人：深圳前海微众银行股份有限公司",
        "收款人：某某市农村信用合作联社",
        "收款人：某某人民法院",
        "账户名称：某某人民法院执行款专户",
        "户名：招联消费金融股份有限公司 账号755900000",
        "收款人收款后应出具收据",
        "户名须与甲方名称一致",
        "收款人变更的，甲方应书面通知",
        "还款到期日前转入万事达卡账户",
        "转入贷款账户",
        "存入方正银行卡",
        "乙方还款账户户名：李四，卡号6222",
        "乙方的还款账户：户名李四，卡号6222021234567890",
        "借款人指定还款账户名称：李四 账号6222021234567890",
        "从借款人名下户名为李四的账户扣款",
        "还款账户名：李四（乙方本人）",
        "乙方可通过微信小程序还款",
        "打入甲方官方账户，账户名称：重庆度小满小额贷款有限公司",
        "汇入宁波通商银行账户",
        "请联系客服微信abc123",
        "支付宝小程序还款",
        "收款户名：蚂蚁智信（杭州）信息技术有限公司",
        "户名:高新区人民法院",
        "付给出借人，户名重庆美团三快小额贷款有限公司，账号622202",
        "收款方为甲方",
        "收款人高某与甲方无关",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("danger", "clause"), [(name, each) for name, texts in ACCOUNTS.items() for each in texts])
def test_a_person_as_payee_is_met_however_it_is_written_and_a_company_is_not(danger, clause):
    met = {each.danger.id for each in checked({"text": f"还款协议\n{clause}"}).dangers}
    assert met & {"personal_account", "payee_unclear"} == ({danger} if danger else set())


KEPT_ALIVE = {
    "减免金额待全部还清后三年内，甲方仍可要求补足。": True,
    "已减免的利息，甲方有权要求乙方补付。": True,
    "优惠部分甲方可在一年内追回。": True,
    "剩余款项由甲方核销，甲方不得要求补足。": False,
    "减免罚息600元，乙方可提前还清。": False,
    "乙方未按期还款的，减免部分甲方有权追回。": False,
}


@pytest.mark.parametrize(("clause", "kept"), KEPT_ALIVE.items())
def test_what_was_let_off_and_may_be_asked_back_is_met(clause, kept):
    met = {each.danger.id for each in checked({"text": f"还款协议\n{clause}"}).dangers}
    assert ("still_claimed" in met) == kept


RELEASED = {
    "全部还清后双方债权债务终结。": "found", "付清后双方债权债务两清。": "found", "债务人无财产的，裁定终结本次执行程序。": "missing",
}  # fmt: skip


@pytest.mark.parametrize(("clause", "status"), RELEASED.items())
def test_the_end_of_the_debt_is_read_in_other_words(clause, status):
    found = checked({"text": f"还款协议\n{clause}"})
    assert {each.status for each in found.points if each.point.id == "released"} == {status}
