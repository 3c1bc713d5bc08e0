"""How it is to be paid: terms, amounts, steps, a first payment, one payment."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assessment.deal.hearing.framing import due_day, vague
from assessment.deal.hearing.match import Match, loosely, still_paid, take, told, value_of
from assessment.deal.hearing.said import Said
from assessment.deal.hearing.tokens import MOST_TERMS
from assessment.text import Text, label

_NOTHING_PAID = label("“{words}”没有读懂：要还的钱得大于 0。请写成“36期 每期820”或“8000一次结清”这样。")


def is_nothing(said: Said, match: Match, *fen: Decimal | int) -> bool:
    """Whether only nothing would be paid; then that is said."""
    if any(fen):
        return False
    said.impossible.append(Text(_NOTHING_PAID, words=match.words))
    return True


def stepped(said: Said, match: Match) -> bool:
    """So many months at one amount, then at another."""
    nth = match.of("n")
    if match.codes()[0] == "n" and nth[0].value != 1:
        return False
    if is_nothing(said, match, *(piece.value for piece in match.of("Y"))):
        return True
    one_by_one = [piece.value for piece in nth] == list(range(1, len(match.of("Y")) + 1))
    months: int | None = None
    for piece in match.of("nmY"):
        if piece.code == "n":
            months = 1 if piece.value == 1 or one_by_one else None
            continue
        if piece.code == "m":
            months = piece.value
            continue
        said.steps.append((months, piece.value))
        meaning = (
            Text("先 {months} 期", months=months)
            if months and len(said.steps) == 1
            else (Text("再 {months} 期", months=months) if months else Text("以后"))
        )
        take(said, match, Text("{when}，每期 {amount}", when=meaning, amount=told(piece)))
        loosely(said, piece)
        months = None
    return True


def first_months_otherwise(said: Said, match: Match) -> None:
    said.impossible.append(
        Text("“{words}”那几个月怎么还，没有读懂，没有算。请写成“前6期每期300，后24期每期950”这样。", words=match.words)
    )


def interest_only(said: Said, match: Match) -> bool:
    """头三个月只还利息."""
    months, after = match.first("m"), match.first("n")
    if months is None or match.parts != ("interest",) or (after and after.value != months.value + 1):
        return False
    said.interest_only = months.value
    take(said, match, Text("先 {months} 个月只还利息", months=months.value))
    return True


def only_interest(said: Said, match: Match) -> bool:
    """只还利息, without a word for how long."""
    if match.parts == ("interest",):
        vague(said, match)
        return True
    return False


def first_of_all(said: Said, match: Match) -> bool:
    """首期2000，以后每期1000: the first instalment is one of them; a 首付 is not."""
    if match.pieces[0].words != "首期" or is_nothing(said, match, *(piece.value for piece in match.of("Y"))):
        return False
    month, (first, each) = match.first("m"), match.of("Y")
    said.steps += [(1, first.value), (month.value if month else None, each.value)]
    take(said, match, Text("第一期还 {amount}", amount=told(first)))
    take(said, match, Text("{when}，每期 {amount}", when=Text("以后"), amount=told(each)))
    loosely(said, first)
    loosely(said, each)
    return True


def grace_first(said: Said, match: Match) -> None:
    token = match.first("m")
    said.grace = token.value if token else None
    take(said, match, Text("先缓 {months} 个月", months=token.value if token else 0))


def first_instalment(said: Said, match: Match) -> bool:
    nth, amount = match.first("n"), match.first("Y")
    if nth is None or amount is None or nth.value != 1:
        return False
    said.steps.append((1, amount.value))
    take(said, match, Text("第一期还 {amount}", amount=told(amount)))
    loosely(said, amount)
    return True


def down(said: Said, match: Match) -> bool:
    token = match.first("YSH")
    if token is None:
        return False
    if token.code == "Y":
        said.down.append(token.value)
        take(said, match, Text("先付 {amount}", amount=told(token)))
    else:
        said.down.append(still_paid(token))
        take(said, match, Text("先付免完以后总额的 {amount}", amount=value_of(still_paid(token))))
    loosely(said, token)
    return True


def grace(said: Said, match: Match) -> None:
    until, months = match.first("D"), match.first("m")
    if until:
        said.grace = until.value
        take(said, match, Text("缓到 {day} 再还", day=until.value))
    elif months:
        said.grace = months.value
        take(said, match, Text("先缓 {months} 个月", months=months.value))
        loosely(said, months)


def start(said: Said, match: Match) -> None:
    day = match.first("D")
    if day and day.loose:
        said.grace = day.value
        take(said, match, Text("{day} 以后开始还", day=day.value))
    elif day:
        said.start = day.value
        take(said, match, Text("{day} 开始还", day=day.value))


def times(said: Said, match: Match) -> bool:
    amounts, terms = match.of("Y"), match.of("m")
    if len(amounts) == 2:
        terms = [each for each in amounts if each.value % 100 == 0 and 1 < each.value // 100 <= MOST_TERMS]
        amounts = [each for each in amounts if each not in terms]
    if len(amounts) != 1 or len(terms) != 1:
        return False
    if is_nothing(said, match, amounts[0].value):
        return True
    months = terms[0].value if terms[0].code == "m" else terms[0].value // 100
    said.months.append(months)
    said.payments.append(amounts[0].value)
    take(said, match, Text("{months} 期，每期 {amount}", months=months, amount=told(amounts[0])))
    return True


def payment(said: Said, match: Match) -> bool:
    amount, month = match.first("Y"), match.first("m")
    if amount is None or (month and month.value != 1):
        return False
    if is_nothing(said, match, amount.value):
        return True
    said.payments.append(amount.value)
    take(said, match, Text("每期 {amount}", amount=told(amount)))
    loosely(said, amount)
    return True


def lowered(said: Said, match: Match) -> bool:
    """月供降到800, 月供从1500降到800: so much is paid each time."""
    amounts = match.of("Y")
    if len(amounts) > 1 and amounts[0].value <= amounts[1].value:
        return False
    return payment(said, replace(match, pieces=(amounts[-1],)))


def cut_of_each(said: Said, match: Match) -> None:
    """月供减半, 每期减200: what each instalment was before is not said."""
    said.impossible.append(Text(_CUT_OF_EACH, words=match.words))


_CUT_OF_EACH = label("“{words}”减的是每期的数，没有算。请问清减完以后每期还多少，再写成“36期 每期820”这样。")


def payment_on_a_day(said: Said, match: Match) -> bool:
    """每月15号还1000."""
    due_day(said, match)
    return payment(said, match)


def term_and_amount(said: Said, match: Match) -> bool:
    """36期820, 18000分12期: whether that is each or all, only the debt can tell."""
    month, amount = match.first("m"), match.first("Y")
    if month is None or amount is None or said.payments or said.steps or said.totals or said.bare:
        return False
    if is_nothing(said, match, amount.value):
        return True
    said.months.append(month.value)
    said.bare = (month.value, amount.value, match.words)
    return True


def rest_amount(said: Said, match: Match) -> None:
    token = match.first("Y")
    said.rest = token.value if token else None
    if token:
        take(said, match, Text("余下 {amount}", amount=told(token)))


def total(said: Said, match: Match) -> bool:
    amount, month = match.first("Y"), match.first("m")
    if amount is None:
        return False
    if is_nothing(said, match, amount.value):
        return True
    if month:
        months(said, match)
    said.totals.append(amount.value)
    take(said, match, Text("一共还 {amount}", amount=told(amount)))
    loosely(said, amount)
    return True


def lump(said: Said, match: Match) -> bool:
    token = match.first("YSZ")
    if token is None:
        return False
    if is_nothing(said, match, token.value):
        return True
    said.lump.append(token.value)
    said.at_once = said.in_one = True
    if token.code == "Y":
        take(said, match, Text("一次还 {amount} 结清", amount=told(token)))
    else:
        take(said, match, Text("一次还欠款总额的 {amount} 结清", amount=told(token)))
        said.unclear.append(Text("“{words}”先按欠款总额算。请问清是总额还是本金的几成。", words=match.words))
    loosely(said, token)
    return True


def reduced(said: Said, match: Match) -> None:
    """减到一万八: so much stays to be paid of everything."""
    token = match.first("Y")
    if token and not is_nothing(said, match, token.value):
        said.due_in_all = token.value
        take(said, match, Text("免完以后还 {amount}", amount=told(token)))


def less_to_settle(said: Said, match: Match) -> None:
    token = match.first("Y")
    said.at_once = True
    if token:
        said.off_in_all.append(token.value)
        take(said, match, Text("减 {amount}，其余一次结清", amount=told(token)))


def at_once(said: Said, match: Match) -> None:
    said.at_once = True
    said.in_one = said.in_one or match.first("O") is not None
    take(said, match, Text("一次结清"))


def ends(said: Said, match: Match) -> None:
    months(said, match)


def months(said: Said, match: Match) -> None:
    token = match.first("m")
    if token:
        said.months.append(token.value)
        sentence = label("最多分 {months} 期") if token.loose == "most" else label("分 {months} 期")
        meaning = Text(sentence, months=token.value)
        take(said, match, meaning)
        loosely(said, token)
