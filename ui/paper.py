"""A paper on the page, as it will stand in the document, and the document itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal

import streamlit as st

from assessment.evidence import steady
from assessment.report import word
from assessment.report.paper import Cell, Heading, Items, Paper, Paragraph, Table
from assessment.text import Money, Text
from ui import printing, tables
from ui.text import later, plain, say, sentences

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def download(title: str, paper: Paper, file_name: str, key: str, look: word.Look = word.READING) -> None:
    """The paper as a Word document, made when it is asked for."""
    save(title, later(lambda: word.write(paper, plain, sentences, look)), file_name, key)


def save(
    title: str,
    write: Callable[[], bytes],
    file_name: str,
    key: str,
    then: Callable[[], None] | Literal["ignore"] = "ignore",
) -> None:
    """A Word document made when it is asked for, and what is done once it was."""
    st.download_button(title, write, file_name, _WORD, key=key, on_click=then, type="primary")


def word_file(paper: Paper, day: date) -> bytes:
    """The paper as a Word document whose bytes follow from the paper, the day and the language."""
    return steady.settled(word.write(paper, plain, sentences), day)


def show(paper: Paper) -> None:
    """Everything the document holds, in its order."""
    with st.container(border=True, key=printing.SHEET):
        st.subheader(say(paper.title), anchor=False)
        for block in paper.blocks:
            match block:
                case Heading(text):
                    st.subheader(say(text), anchor=False)
                case Paragraph(texts):
                    st.write(sentences(*map(say, texts)))
                case Items(texts):
                    st.markdown("\n".join(f"- {say(text)}" for text in texts))
                case Table():
                    _table(block)


def _table(block: Table) -> None:
    """Amounts stand to the right; where a column of amounts holds none, the cell is empty."""
    amounts = {place for row in block.rows for place, value in enumerate(row) if isinstance(value, Money)}
    tables.records([
        {plain(name): _cell(row[place], amount=place in amounts) for place, name in enumerate(block.head)}
        for row in block.rows
    ])  # fmt: skip


def _cell(cell: Cell, *, amount: bool) -> object:
    if amount:
        return cell.yuan if isinstance(cell, Money) else None
    if isinstance(cell, tuple):
        return sentences(*map(plain, cell))
    return plain(cell) if isinstance(cell, Text) else cell
