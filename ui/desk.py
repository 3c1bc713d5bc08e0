"""What lies on the desk during a call and beside an agreement; none of it is in the case until it is logged."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from assessment.text import Text

if TYPE_CHECKING:
    from assessment.negotiation.interest import Interest


@dataclass
class Desk:
    """The offer being heard, who is on the line, and the agreement being read.

    `turn` and `sheet` count how often the two texts were put there from elsewhere; `ticked` are the points of the
    agreement a person has found by hand, `read_for` the debt it was last read for. `interest` is what is taken to be
    agreed on interest to come, by the debt's place, the same on every page that asks and under the cover.
    """

    heard: str = ""
    caller: str = ""
    turn: int = 0
    paper: str = ""
    read_for: str = ""
    sheet: int = 0
    ticked: set[str] = field(default_factory=set)
    logged: Text | None = None
    interest: dict[int, Interest] = field(default_factory=dict)

    def copy(self) -> Desk:
        """The same things on another desk."""
        return replace(self, ticked=set(self.ticked), interest=dict(self.interest))

    def hear(self, phrase: str) -> None:
        """Another phrase in the field, in place of what stood there."""
        self.heard = phrase
        self.turn += 1

    def lay(self, text: str) -> None:
        """Another agreement in place of the one that lay there."""
        self.paper = text
        self.sheet += 1
        self.ticked.clear()

    def tick(self, point: str) -> None:
        """A point found by hand, or no longer."""
        self.ticked ^= {point}
