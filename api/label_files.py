"""The labels of one language as a file: our JSON, or what Flutter, Android and Apple build their apps with. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

PLACEHOLDER = "condition"
_MARK = f"%({PLACEHOLDER})s"


@dataclass(frozen=True, slots=True)
class Label:
    """Some words with their language, and what they are in the language of the code."""

    text: str
    lang: str
    original: str


@dataclass(frozen=True, slots=True)
class LabelFormat:
    """A kind of file: its media type, and how labels are written in it."""

    media_type: str
    write: Callable[[str, Mapping[str, Label]], bytes]


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _as_json(locale: str, labels: Mapping[str, Label]) -> bytes:
    """`{condition}` stands for the title."""
    written = {key: {"text": _braced(label.text), "lang": label.lang} for key, label in labels.items()}
    return _dump({"locale": locale, "labels": written})


def _as_arb(locale: str, labels: Mapping[str, Label]) -> bytes:
    """Application Resource Bundle (https://github.com/google/app-resource-bundle), as Flutter reads it."""
    written: dict[str, object] = {"@@locale": locale.replace("-", "_")}
    for key, label in labels.items():
        first, *more = re.split(r"[._]", key)
        name = first + "".join(part.capitalize() for part in more)
        written[name] = _braced(label.text)
        if _MARK in label.text:
            written[f"@{name}"] = {"placeholders": {PLACEHOLDER: {"type": "String"}}}
    return _dump(written)


def _as_android(locale: str, labels: Mapping[str, Label]) -> bytes:
    """Android's strings.xml (https://developer.android.com/guide/topics/resources/string-resource)."""
    lines = []
    for key, label in labels.items():
        formatted = _MARK in label.text
        text = label.text.replace("%", "%%").replace(f"%{_MARK}", "%1$s") if formatted else label.text
        text = re.sub(r"""(["'\\])""", r"\\\1", text).replace("\n", "\\n")
        text = re.sub(r"^([@?])", r"\\\1", text)
        if text != text.strip() or "  " in text:
            text = f'"{text}"'  # Android folds white space outside of quotation marks
        more = "" if formatted or "%" not in text else ' formatted="false"'
        lines.append(f'    <string name="{re.sub("[^a-z0-9]", "_", key)}"{more}>{escape(text)}</string>\n')
    head = '<?xml version="1.0" encoding="utf-8"?>\n'
    return f"{head}<resources>\n{''.join(lines)}</resources>\n".encode()


def _as_apple(locale: str, labels: Mapping[str, Label]) -> bytes:
    """A String Catalog of Xcode 15 and later; keys as they are, with the English words as the source."""
    strings = {}
    for key, label in labels.items():
        localizations = {"en": _unit(label.original, "translated")}
        if locale != "en":
            translated = label.lang == locale
            localizations[locale] = _unit(label.text, "translated" if translated else "new")
        strings[key] = {"extractionState": "manual", "localizations": localizations}
    return _dump({"sourceLanguage": "en", "strings": strings, "version": "1.0"})


def _unit(text: str, state: str) -> dict[str, object]:
    formatted = text.replace("%", "%%").replace(f"%{_MARK}", "%@") if _MARK in text else text
    return {"stringUnit": {"state": state, "value": formatted}}


def _braced(text: str) -> str:
    return text.replace(_MARK, f"{{{PLACEHOLDER}}}")


FORMATS: Mapping[str, LabelFormat] = {
    "json": LabelFormat("application/json", _as_json),
    "arb": LabelFormat("application/json", _as_arb),
    "android": LabelFormat("application/xml", _as_android),
    "apple": LabelFormat("application/json", _as_apple),
}
