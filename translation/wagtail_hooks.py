"""What the translation package adds to Wagtail: its actions in the log of a page, and the glossary."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from translation.glossary_admin import GlossaryViewSet
from translation.storing import IMPORT_ACTION

register_snippet(GlossaryViewSet)


@hooks.register("register_log_actions")
def register_actions(actions: LogActionRegistry) -> None:
    actions.register_action(IMPORT_ACTION, _("Import translations"), _("Translations imported"))
