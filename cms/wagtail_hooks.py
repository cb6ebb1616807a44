"""What the desk adds to Wagtail's admin, and what it leaves out of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.widgets import Button
from wagtail.documents.wagtail_hooks import DocumentsSummaryItem
from wagtail.models import Page

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
    return [path("", include("cms.desk.urls"))]


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


@hooks.register("register_reports_menu_item")
def report_on_translations() -> MenuItem:
    return MenuItem("Translations", reverse("desk:report"), name="translations", icon_name="globe", order=650)
