"""What lies in an evidence file: every member with its fingerprint, the log's last link, and the files it refers to."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from assessment.evidence.chain import canonical

NAME = "manifest.json"
LOG = "往来记录.json"
MOST_MEMBERS = 40
_Hash = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
_Title = Annotated[str, Field(max_length=200)]
_Size = Annotated[int, Field(ge=0, le=2**40)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Member(_Model):
    """One file in the zip."""

    name: _Title
    size: _Size
    sha256: _Hash


class Reference(_Model):
    """A file that stays where it is; `entry` says which line of the log, or which paper, it belongs to."""

    name: _Title
    size: _Size
    sha256: _Hash
    entry: _Title


class Manifest(_Model):
    """Everything the zip holds and refers to; `seal` is the fingerprint of all the rest of it."""

    format: Literal["huandeqi-evidence"] = "huandeqi-evidence"
    version: Literal[1] = 1
    made_on: Annotated[date, Field(ge=date(1980, 1, 1), le=date(2107, 12, 31))]
    members: Annotated[tuple[Member, ...], Field(max_length=MOST_MEMBERS)]
    entries: Annotated[int, Field(ge=0, le=100_000)]
    head: _Hash
    files: Annotated[tuple[Reference, ...], Field(max_length=1_000_000)]
    seal: str = ""

    @property
    def sealed(self) -> Manifest:
        """With the seal that belongs to it."""
        return self.model_copy(update={"seal": self._fingerprint()})

    @property
    def whole(self) -> bool:
        """Whether the seal is the one that belongs to it."""
        return self.seal == self._fingerprint()

    def _fingerprint(self) -> str:
        return sha256(canonical(self.model_dump(mode="json", exclude={"seal"}))).hexdigest()


def member(name: str, content: bytes) -> Member:
    """A member as it is listed."""
    return Member(name=name, size=len(content), sha256=sha256(content).hexdigest())
