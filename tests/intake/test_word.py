"""A Word document's words as a reader sees them, and nothing a file can do."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from assessment.intake.apart import Refused, archive, word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def document(body, **parts):
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, text in parts.items():
            made.writestr(f"word/{name}.xml", f"<w:notes {W}>{text}</w:notes>")
    return out.getvalue()


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def words(data):
    opened = archive.inspected(data)
    assert word.is_document(opened)
    return word.read(opened)["text"]


def test_paragraphs_cells_breaks_and_notes_are_read_in_order():
    row = f"<w:tbl><w:tr><w:tc>{paragraph('第1期')}</w:tc><w:tc>{paragraph('1,000.00元')}</w:tc></w:tr></w:tbl>"
    broken = "<w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r></w:p>"
    text = words(document(paragraph("还款协议书，甲方乙方") + row + broken, footnotes=paragraph("另收服务费")))
    assert text.split() == ["还款协议书，甲方乙方", "第1期", "1,000.00元", "上", "下", "另收服务费"]


def test_words_in_pieces_are_one_word():
    pieces = "<w:p><w:r><w:t>全部</w:t></w:r><w:r><w:t>结清证明</w:t></w:r></w:p>"
    assert "全部结清证明" in words(document(paragraph("这是一份还款协议") + pieces))


def test_deleted_words_and_fall_backs_are_not_read():
    deleted = "<w:p><w:del><w:r><w:delText>免罚息</w:delText><w:t>免利息</w:t></w:r></w:del></w:p>"
    twice = f"<mc:AlternateContent><mc:Choice>{paragraph('看得见的字')}</mc:Choice><mc:Fallback>{paragraph('看得见的字')}</mc:Fallback></mc:AlternateContent>"
    text = words(document(paragraph("这是一份还款协议") + deleted + twice))
    assert "免" not in text
    assert text.count("看得见的字") == 1


def test_a_document_without_words_or_with_broken_parts_is_refused():
    with pytest.raises(Refused, match="wordless"):
        words(document("<w:p/>"))
    with pytest.raises(Refused, match="damaged"):
        words(document("<w:p>"))


def test_entities_never_reach_the_parser():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    with pytest.raises(Refused, match="entities"):
        archive.inspected(out.getvalue())
