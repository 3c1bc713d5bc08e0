"""Names of fields and the values below them, as text: cells may be torn over lines, blank, or each in a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

_DATE = r"\d{4}[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?|\d{4}[年.\-/]\d{2}月?"
_SUM = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?"
_NONE = "-{1,3}"
_SHAPES: Mapping[str, str] = {
    "date": _DATE, "sum": _SUM, "count": r"\d{1,4}", "code": r"[A-Z0-9*\-]+", "currency": "人民币元?|[一-龥]{1,4}元", "lender": "[^0-9].*",
    "product": "(?!元|币)(?!.*(?:公司|银行)).*(?:贷款|贷记卡|消费|融资|代偿|处置|垫款|业务|分期|住房|透支|信用卡).*", "security": "信用/?免担保|(?:抵押|质押|保证|担保|组合|农户联保|其他|信用).*",
    "frequency": "日|周|旬|月|季|半年|年|双周|双月|一次性|不定期|其他", "method": "(?:按|到期|一次|等额|循环|先息|不区分|自由|定期|分期|其他).*",
    "joint": "无|有|是|否|主借款人|从借款人", "status": "正常|逾期|结清|销户|呆账|止付|冻结|未激活|转出|司法追偿|银行止付|担保物不足|强制平仓|催收|结束|核销|已.{1,4}",
    "class": "正常|关注|次级|可疑|损失|违约|未知|未分类", "words": ".+",
}  # fmt: skip
"""What a value looks like, by what kind of field it stands in."""
_NAMES: tuple[tuple[str, str, str], ...] = (
    ("管理机构数", "", "count"), ("发卡机构数", "", "count"), ("管理机构", "lender", "lender"), ("发放机构", "lender", "lender"), ("经办机构", "lender", "lender"),
    ("发卡机构", "lender", "lender"), ("账户标识", "", "code"), ("账户编号", "", "code"), ("账户号", "", "code"), ("授信协议标识", "", "code"), ("开立日期", "opened", "date"),
    ("开户日期", "opened", "date"), ("发放日期", "opened", "date"), ("债权接收日期", "opened", "date"), ("到期日期", "due", "date"), ("终止日期", "due", "date"), ("生效日期", "", "date"),
    ("账户币种", "", "currency"), ("币种", "", "currency"), ("借款金额", "original", "sum"), ("发放金额", "original", "sum"), ("合同金额", "original", "sum"), ("债权金额", "original", "sum"),
    ("债权转移时的还款状态", "", "words"), ("账户授信额度", "limit", "sum"), ("共享授信额度", "", "sum"), ("授信额度用途", "", "words"), ("授信额度", "limit", "sum"), ("授信限额", "", "sum"),
    ("业务种类", "product", "product"), ("担保方式", "security", "security"), ("还款方式", "method", "method"), ("还款频率", "frequency", "frequency"), ("还款期数", "count", "count"),
    ("共同借款标志", "joint", "joint"), ("账户状态", "status", "status"), ("截至日期", "as_of", "date"), ("账户余额", "balance", "sum"), ("当前余额", "balance", "sum"), ("透支余额", "balance", "sum"),
    ("余额", "balance", "sum"), ("已用额度", "used", "sum"), ("未出单的大额专项分期余额", "", "sum"), ("剩余分期期数", "", "count"), ("最近6个月平均使用额度", "", "sum"),
    ("最近6个月平均应还款", "", "sum"), ("最近6个月平均透支余额", "", "sum"), ("最大使用额度", "", "sum"), ("最大透支余额", "", "sum"), ("账单日", "", "date"), ("五级分类", "class", "class"),
    ("剩余还款期数", "left", "count"), ("本月应还款", "due_now", "sum"), ("本期应还款", "due_now", "sum"), ("应还款日", "day", "date"), ("本月实还款", "", "sum"), ("本期实还款", "", "sum"),
    ("最近一次还款日期", "last", "date"), ("当前逾期期数", "terms_overdue", "count"), ("当前逾期总额", "overdue", "sum"), ("透支180天以上未付余额", "overdue_181", "sum"),
    ("逾期31-60天未还本金", "overdue_31", "sum"), ("逾期61-90天未还本金", "overdue_61", "sum"), ("逾期91-180天未还本金", "overdue_91", "sum"), ("逾期180天以上未还本金", "overdue_181", "sum"),
    ("逾期31-60", "overdue_31", "sum"), ("逾期61-90", "overdue_61", "sum"), ("逾期91-180", "overdue_91", "sum"), ("逾期180", "overdue_181", "sum"),
    ("账户关闭日期", "closed_on", "date"), ("关闭日期", "closed_on", "date"), ("转出月份", "closed_on", "date"), ("责任人类型", "", "words"), ("还款责任金额", "answers_for", "sum"),
    ("保证合同编号", "", "code"), ("逾期月数", "", "count"),
)  # fmt: skip
"""The names of fields, what we call them (nothing where they are not kept), and the kind of their values."""
_TORN_OFF = ("天以上未还本金", "天未还本金", "未还本金")
"""Ends of names torn over two lines, which then stand behind all the others."""
_KNOWN = {name: (key, kind) for name, key, kind in _NAMES}
_LABEL = re.compile("|".join(re.escape(name) for name in sorted((*_KNOWN, *_TORN_OFF), key=len, reverse=True)))
_INSTITUTION = re.compile(".*(?:公司|银行|中心|行|社|部)")
_FEWEST = 2
_MOST_TOKENS = 40
_MOST_PIECES = 6
_MATCHED, _BLANK_CELL, _TORN = 3, -2, -1


@dataclass(frozen=True, slots=True)
class Field:
    """A field's printed name, what we call it, and its value."""

    name: str
    key: str
    value: str


