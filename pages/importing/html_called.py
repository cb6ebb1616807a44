"""What elements of a web page are called: words that say that they aren't of its document, and where those err."""

from __future__ import annotations

from lxml.html import HtmlElement

from pages.importing.html_disclosed import NAME_PART

NAVIGATION = "navigation"
FOOTER = "page footer"
FORM = "form"
RELATED = "links to other pages"

_CONTAINERS = frozenset({"div", "section", "ul", "ol", "aside", "header", "article", "table", "td", "center"})
# Words of `class` and `id` that sites of all languages use, since their makers write English.
NAMED = (
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
_MOST_BY_NAME = 0.2  # of the page's prose: a name that says "menu" of more than that is mistaken
_MOST_COMMENTS = 0.9


def name_of(element: HtmlElement) -> str:
    """The first word of its class or id that says what it is."""
    if element.tag not in _CONTAINERS:
        return ""
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return next((part.lower() for part in NAME_PART.findall(names) if part.lower() in NAMED), "")


def mistaken_names(
    start: HtmlElement, prose: dict[HtmlElement, int], whole: int, titles: set[HtmlElement]
) -> frozenset[str]:
    """Names of too much of the prose, in one element or in all that are called so. Comments may be longer than it."""
    total: dict[str, int] = {}
    inside: dict[HtmlElement, str] = {}
    for element in start.iterdescendants():
        around = inside.get(element.getparent(), "")
        name = name_of(element)
        if name and name != around and element not in titles:
            total[name] = total.get(name, 0) + prose.get(element, 0)
        inside[element] = name if name and element not in titles else around
    limits = {name: _MOST_COMMENTS if titles and NAMED[name] == "comments" else _MOST_BY_NAME for name in total}
    return frozenset(name for name, count in total.items() if count > limits[name] * whole)
