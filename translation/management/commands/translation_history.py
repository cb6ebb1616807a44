"""Prints what translations were, and brings an earlier text back."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from pages.models import ConditionPage
from pages.printable import printable
from translation.history import RestoreError, restore_text
from translation.models import TranslationEvent
from translation.rights import NoRightError


class Command(BaseCommand):
    help = "Print every text that a condition's translations into a language ever had, oldest first; restore one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("condition", metavar="CONDITION", help="the slug of a condition")
        parser.add_argument("--locale", required=True, help="the language")
        parser.add_argument("--path", help="only the text at this place: what follows the / in msgctxt")
        parser.add_argument("--restore", type=int, metavar="EVENT", help="make this text the translation again")
        parser.add_argument("--translator", metavar="USER", help="who restores it")

    def handle(self, *, condition: str, locale: str, restore: int | None, **options: Any) -> None:
        if locale not in settings.LANGUAGE_CODES:
            raise CommandError(f"no such language here: {locale}; there are {', '.join(settings.LANGUAGE_CODES)}")
        page = ConditionPage.objects.filter(slug=condition).first()
        if page is None:
            raise CommandError(f"no condition has the slug {condition}")
        events = TranslationEvent.objects.history_of(page.translation_key, locale, options["path"])
        if restore is not None:
            self._restore(events.filter(pk=restore).first(), restore, options["translator"])
            return
        if not events.exists():
            place = f" at {options['path']}" if options["path"] else ""
            raise CommandError(printable(f"{condition} was never translated into {locale}{place}"))
        for event in events.select_related("translation"):
            who = event.user_name or "nobody named"
            place = f"{event.at:%Y-%m-%d %H:%M} {event.state} {event.origin} {who} {event.translation.path}"
            self.stdout.write(printable(f"{event.pk}: {place}: {event.target_text}"))

    def _restore(self, event: TranslationEvent | None, number: int, name: str | None) -> None:
        user = User.objects.filter(username=name, is_active=True).first() if name else None
        if user is None:
            raise CommandError(f"there is no active user {name}" if name else "say with --translator who restores it")
        if event is None:
            raise CommandError(f"this condition has no text {number} in this language at this place")
        try:
            remarks = restore_text(event=event, user=user)
        except (NoRightError, RestoreError) as error:
            raise CommandError(printable(str(error))) from error
        for remark in remarks:
            self.stdout.write(printable(f"{remark.severity} {remark.kind}: {remark.message}"))
        self.stdout.write("restored; it is served when a second person has approved it")
