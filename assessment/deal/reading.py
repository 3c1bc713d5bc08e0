"""An offer said on the phone held against a debt: its payments, what each word was taken for, and what is not clear."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from assessment import money, offers, rates, schedules
from assessment.deal.flows import Flows, of_outcome, stated
from assessment.deal.hearing import PART_TITLE, PARTS, Part, Said, Taken, Trap, listen
from assessment.offers import Components, Kind, Position, Terms, Treatment, Waiver, waiver_of
from assessment.text import Percent, Text

LONGEST_TERM = 120
_ROUNDING = 100
_OFF_LEVEL = Decimal("0.01")
_RATE_STEP = Decimal("0.000001")
_WHOLE = Decimal(1)
_NO_WAIVER = Waiver()
_NOTHING = Components()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase says about a debt.

    `taken` tells word by word; `unclear` is what to ask, each with what was assumed meanwhile; `conflicts` are things
    that cannot both hold; `unread` are words nobody understood; `impossible` are numbers that cannot be meant;
    `traps` are harmful ways of paying, and are warned of whatever else was understood. `flows` is None where the payments cannot be known;
    `terms` are the same as the engine's terms, where those can say it. `left` is owed once the waiver is granted, and
    `annual_rate` the rate said, implied by the payments, or the contract's.
    """

    text: str
    taken: tuple[Taken, ...] = ()
    unclear: tuple[Text, ...] = ()
    conflicts: tuple[Text, ...] = ()
    warnings: tuple[Text, ...] = ()
    unread: tuple[str, ...] = ()
    flows: Flows | None = None
    terms: Terms | None = None
    left: Components = _NOTHING
    waiver: Waiver = _NO_WAIVER
    annual_rate: Decimal = Decimal(0)
    refused: bool = False
    impossible: tuple[Text, ...] = ()
    traps: frozenset[Trap] = frozenset()


def read(text: str, position: Position) -> Reading:
    """What `text` offers for the debt in `position`, on its day."""
    said = listen(text, position.as_of)
    work = _Work(said, _dated(position, said))
    if said.impossible:
        return Reading(
            text, tuple(said.taken), warnings=tuple(said.warnings), unread=tuple(said.unread), refused=said.refused,
            impossible=tuple(said.impossible), traps=frozenset(said.traps),
        )  # fmt: skip
    work.settle()
    return Reading(
        text,
        tuple(said.taken),
        tuple(said.unclear),
        tuple(said.conflicts),
        tuple(said.warnings),
        tuple(said.unread),
        work.flows,
        work.terms,
        work.left,
        work.waiver,
        work.rate,
        said.refused,
        traps=frozenset(said.traps),
    )


def _dated(position: Position, said: Said) -> Position:
    """The debt with the due day that was named, or that of the day on which paying begins."""
    day = said.due_day or (said.start.day if said.start else None)
    if day is None:
        return position
    return Position(position.debt.model_copy(update={"due_day": day}), position.assumptions, position.as_of)


