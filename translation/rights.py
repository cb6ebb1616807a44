"""Rights per language: who may translate into a language, and who may approve what others wrote in it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from django.contrib.auth.models import AnonymousUser, User

from translation.models import LanguageRight


class Deed(Enum):
    """What somebody needs a right for: the field of LanguageRight that gives it, and how a message calls it."""

    TRANSLATE = ("may_translate", "translate into")
    REVIEW = ("may_review", "approve translations into")

    def __init__(self, field: str, words: str) -> None:
        self.field = field
        self.words = words


class NoRightError(Exception):
    """Somebody lacks the right for what they are about to do in a language."""

    def __init__(self, user: User, deed: Deed, locale: str) -> None:
        self.user, self.deed, self.locale = user, deed, locale
        remedy = (
            "in the admin, under Settings, give the right to one of the groups they are in"
            if user.is_active
            else "the account is not active"
        )
        super().__init__(f"{user.get_username()} may not {deed.words} {locale}: {remedy}")


def may_translate(user: User | AnonymousUser, locale: str) -> bool:
    """Whether the texts of this language are theirs to write: by a group of theirs, or as a superuser."""
    return _may(user, Deed.TRANSLATE, locale)


def may_review(user: User | AnonymousUser, locale: str) -> bool:
    """Whether they may approve texts of this language. That they didn't write them is another rule."""
    return _may(user, Deed.REVIEW, locale)


def deeds_of(user: User | AnonymousUser, locales: Iterable[str]) -> dict[str, frozenset[Deed]]:
    """`{locale: what they may do in it}`, for pages that show several languages. One query at the most."""
    codes = list(locales)
    if isinstance(user, AnonymousUser) or not user.is_active or user.is_superuser:
        return dict.fromkeys(codes, frozenset(Deed) if user.is_active else frozenset())
    found: dict[str, set[Deed]] = {code: set() for code in codes}
    for right in LanguageRight.objects.filter(group__user=user, locale__in=codes):
        found[right.locale] |= {deed for deed in Deed if getattr(right, deed.field)}
    return {code: frozenset(deeds) for code, deeds in found.items()}


def require_rights(*, locale: str, translator: User | None = None, reviewer: User | None = None) -> None:
    """Raises NoRightError for the first of them who lacks the right. Nobody named, nobody asked."""
    for user, deed in ((translator, Deed.TRANSLATE), (reviewer, Deed.REVIEW)):
        if user is not None and not _may(user, deed, locale):
            raise NoRightError(user, deed, locale)


def _may(user: User | AnonymousUser, deed: Deed, locale: str) -> bool:
    if isinstance(user, AnonymousUser):
        return False
    if not user.is_active or user.is_superuser:
        return user.is_active
    return LanguageRight.objects.filter(group__user=user, locale=locale, **{deed.field: True}).exists()
