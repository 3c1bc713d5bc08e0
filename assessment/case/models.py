"""The models of a case: frozen, every field with its Chinese label, unit and limits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

from assessment.figures import Grade
from assessment.text import label

Region = Literal["urban", "rural"]
Period = Literal["day", "week", "half_month", "month", "quarter", "half_year", "year"]
AssetKind = Literal[
    "cash", "fund", "stock", "insurance", "provident", "receivable", "vehicle", "home", "property", "goods"
]
IncomeKind = Literal["steady", "irregular"]
ExpenseCategory = Literal[
    "rent", "mortgage", "property_fee", "utilities", "heating", "tuition", "childcare", "medical", "insurance",
    "support", "work", "festival", "other_fixed",
    "food", "clothing", "transport", "phone", "daily_goods", "leisure", "gifts",
]  # fmt: skip
LenderClass = Literal["bank", "credit_card", "consumer_finance", "microloan", "private", "other"]
Method = Literal["equal_payment", "equal_principal", "interest_only", "bullet", "flat_fee", "revolving"]
RatePeriod = Literal["day", "month", "year"]
Security = Literal["none", "guarantee", "pledge", "mortgage"]
CollectionStatus = Literal["none", "reminders", "calls", "visits", "lawyer_letter"]
CourtStatus = Literal["none", "mediation", "payment_order", "sued", "judgment", "enforcement"]
IN_COURT: frozenset[CourtStatus] = frozenset({"payment_order", "sued", "judgment", "enforcement"})
EventKind = Literal[
    "payment", "deduction", "asked", "offered", "agreement", "refused", "broken",
    "call", "dialled", "message", "visit", "third_party", "letter", "assignment",
    "mediation", "payment_order", "sued", "judgment", "enforcement", "complained", "sent", "other",
]  # fmt: skip

SENT: frozenset[EventKind] = frozenset({"complained", "sent"})
"""What a person handed in or sent off."""
IfLate = Literal["unknown", "pay_on", "charge", "all_due", "cancelled"]
Reporting = Literal["unknown", "current", "until_cleared"]

_PLAIN_NUMBER = re.compile(r"-?[0-9]{1,16}(\.[0-9]{1,12})?", re.ASCII)


def _plain_decimal(value: object) -> object:
    """Pydantic alone would also take 1_000, ٣ and 1e99; money is written in plain digits here."""
    if isinstance(value, str) and not _PLAIN_NUMBER.fullmatch(value):
        raise ValueError("not plain digits")
    if isinstance(value, float):
        return Decimal(repr(value))
    return value


def visible_lines(text: str) -> str:
    """Text without what cannot be seen: control, direction and zero-width characters; composed, trimmed."""
    lines = (
        "".join(char for char in line if char == "\t" or unicodedata.category(char) not in _UNSEEN)
        for line in text.splitlines()
    )
    return unicodedata.normalize("NFC", "\n".join(lines)).strip()


def visible_line(text: str) -> str:
    """`visible_lines` on one line."""
    return " ".join(visible_lines(text).splitlines())


def _if_text(change: Callable[[str], str]) -> BeforeValidator:
    return BeforeValidator(lambda value: change(value) if isinstance(value, str) else value)


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


_Decimal = Annotated[
    Decimal, BeforeValidator(_plain_decimal), PlainSerializer(lambda value: f"{value:f}", when_used="json")
]
"""Written as it is read: 0.00000001, never 1E-8."""
Yuan = Annotated[_Decimal, Field(ge=0, le=100_000_000, decimal_places=2)]
EARLIEST, LATEST = date(1980, 1, 1), date(2100, 12, 31)
"""Outside these a year was mistyped, or a spreadsheet showed a number as a day."""
Day = Annotated[date, Field(ge=EARLIEST, le=LATEST)]
Share = Annotated[_Decimal, Field(ge=0, le=1)]
Name = Annotated[str, Field(max_length=60), _if_text(visible_line)]
Note = Annotated[str, Field(max_length=500), _if_text(visible_lines)]


def _field(title: str, default: Any = ..., unit: str = "", why: str = "", **limits: Any) -> Any:
    """A field with its Chinese label, its unit and one line on why it is asked."""
    return Field(default, title=title, description=why, json_schema_extra={"unit": unit}, **limits)


def _proof() -> Any:
    """What was seen that bears an entry's figures out."""
    return _field(label("凭证"), "", "", label("看过什么：工资条、银行流水、合同、App 里的页面。没看就空着。"))


