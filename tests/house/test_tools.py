"""Format, lint, types and import direction hold for the whole code base."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "format", "--check", "."),
        ("ruff", "check", "."),
        ("mypy",),
        ("importlinter.cli", "lint"),
    ],
    ids=["format", "lint", "types", "imports"],
)
def test_code_is_clean(command):
    module = (
        ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
        if command[0] == "importlinter.cli"
        else ["-m", *command]
    )
    done = subprocess.run([sys.executable, *module], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
