"""The texts of a page, and of an imported document in another language, in the form in which they are aligned. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from pages.importing.streams import MAX_HEADING_CHARS
from pages.importing.values import ImportedDocument, ImportedSection, Kind
from pages.markup import Kind as Tag
from pages.markup import plain_text, tokenise
from pages.richtext import KEY
from pages.shapes import Raw
from pages.vocabulary import Section
from translation.aligning import Form, Text
from translation.inline import encode
from translation.segments import Segment, is_rich

_SECTIONS = {section.value: section for section in Section}
_FORMS = {Kind.HEADING: Form.HEADING, Kind.LIST_ITEM: Form.ITEM}


def texts_of_page(content: Mapping[str, Raw], segments: Sequence[Segment]) -> tuple[Text, ...]:
    """The title and the texts of the sections, in order; no other field of a page comes from an imported document.

    `content` is what the segments were cut from.
    """
    forms = dict(_forms(content, ""))
    return tuple(text for segment in segments if (text := _text_of(segment, forms)) is not None)


def _text_of(segment: Segment, forms: Mapping[str, Form]) -> Text | None:
    path = segment.path
    if path == "title":
        return Text(Form.TITLE, segment.text, None, path)
    name = path.partition(".")[0]
    if (own := _SECTIONS.get(name.removesuffix("_heading"))) is not None and name == path:
        return Text(Form.SECTION_HEADING, segment.text, own, path)
    section = _SECTIONS.get(name)
    if section is None:
        return None
    if not is_rich(path):
        return Text(forms.get(path, Form.PARAGRAPH), segment.text, section, path)
    form = Form.HEADING if _is_bold(segment.text) else forms.get(path, Form.PARAGRAPH)
    return Text(form, plain_text(segment.text), section, path, html=segment.text)


def _forms(raw: Raw, path: str) -> Iterator[tuple[str, Form]]:
    """The form of each text that is no paragraph, by its segment's path."""
    if isinstance(raw, str):
        for token in tokenise(raw) if KEY in raw else ():
            if token.kind is Tag.START and (key := token.attributes.get(KEY)) and token.name != "p":
                yield f"{path}#{key}", Form.ITEM if token.name == "li" else Form.HEADING
    elif isinstance(raw, Mapping):
        for name, part in raw.items():
            inner = f"{path}.{name}" if path else name
            if name in ("name", "title") and isinstance(part, str):
                yield inner, Form.HEADING
            yield from _forms(part, inner)
    elif isinstance(raw, list):
        for entry in raw:
            if isinstance(entry, Mapping) and "id" in entry and "value" in entry:
                inner = f"{path}.{entry['id']}"
                if entry.get("type") == "heading":
                    yield inner, Form.HEADING
                yield from _forms(entry["value"], inner)


def texts_of_document(document: ImportedDocument) -> tuple[Text, ...]:
    """Every text of an imported document but what was dropped, in the order of the page that it would make."""
    title = [Text(Form.TITLE, document.title, None, line=1)] if document.title else []
    found = list(title)
    for section in Section:
        runs = [run for run in document.sections if run.section is section]
        # As pages.importing.streams: the heading of the first run with any text is the section's own.
        first = next((run for run in runs if any(block.kind is not Kind.HEADING for block in run.blocks)), None)
        for run in runs:
            found += _texts_of_run(run, is_first=run is first)
    return tuple(found)


def _texts_of_run(run: ImportedSection, *, is_first: bool) -> Iterator[Text]:
    if run.heading:
        own = is_first and len(run.heading) <= MAX_HEADING_CHARS
        yield Text(Form.SECTION_HEADING if own else Form.HEADING, run.heading, run.section, line=run.line)
    for block in run.blocks:
        form = _FORMS.get(block.kind, Form.PARAGRAPH)
        if form is not Form.ITEM and block.html and _is_bold(block.html):
            form = Form.HEADING
        yield Text(form, block.text, run.section, line=block.line, html=block.html)


def _is_bold(html: str) -> bool:
    """Whether it is all bold: in rich text, so stands a heading that was too long or too deep for one."""
    return html.startswith("<b>") and html.endswith("</b>") and html.count("<") == 2


def targets_of(page: Text, version: Text) -> tuple[str, ...]:
    """What the version says for a text of the page, as a translator would write it: first with its marks, then plain.

    The second is there where it differs, for a gate that doesn't take the first.
    """
    if not is_rich(page.path):
        return (version.words,)
    plain = escape(version.words, quote=False)
    marked = encode(version.html) if version.html else plain
    if page.form is Form.HEADING and _is_bold(page.html):
        marked = f"<b>{plain}</b>"
    return (marked,) if marked == plain else (marked, plain)