def _checked() -> Any:
    """The day on which an entry's figures were held against the proof."""
    return _field(label("核对日期"), None, "", label("对着凭证核过的那天。数改了以后要再核。"))


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", revalidate_instances="never")


class Household(_Model):
    """Who lives on the budget, and where."""

    region: Region = _field(label("城镇或乡村"), "urban", why=label("生活费参考数按城镇、乡村分别统计。"))
    place: Name = _field(label("所在地"), "", why=label("只写到区县；用来提醒您查当地的低保标准。"))
    adults: int = _field(
        label("成年人"), 1, label("人"), label("和您一起过日子的，含您自己；生活费按人数算。"), ge=1, le=20
    )
    children: int = _field(label("未成年人"), 0, label("人"), label("靠这份收入生活的孩子。"), ge=0, le=20)
    elders: int = _field(
        label("需要赡养的同住老人"), 0, label("人"), label("住在一起、靠这份收入生活的老人。"), ge=0, le=20
    )
    minimum_per_head: Yuan | None = _field(
        label("当地低保标准"), None, label("元/人·月"),
        label("法院执行时也要给家里留出基本生活费，一般参照当地低保标准。可以问街道办或拨 12345。"),
    )  # fmt: skip

    overdue_months: int | None = _field(
        label("信用报告上写的“最近 5 年内逾期几个月”"), None, label("个月"),
        label("个人版报告用文字写：最近 5 年内有几个月处于逾期状态。还没查就空着。"), ge=0, le=60,
    )  # fmt: skip
    over_ninety: bool = _field(
        label("信用报告上写着“发生过 90 天以上逾期”"), False, "", label("个人版报告在同一句话里写明有没有。")
    )
    queries: int | None = _field(
        label("最近三个月被查了几次"),
        None,
        label("次"),
        label("只数贷款审批、信用卡审批；自己查的不算。"),
        ge=0,
        le=200,
    )

    @property
    def people(self) -> int:
        return self.adults + self.children + self.elders


class Asset(_Model):
    """Something owned. Yuan."""

    name: Name = _field(label("名称"))
    kind: AssetKind = _field(label("类别"), "cash")
    value: Yuan = _field(label("现在值多少"), Decimal(0), label("元"))
    loan: Yuan = _field(label("上面的贷款"), Decimal(0), label("元"), label("比如房贷、车贷还没还完的部分。"))
    quick_share: Share | None = _field(
        label("急卖能拿到几成"), None, "", label("一个月内卖掉大约能收回的比例；不填就用同类资产的参考比例。")
    )
    needed: bool = _field(label("生活必需"), False, why=label("唯一住房、谋生工具等，不计入可用来还债的资产。"))
    grade: Grade = _field(label("可靠程度"), "estimate")
    proof: Name = _proof()
    checked: Day | None = _checked()
    note: Note = _field(label("备注"), "")


class Income(_Model):
    """Money that comes in. Yuan a period, after tax."""

    name: Name = _field(label("名称"))
    kind: IncomeKind = _field(label("是否稳定"), "steady")
    amount: Yuan = _field(label("到手金额"), Decimal(0), label("元"))
    period: Period = _field(label("多久一次"), "month")
    history: tuple[Yuan, ...] = _field(
        label("最近几个月的实际收入"), (), label("元"),
        label("收入不稳定时，按最近 3 到 12 个月里较低的一半来算，更稳妥。"), max_length=12,
    )  # fmt: skip
    grade: Grade = _field(label("可靠程度"), "estimate")
    proof: Name = _proof()
    checked: Day | None = _checked()
    note: Note = _field(label("备注"), "")


class Expense(_Model):
    """Money that goes out to live on; repayments are never living costs. Yuan a period."""

    name: Name = _field(label("名称"))
    category: ExpenseCategory = _field(label("类别"), "other_fixed")
    amount: Yuan = _field(label("金额"), Decimal(0), label("元"))
    period: Period = _field(label("多久一次"), "month")
    reason: Note = _field(label("超出参考数的原因"), "", "", label("比如有病人、上班路远。写了原因，就按实际金额算。"))
    grade: Grade = _field(label("可靠程度"), "estimate")
    proof: Name = _proof()
    checked: Day | None = _checked()
    note: Note = _field(label("备注"), "")


