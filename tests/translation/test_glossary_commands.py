"""A glossary comes in by a command and goes out by one, and every import of translations asks for its terms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from pages.models import ConditionPage
from tests.commands import Ran, run
from tests.factories import paragraph, publish_condition, treatment
from tests.translation.files import FILE, po, stored, write
from translation.checks.glossary import Term
from translation.findings import Kind
from translation.models import GlossaryTerm

pytestmark = pytest.mark.django_db

HEADER = "source_language,source,language,required,forbidden,note\n"
TERMS = (
    "en,Throat,ar,حلق|الحنجرة,,\n"
    "en,sore throat,nl,keelpijn,zere keel|zere strot,Not a sore neck.\n"
    "en,swallow,nl,,gorgelen,\n"
    "nl,keel,en,throat,,\n"
)


def glossary(tmp_path: Path, rows: str = TERMS) -> Path:
    return write(tmp_path / "glossary.csv", HEADER + rows)


def add(source: str = "sore throat", locale: str = "nl", **words: str) -> GlossaryTerm:
    term = GlossaryTerm(source_locale=words.pop("source_locale", "en"), source=source, locale=locale, **words)
    term.full_clean()
    term.save()
    return term


def everything() -> list[dict[str, object]]:
    return list(GlossaryTerm.objects.values())


# --- the glossary's own file ----------------------------------------------------------------------------------------


def test_in_and_out_are_the_same_bytes(tmp_path: Path) -> None:
    path, out = glossary(tmp_path), tmp_path / "out.csv"
    assert run("import_glossary", path) == Ran(0, f"{path}: taken: 4 added, 0 changed, 0 unchanged\n", "")
    assert run("export_glossary", out).out == f"4 terms written to {out}\n"
    assert out.read_bytes() == path.read_bytes()
    GlossaryTerm.objects.all().delete()
    run("import_glossary", out)
    run("export_glossary", tmp_path / "again.csv")
    assert (tmp_path / "again.csv").read_bytes() == path.read_bytes()


def test_importing_twice_changes_nothing(tmp_path: Path) -> None:
    path = glossary(tmp_path)
    run("import_glossary", path)
    before, logged = everything(), ModelLogEntry.objects.count()
    assert run("import_glossary", path).out == f"{path}: taken: 0 added, 0 changed, 4 unchanged\n"
    assert (everything(), ModelLogEntry.objects.count()) == (before, logged)


def test_terms_are_changed_in_place_and_those_that_are_missing_stay(tmp_path: Path) -> None:
    swallow, cough = add("Swallow", forbidden="gorgelen"), add("cough", required="hoest")
    result = run("import_glossary", glossary(tmp_path, "en,swallow,nl,slikken,,\nen,swallow,es,tragar,,\n"))
    assert result.out.endswith("taken: 1 added, 1 changed, 0 unchanged\n")
    assert {row.pk: row.as_entry() for row in GlossaryTerm.objects.in_language("nl")} == {
        swallow.pk: GlossaryTerm(source_locale="en", source="swallow", locale="nl", required="slikken").as_entry(),
        cough.pk: cough.as_entry(),
    }
    logged = ModelLogEntry.objects.values_list("action", "label")
    assert sorted(logged) == [("wagtail.create", "swallow (es)"), ("wagtail.edit", "swallow (nl)")]


def test_one_bad_row_keeps_the_whole_file_out(tmp_path: Path) -> None:
    path, report = glossary(tmp_path, TERMS + "en,rest,de,Ruhe,,\n"), tmp_path / "report.json"
    result = run("import_glossary", path, "--report", report)
    message = "language: no such language here: “de”; there are en, nl, es, ar"
    assert result == Ran(
        1, f"{path}:6: error wrong_locale: {message}\n", "", f"{path}: refused whole; nothing was stored"
    )
    assert everything() == []
    assert json.loads(report.read_text(encoding="utf-8")) == {
        "file": str(path),
        "taken": False,
        "counts": {"added": 0, "changed": 0, "unchanged": 0},
        "findings": [
            {
                "file": str(path),
                "line": 6,
                "path": "",
                "kind": "wrong_locale",
                "severity": "error",
                "message": message,
            }
        ],
    }


def test_a_dry_run_tells_the_same_and_stores_nothing(tmp_path: Path) -> None:
    add("swallow", required="slikken")
    before = everything()
    path = glossary(tmp_path)
    told = run("import_glossary", path, "--dry-run").out
    assert told == f"{path}: would be taken: 3 added, 1 changed, 0 unchanged\n"
    assert (everything(), ModelLogEntry.objects.count()) == (before, 0)
    assert run("import_glossary", path).out == told.replace("would be taken", "taken")


def test_what_the_commands_say_of_paths(tmp_path: Path) -> None:
    assert run("import_glossary", tmp_path).error == f"there is no file {tmp_path}"
    assert run("import_glossary", tmp_path / "no.csv").error == f"there is no file {tmp_path / 'no.csv'}"
    report = tmp_path / "no" / "r.json"
    lost = run("import_glossary", glossary(tmp_path), "--report", report)
    assert (lost.error, everything()) == (f"there is no folder to write {report} into", [])
    for path in (tmp_path, tmp_path / "no" / "g.csv"):
        assert run("export_glossary", path).error == f"{path} can't be written: name a file in a folder that is there"


def test_a_long_file_is_stored_by_few_statements(tmp_path: Path) -> None:
    path = glossary(tmp_path, "".join(f"en,term{number},nl,woord{number},,\n" for number in range(400)))
    with CaptureQueriesContext(connection) as queries:
        run("import_glossary", path)
    assert len([query for query in queries if "glossaryterm" in query["sql"]]) <= 5
    assert (GlossaryTerm.objects.count(), ModelLogEntry.objects.count()) == (400, 400)


# --- the model ------------------------------------------------------------------------------------------------------


def test_case_makes_no_other_term() -> None:
    add("Éclat", source_locale="es", required="glans")
    with pytest.raises(ValidationError) as caught:
        add("éCLAT", source_locale="es", required="scherf")
    assert caught.value.message_dict == {"__all__": ["The glossary has this term in this language already."]}
    add("éclat", locale="ar", source_locale="es", required="a")
    add("éclat", source_locale="en", required="glans")
    twin = GlossaryTerm.objects.get(locale="ar")
    twin.pk, twin.locale = None, "nl"
    with pytest.raises(IntegrityError):
        twin.save()


def test_a_term_may_be_saved_again() -> None:
    term = add(" sore   throat ", required="keelpijn\n\n Keelpijn \r\nzere keel")
    assert (term.source, term.required) == ("sore throat", "keelpijn\nzere keel")
    term.full_clean()


def test_every_flaw_is_told_at_its_field() -> None:
    with pytest.raises(ValidationError) as caught:
        add("a|b", locale="en", required="x" * 101 + "\nbloeddruk", forbidden="bloed druk\nbloeddruk", note="\x07")
    assert {*caught.value.message_dict} == {"source", "locale", "required", "forbidden", "note"}


def test_terms_as_the_gate_takes_them(tmp_path: Path) -> None:
    run("import_glossary", glossary(tmp_path))
    throat = Term("sore throat", ("keelpijn",), ("zere keel", "zere strot"), "Not a sore neck.")
    assert GlossaryTerm.objects.in_language("nl").as_terms() == {
        ("en", "nl"): (throat, Term("swallow", (), ("gorgelen",)))
    }
    assert {*GlossaryTerm.objects.as_terms()} == {("en", "ar"), ("en", "nl"), ("nl", "en")}


# --- the gate -------------------------------------------------------------------------------------------------------

WARNING_PATH = "treatments.t1.warnings.t1-w0"
GARGLE = "Don't gargle if you can't swallow."


def critical() -> ConditionPage:
    """A condition with a warning, which is critical text."""
    return publish_condition(treatments=[treatment("t1", "Gargling", "Helps.", GARGLE)])


def with_warning(page: ConditionPage, target: str) -> str:
    entry = f'\nmsgctxt "{page.translation_key}/{WARNING_PATH}"\nmsgid "{GARGLE}"\nmsgstr "{target}"\n'
    return po(page, title="Keelpijn") + entry


def import_one(tmp_path: Path, text: str) -> Ran:
    path = write(tmp_path / FILE, text)
    result = run("import_translations", path, verbosity=0)
    return Ran(result.code, result.out.replace(f"{path}:", "FILE:"), result.progress, result.error)


def test_a_forbidden_term_in_critical_text_is_refused(tmp_path: Path) -> None:
    add("swallow", forbidden="doorslikken")
    result = import_one(tmp_path, with_warning(critical(), "Gorgel niet als u niet kunt doorslikken."))
    message = "the glossary forbids “doorslikken” for “swallow”: “Gorgel niet als u niet kunt doorslikken.”"
    assert f"FILE:15: error glossary: {message}\n" in result.out
    assert (result.code, stored()) == (1, {})


def test_a_required_term_that_critical_text_lacks_is_refused(tmp_path: Path) -> None:
    page = critical()
    add("swallow", required="slikken\nslikt")
    result = import_one(tmp_path, with_warning(page, "Gorgel niet als u niets weg krijgt."))
    message = "the glossary has “slikken” or “slikt” for “swallow”: “Gorgel niet als u niets weg krijgt.”"
    assert f"FILE:15: error glossary: {message}\n" in result.out
    assert (result.code, stored()) == (1, {})
    assert import_one(tmp_path, with_warning(page, "Gorgel niet als u niet goed slikt.")).code == 0
    assert WARNING_PATH in stored()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"forbidden": "zere keel"}, "the glossary forbids “zere keel” for “Sore Throat”: “Zére keel”"),
        ({"required": "keelpijn"}, "the glossary has “keelpijn” for “Sore Throat”: “Zére keel”"),
    ],
)
def test_elsewhere_it_is_a_warning(tmp_path: Path, words: dict[str, str], message: str) -> None:
    add("Sore Throat", **words)
    result = import_one(tmp_path, po(publish_condition(), title="Zére keel"))
    assert f"FILE:7: warning glossary: {message}\n" in result.out
    assert (result.code, stored()) == (0, {"title": ("Zére keel", "translated")})


def test_terms_of_other_languages_are_not_asked_for(tmp_path: Path) -> None:
    add("sore throat", locale="es", required="dolor de garganta")
    add("sore throat", locale="nl", source_locale="es", required="angina")
    result = import_one(tmp_path, po(publish_condition(), title="Keelpijn"))
    assert (result.code, Kind.GLOSSARY in result.out) == (0, False)


def test_the_glossary_is_read_once_for_many_files(tmp_path: Path) -> None:
    add("sore throat", required="keelpijn")
    for slug in ("one", "two", "three"):
        page = publish_condition(slug, definition=[paragraph("def1", "A sore throat.", "A sore throat hurts.")])
        write(tmp_path / f"nl/conditions/{slug}.po", po(page, title="Keelpijn", summary="Pijn bij het slikken."))
    with CaptureQueriesContext(connection) as queries:
        result = run("import_translations", tmp_path)
    assert result.code == 0
    assert len([query for query in queries if "glossaryterm" in query["sql"]]) == 1


def test_an_empty_glossary_goes_out_and_comes_in_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    assert run("export_glossary", path).code == 0
    ran = run("import_glossary", path)
    assert (ran.code, ran.error) == (0, "")
    assert ran.out == (
        f"{path}: warning empty: there is no term in it\n{path}: taken: 0 added, 0 changed, 0 unchanged\n"
    )
