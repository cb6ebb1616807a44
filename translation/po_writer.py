"""A catalogue as the bytes of a PO file: the same catalogue gives the same bytes, on any day and machine.

So a file that says nothing new doesn't change in git. There are no dates and no tool version, entries keep their
order, and a text stands on one line unless it holds line ends, so that a diff shows words and not line breaks.

Babel's `write_po` is not used. It wraps `#|` comments into lines without quotation marks (which msgfmt refuses), adds
`python-format` to `50% of`, sorts flags and writes the time. Its `escape` is right and is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from babel.messages.plurals import get_plural
from babel.messages.pofile import escape

from pages.languages import canonical_tag, cldr_locale
from translation.catalogue import Catalogue, Entry


def write_catalogue(catalogue: Catalogue) -> bytes:
    """The PO file of `catalogue`: UTF-8, LF.

    `po_reader.read_catalogue` reads it back as an equal catalogue (the locale in the case of RFC 5646; of comments,
    outer space and line ends are lost). Plural-Forms is there because tools ask for it, our entries have no plurals.

    Raises ValueError for a locale that CLDR doesn't know.
    """
    return "\n".join(_lines(catalogue)).encode()


def _lines(catalogue: Catalogue) -> Iterator[str]:
    yield 'msgid ""'
    yield 'msgstr ""'
    for name, value in _headers(catalogue):
        yield escape(f"{name}: {value}\n")
    yield ""
    for entry in catalogue.entries:
        yield from _entry(entry)
        yield ""


def _headers(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    yield "Project-Id-Version", "Plexus"
    # gettext's tools write pt_BR, not pt-BR.
    yield "Language", canonical_tag(catalogue.locale).replace("-", "_") if catalogue.locale else ""
    yield "MIME-Version", "1.0"
    yield "Content-Type", "text/plain; charset=UTF-8"
    yield "Content-Transfer-Encoding", "8bit"
    if catalogue.locale:
        yield "Plural-Forms", _plural_forms(catalogue.locale)
    yield from catalogue.headers


@cache
def _plural_forms(locale: str) -> str:
    return str(get_plural(cldr_locale(locale)).plural_forms)


def _entry(entry: Entry) -> list[str]:
    flags = ("fuzzy", *entry.flags) if entry.fuzzy else entry.flags
    lines = [*_comments("#", entry.translator_comments), *_comments("#.", entry.comments)]
    if flags:
        lines.append(f"#, {', '.join(flags)}")
    if entry.previous_context is not None:
        lines.append(_string("#| msgctxt", entry.previous_context, "#| "))
    if entry.previous is not None:
        lines.append(_string("#| msgid", entry.previous, "#| "))
    if entry.context is not None:
        lines.append(_string("msgctxt", entry.context))
    lines += (_string("msgid", entry.source), _string("msgstr", entry.target))
    return lines


def _comments(marker: str, comments: Iterable[str]) -> list[str]:
    # splitlines, because a line end of any kind (NEL, LS, …) inside a comment would start a line of its own in some
    # tool, and what follows it would be read as an entry.
    return [f"{marker} {line.strip()}".rstrip() for comment in comments for line in (comment.splitlines() or [""])]


def _string(keyword: str, text: str, continuation: str = "") -> str:
    if "\n" not in text[:-1]:
        return f"{keyword} {escape(text)}"
    # Not str.splitlines: in PO only \n ends a line, U+2028 and its like are letters among others.
    lines = (continuation + escape(line) for line in re.findall(r"[^\n]*\n|[^\n]+", text))
    return "\n".join((f'{keyword} ""', *lines))
