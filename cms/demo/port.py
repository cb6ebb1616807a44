"""Whether the demo can serve on a port: asked before anything is loaded, and answered in one line."""

from __future__ import annotations

import re
import socket
import sys
from argparse import ArgumentTypeError

HOST = "127.0.0.1"


class PortTakenError(OSError):
    """A port that nobody can listen on now."""


def port_number(text: str) -> int:
    """The port that a text names. Raises ArgumentTypeError, for argparse to print, where it names none."""
    if not re.fullmatch(r"[0-9]{1,5}", text) or not 1 <= int(text) <= 65535:
        raise ArgumentTypeError(f"{text!r} is no port, which is a number from 1 to 65535")
    return int(text)


def check_free(port: int) -> None:
    """Raises PortTakenError where a server of ours couldn't listen on this port."""
    with socket.socket() as probe:
        # As runserver does: the port of a server that has just ended is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise PortTakenError(f"nobody can listen on {HOST}:{port} now ({error.strerror})") from error


def main(target: str, text: str) -> None:
    """`python -m cms.demo.port TARGET PORT`: ends with one line that says what to type instead."""
    try:
        check_free(port_number(text))
    except (ArgumentTypeError, PortTakenError) as error:
        sys.exit(f"{error}. Choose another: make {target} PORT={8081 if text == '8080' else 8080}")


if __name__ == "__main__":
    main(*sys.argv[1:])
