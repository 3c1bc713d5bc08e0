"""Cases kept on this computer, for somebody whose computer it is alone: one small database, nothing else on disk.

The file is the owner's only (mode 0600); what is deleted is overwritten and the file shrunk, so that it is really gone.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import platformdirs

KEPT_DAYS = 180
"""A case nobody opened for so long is deleted."""
_NAME = "cases.sqlite3"
_WAIT_SECONDS = 0.3
"""For another window's write, which takes a few milliseconds; whoever waits longer is waiting for something else."""
_MIGRATIONS = (
    (
        "CREATE TABLE draft (id TEXT PRIMARY KEY, title TEXT NOT NULL, version INTEGER NOT NULL, saved TEXT NOT NULL, content TEXT NOT NULL)",
        "CREATE TABLE tab (token TEXT PRIMARY KEY, draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE, used TEXT NOT NULL)",
    ),
)
"""Each entry leads from the version before to its own; a later one is only ever added."""


class ChangedElsewhere(Exception):
    """Another window saved this case after it was read here."""


class TooNew(Exception):
    """The database was written by a later version of this program."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One case in the list: when it was saved last, on which version."""

    id: str
    title: str
    version: int
    saved: date


def folder() -> Path:
    """Where the database lies: this person's own data folder."""
    return Path(os.environ.get("HUANDEQI_DATA") or platformdirs.user_data_dir("huandeqi", appauthor=False))


class Drafts:
    """The database, opened for one call at a time."""

    def __init__(self, at: Path) -> None:
        self._file = at / _NAME

    @property
    def here(self) -> bool:
        """Whether anything has ever been kept on this computer."""
        return os.path.exists(self._file)  # noqa: PTH110 - a folder that may not be looked into holds nothing here

    def create(self) -> None:
        """The empty database, readable by its owner alone. Raises OSError where it cannot be written."""
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(self._file, os.O_CREAT | os.O_RDWR, 0o600))
        self._file.chmod(0o600)
        with self._open():
            pass

    def add(self, title: str, content: str, today: date) -> Kept:
        """One more case."""
        kept = Kept(secrets.token_hex(8), title, 1, today)
        with self._open() as base:
            base.execute(
                "INSERT INTO draft VALUES (?, ?, ?, ?, ?)", (kept.id, title, kept.version, today.isoformat(), content)
            )
        return kept

    def save(self, draft: str, version: int, content: str, today: date) -> int:
        """The case's content replaced; its next version. Raises ChangedElsewhere where `version` is not the last."""
        with self._open() as base:
            done = base.execute(
                "UPDATE draft SET content = ?, version = version + 1, saved = ? WHERE id = ? AND version = ?",
                (content, today.isoformat(), draft, version),
            )
            if not done.rowcount:
                raise ChangedElsewhere
        return version + 1

    def load(self, draft: str) -> tuple[Kept, str] | None:
        """A case and its content; None where it is gone."""
        with self._open() as base:
            row = base.execute("SELECT id, title, version, saved, content FROM draft WHERE id = ?", (draft,)).fetchone()
        return (_kept(row), row[4]) if row else None

    def every(self) -> tuple[Kept, ...]:
        """All cases, the last saved first."""
        with self._open() as base:
            rows = base.execute(
                "SELECT id, title, version, saved FROM draft ORDER BY saved DESC, rowid DESC"
            ).fetchall()
        return tuple(map(_kept, rows))

    def rename(self, draft: str, title: str) -> None:
        with self._open() as base:
            base.execute("UPDATE draft SET title = ? WHERE id = ?", (title, draft))

    def duplicate(self, draft: str, title: str, today: date) -> Kept | None:
        """The same case once more, under another title; None where it is gone."""
        found = self.load(draft)
        return self.add(title, found[1], today) if found else None

    def delete(self, draft: str) -> None:
        """The case gone for good."""
        with self._open() as base:
            base.execute("DELETE FROM draft WHERE id = ?", (draft,))
        self._shrink()

    def expire(self, today: date) -> int:
        """Cases nobody opened for long, gone for good; how many."""
        oldest = (today - timedelta(days=KEPT_DAYS)).isoformat()
        with self._open() as base:
            gone = base.execute("DELETE FROM draft WHERE saved < ?", (oldest,)).rowcount
            base.execute("DELETE FROM tab WHERE used < ?", (oldest,))
        if gone:
            self._shrink()
        return gone

    def delete_everything(self) -> None:
        """Every case and the file itself, and those that were set aside."""
        for path in self._file.parent.glob(f"{_NAME}*"):
            size = path.stat().st_size
            path.write_bytes(b"\0" * size)
            path.unlink()

    def set_aside(self) -> Path:
        """The file that cannot be used under another name, beside where it lay; nothing of it is changed."""
        number = next(each for each in count(1) if not self._aside(each, "").exists())
        for part in ("", "-wal", "-shm"):
            path = self._file.with_name(f"{_NAME}{part}")
            if path.exists():
                path.rename(self._aside(number, part))
        return self._aside(number, "")

    def _aside(self, number: int, part: str) -> Path:
        return self._file.with_name(f"{_NAME}.aside-{number}{part}")

    def remember_tab(self, token: str, draft: str, today: date) -> None:
        """Which case a tab had open, so that it comes back after the program was closed."""
        with self._open() as base:
            base.execute("INSERT OR REPLACE INTO tab VALUES (?, ?, ?)", (token, draft, today.isoformat()))

    def of_tab(self, token: str) -> str | None:
        """The case a tab had open."""
        with self._open() as base:
            row = base.execute("SELECT draft FROM tab WHERE token = ?", (token,)).fetchone()
        return row[0] if row else None

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        base = sqlite3.connect(f"{self._file.absolute().as_uri()}?mode=rw", timeout=_WAIT_SECONDS, uri=True)
        try:
            base.execute("PRAGMA journal_mode = WAL")
            base.execute("PRAGMA synchronous = FULL")
            base.execute("PRAGMA secure_delete = ON")
            base.execute("PRAGMA foreign_keys = ON")
            _migrate(base)
            with base:
                yield base
        finally:
            base.close()

    def _shrink(self) -> None:
        with self._open() as base:
            base.commit()
            base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            base.execute("VACUUM")
            base.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _migrate(base: sqlite3.Connection) -> None:
    if _version(base) == len(_MIGRATIONS):
        return
    with base:
        base.execute("BEGIN IMMEDIATE")
        version = _version(base)
        if version > len(_MIGRATIONS):
            raise TooNew
        for statement in (statement for steps in _MIGRATIONS[version:] for statement in steps):
            base.execute(statement)
        base.execute(f"PRAGMA user_version = {len(_MIGRATIONS)}")


def _version(base: sqlite3.Connection) -> int:
    found: int = base.execute("PRAGMA user_version").fetchone()[0]
    return found


def _kept(row: tuple[str, str, int, str]) -> Kept:
    return Kept(row[0], row[1], row[2], date.fromisoformat(row[3]))