class Rate(_Model):
    """A rate as quoted: a fraction per day, month or year, with the days a daily quote counts to the year."""

    value: Annotated[_Decimal, Field(ge=0, le=10)] = _field(label("利率"))
    per: RatePeriod = _field(label("按"), "year")
    basis: Literal[360, 365] = _field(label("一年按多少天"), 365, label("天"))

    @property
    def annual(self) -> Decimal:
        """The nominal rate a year, as a fraction: a day's quote times the basis, a month's times 12."""
        return self.value * {"day": self.basis, "month": 12, "year": 1}[self.per]


class Debt(_Model):
    """One debt as it stands on the day of the assessment. Yuan."""

    name: Name = _field(label("欠谁的"), why=label("平台、银行或出借人的名字，例如京东金条。"))
    product: Name = _field(label("产品名"), "")
    lender: LenderClass = _field(
        label("出借方类型"),
        "other",
        "",
        label("看借款合同上的出借人。银行、消费金融、小贷公司和个人适用的规则不一样。"),
    )
    contract_date: Day | None = _field(label("借款日期"), None)
    original: Yuan | None = _field(label("当初借了多少"), None, label("元"))
    principal: Yuan = _field(label("剩余本金"), Decimal(0), label("元"), label("还没还的本金，不含利息、罚息和费用。"))
    interest: Yuan = _field(label("欠的利息"), Decimal(0), label("元"))
    penalty: Yuan = _field(label("欠的罚息、违约金"), Decimal(0), label("元"))
    fees: Yuan = _field(label("欠的其他费用"), Decimal(0), label("元"), label("手续费、服务费、担保费等。"))
    rate: Rate | None = _field(
        label("合同利率"), None, "", label("按合同或 App 上的写法填，例如 日0.05%、月1.5%、年18.25%。")
    )
    penalty_multiple: Annotated[_Decimal, Field(ge=1, le=10)] | None = _field(
        label("罚息是合同利率的几倍"),
        None,
        label("倍"),
        label("合同里常写“上浮 50%”，就是 1.5 倍。不填按 1.5 倍估算。"),
    )
    method: Method = _field(label("还款方式"), "equal_payment")
    fee_per_instalment: Yuan = _field(label("每期手续费"), Decimal(0), label("元"))
    received: Yuan | None = _field(
        label("实际到手"), None, label("元"), label("借款那天真正拿到的钱。先扣了利息或费用的，填扣完以后的数。")
    )
    instalments: int = _field(
        label("一共几期"), 0, label("期"), label("借款时约定的总期数，用来核对真实利率。"), ge=0, le=600
    )
    other_charges: Yuan = _field(
        label("每期另收的费用"),
        Decimal(0),
        label("元"),
        label("担保费、会员费、保险费等，没有算进“每期应还”里的。"),
    )
    disclosed: Share | None = _field(
        label("明示表上的年化综合成本"),
        None,
        "",
        label("2026 年 8 月 1 日以后的新借款，签约前应当给您看“综合融资成本明示表”，抄上面的年化数，例如 18%。"),
    )
    outside_charges: Yuan = _field(
        label("明示表以外收过的钱"), Decimal(0), label("元"), label("表上没有列、却收了您的费用，一共多少。")
    )
    via_platform: bool = _field(
        label("平台撮合的银行贷款"), False, "", label("在平台 App 上借、合同上的出借人是银行，俗称“助贷”。")
    )
    filed: Day | None = _field(label("对方哪天起诉的"), None, "", label("法院立案的日子；没有起诉就空着。"))
    instalments_left: int = _field(
        label("还剩几期"),
        0,
        label("期"),
        label("没还的期数，已经逾期的也算在内。全部到期或没有期数就填 0。"),
        ge=0,
        le=600,
    )
    instalment: Yuan | None = _field(label("每期应还"), None, label("元"), label("App 里显示的每月应还。"))
    due_day: int | None = _field(label("每月几号还"), None, label("日"), ge=1, le=31)
    days_overdue: int = _field(label("逾期天数"), 0, label("天"), label("没逾期填 0。"), ge=0, le=20_000)
    overdue_amount: Yuan | None = _field(
        label("逾期金额"), None, label("元"), label("补上这笔就不再逾期的金额，App 里常叫“逾期应还”。")
    )
    accelerated: bool = _field(
        label("被要求一次还清"), False, "", label("出借方已通知全部提前到期；这时不能再按月补交。")
    )
    security: Security = _field(label("有没有抵押、担保"), "none")
    joint: bool = _field(label("有没有共同借款人"), False)
    collection: CollectionStatus = _field(label("催收到哪一步"), "none")
    court: CourtStatus = _field(label("法院程序到哪一步"), "none")
    grade: Grade = _field(label("可靠程度"), "estimate")
    proof: Name = _proof()
    checked: Day | None = _checked()
    note: Note = _field(label("备注"), "")

    @property
    def owed(self) -> Decimal:
        """Everything claimed today: principal, interest, penalty and fees."""
        return self.principal + self.interest + self.penalty + self.fees


