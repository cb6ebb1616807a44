"""Which parts of a web page aren't its document: menus, banners, cookie notices, footers. Nothing is taken out here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from pages.importing.html_disclosed import HEADING_TAGS, NAME_PART, Disclosed

NAVIGATION = "navigation"
FOOTER = "page footer"
HIDDEN = "hidden"
FORM = "form"
OUTSIDE = "outside of the page's main part"
CONTENTS = "table of contents"
RELATED = "links to other pages"

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
    | dict.fromkeys(
        "pagination sidebar sidenav subnav megamenu offcanvas toc masthead topbar langswitch".split(), NAVIGATION
    )
    | dict.fromkeys("cookie cookies cookiebar cookiebanner gdpr consent".split(), "cookies")
    | dict.fromkeys("share sharing social sharebar addthis addtoany socialmedia".split(), "sharing")
    | dict.fromkeys("survey questionnaire feedback rating captcha recaptcha".split(), "survey")
    | dict.fromkeys(
        "newsletter subscribe ad ads adslot advert advertisement advertising sponsored promo popup modal".split(),
        "advertising",
    )
    | dict.fromkeys("footer copyright imprint".split(), FOOTER)
    | dict.fromkeys("search searchbox searchform login".split(), FORM)
    | dict.fromkeys("related recommended recommendations trending".split(), RELATED)
    | dict.fromkeys("author authors byline".split(), "author")
    | dict.fromkeys("comments disqus".split(), "comments")
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST_BY_NAME = 0.2  # of the page's prose: a name that says "menu" of more than that is mistaken
_MOST = 0.5
_MOST_COMMENTS = 0.9
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
    mistaken = _mistaken_names(start, prose, whole, titles)
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
            name = _name_of(element)
            reason, limit = "" if name in mistaken else _NAMED.get(name, ""), 1
        if reason and element not in titles and prose.get(element, 0) <= limit * whole:
            found[element] = reason
            inside.add(element)
    return found


def _reason(element: HtmlElement, disclosed: Disclosed) -> str:
    return _by_kind(element, disclosed, within_main=False) or _NAMED.get(_name_of(element), "")


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


def _name_of(element: HtmlElement) -> str:
    """The first word of its class or id that says what it is."""
    if element.tag not in _CONTAINERS:
        return ""
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return next((part.lower() for part in NAME_PART.findall(names) if part.lower() in _NAMED), "")


def _mistaken_names(
    start: HtmlElement, prose: dict[HtmlElement, int], whole: int, titles: set[HtmlElement]
) -> frozenset[str]:
    """Names of too much of the prose, in one element or in all that are called so. Comments may be longer than it."""
    total: dict[str, int] = {}
    inside: dict[HtmlElement, str] = {}
    for element in start.iterdescendants():
        around = inside.get(element.getparent(), "")
        name = _name_of(element)
        if name and name != around and element not in titles:
            total[name] = total.get(name, 0) + prose.get(element, 0)
        inside[element] = name if name and element not in titles else around
    limits = {name: _MOST_COMMENTS if titles and _NAMED[name] == "comments" else _MOST_BY_NAME for name in total}
    return frozenset(name for name, count in total.items() if count > limits[name] * whole)


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
