"""What the editors' desk leaves out of Wagtail's admin."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem


@hooks.register("construct_main_menu")
def hide_documents(request: HttpRequest, items: list[MenuItem]) -> None:
    """Patient information has no attachments: what isn't in the blocks can't be translated or served offline."""
    items[:] = [item for item in items if item.name != "documents"]
