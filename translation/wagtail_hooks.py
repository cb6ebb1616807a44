"""What the translation package adds to Wagtail: its actions in the log of a page, the glossary, a group's rights."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.snippets.models import register_snippet

from translation.glossary_admin import GlossaryViewSet
from translation.rights_panel import LanguageRightsPanel
from translation.storing import (
    APPROVE_ACTION,
    CARRY_ACTION,
    EDIT_ACTION,
    IMPORT_ACTION,
    MACHINE_ACTION,
    RESTORE_ACTION,
)

register_snippet(GlossaryViewSet)


# What is done to the translations of a page: what the log calls it, and how it tells of it.
ACTIONS = {
    IMPORT_ACTION: (_("Import translations"), _("Translations imported")),
    EDIT_ACTION: (_("Edit translations"), _("Translations edited")),
    APPROVE_ACTION: (_("Approve translations"), _("Translations approved")),
    MACHINE_ACTION: (_("Translate by machine"), _("Translated by machine")),
    RESTORE_ACTION: (_("Restore translation"), _("Earlier translation restored")),
    CARRY_ACTION: (_("Carry translations over"), _("Translations carried over to a new place")),
}


@hooks.register("register_log_actions")
def register_actions(actions: LogActionRegistry) -> None:
    for action, (label, message) in ACTIONS.items():
        formatter = type("Formatter", (_InItsLanguage,), {"label": label, "message": message})
        actions.register_action(action)(formatter)


class _InItsLanguage(LogFormatter):
    """Says into which language the translations are."""

    def format_message(self, log_entry: Any) -> str:
        return f"{self.message} ({log_entry.data['locale']})"


@hooks.register("register_group_permission_panel")
def show_rights_of_a_group() -> type[LanguageRightsPanel]:
    return LanguageRightsPanel
