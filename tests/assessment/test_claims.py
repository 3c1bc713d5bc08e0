"""Claims that do not hold are found; texts that are sound, or that correct such claims, raise no alarm."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment import rules
from assessment.law import claims, passages

SAID: dict[str, tuple[str, ...]] = {
    "cap_36": ("民间借贷年利率不得超过36%，超出部分无效。", "只要在３６％以内都受法律保护", "月息3分是合法的"),
    "natural_zone": ("年利率24%～36%之间属于自然债务。", "根据两线三区的规定，您应当还款"),
    "cap_24_private": ("民间借贷年利率24%以内法院都支持", "月息2分合法有效"),
    "base_rate_4x": ("利率不得超过银行同期贷款利率的四倍", "超过基准利率4倍的部分不还"),
    "licensed_is_private": ("京东金条属于民间借贷，按民间借贷的规定来。", "网贷也是民间借贷"),
    "licensed_lpr4": ("网贷超过四倍LPR的利息不用还", "信用卡利率高于LPR4倍的部分一律无效"),
    "refund_over_24": ("凡是超过24%的利息都可以要求返还", "超出年化24%的部分全额退息"),
    "head_interest": ("砍头息是行规，合法的", "预先扣除的服务费也要按合同金额还"),
    "prepay_all_interest": ("提前还款也要付清全部利息",),
    "card_rate_statutory": ("信用卡透支利率是国家规定的万分之五", "国家规定信用卡日息0.05%"),
    "late_fee_card": ("信用卡逾期要收5%的滞纳金", "另收超限费"),
    "compound_on_penalty": ("罚息计收复利是合法的",),
    "contract_law": ("根据《合同法》第二百零五条，您应当还款", "违反了中华人民共和国合同法", "依据合同法第一百零七条"),
    "old_civil_laws": ("根据《担保法》的规定", "依据民法通则第一百三十五条", "按照《中华人民共和国婚姻法》"),
    "no_such_law": ("根据《人民合同法》", "更高人民法院关于审理民间借贷案件适用法律若干疑问的规定"),
    "public_order_42": ("根据治安管理处罚法第四十二条，可以处罚", "《治安管理处罚法》第42条"),
    "internet_court": ("我司已向杭州互联网法院提起诉讼", "本案将由北京互联网法院审理"),
    "arbitration_6_months": ("收到仲裁裁决后六个月内可以申请撤销", "申请撤销裁决的期限是6个月"),
    "arbitration_first": ("先予仲裁的裁决书可以直接强制执行", "放款当天就做好仲裁裁决，可以直接强制执行"),
    "limitation_2_years": ("诉讼时效为两年", "已超过2年诉讼时效"),
    "limitation_debt_gone": ("过了诉讼时效，这笔钱就不用还了", "时效过了就不能起诉"),
    "limitation_none": ("欠银行的钱没有诉讼时效", "网贷不受时效限制"),
    "delay_interest_double_rate": ("迟延履行期间按银行同期贷款利率的双倍支付利息",),
    "jail_for_debt": ("超过3天就坐牢", "逾期不还会被判刑", "欠钱不还要负刑事责任"),
    "overdue_is_fraud": ("逾期90天以上即构成诈骗", "您拒不还款已涉嫌信用卡诈骗罪", "超过3天即构成诈骗"),
    "overdraft_10k": ("恶意透支1万元以上就构成犯罪", "信用卡欠一万元以上就立案"),
    "two_calls_crime": ("银行催收两次超过三个月不还就是犯罪",),
    "police_collect": ("我们将把案件移交公安机关立案处理", "警察会上门把你带走", "将到户籍地派出所协查"),
    "overdue_is_laolai": ("逾期三次就会列入失信人名单", "欠钱不还就是老赖"),
    "laolai_forever": ("上了失信名单一辈子都消不掉",),
    "limits_are_laolai": ("被限高就是老赖",),
    "child_school": ("您逾期会影响子女上学和参军", "孩子以后不能考公务员"),
    "credit_2_years": ("征信两年后自动消除", "逾期记录2年就没了"),
    "credit_5_years_auto": ("逾期满五年自动消失", "逾期记录五年后自动消失", "熬够五年征信就恢复了"),
    "deal_wipes_record": ("协商成功可免除5年征信记录", "还清后逾期记录立即消除", "逾期免除 5 年记录"),
    "paid_repair": ("专业修复征信，不成功不收费用", "包删除逾期", "花钱就能消除逾期记录", "内部渠道快速洗白征信", "征信修复服务，联系微信"),
    "repair_still_open": ("现在还可以申请一次性信用修复", "一万元以下的逾期不上征信"),
    "query_hurts": ("自己查征信会影响贷款",),
    "credit_score_official": ("逾期一次央行征信分扣50分",),
    "spouse_must_pay": ("你欠的钱你老婆必须一起还款", "夫债妻还天经地义"),
    "family_must_pay": ("父债子还", "你父母有义务替你还钱"),
    "contacts_liable": ("紧急联系人要承担连带还款责任",),
    "tell_workplace": ("我们将通知您的单位和通讯录", "再不还就爆通讯录"),
    "collect_any_time": ("我们可以24小时催收",),
    "standstill_must": ("银行必须同意停息挂账", "个性化分期是法定权利"),
    "sixty_all_loans": ("网贷也可以分60期", "所有平台都能协商60个月"),
    "must_waive": ("失业了银行必须减免利息", "平台有义务减免"),
    "pay_a_little": ("每月还一百块就不算逾期", "每个月还100元，银行不能起诉"),
    "small_no_suit": ("三千以下不会起诉", "5万元以内不予立案"),
    "refuse_court": ("法院传票不用理", "不出庭就没法判", "拒收就没事"),
    "payment_order_excuse": ("收到支付令可以说没钱提出异议", "支付令口头提出异议就行"),
    "ignore_payment_order": ("支付令没有法律效力，吓唬人的",),
    "lawyer_letter_is_suit": ("收到律师函就等于已经起诉", "收到律师函明天就强制执行"),
    "freeze_without_court": ("逾期后我司将冻结您名下所有银行卡",),
    "salary_all": ("工资会被全部扣光", "养老金全额划走"),
    "only_home_safe": ("唯一住房不能执行", "只有一套房不会拍卖"),
    "hide_assets": ("把房子过户到父母名下就执行不到",),
    "no_assets_closed": ("终本以后就不用还了",),
    "written_off": ("银行核销了就不用还了",),
    "assignment_needs_consent": ("债权转让没经我同意，无效",),
    "vanish": ("换手机号拖几年就不用还了",),
    "debt_agent": ("专业反催收，保证停催", "法务团队全权代理", "债务优化，百分百协商成功"),
    "complaint_clears": ("打12378投诉就能减免",),
    "old_regulator": ("您可以向银保监会投诉",),
    "legal_aid_lawyer": ("欠网贷可以申请法律援助请律师",),
    "personal_bankruptcy": ("现在全国都可以申请个人破产", "申请个人破产就可以不用还"),
    "legal_fee_all_yours": ("上门费、律师费全部由您承担",),
    "borrow_to_repay": ("先借一笔还上，征信就保住了",),
}  # fmt: skip

SOUND = (
    "民间借贷的利率上限是合同成立时一年期LPR的四倍。",
    "2015年的规定以24%和36%为界，2020年8月20日起改为一年期LPR的四倍。",
    "“年化36%以内受保护”是过时的说法。",
    "京东金条不是民间借贷，不适用四倍LPR的规定。",
    "小额贷款公司等七类地方金融组织不适用新民间借贷司法解释。",
    "《合同法》已于2021年1月1日废止，由《民法典》取代。",
    "请按照《中华人民共和国民法典》第六百七十六条支付逾期利息。",
    "《劳动合同法》第三十八条规定了解除的情形。",
    "借款合同编的规定见民法典。",
    "信用卡滞纳金自2017年1月1日起取消，改为违约金。",
    "2021年起信用卡透支利率由发卡机构与持卡人自主协商，不再由国家规定上限万分之五。",
    "威胁他人人身安全的，依照治安管理处罚法第五十条处罚。",
    "自2025年11月1日起，互联网法院不再受理网络借款合同纠纷。",
    "当事人申请撤销裁决的，应当自收到裁决书之日起三个月内提出。",
    "向人民法院请求保护民事权利的诉讼时效期间为三年。",
    "申请执行的期间为二年，适用法律有关诉讼时效中止、中断的规定。",
    "诉讼时效期间届满的，义务人可以提出不履行义务的抗辩。",
    "单纯逾期不会坐牢，这是民事纠纷。",
    "逾期会坐牢吗？一般不会。",
    "有能力执行而拒不执行判决，情节严重的，处三年以下有期徒刑。",
    "以非法占有为目的，编造理由骗取贷款的，才构成贷款诈骗。",
    "恶意透支本金五万元以上，经两次有效催收后超过三个月仍不归还的，才可能追究。",
    "有履行能力而拒不履行生效法律文书确定义务的，纳入失信被执行人名单。",
    "逾期不等于老赖，失信名单要经过法院执行程序。",
    "被限制消费的人，子女不得就读高收费私立学校。",
    "不良信息自不良行为终止之日起保存五年，期满删除。",
    "还清后满五年，记录才会删除。",
    "谨防“征信修复”骗局，任何机构都不能花钱删除真实的逾期记录。",
    "一次性信用修复政策已于2026年3月31日结束。",
    "本人查询自己的信用报告不影响征信。",
    "夫妻双方共同签字的债务，属于夫妻共同债务。",
    "没有法律规定父债子还，继承人只在遗产范围内清偿。",
    "紧急联系人没有还款责任。",
    "催收人员不得向无关的第三人透露欠款，也不得联系您的单位。",
    "22:00到次日8:00不应催收。",
    "信用卡可以协商个性化分期，最长不超过五年。",
    "可以向平台申请减免利息，平台不一定同意。",
    "支付令要在十五日内书面提出异议，只说没钱、要延期，不影响支付令的效力。",
    "口头异议无效，支付令的异议要书面提出。",
    "律师函不等于起诉，但要留好。",
    "法院可以冻结被执行人的存款，应当保留生活必需费用。",
    "终结本次执行以后，发现财产可以随时恢复执行。",
    "核销不等于不用还，债务仍然存在。",
    "债权人转让债权，未通知债务人的，该转让对债务人不发生效力。",
    "警惕“反催收”“债务优化”黑产，先收费、保证减免的都是骗局。",
    "12378 不减债，也不能保证减免。",
    "贷款问题可以打 12378，向国家金融监督管理总局反映。",
    "《商业银行信用卡业务监督管理办法》（银监会令2011年第2号）第七十条",
    "深圳经济特区个人破产条例自2021年3月1日起施行。",
    "法律援助的事项里一般没有列借款纠纷，可以打12348免费咨询。",
    "您好，您的账单已逾期12天，应还1,234.56元，请通过官方App还款，如有困难可以联系客服申请分期。",
    "如不按期还款，我行将依法向有管辖权的人民法院提起诉讼，并按约定报送征信系统。",
    "父母逾期不影响孩子上学，被限制高消费的才不能读高收费私立学校。",
    "不少人以为逾期会影响子女参军，其实没有这样的规定。",
    "36%的线现在不再适用。",
    "我国没有个人破产法，申请个人破产也不是马上可以免债。",
    "如果法院判决后仍不履行，可能被纳入失信被执行人名单。",
    "冒充公安上门抓人的，请打110核实。",
    "请勿把手机卡交给他人。",
    "提前还款按实际借款的时间计算利息，另有约定的除外。",
    "不得预先在本金中扣除利息，扣了的按实际到手的金额还。",
    "催收人员说的“超过3天就坐牢”是错误的。",
    "征信有误可以提出异议，二十日内答复，不收费。",
    "您可以请家人、亲友陪您一起去谈。",
    "借款人逾期的，自逾期之日起按日利率万分之七点五计收罚息，直至还清。",
)


def test_every_claim_has_a_text_of_its_own():
    assert set(SAID) == {claim.id for claim in claims.every()}
    assert len(SAID) >= 40


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in SAID.items() for text in texts])
def test_the_claim_is_found(name, text):
    assert name in {found.claim.id for found in claims.find(text)}


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_text_raises_no_alarm(text):
    assert [found.claim.id for found in claims.find(text)] == []


@pytest.mark.parametrize("claim", claims.every(), ids=lambda claim: claim.id)
def test_what_holds_instead_raises_no_alarm_itself(claim):
    assert [found.claim.id for found in claims.find(claim.holds)] == []


TODAY = date(2026, 11, 24)
IN_FORCE = tuple(rule for rule in rules.at(TODAY).every if rule.latest(TODAY).status != "replaced")


@pytest.mark.parametrize("rule", IN_FORCE, ids=lambda rule: rule.name)
def test_our_own_rules_raise_no_alarm(rule):
    assert [found.claim.id for found in claims.find(f"{rule.plain}\n{rule.note}")] == []


def test_places_are_those_of_the_text_as_given():
    text = "您好，\n  年 利 率 ３６％ 以内受法律保护。"
    found = claims.find(text)[0]
    assert text[found.start : found.end] == found.quoted
    assert found.quoted.replace(" ", "").startswith("年利率３６％")


def test_a_line_broken_by_the_page_is_read_on():
    assert (
        claims.find("经我司多次催告您仍未履行还款义务现根据中华人民共和国合\n同法第二百零五条")[0].claim.id
        == "contract_law"
    )


def test_a_long_text_is_refused_and_a_full_one_read():
    with pytest.raises(passages.TooLong):
        claims.find("好" * (passages.LONGEST + 1))
    assert claims.find("好" * passages.LONGEST) == ()


@given(
    st.text(
        alphabet=st.sampled_from("逾期天就坐牢36%年利率超过合同法《》第，。不是征信五自动消除\n  ％３６"), max_size=200
    )
)
def test_any_text_is_read_and_every_place_is_inside_it(text):
    for found in claims.find(text):
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.quoted


def test_every_claim_says_what_holds_and_where_it_stands():
    for claim in claims.every():
        assert claim.standing in {"repealed", "changed", "never", "unsure"}
        assert claim.sure in {"text", "secondary", "unverified"}
        assert claim.holds.endswith("。")
        assert claim.source
