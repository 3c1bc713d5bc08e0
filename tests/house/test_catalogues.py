"""The English catalogue is whole, holds no sentence of yesterday, and speaks English."""

from __future__ import annotations

import re
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from locales import extract

ENGLISH = extract.TRANSLATIONS["en"]
# What a person in China reads in an app, a form or a contract, and what our own cells take, stays as it is written there.
AS_WRITTEN = (
    "编号", "2026年10月账单", "36期 每期820 免罚息|8000一次结清|36期 免罚息 首付1成 月付820", "前6期每期300，后24期每期950|36期 每期820|每期820|首付2000|8折结清|首付1成|利息减30%", "一次性还8000结清; 先还500，剩下分24期每期600; 延期三个月，之后照原计划", "挂账", "人民币[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]+", r"[\d.}]+万", r"[日月年][\d.\\]+%", r"八成", r"、", r"[（）]", r"\(是\)|\(否\)|是 |否 ", "示例", "终审", "京东金条|金条|花呗|借呗|微粒贷|美团借钱|美团|月付|抖音放心借|度小满|白条|网商银行|微众银行",
    "重庆京东盛际小额贷款有限公司|重庆蚂蚁消费金融有限公司|重庆美团三快小额贷款有限公司|深圳市中融小额贷款有限公司|重庆度小满小额贷款有限公司",
    "连三累六", "滞纳金", "停息挂账", "银保监会", "逾期应还", "信贷记录", "借款合同", "放款机构",
    "{raw}元", "万元", "月供", r"[{}a-z0-9]+期", "3年",
)  # fmt: skip
CHINESE = re.compile(r"[一-鿿，。；：！？]")


def messages():
    with ENGLISH.open("rb") as file:
        return {message.id: message.string for message in read_po(file) if message.id}


def gaps(sentence):
    return {gap for _text, gap, _form, _conversion in Formatter().parse(sentence) if gap is not None}


def test_every_sentence_is_translated_and_none_is_left_over():
    assert ENGLISH.read_bytes() == extract.translation(ENGLISH)
    assert [source for source, said in messages().items() if not said] == []


def test_a_translation_keeps_every_gap():
    assert [source for source, said in messages().items() if gaps(source) != gaps(said)] == []


def test_english_is_english():
    sample = next(source for source in messages() if source.startswith("您好，您的借款"))
    plain = {source: re.sub("|".join(AS_WRITTEN), "", said) for source, said in messages().items() if source != sample}
    assert {source: said for source, said in plain.items() if CHINESE.search(said)} == {}


@pytest.mark.parametrize("mark", ["!", " ,", " . "])
def test_no_stray_marks(mark):
    assert [said for said in messages().values() if mark in said] == []
