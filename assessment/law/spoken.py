"""What collectors say, sorted by the rule it may break. Patterns read one person's notes, so they never decide."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from assessment.case import Event
from assessment.text import Text

LIABLE = re.compile("担保|保证人|共同借款|共借")
_DENIED = re.compile("(没有?|不会|不用|不是|并未|未|别|无)(说|提|讲|透露|要求|让)?$")
_DEBT = re.compile("欠|借款|贷款|逾期|还钱|还款|债|催收")
_UNSAID = re.compile("(没|没有|未|不)(说|提|讲|透露)")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of speech: its pattern, the articles and the association's line it may break, what would prove it.

    `at_least` lines must say it; `licensed` kinds do not concern a private lender.
    """

    pattern: re.Pattern[str]
    articles: tuple[str, ...]
    association: str
    what: Text
    evidence: Text
    at_least: int = 1
    licensed: bool = False
    self_named: bool = False


def says(kind: Kind, event: Event) -> bool:
    """Whether the noted words, or for posing the caller's own name, fall under the kind; a denial does not."""
    said = "。".join((event.who, event.words) if kind.self_named else (event.words,))
    plain = "".join(unicodedata.normalize("NFKC", said).split())
    return any(not _DENIED.search(plain[: found.start()]) for found in kind.pattern.finditer(plain))


def discloses(words: str) -> bool:
    """Whether words said to another person tell of the debt."""
    return bool(_DEBT.search(words)) and not _UNSAID.search(words)


_SAFETY = (
    "弄死|打死|打断|砍|杀了?你|要你(的)?命|(卸|断)(你)?(一)?(条)?(胳膊|腿)|收拾你|让?你好看|不得安宁|没好日子|"
    "(小心|当心|注意)(点)?(你|你的)?(全?家|家人|老婆|老公|孩子|小孩|父母|爸妈|安全)|(知道|认识)你(家|孩子).{0,8}(在哪|上学|学校)|"
    "(带|叫)(几个|一帮|一车|兄弟).{0,6}(上门|去你)|泼(油漆|粪)|放火|烧你"
)
_ABUSE = (
    "傻[逼比bB]|[你他她]妈的|妈逼|操你|王八蛋|畜生|不要脸|死全家|去死|贱人|人渣|废物|狗东西|混蛋|骂我|辱骂|骂了我|骂人"
)
_POSING = (
    "(我|我们|这里|这边)(就)?(是|代表).{0,6}(公安|派出所|经侦|警察|法院|检察院|司法局|法官|警官)|"
    "自称(是)?.{0,6}(公安|派出所|经侦|警察|法院|检察院|司法局|法官|警官)|冒充.{0,4}(公安|警察|法院|法官|检察)"
)
_SCARE = (
    "坐牢|判刑|蹲监狱|进监狱|抓你|抓人|抓走|拘留|刑事责任|刑事立案|构成诈骗|诈骗罪|网上追逃|通缉|"
    "(孩子|子女|小孩|后代|三代).{0,10}(上学|读书|参军|当兵|考公|政审|前途)|黑名单|户籍地协查|全网曝光"
)
_BORROW = (
    "(再|去|找|先)(借|贷)(一笔|点|钱|别的|其他|网贷|亲戚|朋友|家人)?.{0,8}(还|补|填|结清)|借新还旧|以贷(还|养)贷|"
    "(找|跟|向|问)(亲戚|朋友|家人|同事|父母|爸妈).{0,4}(借|凑)|刷(信用卡|花呗|白条).{0,6}(还|套)|套现"
)
_EXTRA = "(催收|上门|差旅|外访|处理|委外|撤案|销案)费"
_POSTING = "(张贴|贴(到|在|满|你家)|横幅|大字报|公告栏|小区.{0,4}(贴|喊|喇叭)|村里.{0,6}(贴|喇叭|广播))"
_PRIVATE = "(加我?|用)(个人|私人)?微信|私人(手机|号码|电话)|个人(手机|微信|QQ)"
_ENTRY = "闯(进|入)|强行进|撞门|砸门|撬(门|锁)|(硬|直接)(要)?进(了)?(我?家|屋|门)|进了?(我家|屋)|赖(在|着)(我?家|不走)|不让(我|他|她)?(出门|离开|走)"
_PESTER = "跟踪|尾随|(守|蹲|堵|围)(在|着|住)?(我?家|单位|公司|楼下|门口|学校|门)|天天(来|上门)|不(肯)?走"
_TAKING = "(拿走|搬走|抢走|扣下|扣走|扣了|开走|拉走)(了)?(我|你|他)?的?(车|手机|电脑|电视|家具|东西|身份证|货)"
_SPREAD = "爆(你的?)?通讯录|通讯录.{0,6}(群发|都知道|打一遍|打个遍|轰炸)|群发|朋友圈|曝光你|发到.{0,6}(群|网上|抖音|快手)|P图|裸照|短信轰炸"
_TELL = "(告诉|通知|告知|找|联系|打给|闹到)(你|您|他)?的?(单位|公司|领导|老板|家人|父母|爸妈|老婆|老公|孩子|同事|邻居|朋友|亲戚|村里|村委|居委|学校)"
_ACCOUNT = "(转|打|汇|付|还)(到|给|进)?(我|他|她|这个|一个)?的?(个人|私人|私)(账户|账号|卡|户|微信|支付宝)|(扫|转)我的?(码|微信|支付宝)|转给我(个人)?$"

