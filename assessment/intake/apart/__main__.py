"""The reading process: a line of JSON and the file's bytes on standard input, JSON on standard output."""

from __future__ import annotations

import json
import sys
from contextlib import suppress

from assessment.intake.apart import any_file

MEMORY = 2**30
CPU_SECONDS = 6


def limit() -> None:
    """Memory, processor time and files, where the system can hold a process to them."""
    with suppress(ImportError):
        import resource

        for kind, most in (
            (resource.RLIMIT_AS, MEMORY),
            (resource.RLIMIT_CPU, CPU_SECONDS),
            (resource.RLIMIT_FSIZE, 0),
        ):
            with suppress(ValueError, OSError):
                resource.setrlimit(kind, (most, most))


def main() -> None:
    limit()
    for unneeded in ("numpy", "PIL"):
        sys.modules[unneeded] = None  # type: ignore[assignment]
    import openpyxl  # noqa: F401 - were it missing, no file would be to blame

    asked = json.loads(sys.stdin.buffer.readline())
    answer = any_file.read(sys.stdin.buffer.read(), asked["password"])
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=True).encode("ascii"))


if __name__ == "__main__":
    main()
