"""What stands on a paper before it is a document."""

from __future__ import annotations

from collections.abc import Callable

from assessment.report import chinese
from assessment.report.paper import Heading, Items, Paper, Paragraph, Table, sentences
from assessment.text import Text


def words(paper: Paper, say: Callable[[Text], str] = chinese.chinese) -> str:
    """Everything on the paper, a line each."""
    told = [paper.title]
    for block in paper.blocks:
        match block:
            case Heading(text):
                told.append(text)
            case Paragraph(texts) | Items(texts):
                told += texts
            case Table(head, rows):
                told += [*head, *(text for row in rows for cell in row for text in sentences(cell))]
    return "\n".join(map(say, told))
