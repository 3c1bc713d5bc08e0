"""Header words by the field they must reach: the list people's own tables were searched for."""

from __future__ import annotations

import pytest

from assessment.intake.container import Cell
from assessment.intake.guidance import Guidance
from assessment.intake.matching import is_unused, matched
from assessment.intake.reading import unit_hint
from assessment.layout import sheets

DEBTS = {
    "name": "平台 平台名称 借款平台 债权人 债权方 债主 贷款机构 出借机构 出借人 放款机构 放款方 资金方 机构 银行 发卡行 管理机构 授信机构 欠款平台 欠谁 名称 项目 账户名称 还款项名称 网贷名称 creditor lender bank platform name",
    "product": "产品 产品名称 债务类型 贷款类型 业务种类 借款类型 种类 账户类型 类别 type product",
    "original": "借款本金 借款金额 贷款金额 贷款本金 总借款金额 放款金额 发放金额 合同金额 借款总额 初始本金 下款金额 original_amount loan_amount",
    "received": "到手金额 实际到手 到账金额",
    "principal": "剩余本金 待还本金 未还本金 总待还本金 剩余未还 余额 本金余额 贷款余额 欠款本金 剩余金额 当前余额 已用额度 已使用额度 透支余额 账单金额 本金 balance outstanding_principal",
    "total_owed": "欠款 欠款总额 总欠款 总欠款金额 债务金额 待还总额 应还总额 剩余应还 结清金额 全部待还 总负债 还欠 total_owed payoff_amount",
    "rate": "年利率 年化 年化利率 利率(年) 利率 APR 综合年化 年息 IRR 月利率 月息 日利率 日息 日费率 万分比 annual_rate interest_rate monthly_rate daily_rate",
    "flat_rate": "月费率 手续费率/期 分期费率 每期费率",
    "daily_interest": "每日利息",
    "penalty_rate": "罚息利率 罚息率 逾期利率 逾期日利率",
    "penalty_multiple": "罚息上浮",
    "instalment": "月供 每月还款 每月还款额 月还款 月还 每期应还 期供 本期应还 本月应还款 月偿还额 每月应还 monthly_payment emi instalment",
    "minimum": "最低还款 最低还款额 每月最低还款 minimum_payment",
    "due_day": "还款日 还款日期 每月还款日 最后还款日 到期还款日 应还款日 下次还款日 due_date due_day",
    "instalments": "期数 总期数 分期数 借款期数",
    "term": "贷款期限 借款期限 期限 term",
    "instalments_left": "剩余期数 剩余还款期数 未还期数 remaining",
    "instalments_paid": "已还期数",
    "contract_date": "借款日期 放款日期 放款时间 发放日期 开立日期 下款日 start_date",
    "days_overdue": "逾期天数 逾期时间 逾期时长 逾期多久 逾期期数 当前逾期期数 账龄 M几 逾期阶段 逾期状态 是否逾期 逾期情况 状态 账户状态 已逾期 dpd days_overdue status",
    "overdue_amount": "逾期金额 逾期总额 当前逾期总额 逾期本金 拖欠金额 overdue_amount",
    "interest": "利息 欠息 应还利息 待还利息 逾期利息 interest",
    "penalty": "罚息 违约金 滞纳金 逾期费 复利 penalty late_fee",
    "fees": "手续费 服务费 担保费 会员费 保险费 催收费 律师费 fees",
    "withheld": "砍头息",
    "repaid": "已还金额 已还本金 累计已还 实际还款额 paid",
    "collection": "催收阶段",
    "court": "是否起诉 诉讼 legal_status",
    "note": "备注 说明 备注说明 note",
    "currency": "币种",
}  # fmt: skip
UNUSED = "合同号 合同编号 借据号 借款编号 账户标识 放款编号 订单号 信用额度 授信额度 总额度 账单日 到期日 到期时间 结清日 紧急程度 还款优先级 案号 外包公司 limit maturity"
OTHERS = {
    ("incomes", "amount"): "总收入 月薪 税后工资 收入(元/月) 收入金额 月收入 到手工资 税后收入 工资 net_pay",
    ("incomes", "name"): "收入来源 来源 收入项目",
    ("expenses", "amount"): "必要支出 每月花费 支出（元） 支出金额 每月支出 费用 实际 预算 cost",
    ("expenses", "name"): "支出项目 用途 项目 支出 expense",
    ("expenses", "category"): "类别 分类 支出类别 category",
    ("assets", "name"): "资产 资产名称 asset",
    ("assets", "value"): "市值 估值 现值 金额 市场价 可变现金额 value",
    ("incomes", "period"): "周期 频率 period frequency",
}


def field_of(section, word):
    sheet = next(each for each in sheets() if each.section == section)
    found = matched(sheet, {1: Cell(1, 1, "s", word)}, Guidance())
    return found[1].column.field if found else ""


@pytest.mark.parametrize(("field", "words"), DEBTS.items())
def test_every_word_for_a_field_of_a_debt_reaches_it(field, words):
    assert {word: field_of("debts", word) for word in words.split()} == dict.fromkeys(words.split(), field)


@pytest.mark.parametrize(("at", "words"), OTHERS.items())
def test_words_for_income_costs_and_things_owned_reach_their_field(at, words):
    section, field = at
    assert {word: field_of(section, word) for word in words.split()} == dict.fromkeys(words.split(), field)


@pytest.mark.parametrize("word", UNUSED.split())
def test_what_is_known_and_not_needed_is_not_taken_for_something_else(word):
    assert is_unused("debts", word)
    assert field_of("debts", word) == ""


@pytest.mark.parametrize(
    "word",
    [
        "已还利率",
        "可用余额",
        "账户余额变动",
        "去年还款",
        "历史逾期还款期数",
        "心情",
        "距离还款日天数",
        "催收电话",
        "最近还款日",
        "本期应还本金",
        "月利息",
        "担保人",
    ],
)
def test_a_word_that_only_sounds_alike_is_left_alone(word):
    assert field_of("debts", word) == ""


@pytest.mark.parametrize(
    ("written", "field"),
    [("剩 余 本 金：", "principal"), ("剩余\n本金", "principal"), ("*平台", "name"), ("剩余本金（元）", "principal"), ("年利率％", "rate"), ("逾期天数(天)", "days_overdue"), ("月供/元", "instalment"), ("ＡＰＲ", "rate")],
)  # fmt: skip
def test_blanks_stars_width_and_units_do_not_matter(written, field):
    assert field_of("debts", written) == field


@pytest.mark.parametrize(
    ("header", "unit"),
    [("金额（万元）", "万元"), ("金额(元/月)", "元"), ("金额（单位：万元）", "万元"), ("金额/万元", "万元"), ("年利率(%)", "%"), ("日利率（‰）", "‰"), ("贷款期限（年）", "年"), ("金额(含利息)", ""), ("金额（含息）（万元）", "万元")],
)  # fmt: skip
def test_the_unit_is_found_wherever_the_header_puts_it(header, unit):
    assert unit_hint(header) == unit
