"""What the editors' desk leaves out of Wagtail's admin."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.documents.wagtail_hooks import DocumentsSummaryItem


@hooks.register("construct_main_menu")
@hooks.register("construct_search")
def hide_documents(request: HttpRequest, items: list[MenuItem]) -> None:
    """Patient information has no attachments: what isn't in the blocks can't be translated or served offline."""
    items[:] = [item for item in items if item.name != "documents"]


@hooks.register("construct_homepage_summary_items", order=1)
def hide_count_of_documents(request: HttpRequest, items: list[SummaryItem]) -> None:
    """Nor are they counted."""
    items[:] = [item for item in items if not isinstance(item, DocumentsSummaryItem)]
