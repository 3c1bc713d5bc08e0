"""Plain language: no sentence too long to follow, every word of the trade explained, every page says what it is for."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.pofile import read_po

from ui.glossary import TERMS

ROOT = Path(__file__).parent.parent.parent
MESSAGES = [message.id for message in read_po((ROOT / "locales" / "messages.pot").open("rb")) if message.id]
LONGEST = 60
"""Characters from stop to stop; a newspaper's sentence has about half."""
# What the law itself lists, blanks of a form, and what a command line says to whoever runs batches.
LONG_AS_THE_LAW = (
    "2026 年 1 月 1 日起施行的新法里", "小额贷款公司新发放的贷款", "列入失信名单要有六种情形之一", "那次政策只管 2020 年到 2025 年间产生",
    "有六种情形之一的被执行人", "36% 是 2015 年规定的线", "2020 年 8 月 20 日以前订、之后起诉的", "《合同法》2021 年 1 月 1 日起废止",
    "2017 年 1 月 1 日起信用卡的滞纳金", "--scheduler 要先装 Dask",
    "当事人提交的电子数据", "姓名：＿",
)  # fmt: skip
TRADE = (
    "本金", "罚息", "违约金", "复利", "单利", "年化", "IRR", "LPR", "综合融资成本", "等额本息", "等额本金", "先息后本", "展期", "个性化分期",
    "停息挂账", "结清", "断供", "征信", "连三累六", "呆账", "代偿", "助贷", "诉讼时效", "抗辩", "保全", "查封", "支付令", "仲裁", "答辩状", "强制执行",
    "失信", "限高", "低保",
)  # fmt: skip
NEVER = ("帕累托", "蒙特卡洛", "置信区间", "分位数", "贴现率", "再年龄化", "资本化利息", "目标函数", "最优解")
"""What only specialists say; there is always another way."""


def sentences(message):
    return (each.strip() for each in re.split(r"[。！？；\n]", re.sub(r"\{[^}]*\}", "某某", message)))


def test_no_sentence_is_too_long_to_follow():
    long = {each for message in MESSAGES for each in sentences(message) if len(each) > LONGEST}
    assert [each for each in long if not each.startswith(LONG_AS_THE_LAW)] == []


def test_every_word_of_the_trade_that_is_used_is_explained_in_one_line():
    used = {term for term in TRADE if any(term in message for message in MESSAGES)}
    explained = dict(TERMS)
    assert used <= set(explained)
    assert [meaning for meaning in explained.values() if not meaning.endswith("。") or len(meaning) > 40] == []


def test_words_of_specialists_are_not_used():
    assert [(word, message) for word in NEVER for message in MESSAGES if word in message] == []


def test_every_page_says_what_it_is_for_right_under_its_title():
    for path in sorted((ROOT / "pages").glob("*.py")):
        after = path.read_text(encoding="utf-8").split("st.title(", 1)[1].splitlines()
        assert after[1].startswith(("st.write(", "chosen = situation_card")), path.name
