"""What must be right in the environment before Plexus starts: each rule tells one line for each wrong value.

A line begins with the variable's name and says what to set. It never repeats an address that may hold a password.
"""

import os
import re
from collections.abc import Collection, Iterator, Mapping
from email.utils import parseaddr
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
import dj_email_url
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http.request import validate_host

from pages.languages import is_language_tag
from translation.policies import CRITICAL_POLICIES, Policy

SITE = re.compile(r"https?://([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?")
HOST = re.compile(r"\.?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.?|\[[0-9A-Fa-f:.]+\]")  # with a dot before it, subdomains too
DATABASE = re.compile(r"sqlite:///[^?#]+|postgres(ql)?://[^/?#\s]*/[^/?#\s]+(\?[^#\s]*)?")
DOTTED = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)+", re.ASCII)
EMAIL = re.compile(r"(smtp|submission)://([^/?#\s@]+@)?[A-Za-z0-9.-]+(:[0-9]{1,5})?/?(\?[^#\s]*)?")


def wrong_secret_key(key: str) -> Iterator[str]:
    """What Django's check security.W009 warns of, told before anything is signed with it."""
    if key.startswith("django-insecure-"):
        yield "SECRET_KEY: a key that begins with django-insecure- was made for development; make one of your own"
    elif len(key) < 50 or len(set(key)) < 5:
        yield "SECRET_KEY: set it to at least 50 random characters, kept secret"


def wrong_addresses(site_url: str, hosts: Collection[str]) -> Iterator[str]:
    """In production: the site is reached over TLS, under names that we list."""
    if not hosts:
        yield "ALLOWED_HOSTS: set it to the host names that this server answers to, comma-separated"
    for name in hosts:
        if name == "*":
            yield "ALLOWED_HOSTS: * would answer to any host name; list the real ones"
        elif not HOST.fullmatch(name):
            yield f"ALLOWED_HOSTS: {name!r} is no host name (bare names, without https:// or a port)"
    if not SITE.fullmatch(site_url):
        return  # which is told elsewhere
    if not site_url.startswith("https://"):
        yield "SITE_URL: begin it with https://; every request over http is sent there"
    host = urlsplit(site_url).hostname or ""
    host = f"[{host}]" if ":" in host else host
    if hosts and all(map(HOST.fullmatch, hosts)) and not validate_host(host, hosts):
        yield f"ALLOWED_HOSTS: {host!r}, the host of SITE_URL, is not in it"


def wrong_site_url(site_url: str) -> Iterator[str]:
    try:
        right = SITE.fullmatch(site_url) and urlsplit(site_url).port != 0
    except ValueError:  # a port beyond 65535
        right = False
    if not right:
        yield "SITE_URL: set it to the scheme and host of this site, such as https://cms.example.org, and no path"


def wrong_languages(codes: Collection[str], source: str) -> Iterator[str]:
    """`codes` are LANGUAGE_CODES, `source` is SOURCE_LANGUAGE."""
    if not codes:
        yield "LANGUAGE_CODES: it is empty; list the languages of the site, such as en,nl"
        return
    for code in codes:
        if not is_language_tag(code):
            yield f"LANGUAGE_CODES: {code!r} is no language tag (BCP 47) that CLDR knows"
    if len({code.lower() for code in codes}) < len(codes):
        yield "LANGUAGE_CODES: a language stands in it twice"
    if source not in codes:
        yield f"SOURCE_LANGUAGE: {source!r} is not one of LANGUAGE_CODES"


def read_fallbacks(text: str, source: str) -> dict[str, list[str]]:
    """`pt-PT=es,en sr-Latn=sr-Cyrl *=en`: after which language come which, best first. `*` is any; else it is `source`.

    What doesn't have this form is kept as a language without a chain, for `wrong_fallbacks` to tell.
    """
    chains: dict[str, list[str]] = {}
    for chain in text.split():
        tag, _, codes = chain.partition("=")
        chains[tag] = [*chains.get(tag, []), *filter(None, codes.split(","))]
    return {"*": [source], **chains}


