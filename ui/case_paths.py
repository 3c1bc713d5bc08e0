"""Ways through a case: the value a path leads to replaced, its owner, and whether it still leads anywhere."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from assessment.case import Case
from assessment.problems import Path, Place, Problem
from assessment.text import Text


def owner(case: Case, path: Path) -> type[BaseModel]:
    """The model whose field a path leads to."""
    node: Any = case
    for part in path[:-1]:
        node = node[part] if isinstance(part, int) else getattr(node, part)
    return type(node)


def replaced(node: Any, path: Path, value: object) -> Any:
    """The same with another value at the path's end. Raises ValidationError where it does not fit."""
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(head, int):
        return (*node[:head], replaced(node[head], rest, value), *node[head + 1 :])
    changed = replaced(getattr(node, head), rest, value)
    return type(node).model_validate({**dict(node), head: changed})


def moved(path: Path, section: str, removed: int) -> Path:
    """A path after the entry at `removed` is gone."""
    if path[0] != section or not isinstance(path[1], int) or path[1] < removed:
        return path
    return (path[0], path[1] - 1, *path[2:])


def stands(case: Case, path: Path) -> bool:
    """Whether the entry a path leads to is there."""
    return not isinstance(path[1], int) or path[1] < len(getattr(case, str(path[0])))


def is_field(case: Case, path: Path) -> bool:
    """Whether a path that was kept still leads to a field of an entry."""
    try:
        return len(path) > 1 and path[-1] in owner(case, path).model_fields
    except (AttributeError, IndexError):
        return False


def not_understood(case: Case, path: Path, typed: str) -> Problem:
    """What is said of something typed that could not be taken."""
    name = Text(str(owner(case, path).model_fields[str(path[-1])].title))
    return Problem(
        Place(path), Text("“{typed}”不是能看懂的{name}。", typed=typed, name=name), Text("请核对。"), raw=typed
    )