class Proof(_Model):
    """A recording, picture or paper kept elsewhere: its name, its size in bytes, its SHA-256; never its content."""

    name: Name
    size: Annotated[int, Field(ge=0, le=2**40)]
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


MOST_PROOFS = 12
MOST_DUES = 80
_Proofs = Annotated[tuple[Proof, ...], Field(max_length=MOST_PROOFS)]


class Event(_Model):
    """One thing that happened about a debt: a payment, a call, a letter, a paper from the court. Yuan."""

    name: Name = _field(label("哪笔债"), why=label("和债务表里的名字写成一样，才对得上。"))
    day: Day | None = _field(label("日期"), None)
    time: Name = _field(label("时间"), "", "", label("几点几分，例如 22:05。没记下就空着。"))
    kind: EventKind = _field(label("什么事"), "other")
    amount: Yuan = _field(label("金额"), Decimal(0), label("元"), label("还款、扣款时填。"))
    who: Name = _field(label("对方是谁"), "", "", label("自称的单位、姓名；联系了别人就写联系了谁。"))
    number: Name = _field(label("对方的号码"), "", "", label("来电显示的号码、短信的发送号码；没有就空着。"))
    staff: Name = _field(label("对方的工号"), "", "", label("对方报了工号就记下；不肯报，也记一笔“不肯报”。"))
    words: Note = _field(label("说了什么"), "", "", label("尽量照原话记。"))
    promise: Note = _field(label("对方答应了什么"), "", "", label("例如：三天内发书面方案、停止打给家人。"))
    note: Note = _field(label("备注"), "")
    proofs: _Proofs = _field(
        label("录音、截图、凭证"), (), "", label("只记文件名、大小和指纹（SHA-256），文件留在您手里。")
    )


class Due(_Model):
    """One payment of an agreed schedule. Yuan."""

    day: Day
    amount: Annotated[Yuan, Field(gt=0)]


def _in_order(dues: tuple[Due, ...]) -> tuple[Due, ...]:
    return tuple(sorted(dues, key=lambda due: due.day))


_Dues = Annotated[tuple[Due, ...], Field(max_length=MOST_DUES), AfterValidator(_in_order)]


class Agreement(_Model):
    """What was agreed about a debt, to be kept from here on: the payments, and what one missed payment does. Yuan."""

    name: Name = _field(label("哪笔债"), why=label("和债务表里的名字写成一样，才对得上。"))
    day: Day | None = _field(label("哪天谈成的"), None, "", label("从这一天起的还款，才算在约定里。"))
    dues: _Dues = _field(label("约定的还款"), (), "", label("一行一笔：日期、金额，例如 2026-12-08 820。"))
    grace_days: int = _field(
        label("宽限几天"), 0, label("天"), label("协议写了晚几天不算违约就填；没写填 0。"), ge=0, le=60
    )
    if_late: IfLate = _field(label("晚了一期怎么办"), "unknown", "", label("照协议写的选；没写，就选“没写清”。"))
    reporting: Reporting = _field(
        label("履约期间征信怎么报"), "unknown", "", label("问清并写进协议的才选；口头说的不算。")
    )
    clause: Note = _field(label("晚了怎么办的原话"), "", "", label("把协议里那一句抄下来。"))
    written: bool = _field(label("已拿到盖章的书面协议"), False)
    receipt: Day | None = _field(label("哪天拿到结清证明"), None)
    checked: Day | None = _field(label("哪天核对过信用报告"), None, "", label("付清以后查的那一次。"))
    proofs: _Proofs = _field(label("协议、回执的文件"), (), "", label("只记文件名、大小和指纹，文件留在您手里。"))
    note: Note = _field(label("备注"), "")