_KEEP_WORDS = Text("留好：录音、短信原文的截图，记下时间、号码和工号。是否违法由公安、法院认定。")
_SAFETY_TEXT = Text("说的话可能威胁到人身安全")

KINDS: tuple[Kind, ...] = (
    Kind(
        re.compile(_SAFETY), ("public_order_threats",), "collect_ban_threats", _SAFETY_TEXT,
        Text("马上有危险就打 110。留好录音和短信，记下时间、号码。要在 6 个月内报警，越早越好；是否违法由公安认定。"),
    ),
    Kind(
        re.compile(_ENTRY), ("public_order_entry",), "collect_ban_entry", Text("可能没有同意就进了家门，或者不让人离开"),
        Text("当场打 110，要报警回执。留好录像、邻居的证言。法院依法执行要出示文书和证件，不在此列。"),
    ),
    Kind(
        re.compile(_TAKING), ("public_order_provocation",), "", Text("可能强行拿走了东西"),
        Text("当场打 110，列出被拿走的东西。只有法院依法执行才能查封、扣押，要出示文书和证件。"),
    ),
    Kind(
        re.compile(_PESTER), ("public_order_harassment", "collect_peace"), "", Text("可能是滋扰、纠缠、跟踪"),
        Text("留好录像、门口监控，记下每一次的日期和时间。公安认定后，2026 年起可以责令对方一段时间内不得接触您。"),
    ),
    Kind(
        re.compile(f"{_SAFETY}|{_ABUSE}"), ("public_order_harassment",), "", Text("多次说侮辱、恐吓的话，可能构成骚扰"),
        _KEEP_WORDS, at_least=2,
    ),
    Kind(
        re.compile(_ABUSE), ("public_order_insults",), "collect_ban_threats", Text("说的话可能是侮辱"),
        Text("治安处罚要求是公然侮辱：当着别人、在群里、在公共场所。只在两个人的电话里说的，先按催收投诉处理。留好录音。"),
    ),
    Kind(
        re.compile(_SPREAD), ("public_order_privacy", "collect_personal_data", "public_order_data"), "collect_ban_threats",
        Text("可能散布了本人的隐私或联系人信息"), Text("留好：群消息、朋友圈、短信的截图，请收到的人也留一份。"),
    ),
    Kind(
        re.compile(_TELL), ("collect_privacy",), "collect_third_association", Text("可能要把欠款说给单位、家人"),
        Text("留好原话。真的说了，再记一行“联系了我以外的人”，写清说给了谁、说了什么。"),
    ),
    Kind(
        re.compile(_POSING), ("public_order_posing",), "collect_ban_posing", Text("可能冒用了公安、法院的名义"),
        Text("先核实，不要转钱：法院的案件打 12368，公安的打 110 或到派出所问。核实是真的，就要认真对待。"), self_named=True,
    ),
    Kind(
        re.compile(_SCARE), (), "collect_ban_misleading", Text("可能夸大了后果"),
        Text("单纯还不上钱是民事纠纷。收到法院的传票、判决、执行通知，仍要按时应对。可以把原话贴到“说法核对”里看。"),
    ),
    Kind(
        re.compile(f"{_BORROW}|{_EXTRA}"), (), "collect_ban_new_borrowing", Text("可能诱导再借钱来还，或者另外收费"),
        Text("不要为了还债去借新债。另外要的费用，请对方指出合同哪一条。留好原话。"),
    ),
    Kind(
        re.compile(_POSTING), ("collect_privacy",), "collect_ban_posting", Text("可能在公共场所张贴或公开了欠款"),
        Text("留好：张贴物的照片，拍到地点和日期。"),
    ),
    Kind(
        re.compile(_PRIVATE), (), "collect_ban_private_phone", Text("可能用私人手机或社交软件催收"),
        Text("还缺：对方是不是外部催收机构，出借方有没有同意。请对方报机构全称和工号，再向出借方客服核实。"),
    ),
    Kind(
        re.compile(_ACCOUNT), ("collect_personal_account",), "", Text("要求把钱转到个人账户"),
        Text("先不要转。打出借方官方客服核实，只按合同或官方 App 写明的账户还。"), licensed=True,
    ),
)  # fmt: skip
