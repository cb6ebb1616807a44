"""Checks the catalogues in the repository: that they can be read, and that the interface's words are all there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from translation.catalogue import Catalogue
from translation.catalogue_files import twice_in_a_folder
from translation.findings import Finding, Severity
from translation.formats import SUFFIXES, read_any
from translation.interface import check_interface_catalogue


class Command(BaseCommand):
    help = "Read every PO and XLIFF file under locale/ strictly; print every finding, and fail on an error."

    def handle(self, **options: Any) -> None:
        root = Path(settings.CATALOGUES_DIR)
        findings: list[Finding] = []
        conditions = sorted(path for suffix in SUFFIXES for path in root.glob(f"*/conditions/*{suffix}"))
        read: list[tuple[str, Catalogue]] = []
        for path in conditions:
            name = str(path.relative_to(root))
            catalogue, found = read_any(path.read_bytes(), name)
            findings += found
            if catalogue is not None:
                read.append((name, catalogue))
        findings += twice_in_a_folder(read)
        interface = sorted(root.glob("*/LC_MESSAGES/django.po"))
        for path in interface:
            findings += check_interface_catalogue(path.read_bytes(), str(path.relative_to(root)))
        for finding in findings:
            self.stdout.write(str(finding))
        errors = sum(finding.severity is Severity.ERROR for finding in findings)
        self.stdout.write(
            f"{len(conditions)} catalogues of conditions, {len(interface)} of the interface, {errors} errors"
        )
        if errors:
            raise CommandError("the catalogues have errors")
