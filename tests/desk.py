"""The editors' desk as a browser uses it: what it posts for a new condition, and for one that was opened."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from pages.blocks import PROSE
from pages.content import condition_shape, read_content
from pages.models import ConditionIndexPage, ConditionPage
from pages.shapes import Fields, Items, Shape, Stream, Words
from pages.vocabulary import Section

HIDDEN = {"comments": {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000"}}
STREAMS = ("also_known_as", "codes", "sources", "reviewers", "related", *(section.value for section in Section))


def items(*values: Any) -> dict[str, Any]:
    """A list block's form data."""
    entries = {str(n): {"id": "", "value": v, "order": str(n), "deleted": ""} for n, v in enumerate(values)}
    return {"count": str(len(values)), **entries}


def html(text: str) -> str:
    """What the editor's rich text field posts for database HTML."""
    return rich_text(text, features=PROSE)


# A condition with every block but a picture.
FULL: dict[str, Any] = {
    "also_known_as": [("name", "Podagra")],
    "codes": [("code", {"system": "icd-10", "code": "M10"})],
    "sources": [("source", {"title": "A book", "url": "https://example.org/gout"})],
    "reviewers": [("reviewer", {"name": "Dr Dee", "role": "Physician"})],
    "causes_heading": "Why gout?",
    "causes": [("heading", "Food")],
    "signs": [("advice", {"urgency": "urgent", "heading": "Get help", "body": html("<p>If it is hot.</p>")})],
    "diagnosis": [("examination", {"name": "A needle", "body": html("<p>It takes a minute.</p>")})],
    "treatments": [
        (
            "treatment",
            {
                "approach": "medicine",
                "name": "Colchicine",
                "body": html("<p>10<sup>-3</sup> g</p>"),
                "warnings": items("Not with kidney disease.", "Not for children."),
            },
        )
    ],
    "further": [
        (
            "table",
            {
                "caption": "Doses",
                "header": items("Age", "Dose"),
                "rows": items(items(html("<p>20</p>"), html("<p><b>1</b> mg</p>"))),
            },
        )
    ],
    "last_reviewed": "2025-01-31",
    "next_review": "2027-01-31",
}


def form(**fields: Any) -> dict[str, str]:
    """What the browser posts for a new condition; streams are given as `[(block type, form value), …]`."""
    values: dict[str, Any] = {
        "title": "Gout",
        "slug": "gout",
        "summary": "Painful joints.",
        "definition": [("paragraph", html("<p>Crystals in a joint.</p>"))],
    }
    values |= {f"{section}_heading": "" for section in Section} | HIDDEN | fields
    return nested_form_data(values | {name: streamfield(values.get(name, [])) for name in STREAMS})


def form_of(page: ConditionPage) -> dict[str, str]:
    """What the browser posts for a condition that was opened and left as it was."""
    latest = ConditionPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    shape = condition_shape()
    values = {name: _as_form(shape.parts[name], raw) for name, raw in read_content(latest).items()}
    values |= {name: getattr(latest, name) or "" for name in ("slug", "last_reviewed", "next_review")}
    return nested_form_data(values | HIDDEN)


def _as_form(shape: Shape, raw: Any) -> Any:
    match shape:
        case Words(rich=True):
            return html(raw or "")
        case Fields(parts=parts):
            return {name: _as_form(part, raw[name]) for name, part in parts.items()}
        case Items(item=item):
            return _listed(raw, [_as_form(item, entry["value"]) for entry in raw])
        case Stream(types=types):
            return _listed(raw, [_as_form(types[entry["type"]], entry["value"]) for entry in raw])
        case _:
            return "" if raw is None else raw


def _listed(raw: list[Any], values: list[Any]) -> dict[str, Any]:
    entries = enumerate(zip(raw, values, strict=True))
    return {"count": len(raw)} | {str(n): entry | {"value": v, "order": n, "deleted": ""} for n, (entry, v) in entries}


def create(desk: Client, **fields: Any) -> HttpResponse:
    index = ConditionIndexPage.objects.get()
    address = reverse("wagtailadmin_pages:add", args=("pages", "conditionpage", index.pk))
    return desk.post(address, form(**fields))  # type: ignore[return-value]


def edit(desk: Client, page: ConditionPage, **changes: str) -> HttpResponse:
    """Changes some fields, and presses a button (`action-publish` and so on are fields too)."""
    address = reverse("wagtailadmin_pages:edit", args=(page.pk,))
    return desk.post(address, form_of(page) | changes)  # type: ignore[return-value]


def errors_of(answer: HttpResponse) -> dict[str, Any]:
    """The fields that the form complains of."""
    assert answer.status_code == 200
    return dict(answer.context["form"].errors)  # type: ignore[attr-defined]


def served(slug: str = "gout") -> HttpResponse:
    return Client().get(f"/api/v1/en/conditions/{slug}/")  # type: ignore[return-value]
