"""Word documents: styles in any language of Word, lists, tables, marks; what is around the text; damaged files."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.importing.decoding import Unreadable, UnreadableDocument
from pages.importing.docx_reader import read_docx
from pages.importing.formats import import_document
from pages.importing.values import Kind
from tests.pages.importing.word_files import paragraph, part, run, word_file

GOUT = word_file(
    paragraph("Gout", "Titel"),
    paragraph("Crystals in a joint hurt.", ""),
    paragraph("Treatments", "berschrift1"),
    paragraph(run("Take ") + run("10", "b") + run(" mg"), ""),
    paragraph("Rest", number=1),
    paragraph("Ice", number=1),
    paragraph("First", number=2),
    paragraph("Surgery", "berschrift2"),
    paragraph(run("10") + run("9", 'vertAlign="superscript"') + run("/L")),
    "<w:tbl><w:tr><w:tc>" + paragraph("Age") + "</w:tc><w:tc>" + paragraph("Dose") + "</w:tc></w:tr></w:tbl>",
    parts={
        "word/header1.xml": part("hdr", paragraph("Green Valley Clinic")),
        "word/header2.xml": part("hdr", paragraph("Green Valley Clinic")),
        "word/footer1.xml": part("ftr", paragraph("Page 1")),
        "word/comments.xml": part("comments", '<w:comment w:id="1">' + paragraph("Is this right?") + "</w:comment>"),
    },
)


def test_what_a_document_says() -> None:
    source = read_docx(GOUT)
    assert [(piece.kind.value, piece.level, piece.text, piece.marker) for piece in source.pieces] == [
        ("heading", 1, "Gout", ""),
        ("paragraph", 0, "Crystals in a joint hurt.", ""),
        ("heading", 1, "Treatments", ""),
        ("paragraph", 0, "Take 10 mg", ""),
        ("list_item", 0, "Rest", "•"),
        ("list_item", 0, "Ice", "•"),
        ("list_item", 0, "First", "1."),
        ("heading", 2, "Surgery", ""),
        ("paragraph", 0, "10⁹/L", ""),
        ("table_row", 0, "Age | Dose", ""),
    ]
    assert source.pieces[3].html == "Take <b>10</b> mg"
    assert [(drop.text, drop.reason) for drop in source.dropped] == [
        ("Green Valley Clinic", "page header"),
        ("Page 1", "page footer"),
        ("Is this right?", "comment"),
    ]
    assert [piece.line for piece in source.pieces] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]


def test_it_is_mapped_to_sections() -> None:
    document = import_document("gout.docx", GOUT, "en")
    assert document.title == "Gout"
    assert [(run.section.value, run.heading) for run in document.sections] == [
        ("definition", None),
        ("treatments", "Treatments"),
    ]
    assert [block.text for block in document.sections[1].blocks if block.kind is Kind.HEADING] == ["Surgery"]


def test_what_was_deleted_with_changes_tracked_is_gone() -> None:
    deleted = '<w:del w:id="1" w:author="x"><w:r><w:delText>50</w:delText></w:r></w:del>'
    added = '<w:ins w:id="2" w:author="x">' + run("5") + "</w:ins>"
    source = read_docx(word_file(paragraph(run("Take ") + deleted + added + run(" mg"))))
    assert [piece.text for piece in source.pieces] == ["Take 5 mg"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04", Unreadable.DAMAGED),
        (GOUT[:400], Unreadable.DAMAGED),
        (GOUT[:-600] + b"x" * 600, Unreadable.DAMAGED),
        (word_file(parts={"word/document.xml": "<w:document"}), Unreadable.DAMAGED),
        (word_file(parts={"word/document.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}), Unreadable.BINARY),
        (word_file(paragraph("")), Unreadable.EMPTY),
        (word_file(parts={"big": "x" * 101 * 1024 * 1024}), Unreadable.TOO_LARGE),
    ],
    ids=["signature", "cut", "overwritten", "xml", "entities", "empty", "bomb"],
)
def test_what_cannot_be_read(data: bytes, reason: Unreadable) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_docx(data)
    assert caught.value.reason is reason


def test_a_zip_that_is_no_document() -> None:
    data = word_file().replace(b"word/document.xml", b"word/dokument.xml")
    with pytest.raises(UnreadableDocument, match="no Word document"):
        import_document("a.zip", data, "en")


@given(st.integers(min_value=0, max_value=len(GOUT) - 1), st.binary(min_size=1, max_size=8))
def test_no_damage_raises_anything_else(place: int, noise: bytes) -> None:
    with suppress(UnreadableDocument):
        read_docx(GOUT[:place] + noise + GOUT[place + len(noise) :])
