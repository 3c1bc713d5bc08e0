"""What a window shows, block by block: printed from the session that stands in front of the real one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assessment.offers import FIT
from assessment.text import label
from ui import explain, option_cards, steps
from ui.text import Amounts, _, inert, say, yuan_text
from ui.window import Sheet, Shown

if TYPE_CHECKING:
    from ui.session import Session

_STEPS = 3
SEEN: dict[Amounts, str] = {
    "rounded": label("没有名字和备注，金额是约数。"),
    "hidden": label("没有名字、备注和金额。"),
    "exact": label("没有名字和备注，金额是准数。"),
}


def figures(front: Session) -> Sheet:
    """The three figures, or what it means that there are none."""
    found = front.assessment.affordability
    title = _("每月能拿来还债的钱")
    if not front.case.incomes:
        return Sheet(title=title, lines=(_("还没有填收入。"),))
    if found.negative:
        return Sheet(title=title, lines=(explain.nothing_left(),))
    named = explain.named(found)
    return Sheet(
        title=title, figures=tuple(Shown(name, yuan_text(each.yuan), meaning) for name, each, meaning in named)
    )


def option(front: Session, debt: int, place: int) -> Sheet | None:
    """One option of one debt; None where it is there no more."""
    if debt >= len(front.case.debts):
        return None
    found = front.debt(debt)
    if place >= len(found.comparison.options):
        return None
    judged = found.comparison.options[place]
    lender, fit = inert(found.debt.name or _("（未命名）")), _(FIT[judged.fit])
    title = _("{part}：{field}").format(part=lender, field=_(judged.outcome.title))
    lines = (option_cards.facts(found, judged), *map(say, judged.reasons))
    return Sheet(title=title, figures=(Shown(*option_cards.payment(found, judged), fit),), lines=lines)


def next_steps(front: Session) -> Sheet:
    """The next things to do, with their days and for whom they are."""
    lines = []
    for same in steps.together(front.assessment.steps)[:_STEPS]:
        whom = _("、").join(steps.names(front.case, same))
        lines += [f"**{steps.by(same[0])}**　{whom}", say(same[0].title)]
    return Sheet(title=_("下一步"), lines=tuple(lines))


def chart(family: Any, subject: Any) -> Sheet:
    """One chart, large, and the sentence that reads it."""
    from ui.charts import large, theme

    drawn = tuple(large.still(family.figure(subject, palette)).to_json() for palette in (theme.LIGHT, theme.DARK))
    return Sheet(lines=(inert(family.reading(subject)),), chart=(drawn[0], drawn[1]))
