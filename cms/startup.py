"""Start-up of a command: nothing that it makes is ever thrown away, so nobody looks through it for garbage."""

from __future__ import annotations

import gc

import django

OBJECTS = 50_000  # new ones, before they are looked through; by default 700, which takes a tenth of an export


def set_up() -> None:
    """`django.setup()` for a process that runs one command (https://docs.python.org/3/library/gc.html#gc.freeze).

    Otherwise the collector goes through all of Django and Wagtail time and again: a sixth of a large import.
    """
    gc.disable()
    django.setup()
    gc.freeze()
    gc.set_threshold(OBJECTS)
    gc.enable()
