"""The Chinese word for every closed set of a case, as catalogue sources."""

from __future__ import annotations

from assessment.text import label

REGION = {"urban": label("城镇"), "rural": label("乡村")}
PERIOD = {
    "day": label("每天"),
    "week": label("每周"),
    "half_month": label("每半月"),
    "month": label("每月"),
    "quarter": label("每季度"),
    "half_year": label("每半年"),
    "year": label("每年"),
}
ASSET_KIND = {
    "cash": label("现金、存款"),
    "fund": label("理财、基金"),
    "stock": label("股票"),
    "insurance": label("保单现金价值"),
    "provident": label("住房公积金"),
    "receivable": label("借出去的钱"),
    "vehicle": label("车辆"),
    "home": label("自住房"),
    "property": label("其他房产"),
    "goods": label("其他物品"),
}
INCOME_KIND = {"steady": label("稳定"), "irregular": label("不稳定")}
EXPENSE_CATEGORY = {
    "rent": label("房租"),
    "mortgage": label("房贷"),
    "property_fee": label("物业费"),
    "utilities": label("水电燃气"),
    "heating": label("取暖"),
    "tuition": label("学费、培训"),
    "childcare": label("托育、看护"),
    "medical": label("看病吃药"),
    "insurance": label("社保、保险"),
    "support": label("赡养、抚养"),
    "work": label("谋生必需（油费、平台费等）"),
    "festival": label("春节等节日"),
    "other_fixed": label("其他固定支出"),
    "food": label("吃饭买菜"),
    "clothing": label("衣服鞋帽"),
    "transport": label("交通"),
    "phone": label("电话网费"),
    "daily_goods": label("日用品"),
    "leisure": label("文娱休闲"),
    "gifts": label("人情往来、其他零用"),
}
FLEXIBLE = frozenset({"food", "clothing", "transport", "phone", "daily_goods", "leisure", "gifts"})
LENDER = {
    "bank": label("银行"),
    "credit_card": label("信用卡"),
    "consumer_finance": label("消费金融公司"),
    "microloan": label("小额贷款公司"),
    "private": label("个人或一般公司"),
    "other": label("还不清楚"),
}
METHOD = {
    "equal_payment": label("等额本息（每月还一样多）"),
    "equal_principal": label("等额本金（每月本金一样，利息递减）"),
    "interest_only": label("先息后本（每月只还利息）"),
    "bullet": label("到期一次还本付息"),
    "flat_fee": label("分期手续费（每期本金加固定手续费）"),
    "revolving": label("信用卡循环（最低还款）"),
}
SECURITY = {"none": label("没有"), "guarantee": label("有人担保"), "pledge": label("质押"), "mortgage": label("抵押")}
COLLECTION = {
    "none": label("还没有"),
    "reminders": label("短信提醒"),
    "calls": label("电话催收"),
    "visits": label("上门"),
    "lawyer_letter": label("律师函"),
}
COURT = {
    "none": label("没有"),
    "mediation": label("诉前调解"),
    "payment_order": label("收到支付令"),
    "sued": label("收到传票、起诉状"),
    "judgment": label("已判决"),
    "enforcement": label("强制执行"),
}
GRADE = {"verified": label("已核实"), "estimate": label("本人估计"), "inferred": label("推断")}
YES_NO = {True: label("是"), False: label("否")}
EVENT_KIND = {
    "payment": label("我还了钱"),
    "deduction": label("对方从我账户扣款"),
    "asked": label("我请求延期、分期或减免"),
    "offered": label("对方提出方案"),
    "agreement": label("谈成或签字确认"),
    "refused": label("对方拒绝我的方案"),
    "broken": label("没能按谈好的还"),
    "call": label("对方来电，接通"),
    "dialled": label("对方来电，没接"),
    "message": label("短信、微信、邮件催收"),
    "visit": label("上门"),
    "third_party": label("联系了我以外的人"),
    "letter": label("催收函、律师函"),
    "assignment": label("债权转让通知"),
    "mediation": label("调解"),
    "payment_order": label("收到支付令"),
    "sued": label("收到起诉状"),
    "judgment": label("收到判决、调解书"),
    "enforcement": label("收到执行通知"),
    "complained": label("我投诉、报警或书面要求"),
    "sent": label("我寄出、提交了材料"),
    "other": label("其他"),
}
IF_LATE = {
    "unknown": label("没写清"),
    "pay_on": label("补上就行"),
    "charge": label("恢复计息或收违约金"),
    "all_due": label("剩下的全部到期"),
    "cancelled": label("减免作废，按原来的欠款追"),
}
REPORTING = {
    "unknown": label("没写清"),
    "current": label("签约后按正常报"),
    "until_cleared": label("付清以前还报逾期"),
}
HARDSHIPS = {
    "job": label("失业或停工"),
    "income": label("收入减少"),
    "illness": label("生病或受伤"),
    "family_illness": label("家人生病，要照顾"),
    "business": label("生意亏损或停业"),
    "family": label("离婚或家里变故"),
    "disaster": label("受灾"),
}
"""What may have happened to a household; chosen for a request, and shown with proofs."""
