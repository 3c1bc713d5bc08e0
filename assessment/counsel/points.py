"""What a session goes through: the counselor's check list, and what the client tells back in own words."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.text import label

CHECKS: Mapping[str, str] = {
    "terms": label("说明身份，说清不收费、怎么保管谈话内容、随时可以停"),
    "danger": label("问过眼前的危险：轻生的念头、暴力或上门威胁、断粮断药"),
    "papers": label("看过有没有法院文书，期限是哪天"),
    "household": label("家里几口人、当地低保标准核对过"),
    "month": label("收入和支出逐项看过"),
    "debts": label("每笔债的出借人、本金、利率、逾期天数核对过"),
    "limitation": label("很久没动静的债，先看过诉讼时效"),
    "charges": label("利率、费用对照过法律的上限"),
    "options": label("几个方案都讲过：一共花多少、几时还清、征信怎样、断了会怎样"),
    "none": label("说过“不签也可以”，没有催着当场决定"),
    "borrowing": label("说过不借新还旧，不找收费的“债务优化”"),
    "writing": label("说过先有书面协议，再付第一笔"),
    "help": label("留了求助的电话，当事人知道出事先打给谁"),
    "next": label("约好了下一次联系"),
}
"""In the order of a session; the keys are kept with the case."""

TELL_BACK: Mapping[str, str] = {
    "pay": label("我每个月还多少、哪天还、还给谁？"),
    "whole": label("一共要还多少、还到哪一年？"),
    "missed": label("有一期还不上，会怎样？我要在哪天以前做什么？"),
    "call": label("出了问题、接到催收，我先打给谁？"),
    "paper": label("付第一笔以前，我手里要有什么？"),
}
"""Asked so that the client explains, and the explanation is checked, never the client."""
