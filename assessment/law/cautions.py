"""What makes things worse, and why: said where a person may be about to do it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assessment.text import Text

Name = Literal["paid_agents", "forged_papers", "new_loans", "moving_assets"]


@dataclass(frozen=True, slots=True)
class Caution:
    """What not to do, why, and the rules."""

    what: Text
    why: Text
    rules: tuple[str, ...]


CAUTIONS: dict[Name, Caution] = {
    "paid_agents": Caution(
        Text("别找收费的债务代理、征信修复"),
        Text(
            "他们先收钱，再要身份证、电话卡，教写假材料。协商、投诉、异议都可以自己办，不收钱；真实的逾期记录，花钱也删不掉。"
        ),
        ("paid_agents", "bad_record_years", "credit_repair"),
    ),
    "forged_papers": Caution(
        Text("材料只交真的"),
        Text("假的病历、离职证明、贫困证明，谈判里被看出来就谈不下去了，还可能被处罚；交给法院的，更重。"),
        ("forged_papers", "forged_evidence"),
    ),
    "new_loans": Caution(
        Text("别为了还债再借一笔"),
        Text("旧债没少，还多一层利息，还不上的日子只会来得更快。催收的人让您去借，也不要照做。"),
        ("new_loans", "collect_ban_new_borrowing"),
    ),
    "moving_assets": Caution(
        Text("别把财产转到别人名下"),
        Text(
            "躲执行的可能上失信名单；动了已被查封、冻结的，可能被罚款、拘留；严重的是犯罪。真没有能力还，不是犯罪；法院要给您和家人留出生活费。"
        ),
        ("moving_assets", "refusing_judgment", "protected_living"),
    ),
}
