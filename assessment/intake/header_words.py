"""Other people's words: headers for every field, headers that may mean something wider, and columns the case has no field for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from assessment.layout import Column, Section
from assessment.text import Text, label

Key = tuple[Section, str]

SYNONYMS: Mapping[Key, str] = {
    ("debts", "name"): (
        "平台 平台名称 平台名 借款平台 贷款平台 欠款平台 放款平台 出借平台 借贷平台 还款平台 网贷 网贷名称 网贷平台 债权人 债权方 债权银行 债权人/平台 "
        "债权人/贷款机构 债主 贷款机构 贷款方 借款机构 出借机构 出借人 出借方 放款机构 放款方 资金方 机构 机构名称 银行 银行名称 银行/平台 平台/银行 "
        "平台/机构 机构/平台 发卡行 发卡银行 信用卡名称 卡名 管理机构 授信机构 欠谁 欠款对象 欠款方 欠款机构 欠款名称 借款对象 贷款名称 贷款项目 "
        "债务名称 负债名称 负债项目 名称 项目 还款项名称 账户名称 账户 口子 贷款口子 借款app app 渠道 借款渠道 贷款渠道 "
        "creditor creditorname lender lendername bank platform institution name loanname debtname accountname"
    ),
    ("debts", "product"): (
        "产品 产品名称 债务类型 债务种类 负债类型 贷款类型 贷款种类 贷款产品 业务种类 业务类型 借款类型 借款产品 账户类型 种类 类别 类型 "
        "product type producttype debttype loantype"
    ),
    ("debts", "lender"): "机构类型 债权人类型 平台类型 放款方类型 出借人类型 贷款机构类型 lendertype",
    ("debts", "contract_date"): (
        "借款日 借款时间 贷款日期 贷款时间 放款日期 放款日 放款时间 发放日期 开立日期 开户日期 下款日 下款日期 下款时间 合同日期 签约日期 起息日 起始日期 "
        "开始日期 借入日期 startdate loandate opendate disbursementdate"
    ),
    ("debts", "original"): (
        "借款本金 借款金额 借款额 借款总额 总借款 总借款金额 贷款金额 贷款额 贷款总额 贷款本金 放款金额 发放金额 合同金额 合同本金 初始本金 初始金额 "
        "原始本金 原始金额 总本金 下款金额 借了多少 originalamount originalprincipal originalbalance loanamount amountborrowed"
    ),
    ("debts", "principal"): (
        "待还本金 未还本金 未偿本金 未偿还本金 总待还本金 剩余未还 剩余未还本金 剩余待还本金 剩余应还本金 剩余贷款本金 剩余借款 剩余贷款 剩余贷款金额 "
        "余额 本金余额 贷款余额 借款余额 待还余额 欠款本金 欠本金 尚欠本金 剩余金额 当前余额 本金欠款 "
        "balance remainingbalance currentbalance loanbalance outstanding outstandingbalance outstandingprincipal remainingprincipal principalbalance"
    ),
    ("debts", "interest"): "利息 欠息 未还利息 应还利息 待还利息 剩余利息 利息金额 逾期利息 interest accruedinterest interestdue unpaidinterest",
    ("debts", "penalty"): (
        "罚息 违约金 滞纳金 逾期费 逾期费用 逾期罚息 罚息金额 罚金 罚息/违约金 违约金/罚息 罚息违约金 复利 "
        "penalty penalties penaltyinterest latefee latefees"
    ),
    ("debts", "fees"): "费用 其他费用 其他费 杂费 催收费 律师费 fees otherfees charges",
    ("debts", "fee_per_instalment"): "每月手续费 每期服务费 分期手续费 月手续费 feeperinstallment monthlyfee",
    ("debts", "other_charges"): "每期担保费 每月担保费 每期会员费 每月会员费 每期保险费 每月保险费",
    ("debts", "received"): "到手金额 到手 实际到手金额 到账金额 实际到账 实际到账金额 实际放款 到手本金 netreceived amountreceived",
    ("debts", "instalments"): "总期数 期数 分期数 分期期数 借款期数 贷款期数 共几期 totalinstallments instalments installments numberofpayments termmonths",
    ("debts", "rate"): (
        "利率 年利率 年化 年化利率 年化率 综合年化 综合年化利率 年息 贷款利率 借款利率 执行利率 名义利率 利息率 irr apr rate annualrate annualinterestrate "
        "interestrate yearlyrate 月利率 月息 月利 monthlyrate 日利率 日息 日利 日费率 每日利率 万分比 dailyrate"
    ),
    ("debts", "penalty_multiple"): "罚息倍数 罚息上浮 罚息系数",
    ("debts", "method"): "还款类型 还款模式 repaymentmethod",
    ("debts", "instalments_left"): (
        "剩余期数 剩余还款期数 剩余还款期 剩余几期 剩余月数 未还期数 待还期数 还剩期数 还剩几个月 "
        "remaining remainingterm remainingmonths remaininginstalments remaininginstallments remainingpayments installmentsleft monthsleft paymentsleft"
    ),
    ("debts", "instalment"): (
        "月供 月供金额 每月还款 每月还款额 每月还款金额 月还款 月还款额 月还款金额 月还 月付 期供 每期还款 每期还款额 每期还款金额 每期应还金额 本期应还 本期应还款 "
        "本期应还金额 本月应还 本月应还款 本月应还金额 月偿还额 每月应还 每月应还款 当期应还 每期还 每期多少 每月应还金额 每月要还 "
        "monthlypayment monthlyinstallment monthlyinstalment monthlyrepayment instalment installment emi payment"
    ),
    ("debts", "due_day"): (
        "还款日 还款日期 还款时间 每月还款日 每期还款日 每月还款日期 扣款日 每月扣款日 最后还款日 最后还款日期 到期还款日 应还款日 下次还款日 下次还款日期 下期还款日 "
        "duedate dueday paymentdate paymentday paymentduedate nextduedate nextpaymentdate"
    ),
    ("debts", "days_overdue"): (
        "已逾期 已逾期天数 当前逾期天数 逾期日数 逾期时间 逾期时长 逾期多久 逾期阶段 账龄 逾期期数 当前逾期期数 m几 "
        "daysoverdue overduedays dayspastdue dayslate dpd"
    ),
    ("debts", "overdue_amount"): (
        "逾期总额 逾期应还 逾期应还金额 逾期本息 逾期欠款 逾期未还金额 当前逾期总额 当前逾期金额 拖欠金额 "
        "overdueamount amountoverdue pastdue pastdueamount arrears"
    ),
    ("debts", "accelerated"): "是否要求一次还清 提前到期 是否提前到期 宣布提前到期",
    ("debts", "security"): "担保方式 担保情况 担保 抵押 抵押情况 是否抵押 collateral security",
    ("debts", "joint"): "共同借款人 共借人 是否共同借款 共同借款标志",
    ("debts", "collection"): "催收阶段 催收情况 催收状态 催收程度 催收 collection",
    ("debts", "court"): "法院 诉讼 诉讼状态 诉讼情况 诉讼阶段 法律状态 法律程序 起诉 是否起诉 是否已起诉 是否被起诉 起诉情况 案件状态 legalstatus",
    ("debts", "filed"): "起诉日期 立案日期 起诉时间",
    ("debts", "note"): "说明 备注说明 情况说明 note notes remark remarks comment comments",
    ("assets", "name"): "资产 资产名称 资产项目 项目 账户 账户名称 物品 asset assetname name",
    ("assets", "kind"): "种类 类型 资产类别 资产类型 资产种类 type assettype",
    ("assets", "value"): "价值 现值 市值 金额 估值 估价 余额 市场价 变现价值 可变现金额 当前市值 当前价值 评估价 资产金额 amount value balance marketvalue",
    ("assets", "loan"): "贷款 未还贷款 剩余贷款 贷款余额 按揭余额 剩余房贷 剩余车贷 房贷余额 抵押贷款 loan mortgage",
    ("assets", "needed"): "是否必需 唯一住房 是否唯一住房",
    ("assets", "note"): "说明 note notes remark",
    ("incomes", "name"): "收入来源 收入项目 收入名称 项目 来源 名目 明细 incomesource source name",
    ("incomes", "kind"): "稳定性 是否固定",
    ("incomes", "amount"): (
        "金额 收入金额 月收入 每月收入 年收入 税后收入 税后工资 月薪 每月到手 本月收入 平均月收入 月均收入 到手 到手工资 到手收入 实发 实发工资 每月金额 net netpay netincome amount monthlyincome monthlyamount"
    ),
    ("incomes", "period"): "周期 频率 period frequency",
    ("incomes", "history"): "近几个月收入 每月明细 最近收入",
    ("incomes", "note"): "说明 note notes remark",
    ("expenses", "name"): "支出项目 支出名称 项目 项目名称 名目 明细 用途 开支项目 费用项目 消费项目 expenseitem item name",
    ("expenses", "category"): "种类 类型 分类 支出类别 支出类型 支出种类 category type",
    ("expenses", "amount"): (
        "支出金额 费用 花费 月支出 每月支出 年支出 每年支出 每月金额 本月支出 月花费 每月花费 年花费 月开销 每月开销 月均 月均支出 实际 实际支出 amount cost monthlyamount monthlycost monthlyexpense"
    ),
    ("expenses", "period"): "周期 频率 period frequency",
    ("expenses", "note"): "说明 note notes remark",
    ("windfalls", "name"): "一次性收入 款项",
    ("windfalls", "day"): "到账日期 预计到账 预计日期",
    ("windfalls", "amount"): "金额 预计金额",
    ("events", "name"): "债务 平台",
    ("events", "day"): "日子 发生日期",
    ("events", "kind"): "事件 类型 方式",
    ("events", "who"): "对方 联系人",
    ("events", "number"): "来电号码 对方号码",
    ("events", "staff"): "工号",
    ("events", "words"): "内容 原话",
}  # fmt: skip

_STATUS = "逾期 逾期了吗 逾期状态 是否逾期 逾期情况 状态 当前状态 还款状态 账户状态 贷款状态 status"
WEAKER: tuple[Mapping[Key, str], ...] = (
    {("debts", "days_overdue"): _STATUS, ("incomes", "name"): "收入 income", ("expenses", "name"): "支出 开支 花销 开销 消费 expense"},
    {("incomes", "amount"): "收入 总收入 income", ("expenses", "amount"): "支出 总支出 必要支出 开支 花销 开销 消费 expense"},
)  # fmt: skip
"""Headers taken where nothing plainer stands beside them, one list after the other."""


@dataclass(frozen=True, slots=True)
class Wider:
    """Headers that may hold something other than the field they are read as; `what` has a gap for the header."""

    section: Section
    field: str
    names: str
    what: str
    instead: Text


_PART_BETTER = Text("最好分开填：剩余本金、欠的利息、欠的罚息。")
_CHOOSE = Text("如果不是，请在“每一列当作什么”里改。")
WIDER: tuple[Wider, ...] = (
    Wider(
        "debts", "principal", "已用 已用额度 已使用额度 透支余额 透支金额 账单金额 本期账单 usedlimit",
        label("“{header}”里可能含利息和费用，先全部当作剩余本金读。"), _PART_BETTER,
    ),
    Wider(
        "debts", "principal", "本金 贷款 借款 principal", label("“{header}”没有写是剩余的还是当初借的，先当作剩余本金读。"), _CHOOSE,
    ),
    Wider("debts", "original", "本金 principal", label("“{header}”没有写是剩余的还是当初借的，先当作当初借的读。"), _CHOOSE),
    Wider("debts", "principal", "金额 amount", label("“{header}”没有写是哪一种钱，先当作剩余本金读。"), _CHOOSE),
    Wider("debts", "instalment", "还款金额 还款额 应还金额 应还", label("“{header}”没有写是一期的还是全部的，先当作每期应还读。"), _CHOOSE),
    Wider(
        "debts", "fees", "手续费 服务费 担保费 会员费 保险费 管理费 平台费", label("“{header}”先当作现在欠的其他费用读。"),
        Text("如果是每期都收的，请在“每一列当作什么”里改成每期手续费或每期另收的费用。"),
    ),
    Wider("debts", "overdue_amount", "逾期本金", label("“{header}”不含逾期的利息和罚息，先当作逾期金额读。"), Text("补齐要多少，请照 App 里的“逾期应还”改。")),
    Wider("incomes", "amount", "税前收入 税前工资 税前 应发 应发工资 基本工资 工资 salary gross", label("“{header}”可能是税前的，先当作到手金额读。"), Text("请改成扣掉税和社保以后到手的数。")),
    Wider("expenses", "amount", "预算 月预算 计划 计划支出 预计 budget", label("“{header}”是打算花的，先当作实际支出读。"), Text("请照最近几个月实际花的改。")),
)  # fmt: skip


def _side(field: str, title: str, kind: str, names: str, unit: str = "") -> tuple[Column, str]:
    return Column(field, title, unit, kind, ""), names  # type: ignore[arg-type]


_SIDES: Mapping[Section, tuple[tuple[Column, str], ...]] = {
    "debts": (
        _side(
            "total_owed", label("一共欠（含利息、罚息）"), "money",
            "欠款 欠款金额 欠款总额 总欠款 总欠款金额 债务金额 总债务 负债金额 负债总额 总负债 待还总额 待还金额 总待还 应还总额 剩余应还 剩余应还总额 剩余欠款 剩余待还 "
            "剩余待还金额 未还金额 未还总额 结清金额 全部待还 还欠 欠多少 现欠 现欠金额 总欠 待还 剩余还款 剩余总还款 欠款合计 本息合计 本息余额 totalowed totaldebt amountowed owed payoff payoffamount debt", "元",
        ),
        _side("repaid", label("已还金额"), "money", "已还 已还金额 已还本金 累计已还 实际还款额 已偿还 paid amountpaid totalpaid", "元"),
        _side("instalments_paid", label("已还期数"), "whole", "已还期数 已还几期 已还月数 还了几期 paidinstallments paymentsmade", "期"),
        _side("term", label("贷款期限"), "whole", "贷款期限 借款期限 期限 还款期限 分期期限 term loanterm"),
        _side("minimum", label("最低还款"), "money", "最低还款 最低还款额 每月最低还款 每月最低还款额 本期最低还款 minimumpayment minpayment min.payment mindue minimum", "元"),
        _side("flat_rate", label("每期手续费率"), "rate", "手续费率 手续费率/期 每期手续费率 分期费率 分期手续费率 每期费率 月费率 费率 feerate"),
        _side("penalty_rate", label("罚息利率"), "rate", "罚息利率 罚息率 逾期利率 逾期日利率 逾期罚息利率 penaltyrate"),
        _side("daily_interest", label("每天利息多少钱"), "money", "每日利息 每天利息 日利息 dailyinterest", "元"),
        _side("withheld", label("放款时先扣的钱"), "money", "砍头息 先扣利息 预扣费用 前置费用", "元"),
        _side("status", label("逾期状态"), "text", _STATUS),
        _side("overdue_since", label("从哪天开始逾期"), "date", "逾期日期 逾期日 首次逾期 逾期开始时间 逾期开始日期 逾期起始日 首次逾期日期 overduesince"),
        _side("currency", label("币种"), "text", "币种 货币 currency"),
    ),
    "assets": (), "incomes": (), "expenses": (), "events": (), "windfalls": (), "agreements": (),
}  # fmt: skip
UNUSED: Mapping[Section, str] = {
    "debts": (
        "信用额度 授信额度 总额度 额度 可用额度 剩余额度 limit creditlimit 账单日 statementday 合同号 合同编号 借据号 借款编号 账户标识 放款编号 订单号 资产编号 编号 id "
        "contract contractno accountno 到期日 到期日期 到期时间 结清日 结清日期 maturity maturitydate enddate 紧急程度 还款优先级 优先级 优先顺序 priority "
        "距离还款日天数 提醒状态 提醒 是否计入统计 图标 默认账户 账号 卡号 尾号 卡号后四位 姓名 客户姓名 手机号 电话 身份证号 银行卡号 外包公司 案号 还款比例 已还贷款比例 占比 利息总额 总利息 月利息 每月利息 每期利息 每期本金 月还本金 每月本金 担保人 催收电话 联系电话 客服电话"
    ),
    "assets": "占比 数量 买入价 购入价 账号 卡号 币种 更新日期 更新时间 日期 是否计入统计",
    "incomes": "占比 日期 账号 发放日 发放日期",
    "expenses": "占比 日期 差额 差异 支付方式 付款方式 预算 月预算 计划 计划支出 预计 是否必要 budget",
    "events": "",
    "windfalls": "",
    "agreements": "",
}  # fmt: skip
"""Headers that are known and not needed."""

TARGETS: Mapping[str, str] = {
    "total_owed": "principal", "repaid": "principal", "instalments_paid": "instalments_left", "term": "instalments", "minimum": "instalment",
    "flat_rate": "fee_per_instalment", "penalty_rate": "penalty_multiple", "daily_interest": "rate", "withheld": "received", "status": "days_overdue",
    "overdue_since": "days_overdue", "currency": "",
}  # fmt: skip
"""Columns that are no field of the case, each with the field it would fill."""

ADDED: frozenset[Key] = frozenset({("debts", "interest"), ("debts", "penalty"), ("debts", "fees"), ("debts", "other_charges")})  # fmt: skip
"""Fields that several columns may add up to."""


@cache
def sides(section: Section) -> tuple[Column, ...]:
    """Columns that are read to work out or check a field of the case, without being one."""
    return tuple(column for column, _names in _SIDES[section])


@cache
def side_names(section: Section) -> Mapping[str, Column]:
    return {name: column for column, names in _SIDES[section] for name in names.split()}


_ALIASES: Mapping[Key, Mapping[str, str]] = {
    ("debts", "method"): {
        "equal_payment": "等额 等额还款 等额本息还款 每月等额 equalpayment",
        "equal_principal": "等本 等本金 等额本金还款",
        "interest_only": "先息 按月付息到期还本 按月付息 每月付息 按月付息，到期还本",
        "bullet": "一次性还本付息 到期还本付息 到期还清 到期一次还清 一次还本付息 利随本清 一次性还款",
        "revolving": "最低还款 循环 信用卡循环 最低 还最低",
        "flat_fee": "分期手续费 手续费分期 信用卡分期 账单分期",
    },
    ("debts", "lender"): {
        "bank": "银行贷款 银行信用贷 银行贷 bank",
        "credit_card": "贷记卡 信用卡分期 creditcard",
        "consumer_finance": "消金 持牌消金 消费金融",
        "microloan": "小贷 网络小贷 小额贷款 小额贷",
        "private": "个人 私人 亲友 朋友 亲戚 民间 民间借贷 个人借款 亲友借款 私人借款",
        "other": "网贷 其他 其它 不清楚",
    },
    ("debts", "court"): {
        "none": "未 否 未起诉 没起诉 没有起诉 no",
        "mediation": "调解 调解中 诉前 诉前调解中",
        "payment_order": "支付令",
        "sued": "是 已起诉 被起诉 起诉 起诉中 诉讼中 已立案 立案 收到传票 传票 yes",
        "judgment": "判决 已判 判了 已判决未执行",
        "enforcement": "执行 执行中 已执行 强执 失信 限高",
    },
    ("debts", "collection"): {
        "none": "未 否 未催收 没催收",
        "reminders": "短信 短信催收",
        "calls": "电话 电话催收中 打电话",
        "visits": "上门催收 外访",
        "lawyer_letter": "已发律师函 收到律师函",
    },
    ("debts", "security"): {
        "none": "信用 信用贷 信用贷款 纯信用 无担保 免担保 信用/免担保 否",
        "guarantee": "保证 担保 担保人 第三方担保",
        "mortgage": "房抵 房产抵押 车抵 车辆抵押 是",
    },
    ("incomes", "kind"): {"steady": "固定 是 稳定收入", "irregular": "不固定 浮动 否 不稳定收入"},
}
_PERIODS = {
    "day": "日 天 按天 日结 daily", "week": "周 按周 周结 一周 weekly", "half_month": "半月 半个月", "month": "月 月付 按月 一月 一个月 月度 monthly",
    "quarter": "季 季度 季付 按季 一季度 quarterly", "half_year": "半年 半年付 每年两次", "year": "年 年付 按年 一年 年度 yearly annually",
}  # fmt: skip
_GRADES = {"verified": "核实 已核 确定 准确", "estimate": "估计 大概 估", "inferred": "推测"}


@cache
def aliases(section: Section, field: str) -> Mapping[str, str]:
    """Other words for the choices of a column, each with the choice it means."""
    told = _ALIASES.get((section, field), _PERIODS if field == "period" else _GRADES if field == "grade" else {})
    return {word: key for key, words in told.items() for word in words.split()}