def fields_in(text: str) -> Iterator[Field]:
    """Every field of a piece of text and its value, where one is told."""
    letters, places = _without_blanks(text)
    runs = list(_runs(letters))
    for place, (labels, _start, end) in enumerate(runs):
        until = runs[place + 1][1] if place + 1 < len(runs) else len(letters)
        behind = text[places[end] : places[until]] if end < until else ""
        yield from _paired(labels, behind.split()[:_MOST_TOKENS])


def _without_blanks(text: str) -> tuple[str, list[int]]:
    places = [place for place, letter in enumerate(text) if not letter.isspace()]
    return "".join(text[place] for place in places), [*places, len(text)]


def _runs(letters: str) -> Iterator[tuple[list[str], int, int]]:
    """Names that stand side by side, from where to where."""
    run: list[str] = []
    start = end = 0
    for found in _LABEL.finditer(letters):
        if run and found.start() == end:
            run += [found[0]] if found[0] in _KNOWN else []
        else:
            if len(run) >= _FEWEST:
                yield run, start, end
            run, start = [found[0]] if found[0] in _KNOWN else [], found.start()
        end = found.end()
    if len(run) >= _FEWEST:
        yield run, start, end


def _paired(labels: Sequence[str], tokens: Sequence[str]) -> Iterator[Field]:
    """Each name with its value: as many as there are, else the pairing in which most values look like their field's."""
    values = list(tokens) if len(tokens) == len(labels) and _all_fit(labels, tokens) else _best(labels, tokens)
    for name, value in zip(labels, values, strict=True):
        key, _kind = _KNOWN[name]
        if value and not re.fullmatch(_NONE, value):
            yield Field(name, key, value)


def _all_fit(labels: Sequence[str], tokens: Sequence[str]) -> bool:
    return all(_fits(label, token) for label, token in zip(labels, tokens, strict=True))


def _fits(label: str, value: str) -> bool:
    return bool(_shape(label).fullmatch(value)) or bool(re.fullmatch(_NONE, value))


@cache
def _shape(label: str) -> re.Pattern[str]:
    return re.compile(_SHAPES[_KNOWN[label][1]])


def _best(labels: Sequence[str], tokens: Sequence[str]) -> list[str]:
    """Values in the order of the names, blank or of several torn pieces, so that most look as they should."""
    scores: dict[tuple[int, int], tuple[int, list[str]]] = {(0, 0): (0, [])}
    for place, label in enumerate(labels):
        reached: dict[tuple[int, int], tuple[int, list[str]]] = {}
        for (_place, used), (score, values) in scores.items():
            for pieces in range(min(_MOST_PIECES, len(tokens) - used) + 1):
                value = "".join(tokens[used : used + pieces])
                more = _score(label, value, pieces)
                here = (place + 1, used + pieces)
                if more is not None and (here not in reached or reached[here][0] < score + more):
                    reached[here] = (score + more, [*values, value])
        scores = reached
    ends = [(score, used, values) for (_place, used), (score, values) in scores.items()]
    if not ends:
        return [""] * len(labels)
    return max(ends, key=lambda end: (end[0], end[1]))[2]


def _score(label: str, value: str, pieces: int) -> int | None:
    """How well a value suits its name; None where it cannot be."""
    if not pieces:
        return _BLANK_CELL
    if not _fits(label, value):
        return None
    cut_short = _KNOWN[label][1] == "lender" and not _INSTITUTION.fullmatch(value)
    return _MATCHED + _TORN * (pieces - 1 + cut_short)
