"""Which bytes are text, in which encoding, and what is said of the others."""

import pytest

from pages.importing.decoding import MAX_BYTES, Unreadable, UnreadableDocument, decode


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("Néuralgie".encode(), "Néuralgie", "utf-8"),
        ("Néuralgie".encode("utf-8-sig"), "Néuralgie", "utf-8-sig"),
        ("Néuralgie".encode("utf-16"), "Néuralgie", "utf-16"),
        (b"\xfe\xff" + "قمل".encode("utf-16-be"), "قمل", "utf-16"),
        ("don’t – naïve".encode("windows-1252"), "don’t – naïve", "windows-1252"),
    ],
)
def test_encoding(data: bytes, text: str, encoding: str) -> None:
    assert decode(data) == (text, encoding)


@pytest.mark.parametrize(
    ("data", "reason", "words"),
    [
        (b"", Unreadable.EMPTY, "no text"),
        (b"\xef\xbb\xbf \r\n\t", Unreadable.EMPTY, "no text"),
        (b"a" * (MAX_BYTES + 1), Unreadable.TOO_LARGE, str(MAX_BYTES + 1)),
        (b"some\x00bytes", Unreadable.BINARY, "character 5"),
        (b"%PDF-1.7 ...", Unreadable.BINARY, "PDF"),
        (b"PK\x03\x04rest", Unreadable.BINARY, "DOCX"),
        (b"caf\xe9 \x81", Unreadable.UNDECODABLE, "byte 6"),
        (b"\xff\xfea", Unreadable.UNDECODABLE, "utf-16"),
    ],
)
def test_refusal_says_what(data: bytes, reason: Unreadable, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words) as caught:
        decode(data)
    assert caught.value.reason is reason


@pytest.mark.parametrize("text", ["<5 mg a day", "<Gout>", "<!-- Gout", "<http://example.org>", "Gout <b>", "<pain>"])
def test_a_sign_that_could_begin_a_tag_is_no_html(text: str) -> None:
    assert decode(text.encode())[0] == text


def test_many_comments_take_no_longer_than_their_letters() -> None:
    text = "<!-- -->\n" * 100_000
    assert decode(text.encode())[0] == text


def test_largest_file_is_read() -> None:
    assert decode(b"a" * MAX_BYTES)[1] == "utf-8"
