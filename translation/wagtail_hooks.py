"""What the translation package adds to Wagtail: its actions in the log of a page, the glossary, a group's rights."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
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


@hooks.register("register_log_actions")
def register_actions(actions: LogActionRegistry) -> None:
    actions.register_action(IMPORT_ACTION, _("Import translations"), _("Translations imported"))
    actions.register_action(EDIT_ACTION, _("Edit translations"), _("Translations edited or approved"))
    actions.register_action(APPROVE_ACTION, _("Approve translations"), _("Translations approved"))
    actions.register_action(MACHINE_ACTION, _("Translate by machine"), _("Translated by machine"))
    actions.register_action(RESTORE_ACTION, _("Restore translation"), _("Earlier translation restored"))
    actions.register_action(CARRY_ACTION, _("Carry translations over"), _("Translations carried over to a new place"))


@hooks.register("register_group_permission_panel")
def show_rights_of_a_group() -> type[LanguageRightsPanel]:
    return LanguageRightsPanel
