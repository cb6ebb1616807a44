"""Runs a management command, or one of the benchmarks' own steps; tells on stderr how long, and counts its queries."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")

from cms.startup import set_up

set_up()

from django.core.management import call_command
from django.db import connection

from bench.site import build_site, compose_language


def main(name: str, *arguments: str) -> None:
    """Runs `name` with its arguments as typed."""
    count = 0

    def counted(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal count
        count += 1
        return execute(sql, params, many, context)

    began = time.perf_counter()
    with connection.execute_wrapper(counted):
        match name, arguments:
            case "bench.site", (conditions, *languages):
                build_site(int(conditions), languages)
            case "bench.nothing", ():
                pass
            case "bench.compose", (locale,):
                compose_language(locale)
            case _:
                call_command(name, *arguments)
    print(f"\nwork: {time.perf_counter() - began:.3f}\nqueries: {count}", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
