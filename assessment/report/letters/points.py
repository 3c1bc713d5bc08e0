"""What the facts are held against, each with its rules, and what is asked of a lender for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from assessment import money
from assessment.law.conduct import Finding
from assessment.report.letters.facts import Facts
from assessment.report.letters.matter import Matter
from assessment.report.paper import Block, Items, Paragraph, paragraph
from assessment.rules import Rule, Ruling
from assessment.text import Percent, Text, Value, verbatim

OTHERS_TOLD: frozenset[str] = frozenset({"collect_contacts_national", "collect_third_association", "collect_privacy"})
_HOURS = ("collect_hours_association", "collect_hours_national")


def points(found: Sequence[Finding], told: Facts, names: frozenset[str] | None = None) -> Iterator[Block]:
    """A paragraph a finding: what, by which facts, and the rules; of `names` only, where they are given."""
    for each in found:
        held = [name for name in each.rules if names is None or name in names]
        days = [told.about.events[place].day or told.about.as_of for place in each.events]
        yield Paragraph((
            Text("{what}（事实 {numbers}）。", what=each.what, numbers=told.numbers(each.events)),
            *cited(told.about, held, *days),
        ))  # fmt: skip


def cited(about: Matter, names: Iterable[str], *days: date) -> Iterator[Text]:
    """Each rule as it stood on these days, today where none is given: title, instrument, article, since when, how sure."""
    for name in dict.fromkeys(names):
        rule = about.law.rule(name)
        met = (rule.latest(day) for day in days or (about.as_of,))
        for held in {each.since: each for each in met}.values():
            if held.status != "inference":
                yield _cited(rule, held)


def _cited(rule: Rule, held: Ruling) -> Text:
    parts = {"title": verbatim(rule.title), "where": verbatim(held.instrument), "article": verbatim(held.article)}
    since = held.since
    if held.by_law and held.confidence == "text":
        return Text("见“{title}”，{where}{article}，{since}起施行。", **parts, since=since)
    if rule.subject == "collection" and not held.by_law:
        return Text(
            "见“{title}”，{where}{article}，{since}起；是推荐性标准或行业自律，条文请以原文为准。", **parts, since=since
        )
    return Text("见“{title}”，{where}{article}，{since}起；条文请以原文为准。", **parts, since=since)


def asked(about: Matter, found: Sequence[Finding]) -> Iterator[Text]:
    """What a lender is asked for what was found."""
    names = {name for each in found for name in each.rules}
    yield Text("请逐条核查上面的事实，书面告诉我核查的结果。")
    yield Text("如果是委托的催收机构做的，请告诉我这家机构的全称。")
    yield Text("请保存上面这些时间的通话录音和外呼记录。")
    hours = next((name for name in _HOURS if name in names), None)
    if hours:
        first, last = about.law.rule(hours).latest(about.as_of).value
        yield Text("请只在早上 {last}:00 到晚上 {first}:00 之间联系我。", last=int(last), first=int(first))
    if names & OTHERS_TOLD:
        yield Text("请只联系我本人，不要联系别人，也不要向别人说起欠款。")


def charges(about: Matter) -> Iterator[Block]:
    """What is asked above the line, as an estimate with its rule; nothing where nothing is."""
    piece = about.excess
    if piece is None:
        return
    low, high = piece.cap.line(paid=False)
    sums: dict[str, Value] = {
        "since": piece.since, "until": piece.until, "charged": money.told(piece.charged),
        "least": money.told(piece.least), "most": money.told(piece.most), "low": Percent(low), "high": Percent(high),
    }  # fmt: skip
    wording = _AT_ONE_LINE if low == high else _BETWEEN_TWO
    yield Paragraph((
        Text(wording.msgid, **sums),
        Text("这是按我自己的记录估算的，请用逐笔明细核对；确实超过的部分，请依法减掉。"),
        *cited(about, piece.cap.rules),
    ))  # fmt: skip


_AT_ONE_LINE = Text("{since} 到 {until}，现在要的利息、罚息和费用合计 {charged}；按年化 {high} 算，估计多出 {most}。")
_BETWEEN_TWO = Text(
    "{since} 到 {until}，现在要的利息、罚息和费用合计 {charged}；按年化 {low} 算，估计多出 {most}，按年化 {high} 算，估计多出 {least}，各地法院的看法不一样。"
)


def reservation() -> Block:
    """So that no letter is read as an acknowledgement."""
    return paragraph(
        Text("本函只为反映和核对，不是确认欠款的数额，不是同意还款，也不是放弃任何抗辩。"),
    )


def signature() -> Block:
    return paragraph(Text("签名：＿＿＿＿＿＿　日期：＿＿＿＿＿＿"))


def head() -> Block:
    return paragraph(Text("姓名：＿＿＿＿＿＿　联系方式：＿＿＿＿＿＿　合同编号：＿＿＿＿＿＿"))


BY_HAND = Text("要手写的：姓名、联系方式、合同编号、对方的全称、签名。")


def recipient(about: Matter) -> Text:
    """The lender, as a page names it."""
    return Text("{name}", name=about.name) if about.private else Text("“{name}”的出借机构", name=about.name)


def to_lender(about: Matter) -> Text:
    if about.private:
        return Text("致：{name}", name=about.name)
    return Text("致：＿＿＿＿＿＿（“{name}”的出借机构，名称照合同写）", name=about.name)


def items(texts: Iterable[Text]) -> Items:
    return Items(tuple(texts))