class Windfall(_Model):
    """Money expected once: a year-end bonus, a refund, a loan repaid. Yuan; never counted as income."""

    name: Name = _field(label("哪笔钱"), "", "", label("例如年终奖、退税、别人还的钱。"))
    day: Day | None = _field(label("哪天到手"), None, "", label("说不准就写晚一点；没写日子的不算。"))
    amount: Yuan = _field(label("大约多少"), Decimal(0), label("元"), label("拿不准就往少里写。"))
    grade: Grade = _field(label("可靠程度"), "estimate")
    proof: Name = _proof()
    checked: Day | None = _checked()
    note: Note = _field(label("备注"), "")


class Assumptions(_Model):
    """What the assessment takes for granted until somebody says otherwise."""

    floor_share: Share = _field(
        label("保底占结余的比例"), Decimal("0.5"), "", label("收入变差的月份也还得上的数，宁少勿多。")
    )
    suggested_share: Share = _field(label("建议占结余的比例"), Decimal("0.9"), "", label("留下的部分先存作应急钱。"))
    typical_share: Share = _field(
        label("没有记录的不稳定收入按几成算"), Decimal("0.8"), "", label("没有逐月记录时的保守估计。")
    )
    guideline_share: Annotated[_Decimal, Field(ge=0, le=3)] = _field(
        label("生活费参考数取统计平均的几成"), Decimal("0.8"), "", label("平均数会被高消费拉高，多数家庭花得比平均少。")
    )
    reserve_months: int = _field(
        label("应急储备目标"), 3, label("个月"), label("存够几个月的生活费，遇事才不用再借。"), ge=0, le=24
    )
    penalty_multiple: Annotated[_Decimal, Field(ge=1, le=10)] = _field(
        label("罚息倍数（合同没写时）"), Decimal("1.5"), label("倍"), label("合同里常见的是上浮 50%，只作估算。")
    )
    quick_share_liquid: Share = _field(
        label("基金、股票急卖能拿到"), Decimal("0.95"), "", label("扣掉手续费和急卖时的折价。")
    )
    quick_share_claims: Share = _field(
        label("保单、公积金、借出去的钱急用能拿到"), Decimal("0.5"), "", label("一个月内多半取不全，只按一部分算。")
    )
    quick_share_goods: Share = _field(label("车和物品急卖能拿到"), Decimal("0.7"), "", label("急卖价通常比市价低。"))
    quick_share_property: Share = _field(
        label("房产急卖能拿到"), Decimal("0.8"), "", label("急卖价通常比市价低，还有税费。")
    )
    own_discount: Share = _field(
        label("您手里的钱一年值多少"), Decimal("0.03"), "", label("把将来的钱折成今天的钱时用，参考存款利率。")
    )
    lender_discount: Share = _field(
        label("出借方的资金一年值多少"), Decimal("0.08"), "", label("估计值，用来看一个方案对出借方值多少。")
    )
    family_cost: Share = _field(
        label("向家人借钱一年的成本"), Decimal(0), "", label("一次性还清常要家人帮忙；这笔钱也有成本。")
    )
    ask_interest: Share = _field(
        label("谈判起点：利息减免几成"), Decimal("0.5"), "", label("只用来拟一份开口的方案，对方同意才算数。")
    )
    ask_penalty: Share = _field(
        label("谈判起点：罚息、违约金减免几成"), Decimal(1), "", label("只用来拟一份开口的方案，对方同意才算数。")
    )
    ask_fees: Share = _field(
        label("谈判起点：其他费用减免几成"), Decimal("0.5"), "", label("只用来拟一份开口的方案，对方同意才算数。")
    )
    settle_interest: Share = _field(
        label("一次结清时利息减免几成"), Decimal(1), "", label("只用来拟一份开口的方案，对方同意才算数。")
    )
    settle_principal: Share = _field(
        label("一次结清时本金减免几成"), Decimal(0), "", label("只用来拟一份开口的方案，对方同意才算数。")
    )
    grace_months: int = _field(
        label("先缓几个月"), 3, label("个月"), label("延期方案里，头几个月先不还。"), ge=1, le=24
    )
    light_months: int = _field(
        label("先少后多：少还几个月"), 6, label("个月"), label("收入还没恢复的那几个月少还一些。"), ge=1, le=36
    )
    light_share: Share = _field(
        label("先少后多：头几个月还建议数的几成"), Decimal("0.5"), "", label("少还的那几个月，每月还多少。")
    )
    new_loan_rate: Share = _field(
        label("新借款的年化成本"), Decimal("0.24"), "", label("只用来说明借新还旧会多花多少，不是建议。")
    )
    wait_months: int = _field(
        label("什么都不做时看多久"), 24, label("个月"), label("用来比较拖着不还会多出多少。"), ge=1, le=60
    )
    suit_after_low: int = _field(
        label("最早多久可能被起诉"), 6, label("个月"), label("各家做法不同，只是粗略估计。"), ge=0, le=60
    )
    suit_after_high: int = _field(
        label("较晚多久可能被起诉"), 18, label("个月"), label("各家做法不同，只是粗略估计。"), ge=0, le=60
    )
    ask_principal: Share = _field(
        label("谈判起点：本金减免几成"), Decimal(0), "", label("减本金不常见，多在逾期很久或债权转让之后才谈得成。")
    )
    judgment_after_low: int = _field(
        label("起诉到判决生效，最快多久"), 3, label("个月"), label("估计值；各地法院快慢不同。"), ge=0, le=60
    )
    judgment_after_high: int = _field(
        label("起诉到判决生效，较慢多久"), 12, label("个月"), label("估计值；各地法院快慢不同。"), ge=0, le=60
    )
    money_after_low: int = _field(
        label("判决到开始收到钱，最快多久"),
        2,
        label("个月"),
        label("估计值；申请执行、查找财产都要时间。"),
        ge=0,
        le=60,
    )
    money_after_high: int = _field(
        label("判决到开始收到钱，较慢多久"),
        12,
        label("个月"),
        label("估计值；申请执行、查找财产都要时间。"),
        ge=0,
        le=60,
    )
    collect_months: int = _field(
        label("执行大概能持续收多久"),
        24,
        label("个月"),
        label("估计值；钱按月平均收到，收不到的以后再说。"),
        ge=1,
        le=120,
    )
    win_share_low: Share = _field(
        label("对方真去起诉并拿到判决的把握，低"), Decimal("0.5"), "", label("估计值；小额的债不一定都起诉。")
    )
    win_share_high: Share = _field(
        label("对方真去起诉并拿到判决的把握，高"), Decimal("0.95"), "", label("估计值；借款事实清楚的，多半能胜诉。")
    )
    recovered_share_low: Share = _field(
        label("判决的钱最后收回几成，低"), Decimal("0.1"), "", label("估计值；没有公开的统一数字，久拖的债收回得很少。")
    )
    recovered_share_high: Share = _field(
        label("判决的钱最后收回几成，高"), Decimal(1), "", label("估计值；有稳定收入、有存款的，可能全部收回。")
    )
    lawyer_share_low: Share = _field(
        label("对方的律师费、代理费占欠款几成，低"), Decimal("0.03"), "", label("估计值；批量起诉的便宜。")
    )
    lawyer_share_high: Share = _field(
        label("对方的律师费、代理费占欠款几成，高"), Decimal("0.15"), "", label("估计值；单独委托的贵。")
    )
    deal_breaks: Annotated[_Decimal, Field(ge=0, le=Decimal("0.95"))] = _field(
        label("谈成的分期一年里断掉的可能"), Decimal("0.15"), "",
        label("估计值；对方也会担心您断供，分得越久越担心。断了以后还能收到的，这里不算。"),
    )  # fmt: skip
    credit_left: Yuan = _field(
        label("还能借到的额度"), Decimal(0), label("元"), label("只用来提醒几时借不动，不是让您去借。")
    )


