"""Facts about languages, from CLDR through Babel: names, direction, and which language answers which request.

Codes are BCP 47 language tags with hyphens (RFC 5646: `nl`, `pt-BR`, `zh-Hant`), in any case. Babel writes them with
underscores; nobody outside this module has to know.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from babel import Locale, localedata
from babel.core import get_global

_ALIASES: dict[str, str] = {  # "iw" -> "he", "sh" -> "sr_Latn"
    **get_global("language_aliases"),
    "no": "nb",  # CLDR's language matching takes them for the same, its alias table leaves it out
}
_REGION_ALIASES = get_global("territory_aliases")  # "UK" -> ["GB"]
_LIKELY = get_global("likely_subtags")  # "zh_TW" -> "zh_Hant_TW"
_PARENTS = get_global("parent_exceptions")  # "en_AU" -> "en_001"
_ENGLISH = Locale("en")

# Scripts written from right to left: CLDR's scriptMetadata ("rtl": "YES"), those that a living language uses.
_RTL_SCRIPTS = frozenset(
    ("Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi")
)

# RFC 5646 §2.1, without the grandfathered tags.
_TAG = re.compile(
    r"""(?P<language>[a-z]{2,3}) (?:-(?P<extlang>[a-z]{3}))?
        (?:-(?P<script>[a-z]{4}))?
        (?:-(?P<region>[a-z]{2}|[0-9]{3}))?
        (?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)
        (?P<extensions>(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?)""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
# RFC 9110 §12.5.4 and §12.4.2, a language range being that of RFC 4647 §2.1.
_ACCEPT_PART = re.compile(
    r"(\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)(?:[ \t]*;[ \t]*q=(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?))?",
    re.IGNORECASE | re.ASCII,
)


class _Subtags(NamedTuple):
    language: str
    script: str
    region: str
    variants: tuple[str, ...] = ()
    extensions: str = ""

    def join(self, separator: str) -> str:
        return separator.join(filter(None, (self.language, self.script, self.region, *self.variants)))


def is_well_formed(code: str) -> bool:
    """Whether `code` has the form of a language tag (RFC 5646 §2.1), whatever it names."""
    return _parse(code) is not None


def without_extensions(code: str) -> str:
    """A tag without extensions and private use (RFC 5646 §2.2.6 f.), which name no other language: phones add them.

    `en-US-u-mu-celsius` is `en-US`. What isn't well formed stays as it is.
    """
    match = _TAG.fullmatch(code)
    return code[: match.start("extensions")] if match else code


def is_language_tag(code: str) -> bool:
    """Whether `code` is a language tag whose every part CLDR knows, so that all functions here can answer for it.

    A pair without locale data of its own is fine (Polish in Britain, `pl-GB`); extensions and private use are not.
    """
    tag = _parse(code)
    return (
        tag is not None
        and not tag.extensions
        and tag.language != "und"
        and localedata.exists(tag.language)
        and (not tag.script or tag.script in _ENGLISH.scripts)
        and (not tag.region or tag.region in _ENGLISH.territories)
        and all(variant.upper() in _ENGLISH.variants for variant in tag.variants)
    )


def canonical_tag(code: str) -> str:
    """`code` in the case of RFC 5646 §2.1.1: `ZH-hant` is `zh-Hant`. Raises ValueError if CLDR doesn't know it."""
    return _known(code).join("-")


def cldr_locale(code: str) -> Locale:
    """The CLDR data (numbers, lists, dates, plurals) that serve `code`: those of `pl` for `pl-GB`.

    Raises ValueError if CLDR doesn't know the language.
    """
    tag = _known(code)
    likely = _maximise(tag)
    names = (
        _Subtags(likely.language, likely.script, tag.region).join("_"),
        _Subtags(likely.language, likely.script, "").join("_"),
        _Subtags(likely.language, "", tag.region).join("_"),
        likely.language,
    )
    return Locale.parse(next((name for name in names if localedata.exists(name)), tag.language))


def language_name(code: str, in_code: str) -> str:
    """What the language `code` is called in the language `in_code`: `zh-Hant` in `en` is “Traditional Chinese”.

    A part that CLDR has no name for in that language stands as its code. Raises ValueError if it doesn't know one of
    the languages.
    """
    tag = _known(code)
    names = cldr_locale(in_code)
    # CLDR names some pairs as a whole (“Flemish”); the longest that it names comes first, the rest in brackets.
    for whole in (
        _Subtags(tag.language, tag.script, tag.region),
        _Subtags(tag.language, tag.script, ""),
        _Subtags(tag.language, "", tag.region),
        _Subtags(tag.language, "", ""),
    ):
        name = names.languages.get(whole.join("_"))
        if name is not None:
            break
    else:
        name = tag.language
    rest = [
        *([names.scripts.get(tag.script, tag.script)] if tag.script and not whole.script else []),
        *([names.territories.get(tag.region, tag.region)] if tag.region and not whole.region else []),
        *(names.variants.get(variant.upper(), variant) for variant in tag.variants),
    ]
    return f"{name} ({', '.join(rest)})" if rest else name


def own_name(code: str) -> str:
    """What the language is called in itself: `nl` is “Nederlands”. Raises ValueError if CLDR doesn't know it."""
    return language_name(code, code)


def direction(code: str) -> Literal["ltr", "rtl"]:
    """Which way the language is written, by the script it is (likely) written in.

    Raises ValueError if CLDR doesn't know the language.
    """
    return "rtl" if _maximise(_known(code)).script in _RTL_SCRIPTS else "ltr"


def parse_accept_language(header: str) -> list[tuple[str, float]]:
    """The language ranges of an Accept-Language header with their weights, the most wanted first (RFC 9110 §12.5.4).

    What is malformed is left out. `*` and ranges with weight 0 (“not this one”) are in the list: the caller decides.
    """
    matches = (_ACCEPT_PART.fullmatch(part.strip(" \t")) for part in header.split(","))
    ranges = [(match[1], float(match[2] or "1")) for match in matches if match]
    return sorted(ranges, key=lambda pair: -pair[1])


def best_match(wanted: Sequence[str], available: Sequence[str]) -> str | None:
    """The one of `available` that answers the first of `wanted` that any can answer, or None.

    RFC 4647 §3.4 lookup, on tags completed with CLDR's likely subtags, and with CLDR's parents instead of cutting off
    the end: so `zh-TW` finds `zh-Hant` and never `zh-Hans`, and `es-MX` finds `es-419` before `es`. Language and script
    must be the same. Of several regions the nearest relative wins, then the first of `available`. `*` finds nothing:
    what to answer then is for the caller to say.
    """
    by_language: dict[tuple[str, str], list[tuple[str, _Subtags]]] = {}
    for code in available:
        tag = _likely(code)
        if tag is not None:
            by_language.setdefault(tag[:2], []).append((code, tag))
    for code in wanted:
        tag = _likely(code)
        if tag is not None and tag[:2] in by_language:
            return min(by_language[tag[:2]], key=lambda pair: _distance((code, tag), pair))[0]
    return None


def _distance(wanted: tuple[str, _Subtags], offered: tuple[str, _Subtags]) -> tuple[int, ...]:
    """How far the offered tag is from the wanted one of the same language and script; a smaller tuple is nearer."""
    (wanted_code, wanted_tag), (offered_code, offered_tag) = wanted, offered
    if wanted_code.lower() == offered_code.lower():
        return (0,)
    other_variants = int(wanted_tag.variants != offered_tag.variants)
    if wanted_tag.region == offered_tag.region:
        return 1, other_variants
    # `pt` stands for all of Portuguese, though it is likely to be that of Brazil: it is nearer to pt-PT than pt-BR is.
    offered_region = offered_tag.region if (_parse(offered_code) or offered_tag).region else ""
    up, down = _line_of_parents(wanted_tag), _line_of_parents(offered_tag._replace(region=offered_region))
    shared = next(parent for parent in up if parent in down)  # at the latest the language without a region
    return 2, up.index(shared), down.index(shared), other_variants


@lru_cache(maxsize=2048)
def _line_of_parents(tag: _Subtags) -> tuple[_Subtags, ...]:
    """The tag and its parents in CLDR, up to the language and script alone: en-Latn-AU, en-Latn-001, en-Latn."""
    language = _Subtags(tag.language, tag.script, "")
    line = [_Subtags(tag.language, tag.script, tag.region)]
    is_default_script = _maximise(_Subtags(tag.language, "", "")).script == tag.script
    while line[-1].region:
        key = line[-1]._replace(script="") if is_default_script else line[-1]
        parent = _read(_PARENTS.get(key.join("_"), ""))
        in_same_script = parent.language == tag.language and parent.script in ("", tag.script)
        line.append(parent._replace(script=tag.script) if in_same_script else language)
    return tuple(line)


@lru_cache(maxsize=2048)
def _likely(code: str) -> _Subtags | None:
    """The tag with its likely script and region; None if it is malformed or CLDR knows nothing of the language."""
    tag = _parse(code)
    if tag is None:
        return None
    likely = _maximise(tag)
    return likely if likely.script and likely.language != "und" else None


def _maximise(tag: _Subtags) -> _Subtags:
    """The tag without aliases, and with its likely script and region (UTS #35, Likely Subtags)."""
    alias = _read(_ALIASES.get(tag.language, tag.language))
    regions = _REGION_ALIASES.get(tag.region, [tag.region])
    language, script = alias.language, tag.script or alias.script
    region = regions[0] if tag.region and len(regions) == 1 else tag.region or alias.region
    for key in ((language, script, region), (language, "", region), (language, "", "")):
        found = _LIKELY.get(_Subtags(*key).join("_"))
        if found is not None:
            likely = _read(found)
            return tag._replace(language=language, script=script or likely.script, region=region or likely.region)
    return tag._replace(language=language, script=script, region=region)


def _known(code: str) -> _Subtags:
    tag = _parse(code)
    if tag is None or not is_language_tag(code):
        raise ValueError(f"{code!r} is no language tag (BCP 47) that CLDR knows; nl, pt-BR and zh-Hant are")
    return tag


@lru_cache(maxsize=2048)
def _parse(code: str) -> _Subtags | None:
    match = _TAG.fullmatch(code)
    if match is None:
        return None
    return _Subtags(
        # zh-yue is the older form of yue (RFC 5646 §4.1.2).
        (match["extlang"] or match["language"]).lower(),
        (match["script"] or "").title(),
        (match["region"] or "").upper(),
        tuple(match["variants"].lower().split("-")[1:]),
        match["extensions"].lower(),
    )


def _read(identifier: str) -> _Subtags:
    """One of CLDR's own identifiers, as Babel writes them."""
    return _parse(identifier.replace("_", "-")) or _Subtags("", "", "")
