"""What the translation package adds to Wagtail: its actions in the log of a page."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from translation.storing import IMPORT_ACTION


@hooks.register("register_log_actions")
def register_actions(actions: LogActionRegistry) -> None:
    actions.register_action(IMPORT_ACTION, _("Import translations"), _("Translations imported"))