class Futures(_Model):
    """What may happen in the months to come. Every one is an estimate of ours until somebody says otherwise."""

    job_loss: Share = _field(
        label("每个月丢工作的可能"), Decimal("0.01"), "", label("1% 就是平均八年多丢一次；行业在裁员就写高些。")
    )
    job_search: int = _field(
        label("丢了工作平均几个月找到新的"), 5, label("个月"), label("有的快有的慢，这里写平均。"), ge=1, le=36
    )
    benefit_share: Share = _field(
        label("失业时还有原来收入的几成"), Decimal("0.2"), "", label("失业金、零工都算；没有就写 0。")
    )
    jobs_together: Share = _field(
        label("家里第一份工作丢的时候，别的工作一起丢的可能"),
        Decimal("0.2"),
        "",
        label("在同一个单位或同一行的写高些。"),
    )
    secure_income: Yuan = _field(
        label("稳定收入里不会丢的部分"), Decimal(0), label("元"), label("每月的退休金、补贴等，不受失业和降薪影响。")
    )
    pay_cut: Share = _field(
        label("每个月遇上降薪的可能"), Decimal("0.005"), "", label("0.5% 就是平均十六七年遇上一次。")
    )
    pay_cut_share: Share = _field(
        label("降薪少拿几成"), Decimal("0.2"), "", label("稳定收入里会受影响的部分都少这么多。")
    )
    pay_cut_months: int = _field(
        label("降薪平均持续"), 12, label("个月"), label("过了这段时间恢复到原来的工资。"), ge=1, le=60
    )
    illness: Share = _field(
        label("每个月家里有人生病的可能"), Decimal("0.02"), "", label("指要花一笔钱、耽误挣钱的病。")
    )
    illness_months: int = _field(
        label("一场病平均"), 1, label("个月"), label("病着的每个月都花钱、都少挣。"), ge=1, le=36
    )
    illness_cost: Yuan = _field(
        label("病着的每个月自己多花"), Decimal(2000), label("元"), label("医保报销以后自己出的部分。")
    )
    illness_pay: Share = _field(
        label("病着的每个月少挣几成"), Decimal("0.3"), "", label("花钱和少挣一起来；家里的收入合在一起算。")
    )
    surprise: Share = _field(
        label("每个月有一笔意外开支的可能"), Decimal("0.05"), "", label("修手机、换电器、随礼、临时回家。")
    )
    surprise_cost: Yuan = _field(
        label("一笔意外开支"), Decimal(800), label("元"), label("平常的一笔，不写最大的一笔。")
    )
    block_months: int = _field(
        label("不稳定收入一次连着抽几个月"), 3, label("个月"),
        label("从您自己的记录里一段一段地抽，好月份、差月份常常连着来。"), ge=1, le=12,
    )  # fmt: skip
    thrift: Share = _field(
        label("日常花费向参考数靠拢几成"), Decimal(1), "", label("100% 是照参考数过日子，0% 是照现在的花法。")
    )
    festival_month: int = _field(
        label("过年的钱花在几月"), 2, "", label("一年一次的过年、探亲开支算在这个月。"), ge=1, le=12
    )
    tuition_month: int = _field(label("学费交在几月"), 9, "", label("半年一交的，半年以后再交一次。"), ge=1, le=12)
    heating_month: int = _field(label("取暖费交在几月"), 11, "", label("一次交清一冬的那个月。"), ge=1, le=12)
    money_step: Share = _field(
        label("看影响时，钱数上下调几成"), Decimal("0.1"), "", label("收入、花费、月供一次只动一个。")
    )
    odds_step: Share = _field(
        label("看影响时，可能性和时间上下调几成"), Decimal("0.5"), "", label("这些数本来就拿不准，所以动得多一些。")
    )


class Case(_Model):
    """A household's whole case. Every amount in yuan; nothing here identifies a person."""

    household: Household = Household()
    assets: tuple[Asset, ...] = Field((), max_length=200)
    incomes: tuple[Income, ...] = Field((), max_length=200)
    expenses: tuple[Expense, ...] = Field((), max_length=500)
    debts: tuple[Debt, ...] = Field((), max_length=200)
    events: tuple[Event, ...] = Field((), max_length=2000)
    windfalls: tuple[Windfall, ...] = Field((), max_length=60)
    agreements: tuple[Agreement, ...] = Field((), max_length=200)
    assumptions: Assumptions = Assumptions()
    futures: Futures = Futures()
