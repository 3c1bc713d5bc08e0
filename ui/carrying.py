"""A case file on its way out or in."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.sealed import Why
from ui.content import Content


@dataclass
class Carrying:
    """The file that is ready to be taken and what lies in it; the file that was brought and waits for its passphrase.

    `notes` says whether the counselor's private notes lie in the one that is ready;
    `wrong` says why the one that was brought is not open; nothing here holds a passphrase.
    """

    ready: bytes = b""
    inside: Content | None = None
    notes: bool = False
    brought: bytes = b""
    name: str = ""
    wrong: Why | None = None

    def pack(self, sealed: bytes, inside: Content, *, notes: bool) -> None:
        """A file ready to be taken."""
        self.ready, self.inside, self.notes = sealed, inside, notes

    def bring(self, data: bytes, name: str, wrong: Why | None) -> None:
        """A file that was brought, in place of another."""
        self.brought, self.name, self.wrong = data, name, wrong

    def leave(self) -> None:
        """Nothing of the file that was brought any more."""
        self.bring(b"", "", None)
