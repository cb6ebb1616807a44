"""The editor's forms: a text that is too long is refused whole, and a copied condition has a slug of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.forms.pages import CopyForm, WagtailAdminPageForm

SLUG_TAKEN = _("Another condition has this slug already.")


class ConditionForm(WagtailAdminPageForm):
    """The form of a condition, without `maxlength`: browsers cut a pasted text there and tell nobody.

    The server still refuses what is too long, says how long it is, and gives it back whole.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            for input_field in _input_fields(field):
                input_field.widget.attrs.pop("maxlength", None)


def _input_fields(field: forms.Field) -> Iterator[forms.Field]:
    """The field itself, or those of the blocks in it."""
    if isinstance(field, blocks.BlockField):
        yield from _fields_of_block(field.block)
    else:
        yield field


def _fields_of_block(block: blocks.Block) -> Iterator[forms.Field]:
    match block:
        case blocks.StreamBlock() | blocks.StructBlock():
            for child in block.child_blocks.values():
                yield from _fields_of_block(child)
        case blocks.ListBlock():
            yield from _fields_of_block(block.child_block)
        case blocks.FieldBlock():
            yield block.field


class FolderCopyForm(CopyForm):
    """Copies one page alone: what is below a folder has slugs that may stand only once.

    Never as an alias, which would be the same text at two addresses, and none of them open to editors.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("alias", "copy_subpages"):
            self.fields.pop(name, None)


class ConditionCopyForm(FolderCopyForm):
    """Copies a condition; proposes a slug that is free, in whatever folder."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._conditions = self.page.specific_class.objects
        self.fields["new_slug"].initial = self._conditions.free_slug(self.page.slug)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if "new_slug" in cleaned and self._conditions.filter(slug=cleaned["new_slug"]).exists():
            self.add_error("new_slug", SLUG_TAKEN)
        return cleaned
