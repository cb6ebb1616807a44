"""Which parts of a web page aren't its document: menus, banners, cookie notices, footers. Nothing is taken out here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from pages.importing.boilerplate import CONTENTS
from pages.importing.html_called import FOOTER, FORM, NAMED, NAVIGATION, RELATED, mistaken_names, name_of
from pages.importing.html_disclosed import HEADING_TAGS, Disclosed

HIDDEN = "hidden"
OUTSIDE = "outside of the page's main part"

_TAGS = {"nav": NAVIGATION, "footer": FOOTER, "dialog": HIDDEN, "menu": NAVIGATION}
_CONTROLS = frozenset({"button", "select", "textarea", "option", "datalist", "label", "fieldset", "form"})
_ROLES = {"navigation": NAVIGATION, "banner": NAVIGATION, "contentinfo": FOOTER, "search": FORM, "dialog": HIDDEN}
_ROLES |= {
    "tablist": NAVIGATION,
    "alertdialog": HIDDEN,
    "menu": NAVIGATION,
    "menubar": NAVIGATION,
    "toolbar": NAVIGATION,
}
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST = 0.5
_NEAR = 3  # children that are looked at
_SHORT = 25  # characters: labels and links


def chrome_of(root: HtmlElement, disclosed: Disclosed) -> dict[HtmlElement, str]:
    """The outermost elements that aren't of the document, each with the reason why they are dropped.

    By what they are (the landmarks of HTML and ARIA), then by what they are called. Nothing that has the page's
    heading, or much of its prose, is ever among them.
    """
    prose = _prose(root)
    whole = prose.get(root, 0) or 1
    titles = _title_path(root)
    main = _main_part(root, prose, whole, titles)
    found: dict[HtmlElement, str] = {}
    for element in _outside(main) if main is not None else ():
        found[element] = _reason(element, disclosed) or OUTSIDE
    start = main if main is not None else root
    mistaken = mistaken_names(start, prose, whole, titles)
    inside: set[HtmlElement] = set()
    for element in start.iterdescendants():
        if element.getparent() in inside:
            inside.add(element)
            continue
        reason = _by_kind(element, disclosed, within_main=main is not None)
        limit: float = _MOST
        if not reason and _is_inset(element, disclosed):
            reason = RELATED
        if not reason:
            name = name_of(element)
            reason, limit = "" if name in mistaken else NAMED.get(name, ""), 1
        if reason and element not in titles and prose.get(element, 0) <= limit * whole:
            found[element] = reason
            inside.add(element)
    return found


def _reason(element: HtmlElement, disclosed: Disclosed) -> str:
    return _by_kind(element, disclosed, within_main=False) or NAMED.get(name_of(element), "")


def _by_kind(element: HtmlElement, disclosed: Disclosed, *, within_main: bool) -> str:
    tag = element.tag
    if tag in _TAGS:
        return _TAGS[tag]
    if tag in _CONTROLS:
        return "" if tag == "button" and disclosed.is_heading(element) else FORM
    if tag in ("header", "aside") and not within_main and not _has_ancestor(element, ("article", "section", "main")):
        return NAVIGATION
    if reason := _ROLES.get(element.get("role", "").strip().lower()):
        return reason
    if "hidden" in element.attrib or _HIDDEN_STYLE.search(element.get("style", "")):
        return "" if disclosed.is_panel(element) else HIDDEN
    if tag in ("ul", "ol") and _is_contents(element):
        return CONTENTS
    return ""


def _is_inset(element: HtmlElement, disclosed: Disclosed) -> bool:
    """A heading over links to other pages, between two paragraphs: what comes after it isn't under that heading."""
    linked, text = disclosed.linked.get(element, 0), disclosed.text.get(element, 0)
    if element.tag not in ("div", "aside", "section", "figure") or not 0 < linked < text <= 5 * linked:
        return False
    near = (*element, *(below for child in element[:_NEAR] for below in child[:_NEAR]))
    heading = next((below for below in near if below.tag in HEADING_TAGS), None)
    if heading is None or text - linked > disclosed.text.get(heading, 0) - disclosed.linked.get(heading, 0):
        return False
    after = element.getnext()
    while after is not None and not disclosed.text.get(after):
        after = after.getnext()
    return after is not None and after.tag == "p" and disclosed.text[after] > _SHORT


def _is_contents(element: HtmlElement) -> bool:
    """A list of nothing but links to places in the same page."""
    links = list(element.iter("a"))
    linked = sum(len("".join(link.itertext()).strip()) for link in links)
    return (
        len(links) > 1
        and all(link.get("href", "").startswith("#") for link in links)
        and linked >= 0.9 * len("".join("".join(element.itertext()).split(" ")).strip() or " ")
    )


def _prose(root: HtmlElement) -> dict[HtmlElement, int]:
    """By element, how many characters of its text are prose: longer than a label, and no link."""
    found: dict[HtmlElement, int] = {}
    for element in root.iter():
        texts = [element.text] if element.tag not in ("a", "script", "style", "template", "noscript") else []
        texts += [child.tail for child in element]
        own = sum(len(text) for text in texts if text and len(text.strip()) > _SHORT)
        if not own:
            continue
        place: HtmlElement | None = element
        while place is not None:
            found[place] = found.get(place, 0) + own
            place = place.getparent()
    return found


def _title_path(root: HtmlElement) -> set[HtmlElement]:
    """The page's heading and all that it stands in. A site's own name, in its header, gives way to another heading."""
    headings = list(root.iter("h1"))
    own = (heading for heading in headings if not _has_ancestor(heading, ("header", "nav", "footer", "aside")))
    heading = next(own, headings[0] if headings else None)
    return {heading, *heading.iterancestors()} if heading is not None else set()


def _main_part(
    root: HtmlElement, prose: dict[HtmlElement, int], whole: int, titles: set[HtmlElement]
) -> HtmlElement | None:
    """The element that says that it is the main part, if it has most of the prose, and the heading if there is one."""
    mains = [e for e in root.iter() if e.tag == "main" or e.get("role", "").strip().lower() == "main"]
    if not mains:
        mains = list(root.iter("article"))
    for main in mains:
        if prose.get(main, 0) > _MOST * whole and (not titles or main in titles):
            return main
    return None


def _outside(main: HtmlElement) -> Iterator[HtmlElement]:
    place = main
    while (parent := place.getparent()) is not None:
        for sibling in parent:
            if sibling is not place and sibling.tag != "head":
                yield sibling
        place = parent


def _has_ancestor(element: HtmlElement, tags: tuple[str, ...]) -> bool:
    return next(element.iterancestors(*tags), None) is not None
