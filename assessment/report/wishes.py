"""What a person adds to a request."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.case.words import HARDSHIPS


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person adds to the request: hardships that are true, by their keys, own words, and days left to answer."""

    hardships: tuple[str, ...] = ()
    words: str = ""
    days: int = 15

    def __post_init__(self) -> None:
        """In what was kept before hardships had keys stand their Chinese words; what is neither is left out."""
        keys = {told: key for key, told in HARDSHIPS.items()} | {key: key for key in HARDSHIPS}
        object.__setattr__(self, "hardships", tuple(keys[each] for each in self.hardships if each in keys))
