"""What the reading process may use: memory, processor time, and nothing of the machine around it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Any

MEMORY = 2**30
CPU_SECONDS = 8
_GIVES_WAY = 10
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_OUTSIDE = (
    "socket.", "subprocess.", "ftplib.", "urllib.", "http.", "smtplib.", "webbrowser.", "shutil.", "tempfile.", "ctypes.dlopen",
    "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "os.fork", "os.kill", "os.remove", "os.rename",
    "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown", "winreg.",
)  # fmt: skip


def hold() -> None:
    """Holds this process to its limits from here on, as far as the system offers them."""
    with suppress(AttributeError, OSError):
        os.nice(_GIVES_WAY)
    with suppress(ImportError):
        _by_the_system()
    sys.addaudithook(_inside_only)


def _by_the_system() -> None:
    import resource

    for kind, most in (
        ("RLIMIT_AS", MEMORY), ("RLIMIT_CPU", CPU_SECONDS), ("RLIMIT_FSIZE", 0), ("RLIMIT_CORE", 0), ("RLIMIT_NPROC", 0),
    ):  # fmt: skip
        with suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, kind), (most, most))


def _inside_only(event: str, given: tuple[Any, ...]) -> None:
    """No library called on a file may write, connect or start anything, on whatever system."""
    if event == "open":
        _path, mode, flags = given
        if (isinstance(mode, str) and set(mode) & set("wax+")) or (isinstance(flags, int) and flags & _WRITES):
            raise PermissionError("the reading process writes no file")
    elif event.startswith(_OUTSIDE):
        raise PermissionError("the reading process stays inside")
