"""What was worked out, kept for as long as what it rests on stays the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

_Result = TypeVar("_Result")


@dataclass
class Memo:
    """Answers by name: what they rest on, and one for each thing that was asked.

    A name holds answers on one basis only; the first question on another basis lets the old ones go.
    """

    held: dict[str, tuple[object, dict[tuple[object, ...], object]]] = field(default_factory=dict)

    def copy(self) -> Memo:
        """The same answers, to be added to apart."""
        return Memo({name: (basis, dict(answers)) for name, (basis, answers) in self.held.items()})

    def has(self, basis: object, name: str, *asked: object) -> bool:
        """Whether the answer is known."""
        return asked in self._on(basis, name)

    def once(self, basis: object, work: Callable[[], _Result], name: str, *asked: object) -> _Result:
        """The answer; `work` is called where it is not known."""
        answers = self._on(basis, name)
        if asked not in answers:
            answers[asked] = work()
        result: _Result = answers[asked]  # type: ignore[assignment]
        return result

    def _on(self, basis: object, name: str) -> dict[tuple[object, ...], object]:
        before = self.held.get(name)
        if before is None or (before[0] is not basis and before[0] != basis):
            before = self.held[name] = (basis, {})
        return before[1]
