"""A line of the log while it is being written, before a key puts it there."""

from __future__ import annotations

from dataclasses import dataclass, field

from assessment.case import Proof


@dataclass
class Noting:
    """What is held about one debt until the key is pressed; who calls stays for the next call about it.

    `receipts` wait for a payment under an agreement, `taken` are letters downloaded and not yet sent, by debt and file.
    `turn` counts the lines written, `sheet` the files taken, so that their fields start empty again.
    """

    about: str = ""
    who: str = ""
    number: str = ""
    staff: str = ""
    words: str = ""
    promise: str = ""
    amount: str = ""
    proofs: tuple[Proof, ...] = ()
    receipts: tuple[Proof, ...] = ()
    turn: int = 0
    sheet: int = 0
    said: tuple[str, str] = ("", "")
    taken: dict[tuple[str, str], Proof] = field(default_factory=dict)

    def turn_to(self, name: str) -> None:
        """What is held belongs to that debt from here on; what was held about another goes."""
        if self.about not in {"", name}:
            self.who = self.number = self.staff = ""
            self.receipts = ()
            self.written()
        self.about = name

    def tell(self, page: str, told: str) -> None:
        """What came of pressing the key, said on that page only."""
        self.said = page, told

    def told(self, page: str) -> str:
        """What was said last on a page."""
        return self.said[1] if self.said[0] == page else ""

    def hold(self, proofs: tuple[Proof, ...]) -> None:
        """These files, and no others, go with the line."""
        self.proofs = proofs

    def hold_receipts(self, receipts: tuple[Proof, ...]) -> None:
        """These files go with the next payment."""
        self.receipts = receipts

    def written(self) -> None:
        """The line stands in the log: an empty form but for who calls."""
        self.words = self.promise = self.amount = ""
        self.proofs = ()
        self.turn += 1
