"""Rights per language: who may translate into a language, and who may approve what others wrote in it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from django.contrib.auth.models import AnonymousUser, User

from translation.models import LanguageRight


class Right(Enum):
    """What somebody may do in a language: the field of LanguageRight that gives it, and how a message calls it."""

    TRANSLATE = ("may_translate", "translate into")
    REVIEW = ("may_review", "approve translations into")

    def __init__(self, field: str, words: str) -> None:
        self.field = field
        self.words = words


class NoRightError(Exception):
    """Somebody lacks the right for what they are about to do in a language."""

    def __init__(self, user: User, right: Right, locale: str) -> None:
        remedy = (
            "in the admin, under Settings, give the right to one of the groups they are in"
            if user.is_active
            else "the account is not active"
        )
        super().__init__(f"{user.get_username()} may not {right.words} {locale}: {remedy}")


def rights_of(user: User | AnonymousUser, locales: Iterable[str]) -> dict[str, frozenset[Right]]:
    """`{locale: what they may do in it}`: by the groups that they are in, or everything as a superuser. One query.

    That nobody approves what they wrote themselves is another rule (translation/second_person.py).
    """
    codes = list(locales)
    if isinstance(user, AnonymousUser) or not user.is_active or user.is_superuser:
        return dict.fromkeys(codes, frozenset(Right) if user.is_active else frozenset())
    found: dict[str, set[Right]] = {code: set() for code in codes}
    for row in LanguageRight.objects.filter(group__user=user, locale__in=codes):
        found[row.locale] |= {right for right in Right if getattr(row, right.field)}
    return {code: frozenset(rights) for code, rights in found.items()}


def require_rights(*, locale: str, translator: User | None = None, reviewer: User | None = None) -> None:
    """Raises NoRightError for the first of them who lacks the right. Nobody named, nobody asked."""
    for user, right in ((translator, Right.TRANSLATE), (reviewer, Right.REVIEW)):
        if user is not None and right not in rights_of(user, [locale])[locale]:
            raise NoRightError(user, right, locale)
