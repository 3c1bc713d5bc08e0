"""The rules a paper rests on, each by its sentence, its place and its id, and the day whose law it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assessment._assess import Assessment
from assessment.report.paper import Block, Heading, Items, paragraph
from assessment.rules import STATUS, Rule, Rules
from assessment.text import Text, verbatim


def basis(names: Iterable[str], law: Rules) -> Iterator[Block]:
    """What the law says, rule by rule, and as of when."""
    oldest, newest = law.pack.checked
    yield Heading(Text("依据"))
    yield paragraph(
        Text(
            "法律和规则按 {day} 算；规则表里最早一条核对于 {oldest}，最近一条核对于 {newest}。",
            day=law.day, oldest=oldest, newest=newest,
        )
    )  # fmt: skip
    yield Items(tuple(_cited(law.rule(name), law) for name in dict.fromkeys(names)))


def names(found: Assessment) -> Iterator[str]:
    """The rules behind the household's figures and its next steps."""
    home = found.affordability
    for figure in (home.income, home.actual, home.guided, home.floor, home.suggested, home.ceiling):
        yield from figure.rules
    for step in found.steps:
        yield from step.rules


def _cited(rule: Rule, law: Rules) -> Text:
    held = rule.latest(law.day)
    return Text(
        "{sentence}（{place}，{status}，{checked} 核对；编号 {name}）",
        sentence=verbatim(rule.plain),
        place=Text("{instrument}{article}", instrument=verbatim(held.instrument), article=verbatim(held.article)),
        status=Text(STATUS[held.status]), checked=held.checked_on, name=rule.name,
    )  # fmt: skip
