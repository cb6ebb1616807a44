"""A catalogue as the bytes of an XLIFF file, 1.2 or 2.1: the same catalogue gives the same bytes, on any day.

Both are valid against the schemas of OASIS. There are no dates and no tool version, and an id changes only with its
context, so that a file that says nothing new doesn't change in git.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from pages.languages import canonical_tag, direction
from translation.catalogue import Catalogue, CatalogueError, Entry
from translation.xliff import (
    BY_TRANSLATORS,
    FLAGS,
    FOR_TRANSLATORS,
    FORMER_CONTEXT,
    FORMER_SOURCE,
    HEADER,
    NAMESPACE_2,
    NAMESPACE_12,
    NAMESPACE_SIZE,
    NEEDS_REVIEW,
    comment_lines,
    has_codes,
    limit_flags,
    limit_of,
    unit_id,
)
from translation.xliff_codes import Numbers, Part, closing, pieces_of, tag_name
from translation.xliff_xml import escape_attribute, escape_text, unwritable

_CTYPES = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underlined", "a": "link"}
_SUBTYPES = {"b": "xlf:b", "strong": "xlf:b", "i": "xlf:i", "em": "xlf:i", "u": "xlf:u", "br": "xlf:lb"}
_FORMATTING = frozenset({"sub", "sup", "s", "code", *_SUBTYPES})

_Code = Callable[[Part, str, int], str]


def write_xliff12(catalogue: Catalogue) -> bytes:
    """The XLIFF 1.2 file of `catalogue`: UTF-8, LF.

    `xliff_reader.read_xliff` reads it back as an equal catalogue (languages in the case of RFC 5646; of comments, outer
    space and line ends are lost). Raises CatalogueError for a character that XML has no spelling for, and for a
    catalogue that doesn't name both of its languages; ValueError for a language that CLDR doesn't know.
    """
    return "".join(_document12(catalogue)).encode()


def write_xliff21(catalogue: Catalogue) -> bytes:
    """The XLIFF 2.1 file of `catalogue`, with the same promises as `write_xliff12`."""
    return "".join(_document21(catalogue)).encode()


def _document12(catalogue: Catalogue) -> Iterator[str]:
    source, target = _languages(catalogue)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<xliff version="1.2" xmlns="{NAMESPACE_12}">\n'
    languages = _attributes({"source-language": source, "target-language": target})
    yield f'  <file original="Plexus" datatype="plaintext"{languages}>\n'
    if catalogue.headers:
        yield "    <header>\n"
        for name, value in catalogue.headers:
            yield _note12(HEADER, _checked(name, f"{name}: {value}"))
        yield "    </header>\n"
    yield "    <body>\n"
    for entry, identity in _identified(catalogue.entries):
        yield from _unit12(entry, identity)
    yield "    </body>\n  </file>\n</xliff>\n"


def _unit12(entry: Entry, identity: str) -> Iterator[str]:
    rich, numbers, limit = has_codes(entry.context), Numbers(), limit_of(entry.flags)
    attributes = {
        "id": identity,
        "resname": entry.context,
        "approved": "yes" if entry.reviewed else None,
        "maxwidth": limit,
        "size-unit": "char" if limit else None,
        "xml:space": "preserve",
    }
    if entry.reviewed:
        state = "signed-off"
    elif entry.fuzzy:
        state = "needs-review-translation"
    else:
        state = "translated" if entry.target else "needs-translation"
    yield f"      <trans-unit{_attributes(attributes)}>\n"
    yield f"        <source>{_content(entry.source, rich, numbers.source, _code12)}</source>\n"
    yield f'        <target state="{state}">{_content(entry.target, rich, numbers.target, _code12)}</target>\n'
    for category, text in _notes(entry):
        yield _note12(category, text)
    if entry.previous is not None:
        numbers = Numbers()
        attributes = {"alttranstype": "previous-version", "resname": entry.previous_context, "xml:space": "preserve"}
        yield f"        <alt-trans{_attributes(attributes)}>\n"
        yield f"          <source>{_content(entry.previous, rich, numbers.source, _code12)}</source>\n"
        yield f"          <target>{_content(entry.target, rich, numbers.target, _code12)}</target>\n"
        yield "        </alt-trans>\n"
    yield "      </trans-unit>\n"


def _note12(category: str, text: str) -> str:
    return f'        <note from="{category}">{escape_text(text)}</note>\n'


def _code12(part: Part, text: str, number: int) -> str:
    return "</g>" if part is Part.CLOSE else _tag12(part, text).replace("?", str(number), 1)


@lru_cache(maxsize=256)
def _tag12(part: Part, text: str) -> str:
    """The tag of a code, with a question mark for its id."""
    name = tag_name(text)
    other = f"x-html-{name or 'code'}"
    if part is Part.OPEN:
        return f"<g{_attributes({'id': '?', 'ctype': _CTYPES.get(name, other), 'equiv-text': text})}>"
    return f"<x{_attributes({'id': '?', 'ctype': 'lb' if name == 'br' else other, 'equiv-text': text})}/>"


def _document21(catalogue: Catalogue) -> Iterator[str]:
    source, target = _languages(catalogue)
    limited = any(limit_of(entry.flags) for entry in catalogue.entries)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    languages = _attributes({"srcLang": source, "trgLang": target})
    yield f'<xliff version="2.1" xmlns="{NAMESPACE_2}" xmlns:slr="{NAMESPACE_SIZE}"{languages}>\n'
    directions = _attributes({"srcDir": direction(source), "trgDir": direction(target)})
    yield f'  <file id="f1" original="Plexus"{directions}>\n'
    if limited:
        yield '    <slr:profiles generalProfile="xliff:codepoints"/>\n'
    yield from _notes21([(HEADER, _checked(name, f"{name}: {value}")) for name, value in catalogue.headers])
    for entry, identity in _identified(catalogue.entries):
        yield from _unit21(entry, identity)
    if not catalogue.entries:
        yield '    <group id="empty"/>\n'  # the schema wants a unit or a group
    yield "  </file>\n</xliff>\n"


def _unit21(entry: Entry, identity: str) -> Iterator[str]:
    rich, numbers, limit = has_codes(entry.context), Numbers(), limit_of(entry.flags)
    codes = _Codes21()
    source = _content(entry.source, rich, numbers.source, codes.write)
    target = _content(entry.target, rich, numbers.target, codes.write)
    attributes = {
        "id": identity,
        "name": entry.context,
        "slr:sizeRestriction": limit,
        "xml:space": "preserve",
    }
    notes = list(_notes(entry))
    if entry.previous is not None:
        notes.append((FORMER_SOURCE, entry.previous))
    if entry.previous_context is not None:
        notes.append((FORMER_CONTEXT, entry.previous_context))
    if entry.reviewed:
        state = 'state="reviewed"'
    elif entry.fuzzy:
        state = f'state="initial" subState="{NEEDS_REVIEW}"'
    else:
        state = 'state="translated"' if entry.target else 'state="initial"'
    yield f"    <unit{_attributes(attributes)}>\n"
    yield from _notes21(notes)
    if codes.data:
        yield "      <originalData>\n"
        for text, name in codes.data.items():
            yield f'        <data id="{name}">{escape_text(text)}</data>\n'
        yield "      </originalData>\n"
    yield f"      <segment {state}>\n        <source>{source}</source>\n"
    if entry.target:
        yield f"        <target>{target}</target>\n"
    yield "      </segment>\n    </unit>\n"


def _notes21(notes: list[tuple[str, str]]) -> Iterator[str]:
    if notes:
        yield "      <notes>\n"
        for category, text in notes:
            yield f'        <note category="{category}">{escape_text(text)}</note>\n'
        yield "      </notes>\n"


class _Codes21:
    """Writes the codes of one unit and collects the markup that they stand for, each once."""

    def __init__(self) -> None:
        self.data: dict[str, str] = {}

    def write(self, part: Part, text: str, number: int) -> str:
        if part is Part.CLOSE:
            return "</pc>"
        described = f'id="{number}"{_type21(tag_name(text))}'
        if part is Part.OPEN:
            return f'<pc {described} dataRefStart="{self._id(text)}" dataRefEnd="{self._id(closing(text))}">'
        return f'<ph {described} dataRef="{self._id(text)}"/>'

    def _id(self, text: str) -> str:
        return self.data.setdefault(text, f"d{len(self.data) + 1}")


def _type21(name: str) -> str:
    if name == "a":
        return ' type="link"'
    return f' type="fmt" subType="{_SUBTYPES.get(name, f"html:{name}")}"' if name in _FORMATTING else ""


def _languages(catalogue: Catalogue) -> tuple[str, str]:
    if catalogue.source_locale is None or catalogue.locale is None:
        raise CatalogueError("an XLIFF file names the languages of its sources and targets, and this catalogue doesn't")
    return canonical_tag(catalogue.source_locale), canonical_tag(catalogue.locale)


def _identified(entries: tuple[Entry, ...]) -> Iterator[tuple[Entry, str]]:
    """The entries, each with the id of its unit; every text of theirs is one that XML can hold."""
    seen: set[str | None] = set()
    for number, entry in enumerate(entries, start=1):
        texts = (entry.context, entry.source, entry.target, entry.previous, entry.previous_context)
        for text in (*texts, *entry.flags, *entry.comments, *entry.translator_comments):
            _checked(entry.context, text or "")
        yield entry, unit_id(entry.context, number, again=entry.context in seen)
        seen.add(entry.context)


def _checked(context: str | None, text: str) -> str:
    if (char := unwritable(text)) is not None:
        raise CatalogueError(f"entry {context!r}: XML can't hold {char!r}, which is in {text!r}; remove it, or use PO")
    return text


def _notes(entry: Entry) -> Iterator[tuple[str, str]]:
    """What a unit's notes say, whatever the version."""
    for text in comment_lines(entry.comments):
        yield FOR_TRANSLATORS, text
    for text in comment_lines(entry.translator_comments):
        yield BY_TRANSLATORS, text
    if entry.flags != limit_flags(limit_of(entry.flags)):
        yield FLAGS, ", ".join(entry.flags)


def _content(text: str, rich: bool, number: Callable[[Part, str], int], code: _Code) -> str:
    """The content of a source or target."""
    if not rich:
        return escape_text(text)
    out: list[str] = []
    for part, piece in pieces_of(text):
        if part is Part.TEXT:
            out.append(escape_text(piece))
        else:
            out.append(code(part, piece, 0 if part is Part.CLOSE else number(part, piece)))
    return "".join(out)


def _attributes(values: dict[str, str | None]) -> str:
    return "".join(f' {name}="{escape_attribute(value)}"' for name, value in values.items() if value is not None)