def wrong_fallbacks(chains: Mapping[str, Collection[str]], languages: Collection[str], source: str) -> Iterator[str]:
    """`chains` are FALLBACKS as read, `languages` is LANGUAGE_CODES, `source` is SOURCE_LANGUAGE."""
    if not languages:
        return  # which is told elsewhere, and so is a wrong `source`
    for tag, codes in chains.items():
        if tag != "*" and not is_language_tag(tag):
            yield f"FALLBACKS: {tag!r} is no language tag (BCP 47) that CLDR knows"
        elif not codes:
            yield f"FALLBACKS: {tag} has no chain; write it as {tag}=en,nl with spaces between the chains"
        elif others := [code for code in codes if code not in {source, *languages}]:
            yield f"FALLBACKS: {', '.join(others)} after {tag}: not one of LANGUAGE_CODES"


def wrong_policies(other: str, critical: str) -> Iterator[str]:
    """`other` is NOT_CURRENT, `critical` is NOT_CURRENT_CRITICAL."""
    if other not in list(Policy):
        yield f"NOT_CURRENT: {other!r} is not one of {', '.join(Policy)}"
    if critical == Policy.PREVIOUS:
        yield "NOT_CURRENT_CRITICAL: an outdated text that can harm is never served; set source, omit or withdraw"
    elif critical not in CRITICAL_POLICIES:
        yield f"NOT_CURRENT_CRITICAL: {critical!r} is not one of {', '.join(CRITICAL_POLICIES)}"


def wrong_database_url(url: str, base: Path) -> Iterator[str]:
    """Empty is right: the SQLite database in DATA_DIR. The path of another begins at `base`."""
    if not url:
        return
    try:
        database = dj_database_url.parse(url) if DATABASE.fullmatch(url) else None
    except ValueError:  # a port that is no number, a bracket that doesn't close
        database = None
    if database and url.startswith("sqlite"):
        folder = (base / database["NAME"]).parent
        if not folder.is_dir():
            yield f"DATABASE_URL: there is no folder {folder}"
    elif not database:
        yield (
            "DATABASE_URL: set it to postgres://user:password@host:5432/name or sqlite:////folder/file"
            " (in a password, write %40 for @, %2F for / and so on)"
        )


def wrong_email(url: str, sender: str) -> Iterator[str]:
    """`url` is EMAIL_URL, which may be empty: no e-mail; `sender` is DEFAULT_FROM_EMAIL."""
    if not url:
        return
    try:
        right = bool(EMAIL.fullmatch(url) and dj_email_url.parse(url))
    except ValueError:
        right = False
    if not right:
        yield (
            "EMAIL_URL: set it to submission://user:password@host (port 587, STARTTLS), smtp://user:password@host:465?ssl=1"
            " or smtp://host (port 25, in the clear; in a password, write %40 for @, %2F for / and so on)"
        )
    try:
        validate_email(parseaddr(sender)[1])
    except ValidationError:
        yield "DEFAULT_FROM_EMAIL: set it to the address that e-mail comes from, such as Plexus <plexus@example.org>"


def wrong_machine_translation(name: str) -> Iterator[str]:
    """Empty is right: there is none. The module is looked for, not run: it may need these settings."""
    module = name.rpartition(".")[0]
    try:
        found = bool(DOTTED.fullmatch(name) and find_spec(module))
    except (ImportError, ValueError):  # its package is not there, or the module is one that is being run
        found = False
    if name and not found:
        yield f"MACHINE_TRANSLATION: {name!r} is no class in a module that can be found, such as package.module.Class"


def wrong_data_dir(folder: Path) -> Iterator[str]:
    """Makes the folder, and its parents, if they aren't there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        yield f"DATA_DIR: can't make the folder {folder}: {error.strerror}"
        return
    if not os.access(folder, os.W_OK | os.X_OK):
        yield f"DATA_DIR: this user may not write into {folder}"
