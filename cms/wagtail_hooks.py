"""What the desk adds to Wagtail's admin, and what it leaves out of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.widgets import Button
from wagtail.documents.wagtail_hooks import DocumentsSummaryItem
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from api.models import Recall
from api.recalling import may_recall
from cms.recalls import recall
from cms.upload_review import upload
from cms.uploads import uploads
from pages.models import ConditionPage


@hooks.register("construct_main_menu")
@hooks.register("construct_search")
def hide_documents(request: HttpRequest, items: list[MenuItem]) -> None:
    """Patient information has no attachments: what isn't in the blocks can't be translated or served offline."""
    items[:] = [item for item in items if item.name != "documents"]


@hooks.register("construct_homepage_summary_items", order=1)
def hide_count_of_documents(request: HttpRequest, items: list[SummaryItem]) -> None:
    """Nor are they counted."""
    items[:] = [item for item in items if not isinstance(item, DocumentsSummaryItem)]


@hooks.register("register_admin_urls")
def addresses_of_the_desk() -> list[URLPattern | URLResolver]:
    return [
        path("", include("cms.desk.urls")),
        path("recalls/<int:page_id>/", recall, name="recall"),
        path("uploads/", uploads, name="uploads"),
        path("uploads/<int:upload_id>/", upload, name="upload"),
    ]


class _UploadsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        # What the menu knows of the user already; the view asks whether it is so for conditions.
        return bool(page_permission_policy.user_has_permission(request.user, "add"))


@hooks.register("register_admin_menu_item")
def uploads_menu_item() -> MenuItem:
    """“Import old pages”, for who may create pages."""
    return _UploadsMenuItem("Import old pages", reverse("uploads"), icon_name="upload", order=250)


@hooks.register("insert_global_admin_css")
def style_of_the_desk() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("cms/desk.css"))


@hooks.register("register_page_listing_more_buttons")
@hooks.register("register_page_header_buttons")
def translations_button(page: Page, user: Any, next_url: str | None = None, **where: Any) -> Iterator[Button]:
    """“Translations” in the menu of every condition that is published or has a draft."""
    if (page.live or page.has_unpublished_changes) and issubclass(page.specific_class or Page, ConditionPage):
        url = reverse("desk:overview", args=(page.pk,))
        yield Button("Translations", url=url, icon_name="globe", priority=12)


@hooks.register("register_page_listing_more_buttons")
@hooks.register("register_page_header_buttons")
def recall_button(page: Page, user: Any, next_url: str | None = None, **where: Any) -> Iterator[Button]:
    """“Withdraw now” in the menu of every published condition, or how to lift that."""
    if not issubclass(page.specific_class or Page, ConditionPage):
        return
    recalled = Recall.objects.filter(condition=page.translation_key).exists()
    if (page.live or recalled) and may_recall(page, user):
        label = "Recalled: lift it…" if recalled else "Withdraw now…"
        yield Button(label, url=reverse("recall", args=(page.pk,)), icon_name="warning", priority=60)


@hooks.register("before_edit_page")
def tell_of_a_recall(request: HttpRequest, page: Page) -> None:
    """Whoever edits a recalled condition learns that publishing alone won't bring it back."""
    standing = Recall.objects.filter(condition=page.translation_key).select_related("recalled_by").first()
    if standing is not None and request.method == "GET":
        by = f" by {standing.recalled_by.get_full_name() or standing.recalled_by}" if standing.recalled_by else ""
        day = date_format(localtime(standing.recalled_at), "DATETIME_FORMAT")
        text = (
            f"Withdrawn{by} on {day}: “{standing.message}” Even if you publish it, nobody gets it until that is lifted."
        )
        messages.warning(request, text, buttons=[messages.button(reverse("recall", args=(page.pk,)), "Lift it")])


@hooks.register("register_log_actions")
def actions_of_recalls(actions: LogActionRegistry) -> None:
    actions.register_action("plexus.recall", "Recall", "Recalled in every language")
    actions.register_action("plexus.lift_recall", "Lift recall", "Recall lifted")


@hooks.register("register_reports_menu_item")
def report_on_translations() -> MenuItem:
    return MenuItem("Translations", reverse("desk:report"), name="translations", icon_name="globe", order=650)
