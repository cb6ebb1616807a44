"""Which condition a catalogue file belongs to: by what stands in it, so that a new slug makes no second file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from uuid import UUID

from translation.catalogue import Catalogue
from translation.conditions import split_context
from translation.findings import Finding, Kind, Severity

_FIRST_CONTEXT = re.compile(rb'"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/')  # as it stands in every format


@dataclass(frozen=True, slots=True)
class Move:
    """A catalogue whose condition has another slug now. `done`: it was renamed; else both names are taken."""

    before: Path
    after: Path
    done: bool

    def __str__(self) -> str:
        if self.done:
            return f"{self.before}: renamed to {self.after.name}, as the condition was"
        return f"{self.before}: belongs to the same condition as {self.after.name}; import it, then remove it"


def move_renamed(folder: Path, slugs: Mapping[UUID, str], suffix: str) -> Iterator[Move]:
    """Renames the catalogues in a folder whose condition got another slug; a file in the way stays as it is.

    `slugs` has the slug of each condition by its key, `suffix` says which format. Whatever translators wrote into the
    file stays in it.
    """
    for path in sorted(folder.glob(f"*{suffix}")):
        first = _FIRST_CONTEXT.search(path.read_bytes())
        slug = slugs.get(UUID(first[1].decode())) if first else None
        if slug is None or slug == path.stem:
            continue
        after = path.with_name(slug + suffix)
        done = not after.exists()
        if done:
            path.rename(after)
        yield Move(path, after, done)


def twice_in_a_folder(catalogues: Iterable[tuple[str, Catalogue]]) -> Iterator[Finding]:
    """An error for each catalogue, given with its file name, whose condition has another one in the same folder.

    The same condition in two formats is no error.
    """
    seen: dict[tuple[str, str, UUID], str] = {}
    for name, catalogue in catalogues:
        places = (split_context(entry.context) for entry in catalogue.entries)
        for key in dict.fromkeys(place[0] for place in places if place):
            first = seen.setdefault((str(PurePath(name).parent), PurePath(name).suffix, key), name)
            if first != name:
                message = f"{PurePath(first).name} is a catalogue of the same condition; was it given another slug?"
                yield Finding(name, None, "", Kind.DUPLICATE, Severity.ERROR, message)
