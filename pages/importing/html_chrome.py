"""Which parts of a web page aren't its document: menus, banners, cookie notices, footers. Nothing is taken out here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from pages.importing.html_disclosed import NAME_PART, Disclosed

NAVIGATION = "navigation"
FOOTER = "page footer"
HIDDEN = "hidden"
FORM = "form"
OUTSIDE = "outside of the page's main part"
CONTENTS = "table of contents"

_TAGS = {"nav": NAVIGATION, "footer": FOOTER, "dialog": HIDDEN, "menu": NAVIGATION}
_CONTAINERS = frozenset({"div", "section", "ul", "ol", "aside", "header", "article", "table", "td", "center"})
_CONTROLS = frozenset({"button", "select", "textarea", "option", "datalist", "label", "fieldset", "form"})
_ROLES = {"navigation": NAVIGATION, "banner": NAVIGATION, "contentinfo": FOOTER, "search": FORM, "dialog": HIDDEN}
_ROLES |= {
    "tablist": NAVIGATION,
    "alertdialog": HIDDEN,
    "menu": NAVIGATION,
    "menubar": NAVIGATION,
    "toolbar": NAVIGATION,
}
# Words of `class` and `id` that sites of all languages use, since their makers write English.
_NAMED = (
    dict.fromkeys(
        "nav navbar navigation menu submenu breadcrumb breadcrumbs crumbs skip skiplink pager".split(), NAVIGATION
    )
    | dict.fromkeys("pagination sidebar sidenav toc masthead topbar langswitch".split(), NAVIGATION)
    | dict.fromkeys("cookie cookies cookiebar cookiebanner gdpr consent".split(), "cookies")
    | dict.fromkeys("share sharing social sharebar addthis addtoany socialmedia".split(), "sharing")
    | dict.fromkeys("survey questionnaire feedback rating captcha recaptcha".split(), "survey")
    | dict.fromkeys("newsletter subscribe advert advertisement ads promo popup modal".split(), "advertising")
    | dict.fromkeys("footer copyright imprint".split(), FOOTER)
    | dict.fromkeys("search searchbox searchform login".split(), FORM)
    | dict.fromkeys("comments disqus".split(), "comments")
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST_BY_NAME = 0.2  # of the page's prose: a name that says "menu" of more than that is mistaken
_MOST = 0.5
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
    below = start.iterdescendants()
    inside: set[HtmlElement] = set()
    for element in below:
        if element.getparent() in inside:
            inside.add(element)
            continue
        reason = _by_kind(element, disclosed, within_main=main is not None)
        limit = _MOST
        if not reason:
            reason, limit = _by_name(element), _MOST_BY_NAME
        if reason and element not in titles and prose.get(element, 0) <= limit * whole:
            found[element] = reason
            inside.add(element)
    return found


def _reason(element: HtmlElement, disclosed: Disclosed) -> str:
    return _by_kind(element, disclosed, within_main=False) or _by_name(element)


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


def _by_name(element: HtmlElement) -> str:
    if element.tag not in _CONTAINERS:
        return ""
    names = f"{element.get('class', '')} {element.get('id', '')}"
    for part in NAME_PART.findall(names):
        if reason := _NAMED.get(part.lower()):
            return reason
    return ""


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
