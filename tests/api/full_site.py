"""A site that has everything of which the contract tells."""

from __future__ import annotations

from pathlib import Path

from pages.models import ConditionPage
from pages.vocabulary import CodeSystem
from tests.factories import (
    advice,
    examination,
    heading,
    image,
    link_to,
    make_people,
    make_picture,
    paragraph,
    publish_condition,
    related_to,
    republish,
    table,
    treatment,
)
from tests.journeys.doors import export_po, fill_in, import_po, translate_all


def _dutch(text: str) -> str:
    return f"NL {text}"


def publish_full_site(folder: Path) -> ConditionPage:
    """`full` has everything, its Dutch is partly outdated; `plain` is complete in Dutch; `gone` is withdrawn.

    The folder is the translator's. Returns `full`.
    """
    make_people()
    picture = image("d2", make_picture().pk)
    gone = publish_condition("gone")
    plain = publish_condition("plain", title="Plain")
    translate_all(folder, _dutch, slug="plain")
    full = publish_condition(
        "full",
        also_known_as=[{"type": "name", "id": "n1", "value": "Pharyngitis"}],
        codes=[
            {"type": "code", "id": f"c{number}", "value": {"system": system, "code": "J02.9"}}
            for number, system in enumerate(CodeSystem)
        ],
        definition=[paragraph("d1", "Pain. <b>Often</b>."), picture],
        causes=[heading("k1", "Viruses"), table("k2", "Doses", ["Virus", "Days"], ["Cold", "7"])],
        signs=[advice("s1", "emergency", "Call for help", "If it is hard to breathe."), paragraph("s2", "Fever.")],
        diagnosis=[examination("e1", "Swab", "It takes a minute.")],
        treatments=[treatment("t1", "Paracetamol", "500 mg.", "With water.")],
        further=[paragraph("f1", f"See {link_to(plain, 'plain')}.")],
        sources=[{"type": "source", "id": "q1", "value": {"title": "Guideline", "url": "https://example.org/g"}}],
        reviewers=[{"type": "reviewer", "id": "v1", "value": {"name": "Dr. A", "role": "physician"}}],
        related=related_to(plain),
        last_reviewed="2026-01-20",
        next_review="2028-01-20",
    )
    translate_all(folder, _dutch, slug="full")
    full = republish(full, definition=[paragraph("d1", "Pain. <b>Seldom</b>."), picture])
    full = republish(full, diagnosis=[examination("e1", "Swab", "It takes a minute."), heading("e2", "Blood")])
    import_po(fill_in(export_po(folder, slug="full"), _dutch))
    full = republish(
        full,
        signs=[
            advice("s1", "emergency", "Call for help", "If it is hard to breathe or swallow."),
            paragraph("s2", "Fever."),
        ],
        treatments=[treatment("t1", "Paracetamol", "500 mg.", "With water."), paragraph("t2", "Rest.")],
    )
    gone.unpublish()
    return full
