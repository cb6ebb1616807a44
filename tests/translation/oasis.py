"""OASIS's schemas of XLIFF, where a copy is installed: they aren't ours to keep, so they aren't in this project.

Debian has them in `php-symfony-translation`; another folder with files of the same names can be given in the variable
XLIFF_SCHEMAS. Both standards are published at docs.oasis-open.org/xliff/. The core schema of 2.1 differs from that of
2.0 in one thing: `srcLang` and `trgLang` are of the type `xs:language`.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from lxml import etree

FOLDER = Path(os.environ.get("XLIFF_SCHEMAS", "/usr/share/php/Symfony/Component/Translation/Resources/schemas"))
FILES = {"1.2": "xliff-core-1.2-strict.xsd", "2.1": "xliff-core-2.0.xsd"}
XML = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
  <xs:attribute name="lang" type="xs:language"/>
  <xs:attribute name="space" type="xs:NCName"/>
</xs:schema>"""

needs_schemas = pytest.mark.skipif(
    not all((FOLDER / name).exists() for name in FILES.values()),
    reason=f"NOT VALIDATED: OASIS's schemas of XLIFF aren't in {FOLDER}; see tests/translation/oasis.py",
)


def schema(version: str, scratch: Path) -> etree.XMLSchema:
    """The schema of a version; what it imports of the XML namespace from the web is written into `scratch`."""
    (scratch / "xml.xsd").write_text(XML, encoding="utf-8")
    text = (FOLDER / FILES[version]).read_text(encoding="utf-8")
    for address in ("http://www.w3.org/2001/xml.xsd", "informativeCopiesOf3rdPartySchemas/w3c/xml.xsd"):
        text = text.replace(f'"{address}"', f'"{(scratch / "xml.xsd").as_uri()}"')
    return etree.XMLSchema(etree.fromstring(text.encode()))
