"""What a browser sent from the translation view, as edits.

A field is named by what it is and the path of its text: `text:title`, `was:title`.
"""

from __future__ import annotations

from collections.abc import Mapping

from translation.edits import Edit, fingerprint, plain_ends


def read_edits(posted: Mapping[str, str], *, approvable: frozenset[str] = frozenset()) -> list[Edit]:
    """The edits in the order of the form; those at the `approvable` paths are approved as well, if nobody typed there.

    A suggestion that was ticked is taken where nothing was typed: what somebody wrote is worth more.
    """
    paths = [name.partition(":")[2] for name in posted if name.startswith("text:")]
    return [_edit(path, posted, path in approvable) for path in paths]


def _edit(path: str, posted: Mapping[str, str], approve_all: bool) -> Edit:
    text, was = plain_ends(posted[f"text:{path}"]), posted.get(f"was:{path}", "")
    untouched = fingerprint(text) == was
    taken = plain_ends(posted.get(f"take:{path}", ""))
    keep = f"keep:{path}" in posted
    return Edit(
        path,
        posted.get(f"source:{path}", ""),
        was,
        taken if untouched and taken else text,
        keep=keep,
        approve=f"approve:{path}" in posted or (approve_all and untouched and not keep),
    )
