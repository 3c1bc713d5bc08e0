"""XML heard piece by piece, with no document type of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.parsers import expat

from assessment.intake.apart import Refused

Starts = Mapping[str, Callable[[dict[str, str]], None]]
Ends = Mapping[str, Callable[[], None]]
Words = Callable[[str], None]


class Enough(Exception):
    """Nothing further on is wanted."""


def hear(source: bytes, starts: Starts, ends: Ends | None = None, words: Words | None = None) -> None:
    """Calls what is told for each element, from beginning to end. Raises Refused."""
    Hearing(starts, ends, words).read(source)


class Hearing:
    """Calls what is told for the elements of the root's own namespace, by their name, until the end or Enough."""

    def __init__(self, starts: Starts, ends: Ends | None = None, words: Words | None = None) -> None:
        self._starts, self._ends = starts, ends or {}
        self._length = 1
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = _no_type
        self._parser.StartElementHandler = self._root
        if words is not None:
            self._parser.CharacterDataHandler = words

    def read(self, source: bytes) -> None:
        """Hears it all. Raises Refused."""
        self._length = len(source) or 1
        try:
            self._parser.Parse(source, True)
        except Enough:
            return
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise Refused("damaged") from error

    @property
    def share(self) -> float:
        """How much was heard so far."""
        return self._parser.CurrentByteIndex / self._length

    def _root(self, tag: str, given: dict[str, str]) -> None:
        space = tag.rpartition(" ")[0]
        known = {f"{space} {name}".lstrip(): call for name, call in self._starts.items()}
        ended = {f"{space} {name}".lstrip(): call for name, call in self._ends.items()}

        def start(tag: str, given: dict[str, str]) -> None:
            call = known.get(tag)
            if call is not None:
                call(given)

        def end(tag: str) -> None:
            call = ended.get(tag)
            if call is not None:
                call()

        self._parser.StartElementHandler = start
        self._parser.EndElementHandler = end if ended else None
        start(tag, given)


def _no_type(*_told: object) -> None:
    raise Refused("entities")
