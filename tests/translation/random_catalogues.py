"""Random catalogues for properties: whatever a PO file can carry, and whatever an XLIFF file can."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.translation.xliff_pieces import KEY
from translation.catalogue import Catalogue, Entry


def texts(troublesome: str, excluded: str, min_codepoint: int = 0) -> st.SearchStrategy[str]:
    """Every character but surrogates and `excluded`, the troublesome ones more often than chance would have it."""
    others = st.characters(exclude_categories=["Cs"], exclude_characters=excluded, min_codepoint=min_codepoint)
    return st.text(st.sampled_from(troublesome) | others, max_size=20)


def comments(text: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(text.map(lambda text: " ".join(text.splitlines()).strip()), max_size=2).map(tuple)


def flags(*names: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(names), unique=True, max_size=3).map(tuple)


def catalogues(
    locales: st.SearchStrategy[str | None],
    entries: st.SearchStrategy[Entry],
    text: st.SearchStrategy[str],
    source_locales: st.SearchStrategy[str | None],
) -> st.SearchStrategy[Catalogue]:
    """Catalogues of a few entries, with some headers that aren't ours."""
    header = st.tuples(st.sampled_from(["X-A", "Last-Translator"]), text.map(lambda t: t.replace("\n", "").strip()))
    return st.builds(
        Catalogue,
        locales,
        st.lists(entries, max_size=4, unique_by=lambda entry: (entry.context, entry.source)).map(tuple),
        st.lists(header).map(tuple),
        source_locales,
    )


# --- PO: every character but NUL ----------------------------------------------------------------------------------

PO_TEXT = texts('"\\\n\t\r\v\f\a\b\x1b\x1c\x85\u2028\u2029\u00a0\u202e\u2066\ufeff#~|,:[]abn €😀', "\0")
PO_ENTRIES = st.builds(
    lambda former, **parts: Entry(previous=former[0], previous_context=former[1], **parts),
    former=st.just((None, None)) | st.tuples(PO_TEXT, st.none() | PO_TEXT),
    context=st.none() | PO_TEXT,
    source=PO_TEXT.filter(bool),
    target=PO_TEXT,
    fuzzy=st.booleans(),
    flags=flags("max-length:40", "no-wrap", "range: 0..9", "c-format", "å"),
    comments=comments(PO_TEXT),
    translator_comments=comments(PO_TEXT),
)
PO_CATALOGUES = catalogues(
    st.none() | st.sampled_from(["nl", "pt-BR", "zh-Hant", "sr-Latn-ME", "ar", "ca-valencia"]),
    PO_ENTRIES,
    PO_TEXT,
    st.none(),
)


# --- XLIFF: what XML can hold, with tags in texts that are rich and in texts that are plain -----------------------

XLIFF_TEXT = texts('"\\\n\t\r\x85\u2028\u00a0\u202e\ufeff#~|,:[]<>&;/=abn €😀', "\ufffe\uffff", min_codepoint=32)
TAGS = (
    '<a id="1">', "</a>", '<a id="2">', "<b>", "</b>", "<i>", "</i>", "<sup>", "</sup>", '<x id="3"/>', "<br/>", "<",
    "<br>", "&", "&amp;", "&lt;", "&nbsp;", "&#39;", "&amp;lt;", " ", "a", "9", "<!--", "-->", "<!-- x -->", "<script>",
    '<a href="x?a&amp;b">', "<B>", "</B>", "<o:p>", "</o:p>", "<é>", "]]>", "\r", "\n", ">",
)  # fmt: skip
RICH = st.lists(st.sampled_from(TAGS) | XLIFF_TEXT, max_size=10).map("".join)


@st.composite
def xliff_entries(draw: st.DrawFn) -> Entry:
    target = draw(RICH)
    fuzzy = draw(st.booleans())
    former = draw(st.none() | RICH)
    return Entry(
        draw(st.none() | XLIFF_TEXT | XLIFF_TEXT.map(lambda text: f"{KEY}/definition.1#{text}")),
        draw(RICH.filter(bool)),
        target,
        previous=former,
        fuzzy=fuzzy,
        flags=draw(flags("max-length:40", "max-length:0", "no-wrap", "range: 0..9", "å")),
        comments=draw(comments(XLIFF_TEXT)),
        translator_comments=draw(comments(XLIFF_TEXT)),
        previous_context=None if former is None else draw(st.none() | XLIFF_TEXT),
        reviewed=not fuzzy and target != "" and draw(st.booleans()),
    )


XLIFF_CATALOGUES = catalogues(
    st.sampled_from(["nl", "pt-BR", "zh-Hant", "sr-Latn-ME", "ar"]),
    xliff_entries(),
    XLIFF_TEXT,
    st.sampled_from(["en", "fr-CA"]),
)
