"""Stages and dated steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from assessment import Assessment
from assessment.case import Case
from assessment.stages import Stage, Step
from assessment.text import Text, label
from ui import session
from ui.cited import citations
from ui.text import _, day_text, inert, say

STAGE: dict[Stage, str] = {
    "current": label("没有逾期"), "early": label("逾期初期"), "middle": label("逾期中期"), "late": label("逾期后期"),
}  # fmt: skip
_MEANING: dict[Stage, str] = {
    "current": label("按时还，就不会有不良记录。"),
    "early": label("尽早联系对方，把每次沟通记下来。"),
    "middle": label("先算清能还多少，再提具体方案，谈成要有书面协议。"),
    "late": label("已经进入法院程序，期限要紧，先回应法院。"),
}

_FIRST: tuple[Stage, ...] = ("late", "current", "early", "middle")
OLD = label("很久没有动静，先弄清诉讼时效，弄清之前不联系、不还款。")


def stages(found: Assessment) -> None:
    """Each debt with its stage and what the stage asks for: court first, then what is still paid on time, old debts last."""
    if not found.debts:
        st.info(_("还没有债务，先去填一笔。"))
    for debt in sorted(found.debts, key=lambda each: (each.index in found.barred, _FIRST.index(each.stage))):
        meaning = OLD if debt.index in found.barred else _MEANING[debt.stage]
        name = inert(debt.debt.name or _("（未命名）"))
        st.markdown(
            _("**{name}**　{stage}。{meaning}").format(name=name, stage=_(STAGE[debt.stage]), meaning=_(meaning))
        )


def dated(steps: Sequence[Step]) -> None:
    """Every step with its day, why, and how; the same step for several debts stands once, with all their names."""
    for same in together(steps):
        with st.container(border=True):
            _step(same)


def together(steps: Sequence[Step]) -> list[list[Step]]:
    """The steps in their order, what is the same for several debts in one."""
    same: dict[tuple[date | None, Text], list[Step]] = {}
    for step in steps:
        same.setdefault((step.day, step.title), []).append(step)
    return list(same.values())


def _step(same: Sequence[Step]) -> None:
    step = same[0]
    st.caption("　".join((by(step), *names(session.current().case, same))))
    st.markdown(f"**{say(step.title)}**")
    st.write(say(step.why))
    st.markdown("\n".join(f"- {say(line)}" for line in step.how))
    citations(tuple(dict.fromkeys(rule for each in same for rule in each.rules)))


def by(step: Step) -> str:
    """When a step is to be done."""
    return _("联系之前") if step.day is None else _("{day}前").format(day=day_text(step.day))


def names(case: Case, same: Sequence[Step]) -> list[str]:
    """The lenders a step is for."""
    return [inert(case.debts[step.debt].name or _("（未命名）")) for step in same if step.debt is not None]
