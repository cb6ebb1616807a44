"""The translation view as a browser uses it: opens the form, types into its fields, ticks boxes, presses a button."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from pages.models import ConditionPage
from translation.glossary import import_glossary
from translation.models import SegmentTranslation

TITLE, SUMMARY, DEFINITION = "title", "summary", "definition.def1#k0000"
CAUSE = "causes.c1#k0000"
NAME, BODY, WARNING = "treatments.tr1.name", "treatments.tr1.body#k0000", "treatments.tr1.warnings.tr1-w0"
DUTCH = {
    TITLE: "Keelpijn",
    SUMMARY: "Pijn bij het slikken.",
    DEFINITION: "Keelpijn is pijn achter in de keel.",
    CAUSE: "Meestal een virus.",
    NAME: "Rust",
    BODY: "Rust <b>twee</b> dagen.",
    WARNING: "Niet veilig tijdens de zwangerschap.",
}


class _Form(HTMLParser):
    """What a browser would send of the fields in a page, as HTML says (the newline after <textarea> isn't text)."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.boxes: dict[str, str] = {}
        self._textarea: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name") or ""
        if tag == "textarea" and name:
            self._textarea, self.fields[name] = name, ""
        elif tag == "input" and given.get("type") == "hidden":
            self.fields[name] = given.get("value") or ""
        elif tag == "input" and given.get("type") == "checkbox":
            self.boxes[name] = given.get("value") or ""
            if "checked" in given:
                self.fields[name] = given.get("value") or ""

    def handle_data(self, data: str) -> None:
        if self._textarea:
            self.fields[self._textarea] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._textarea:
            text = self.fields[self._textarea]
            self.fields[self._textarea] = text[1:] if text.startswith("\n") else text
            self._textarea = None


class Desk:
    """One user before one condition in one language."""

    def __init__(self, user: User, page: ConditionPage, locale: str = "nl") -> None:
        self.user, self.page, self.client = user, page, Client()
        self.client.force_login(user)
        self.address = reverse("desk:translate", args=(page.pk, locale))
        self.html = ""
        self.fields: dict[str, str] = {}
        self.boxes: dict[str, str] = {}

    def open(self, query: str = "") -> Desk:
        self._read(self.client.get(self.address + query))
        return self

    def type(self, **texts: str) -> Desk:
        return self.write(texts)

    def write(self, texts: dict[str, str]) -> Desk:
        for path, text in texts.items():
            assert f"text:{path}" in self.fields, path
            self.fields[f"text:{path}"] = text
        return self

    def tick(self, box: str, *paths: str) -> Desk:
        for path in paths:
            self.fields[f"{box}:{path}"] = self.boxes[f"{box}:{path}"]
        return self

    def save(self, *buttons: str, query: str = "") -> Any:
        crlf = {name: text.replace("\r\n", "\n").replace("\n", "\r\n") for name, text in self.fields.items()}
        answer = self.client.post(self.address + query, crlf | dict.fromkeys(buttons, "1"))
        self.status = answer.status_code
        self._read(self.client.get(answer["Location"]) if answer.status_code == 302 else answer)
        return answer

    def text(self, path: str) -> str:
        """What the field of a segment holds."""
        return self.fields[f"text:{path}"]

    @property
    def paths(self) -> list[str]:
        return [name.removeprefix("text:") for name in self.fields if name.startswith("text:")]

    def around(self, path: str) -> str:
        """The words that stand around one field, without tags."""
        (part,) = [p for p in self.html.split('<div class="desk-field')[1:] if f'name="text:{path}"' in p]
        return re.sub(r"\s+", " ", unescape(re.sub("<[^>]*>", " ", part)))

    def _read(self, answer: Any) -> None:
        self.html = answer.content.decode()
        form = _Form()
        form.feed(self.html)
        self.fields, self.boxes = form.fields, form.boxes


def give_glossary(terms: str) -> None:
    """Imports terms: `source language,source,language,required,forbidden,note`, one in a line."""
    header = "source_language,source,language,required,forbidden,note"
    report = import_glossary(file="glossary.csv", data=f"{header}\n{terms.strip()}\n".encode())
    assert report.taken, report.findings


def stored(locale: str = "nl") -> dict[str, tuple[str, str]]:
    """`{path: (text, state)}`, the newest of each."""
    rows = SegmentTranslation.objects.in_language(locale).oldest_first()
    return {row.path: (row.target_text, row.state) for row in rows}
