"""A paper before it is in any language or format: headings, paragraphs, lists and tables, in order."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.text import Text, Value

BLANK = "＿＿＿＿＿＿"
"""What is filled in by hand."""
Cell = Value | tuple[Text, ...]
"""What stands in one place of a table: a value, or whole sentences."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the paper."""

    text: Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of whole sentences."""

    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list, one sentence each."""

    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; amounts stand to the right. `widths` are the columns' shares of the line; none: all the same."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...] = ()


Block = Heading | Paragraph | Items | Table


@dataclass(frozen=True, slots=True)
class Paper:
    """A title and what follows it."""

    title: Text
    blocks: tuple[Block, ...]


def paragraph(*texts: Text) -> Paragraph:
    """A paragraph from its sentences."""
    return Paragraph(texts)


def sentences(cell: Cell) -> tuple[Text, ...]:
    """What a cell says, sentence by sentence."""
    if isinstance(cell, tuple):
        return cell
    return (cell if isinstance(cell, Text) else Text("{value}", value=cell),)
