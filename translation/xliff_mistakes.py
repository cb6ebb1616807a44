"""What is wrong with a file that is no XML, in the words of somebody who translates. Pure."""

from __future__ import annotations

from xml.parsers.expat import errors

_ENDS = "the file ends too early: the last part of it is missing"
_CHARACTER = "a character that can't stand here: a “&” or “<” of a text is written as “&amp;” or “&lt;”"
_STARTS = "this is no XML; an XLIFF file begins with “<?xml” or “<xliff”"
_PREFIX = "a name begins with a prefix that is not declared, or one that is not allowed"
# By the text of each error, as expat names them.
_SAID = {
    errors.XML_ERROR_SYNTAX: _STARTS,
    errors.XML_ERROR_NO_ELEMENTS: _ENDS,
    errors.XML_ERROR_UNCLOSED_TOKEN: _ENDS,
    errors.XML_ERROR_PARTIAL_CHAR: _ENDS,
    errors.XML_ERROR_UNCLOSED_CDATA_SECTION: f"{_ENDS}, from a “<![CDATA[” on",
    errors.XML_ERROR_INVALID_TOKEN: f"{_CHARACTER}, and control characters have no place",
    errors.XML_ERROR_TAG_MISMATCH: "</…> closes another element than the one that is open; was a tag lost or changed?",
    errors.XML_ERROR_DUPLICATE_ATTRIBUTE: "an element has the same attribute twice",
    errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "something stands after the end of the document; remove it",
    errors.XML_ERROR_UNDEFINED_ENTITY: "an unknown character name (like “&nbsp;”); write the character itself",
    errors.XML_ERROR_BAD_CHAR_REF: "a character number (like “&#1;”) that stands for no character of a text",
    errors.XML_ERROR_MISPLACED_XML_PI: "“<?xml” has to be the very beginning; is a blank or a second file before it?",
    errors.XML_ERROR_XML_DECL: "the first line, “<?xml …?>”, is damaged",
    errors.XML_ERROR_UNBOUND_PREFIX: _PREFIX,
    errors.XML_ERROR_UNDECLARING_PREFIX: _PREFIX,
}


def mistake_of(code: int) -> str:
    """What an error of expat means, by its number, and what to do."""
    said = _SAID.get(errors.messages[code], "the XML is damaged here")
    return f"{said}. Mend it in your tool, or export it anew"
