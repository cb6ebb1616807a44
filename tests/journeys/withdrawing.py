"""Every way in which a condition can be withdrawn, by what happens to it or to a page above it."""

from __future__ import annotations

from wagtail.models import Page, PageViewRestriction

from pages.models import ConditionIndexPage, ConditionPage, HomePage


def unpublish(page: ConditionPage) -> None:
    page.unpublish()


def unpublish_index(page: ConditionPage) -> None:
    page.get_parent().specific.unpublish()


def unpublish_home(page: ConditionPage) -> None:
    HomePage.objects.get().unpublish()


def unpublish_home_as_page(page: ConditionPage) -> None:
    Page.objects.get(pk=HomePage.objects.get().pk).unpublish()


def delete(page: ConditionPage) -> None:
    page.delete()


def delete_as_page(page: ConditionPage) -> None:
    Page.objects.get(pk=page.pk).delete()


def delete_index(page: ConditionPage) -> None:
    page.get_parent().specific.delete()


def delete_queryset(page: ConditionPage) -> None:
    Page.objects.filter(pk=page.pk).delete()


def another_index(*, live: bool) -> ConditionIndexPage:
    return HomePage.objects.get().add_child(instance=ConditionIndexPage(title="Archive", slug="archive", live=live))


def move_below_unpublished(page: ConditionPage) -> None:
    page.move(another_index(live=False), pos="last-child")


def move_below_private(page: ConditionPage) -> None:
    index = another_index(live=True)
    PageViewRestriction.objects.create(page=index, restriction_type=PageViewRestriction.LOGIN)
    page.move(index, pos="last-child")


def restrict(page: ConditionPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def restrict_index(page: ConditionPage) -> None:
    PageViewRestriction.objects.create(
        page=page.get_parent(), restriction_type=PageViewRestriction.PASSWORD, password="secret"
    )


def save_as_not_live(page: ConditionPage) -> None:
    page.live = False
    page.save()
