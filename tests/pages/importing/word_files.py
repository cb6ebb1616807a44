"""Word documents for tests, written by hand: what a paragraph is, its style and its marks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from html import escape

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_RELS = f"""<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>"""
_PART_RELS = f"""<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="s" Type="{_RELATIONS}/styles" Target="styles.xml"/>
<Relationship Id="n" Type="{_RELATIONS}/numbering" Target="numbering.xml"/></Relationships>"""
_STYLES = f"<w:styles {_NS}>" + "".join(
    f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/></w:style>'
    for identity, name in {"Titel": "Title", "berschrift1": "heading 1", "berschrift2": "heading 2"}.items()
)
_NUMBERING = f"""<w:numbering {_NS}>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>"""


def run(text: str, *marks: str) -> str:
    """A stretch of words; `b`, `i`, or `vertAlign` with a value, such as `vertAlign="superscript"`."""
    properties = "".join(f"<w:{mark.replace('=', ' w:val=')}/>" for mark in marks)
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str, style: str = "", number: int = 0) -> str:
    """A paragraph of runs or of plain text, in a style (by the id that a German Word gives it), or in a list."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        properties += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    inner = text if text.startswith("<w:") else run(text)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def word_file(*body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """The bytes of a .docx; `parts` are more files in it, or others in the place of its own."""
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS,
        "word/_rels/document.xml.rels": _PART_RELS,
        "word/styles.xml": f"{_STYLES}</w:styles>",
        "word/numbering.xml": _NUMBERING,
        "word/document.xml": f"<w:document {_NS}><w:body>{''.join(body)}</w:body></w:document>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in (files | dict(parts or {})).items():
            file.writestr(name, text)
    return buffer.getvalue()


def part(kind: str, *body: str) -> str:
    """The XML of a part that holds paragraphs: `hdr`, `ftr`, `comments`."""
    return f"<w:{kind} {_NS}>{''.join(body)}</w:{kind}>"