@dataclass
class _Work:
    """An offer on its way from what was said to what would be paid."""

    said: Said
    position: Position
    waiver: Waiver = _NO_WAIVER
    left: Components = _NOTHING
    rate: Decimal = Decimal(0)
    rate_known: bool = False
    down: int = 0
    flows: Flows | None = None
    terms: Terms | None = None

    def settle(self) -> None:
        self._compare_claim()
        self._let_off()
        self._find_rate()
        if self.said.at_once:
            self._at_once()
        elif self.said.cure or (self.said.original and not self.said.grace and not self.said.months):
            self._as_contracted()
        elif self._says_how() or self._partly():
            self._in_parts()
        elif not self.said.refused and self.said.taken:
            self._ask(Text("没说怎么还：分几期、每期多少，还是一次还清。请先问清。"))
        self._add_fees()
        self._check_end()

    def _compare_claim(self) -> None:
        told, owed = self.said.claimed, self.position.claim.total
        if told is not None and abs(told - owed) >= _ROUNDING:
            self._ask(
                Text(
                    "对方说一共欠 {told}，债务表里是 {owed}。请对方把本金、利息、罚息、费用分开说。", told=money.told(told), owed=money.told(owed),
                )
            )  # fmt: skip

    # --- what is let off ---

    def _let_off(self) -> None:
        """Parts that are named first, then what is let off without a name: penalty, fees, interest, principal."""
        claim, said = self.position.claim, self.said
        self._rest_off()
        off = dict.fromkeys(PARTS, 0)
        for part in PARTS:
            owed = getattr(claim, part)
            if part in said.off:
                asked = said.off[part]
                off[part] = min(_fen(asked, owed), owed)
                self._doubt_part(part, owed, asked)
            elif part in said.due:
                off[part] = max(owed - said.due[part], 0)
                self._doubt_part(part, owed, said.due[part])
        self.left = Components(*(getattr(claim, part) - off[part] for part in PARTS))
        unnamed = self._unnamed()
        if unnamed:
            more = waiver_of(self.left, min(unnamed, self.left.total))
            off = {part: off[part] + _fen(getattr(more, part), getattr(self.left, part)) for part in PARTS}
            self.left = Components(*(getattr(claim, part) - off[part] for part in PARTS))
        self.waiver = Waiver(*(_share(off[part], getattr(claim, part)) for part in PARTS))

    def _rest_off(self) -> None:
        """What was not named is let off, where something was; beside one payment that settles all it says no more."""
        said = self.said
        named = said.off.keys() | said.due.keys() | said.kept
        if not said.rest_off or said.lump or said.due_in_all is not None:
            return
        if not named:
            self._ask(Text("“{words}”说的是哪几项，没有说清，没有算进去。", words=said.rest_off))
        for part in PARTS:
            if named and part not in named:
                said.off[part] = _WHOLE

    def _doubt_part(self, part: Part, owed: int, asked: Decimal | int) -> None:
        named = Text(PART_TITLE[part])
        if not owed:
            if part != "principal" and len(self.said.off) == 1:
                self._ask(Text("债务表里{part}是 0，免了也不会少。请问对方这一项现在是多少。", part=named))
        elif isinstance(asked, int) and asked > owed:
            told, written = money.told(asked), money.told(owed)
            self._clash(
                Text("对方说的{part}是 {told}，债务表里只有 {owed}。请核对。", part=named, told=told, owed=written)
            )

    def _unnamed(self) -> int:
        """What is let off without saying of what; what a lump leaves unpaid is let off too."""
        said, owed = self.said, self.position.claim.total
        total = sum(_fen(each, owed) for each in said.off_in_all)
        if said.lump:
            return self._left_by(_fen(said.lump[0], owed), owed, total)
        if said.due_in_all is not None:
            return self._left_by(said.due_in_all, owed, total)
        if total:
            self._ask(Text("没说减的是哪几项，先按罚息、费用、利息、本金的先后算。请对方逐项写明。"))
        return total

    def _left_by(self, lump: int, owed: int, unnamed: int) -> int:
        after = self.left.total - unnamed
        if lump > owed:
            self._clash(
                Text("说还 {lump} 结清，比现在欠的 {owed} 还多。", lump=money.told(lump), owed=money.told(owed))
            )
            return 0
        named = bool(self.said.off or self.said.due or unnamed)
        if named and abs(after - lump) >= _ROUNDING:
            self._clash(
                Text("照说的减免应还 {after}，对方说还 {lump}。", after=money.told(after), lump=money.told(lump))
            )
        elif not named and lump < owed:
            self._ask(
                Text(
                    "还 {lump} 比欠的少 {off}，没说免的是哪几项。请对方逐项写明，并写明余款不再追讨。",
                    lump=money.told(lump), off=money.told(owed - lump),
                )
            )  # fmt: skip
        return max(self.left.total - lump, 0)

    # --- the rate ---

    def _find_rate(self) -> None:
        said, contract = self.said, self.position.annual_rate
        if said.rates and said.interest_free:
            self._clash(Text("又说计息，又说不计息，请问清。"))
        if len(set(said.rates)) > 1:
            self._clash(Text("说了两个不一样的利率，请问清是哪一个。"))
        self.rate_known = True
        if said.rates:
            self.rate = said.rates[0]
        elif said.interest_free:
            self.rate = Decimal(0)
        elif said.rate_times is not None:
            self.rate = contract * said.rate_times
        elif said.fee_share and not said.contract_rate:
            self.rate = Decimal(0)
            self._ask(Text("没说手续费之外还计不计息，先按只收手续费算。请问清每期一共多少。"))
        else:
            self.rate, self.rate_known = contract, said.contract_rate or said.original

    # --- how it is paid ---

    def _at_once(self) -> None:
        if self.said.down:
            self._clash(Text("又有先付的，又有一次还清的。请问清哪一天还哪一笔。"))
            return
        self.terms = Terms("settlement" if self._waives else "pay_in_full", waiver=self.waiver)
        day = self.said.by or self.position.as_of
        if day < self.position.as_of:
            self._clash(Text("{day} 已经过去了。", day=day))
            return
        self.flows = stated(self.position, (self.left.total, day), (), self._waived())
        if self.said.off.get("principal") and not self.said.off.keys() - {"principal"} and self._charges():
            without = self.left.principal
            self._ask(
                Text(
                    "没说息费免不免，先按要付算。都免的话一次还 {less}，请问清。", less=money.told(without),
                )
            )  # fmt: skip

    def _as_contracted(self) -> None:
        debt = self.position.debt
        self.terms = Terms("cure_arrears", months=debt.instalments_left or 1, annual_rate=self.position.annual_rate)
        self.flows = of_outcome(offers.outcome(self.position, self.terms), self.position.as_of)
        if self._waives:
            self._ask(Text("又补逾期又减免，减免怎么算没有说清，先按不减免算。"))

    def _says_how(self) -> bool:
        said = self.said
        return bool(said.months or said.payments or said.steps or said.grace or said.start or said.interest_only)

    def _partly(self) -> bool:
        """Only a waiver was named: the contract's remaining instalments are assumed, and said to be."""
        debt, said = self.position.debt, self.said
        if not (self._waives or said.interest_free or said.rates or said.rate_times) or not debt.instalments_left:
            return False
        said.months.append(debt.instalments_left)
        self._ask(Text("没说分几期，先按合同剩下的 {months} 期算。请问清。", months=debt.instalments_left))
        return True

    def _in_parts(self) -> None:
        said = self.said
        if any(not 0 < months <= LONGEST_TERM for months in said.months):
            self._clash(Text("期数看着不对，请再核对。"))
            return
        if said.interest_only and not self.rate:
            self._clash(Text("说先只还利息，可没有利率，算不出每月多少。请问清。"))
            return
        self.down = sum(_fen(each, self.left.total) for each in said.down)
        if self.down > self.left.total:
            self._clash(Text("先付的 {down} 比欠的还多。", down=money.told(self.down)))
            return
        if len(said.down) and isinstance(said.down[0], Decimal):
            self._ask(Text("首付几成，先按免完以后的总额算，是 {down}。请问清按什么算。", down=money.told(self.down)))
        self._check_rest()
        self._understand_bare()
        payments = self._payments()
        if payments is not None:
            self._stated(payments)
        elif said.steps or said.payments:
            self._until_repaid()
        else:
            self._by_term()

    def _check_rest(self) -> None:
        told, rest = self.said.rest, self.left.total - self.down
        if told is None or abs(told - rest) < _ROUNDING:
            return
        doubt = Text("对方说余下 {told}，按债务表余下 {rest}。请对清。", told=money.told(told), rest=money.told(rest))
        if abs(told - rest) > rest * _OFF_LEVEL:
            self._clash(doubt)
        else:
            self._ask(doubt)

    def _understand_bare(self) -> None:
        """A term and an amount: each or all, whichever comes nearer to what is owed; it is asked either way."""
        said = self.said
        if said.bare is None:
            return
        months, fen, words = said.bare
        owed = max(self.left.total - self.down, 1)
        if abs(math.log(max(fen * months, 1) / owed)) <= abs(math.log(max(fen, 1) / owed)):
            said.payments.append(fen)
            self._ask(Text("“{words}”里的 {amount}，先当作每期还的数。请问清。", words=words, amount=money.told(fen)))
            meaning = Text("{months} 期，每期 {amount}", months=months, amount=money.told(fen))
        else:
            said.totals.append(fen + self.down)
            self._ask(Text("“{words}”里的 {amount}，先当作一共还的数。请问清。", words=words, amount=money.told(fen)))
            meaning = Text("{months} 期，一共 {amount}", months=months, amount=money.told(fen))
        said.taken.append(Taken(words, meaning))

    def _payments(self) -> list[int] | None:
        """Every month's payment where it was named outright; None where the debt decides how many there are."""
        said = self.said
        if said.steps:
            return self._step_payments()
        months = said.months[0] if said.months else None
        if said.payments and months:
            return [said.payments[0]] * months
        if not said.totals:
            return None
        rest = said.totals[0] - self.down
        if rest <= 0:
            return None
        if months:
            part, odd = divmod(rest, months)
            return [part + 1] * odd + [part] * (months - odd)
        if said.payments:
            whole, last = divmod(rest, said.payments[0])
            return [said.payments[0]] * whole + ([last] if last else [])
        return None

    def _step_payments(self) -> list[int] | None:
        said = self.said
        steps = list(said.steps)
        if said.payments:
            taken = sum(months or 0 for months, _fen in steps)
            rest = said.months[0] - taken if said.months and said.months[0] > taken else None
            steps.append((rest, said.payments[0]))
        elif steps[-1][0] is None and said.months:
            taken = sum(months or 0 for months, _fen in steps)
            steps[-1] = (max(said.months[0] - taken, 1), steps[-1][1])
        said.steps = steps
        known = sum(months or 0 for months, _fen in steps)
        if said.months and known != said.months[0] and all(months for months, _fen in steps):
            self._clash(
                Text("说的是 {months} 期，一段一段加起来是 {known} 期，请问清。", months=said.months[0], known=known)
            )
        if any(months is None for months, _fen in steps):
            return None
        return [fen for months, fen in steps for _month in range(months or 0)]

    def _grace(self) -> int:
        """Months in which nothing falls due."""
        grace = self.said.grace if self.said.grace is not None else self.said.start
        if isinstance(grace, date):
            return sum(day < grace for day in self.position.due_days(LONGEST_TERM))
        return grace or 0

    def _before(self) -> tuple[int, ...]:
        """What is paid in the months before the instalments begin: nothing, or the interest on the principal."""
        months = self.said.interest_only
        if not months:
            return (0,) * self._grace()
        if self.said.months:
            self._ask(Text("没说总期数里含不含只还利息的 {months} 个月，先按不含算。请问清。", months=months))
        owed = self._net().claim.principal
        return (schedules.interest(owed, rates.monthly(self.rate)),) * months

    def _stated(self, payments: Sequence[int]) -> None:
        """Payments named outright; the rate is what they imply."""
        grace, before = self._grace(), self._before()
        monthly = (*before, *payments)
        day = self.position.as_of
        self.flows = stated(self.position, (self.down, day), monthly, self._waived())
        owed = self.left.total - self.down
        implied = _implied(owed, monthly)
        self._check_total(payments)
        self._check_payment(payments, owed)
        self._check_covered(payments, owed)
        self.rate = implied
        if not self.down and not any(before):
            self.terms = Terms(
                self._kind("instalments"), months=len(payments), grace=grace, annual_rate=implied, waiver=self.waiver,
                treatment="capitalise", steps=_steps(payments),
            )  # fmt: skip

    def _until_repaid(self) -> None:
        """A payment, or steps, until nothing is left; what is not waived bears interest with the rest."""
        net, grace = self._net(), self._grace()
        self._ask_rate()
        steps = self.said.steps or [(None, self.said.payments[0])]
        fixed = [fen for months, fen in steps[:-1] for _month in range(months or 0)]
        last = steps[-1][1]
        try:
            monthly = _paid_off(net.claim.total, self.rate, fixed, last)
        except schedules.NeverRepays:
            self._clash(Text("每月 {payment} 不够付利息，永远还不清。", payment=money.told(last)))
            return
        before = self._before()
        monthly = (*before, *monthly)
        if len(monthly) > LONGEST_TERM:
            self._ask(
                Text("每月 {payment}，要还 {months} 个月，太久了。", payment=money.told(last), months=len(monthly))
            )
        self.flows = stated(self.position, (self.down, self.position.as_of), monthly, self._waived())
        if not self.down and not any(before):
            repaid = tuple(monthly[grace:])
            self.terms = Terms(
                "stepped" if len(steps) > 1 else "lower_payment", months=len(repaid), grace=grace, annual_rate=self.rate,
                waiver=self.waiver, treatment="capitalise", steps=_steps(repaid),
            )  # fmt: skip

    def _by_term(self) -> None:
        """Only the term was named: equal instalments at the rate."""
        said, debt = self.said, self.position.debt
        months = said.months[0] if said.months else debt.instalments_left
        if not months:
            self._ask(Text("没说分几期、每期多少。请先问清。"))
            return
        if not said.months and not said.original:
            self._ask(Text("没说以后分几期，先按合同剩下的 {months} 期算。请问清。", months=months))
        self._ask_rate()
        grace = self._grace()
        kind: Kind = "extension" if grace else self._kind("instalments")
        treatment: Treatment = "capitalise" if said.capitalised else "carry"
        terms = Terms(kind, months, grace, self.rate, self.waiver, treatment)
        net = self._net()
        result = offers.outcome(net, Terms(kind, months, grace, self.rate, treatment=terms.treatment))
        flows = of_outcome(result, net.as_of)
        before = self._before() if said.interest_only else ()
        self.flows = stated(self.position, (self.down, net.as_of), (*before, *flows.monthly), self._waived())
        self.terms = None if self.down or before else terms
        if grace and self.rate:
            self._ask(Text("缓的几个月还计不计息，先按照计算。请问清。"))

    def _kind(self, otherwise: Kind) -> Kind:
        if self._grace():
            return "extension"
        if len(self.said.steps) > 1:
            return "stepped"
        same = self.said.months and self.said.months[0] == self.position.debt.instalments_left
        return "partial_waiver" if same and self._waives else otherwise

    def _net(self) -> Position:
        """The debt once the waiver is granted and the first payment made; fees, interest, then principal are paid."""
        rest, kept = self.down, {}
        for part in ("fees", "penalty", "interest", "principal"):
            owed = getattr(self.left, part)
            kept[part] = money.to_yuan(owed - min(rest, owed))
            rest -= min(rest, owed)
        return Position(self.position.debt.model_copy(update=kept), self.position.assumptions, self.position.as_of)

    def _add_fees(self) -> None:
        """What is charged on top: once at the start, and with every instalment."""
        said, flows = self.said, self.flows
        if flows is None:
            return
        each = said.extra_each + _fen(said.fee_share, self.left.total - self.down)
        if each and said.payments:
            self._ask(Text("没说每期金额里含不含手续费，先按另加算。请问清。"))
        monthly = tuple(paid + each if paid else 0 for paid in flows.monthly)
        if each or said.extra:
            self.terms = None
            self.flows = Flows(
                flows.first + said.extra, flows.first_day, monthly, flows.days, flows.owed, flows.waived
            )  # fmt: skip

    # --- what does not fit together ---

    def _ask_rate(self) -> None:
        if self.rate_known:
            return
        if self.position.debt.rate is None:
            self._ask(Text("没说计不计息，合同利率也没填，先按不计息算；真要计息会更多。请问清。"))
        elif self.rate:
            self._ask(
                Text("没说以后计不计息，先按合同利率一年 {rate} 算。请问清每期一共多少。", rate=Percent(self.rate))
            )

    def _check_total(self, payments: Sequence[int]) -> None:
        said = self.said
        if not said.totals or not (said.payments or said.steps):
            return
        whole, told = sum(payments), said.totals[0]
        if min(abs(whole - told), abs(whole + self.down - told)) >= _ROUNDING * len(payments):
            self._clash(
                Text(
                    "{months} 期加起来是 {whole}，对方说一共 {told}，对不上。",
                    months=len(payments), whole=money.told(whole + self.down), told=money.told(told),
                )
            )  # fmt: skip

    def _check_end(self) -> None:
        """Instalments that run past the day by which they were to end."""
        by, flows = self.said.by, self.flows
        if by is None or self.said.down or flows is None or not flows.monthly or flows.ends <= by:
            return
        within = sum(day <= by for day in flows.days)
        if within > 1:
            self._clash(
                Text(
                    "到 {day} 只够还 {within} 期，可要还 {months} 期。请问清。",
                    day=by,
                    within=within,
                    months=flows.months,
                )
            )

    def _check_payment(self, payments: Sequence[int], owed: int) -> None:
        """A payment against the rate that was named with it."""
        said = self.said
        if not said.payments or not (said.rates or said.rate_times is not None) or said.steps:
            return
        level = schedules.level_payment(owed, rates.monthly(self.rate), len(payments))
        if abs(level - payments[0]) > max(level * _OFF_LEVEL, Decimal(_ROUNDING)):
            self._clash(
                Text(
                    "按一年 {rate} 分 {months} 期，每期应是 {level}，对方说 {told}，对不上。",
                    rate=Percent(self.rate), months=len(payments), level=money.told(level), told=money.told(payments[0]),
                )
            )  # fmt: skip

    def _check_covered(self, payments: Sequence[int], owed: int) -> None:
        """Payments against what is left to pay."""
        short, loose = owed - sum(payments), _ROUNDING * len(payments)
        paid = Text("加上首付一共 {paid}", paid=money.told(sum(payments) + self.down)) if self.down else Text(
            "{months} 期一共 {paid}", months=len(payments), paid=money.told(sum(payments))
        )  # fmt: skip
        if short >= loose:
            self._ask(
                Text(
                    "{paid}，比欠的少 {short}。少的是免掉，还是最后要补，请问清。", paid=paid, short=money.told(short),
                )
            )  # fmt: skip
        elif self.said.interest_free and -short >= loose:
            self._clash(Text("说不计息，可{paid}，比欠的多 {more}。", paid=paid, more=money.told(-short)))
        if len(payments) > 1 and payments[0] >= self.position.claim.total:
            self._clash(Text("每期 {payment} 比欠的总额还多，请核对。", payment=money.told(payments[0])))

    def _charges(self) -> int:
        return self.left.total - self.left.principal

    @property
    def _waives(self) -> bool:
        return self.left.total < self.position.claim.total

    def _waived(self) -> Components:
        return Components(*(a - b for a, b in zip(self.position.claim, self.left, strict=True)))

    def _ask(self, text: Text) -> None:
        self.said.unclear.append(text)

    def _clash(self, text: Text) -> None:
        self.said.conflicts.append(text)


