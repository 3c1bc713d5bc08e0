"""A case as others may see it: no name, no remark, no place; every amount, rate and day as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from pydantic import BaseModel

from assessment.case import Agreement, Asset, Case, Debt, Event, Expense, Household, Income, Windfall, words
from assessment.rules import Rules
from assessment.text import Text, label

_LETTERS = (
    label("甲"), label("乙"), label("丙"), label("丁"), label("戊"), label("己"), label("庚"), label("辛"), label("壬"), label("癸"),
)  # fmt: skip
_LENDER = label("出借方{letter}")
_KEPT_BACK = label("（遮住）")

Say = Callable[[Text], str]
_Any = TypeVar("_Any")


class Mask:
    """What stands in place of every name of one case: one lender one letter, the rest by kind.

    `say` prints a stand-in in the language of whoever looks. Where the law has a figure for a place, the name it has
    for the place stays, because the figures rest on it.
    """

    def __init__(self, case: Case, law: Rules, say: Say) -> None:
        self._say = say
        self._places = tuple(law.value("minimum_living_by_place"))
        self._lenders = _lettered(case, say)
        self._incomes = _numbered((each.name for each in case.incomes), label("收入 {number}"), say)
        self._windfalls = _numbered((each.name for each in case.windfalls), label("以后的钱 {number}"), say)
        self._words = self._stand_ins(case)

    def _stand_ins(self, case: Case) -> dict[str, str]:
        """Every string a person gave, with what is said in its place; what stands for two things is kept back."""
        kept_back, found = self._said(_KEPT_BACK), dict[str, str]()
        for item in (
            *case.debts,
            *case.events,
            *case.assets,
            *case.incomes,
            *case.expenses,
            *case.windfalls,
            *case.agreements,
        ):
            masked = self.of(item)
            for name in _OPEN_WORDS & set(type(item).model_fields):
                given, instead = getattr(item, name), getattr(masked, name) or kept_back
                found[given] = instead if found.get(given, instead) == instead else kept_back
        return found | self._lenders | {"": ""}

    def of(self, value: _Any) -> _Any:
        """The same value with everything of a person's own words in it masked; what holds none is the very same."""
        changed: _Any = self._of(value, {})
        return changed

    def _of(self, value: Any, seen: dict[int, Any]) -> Any:
        if id(value) not in seen:
            seen[id(value)] = self._masked(value, seen)
        return seen[id(value)]

    def _masked(self, value: Any, seen: dict[int, Any]) -> Any:
        match value:
            case BaseModel():
                return self._model(value, seen)
            case Text():
                return self._text(value, seen)
            case tuple() | list():
                return self._items(value, seen)
            case dict():
                return {key: self._of(item, seen) for key, item in value.items()}
        if is_dataclass(value) and not isinstance(value, type):
            changed = {each.name: self._of(getattr(value, each.name), seen) for each in fields(value) if each.init}
            moved = {name: new for name, new in changed.items() if new is not getattr(value, name)}
            return replace(value, **moved) if moved else value
        return value

    def _items(self, value: Any, seen: dict[int, Any]) -> Any:
        if not value or isinstance(value[0], int):
            return value
        changed = [self._of(item, seen) for item in value]
        if all(new is old for new, old in zip(changed, value, strict=True)):
            return value
        return type(value)(*changed) if hasattr(value, "_fields") else type(value)(changed)

    def _text(self, text: Text, seen: dict[int, Any]) -> Text:
        values = {
            name: self._words.get(value, value) if isinstance(value, str) else self._of(value, seen)
            for name, value in text.values
        }
        return Text(text.msgid, **values)

    def _model(self, model: BaseModel, seen: dict[int, Any]) -> BaseModel:
        match model:
            case Case():
                lists = {name: self._of(getattr(model, name), seen) for name in _LISTS}
                return model.model_copy(update=lists | {"household": self._of(model.household, seen)})
            case Debt():
                return _changed(model, name=self._lender(model.name), product="", note="", proof="")
            case Event():
                bare = _changed(
                    model, name=self._lender(model.name), who="", words="", note="", number="", staff="", promise=""
                )
                return bare.model_copy(update={"proofs": ()}) if model.proofs else bare
            case Agreement():
                bare = _changed(model, name=self._lender(model.name), clause="", note="")
                return bare.model_copy(update={"proofs": ()}) if model.proofs else bare
            case Asset():
                return _changed(model, name=self._said(words.ASSET_KIND[model.kind]), note="", proof="")
            case Income():
                return _changed(model, name=self._incomes.get(model.name, model.name), note="", proof="")
            case Expense():
                reason = self._said(_KEPT_BACK) if model.reason else ""
                return _changed(
                    model, name=self._said(words.EXPENSE_CATEGORY[model.category]), reason=reason, note="", proof=""
                )
            case Windfall():
                return _changed(model, name=self._windfalls.get(model.name, model.name), note="", proof="")
            case Household():
                return _changed(model, place=next((place for place in self._places if place in model.place), ""))
        return model

    def _lender(self, name: str) -> str:
        return self._lenders.get(name, name)

    def _said(self, msgid: str) -> str:
        return self._say(Text(msgid))


_LISTS = ("assets", "incomes", "expenses", "debts", "events", "windfalls", "agreements")
_OPEN_WORDS = {"name", "product", "note", "reason", "who", "words", "number", "staff", "promise", "clause", "proof"}


def _changed(model: BaseModel, **update: str) -> BaseModel:
    """The model with other words; the very same where they are the same."""
    if all(getattr(model, name) == new for name, new in update.items()):
        return model
    return model.model_copy(update=update)


def _lettered(case: Case, say: Say) -> dict[str, str]:
    """A letter for every name in the order of the debts; an entry of the log keeps to its debt's."""
    names = (
        *(each.name for each in case.debts), *(each.name for each in case.events), *(each.name for each in case.agreements),
    )  # fmt: skip
    different = dict.fromkeys(filter(None, names))
    return {name: say(Text(_LENDER, letter=_letter(place))) for place, name in enumerate(different)}


def _letter(place: int) -> Text | int:
    return Text(_LETTERS[place]) if place < len(_LETTERS) else place + 1


def _numbered(names: Iterable[str], msgid: str, say: Say) -> dict[str, str]:
    """A number for every name; what has no name keeps none."""
    different = dict.fromkeys(filter(None, names))
    return {name: say(Text(msgid, number=place)) for place, name in enumerate(different, start=1)}