def _fen(asked: Decimal | int, whole: int) -> int:
    """A share of so many fen, or the fen themselves."""
    if isinstance(asked, Decimal):
        return int((whole * asked).to_integral_value(ROUND_HALF_UP))
    return asked


def _share(off: int, owed: int) -> Decimal:
    return Decimal(off) / owed if owed else Decimal(0)


def _implied(owed: int, monthly: Sequence[int]) -> Decimal:
    """The nominal yearly rate at which the payments repay what is owed; nought where they do not even repay that."""
    if sum(monthly) <= owed or not owed:
        return Decimal(0)
    try:
        rate = rates.irr((-owed, *monthly)) * 12
    except rates.NoRate:
        return Decimal(0)
    return Decimal(repr(rate)).quantize(_RATE_STEP, ROUND_DOWN)


def _steps(payments: Sequence[int]) -> tuple[tuple[int, Decimal], ...]:
    """Equal payments in a row, as steps."""
    steps: list[tuple[int, int]] = []
    for fen in payments:
        if steps and steps[-1][1] == fen:
            steps[-1] = (steps[-1][0] + 1, fen)
        else:
            steps.append((1, fen))
    return tuple((months, money.to_yuan(fen)) for months, fen in steps)


def _paid_off(owed: int, annual_rate: Decimal, fixed: Sequence[int], last: int) -> tuple[int, ...]:
    """The fixed payments, then the last one until nothing is left. Raises NeverRepays."""
    rate = rates.monthly(annual_rate)
    paid: list[int] = []
    for fen in fixed:
        due = owed + schedules.interest(owed, rate)
        paid.append(min(fen, due))
        owed = due - paid[-1]
    if owed <= 0:
        return tuple(paid)
    return (*paid, *schedules.fixed_payment(owed, rate, last, _LIMIT).payment)


_LIMIT = 600
