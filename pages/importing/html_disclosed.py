"""What a press of a button shows: the panels of accordions and tabs. Hidden, and of the document all the same."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from pages.importing.wording import normalise

HEADING_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")
NAME_PART = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*")

_PANELS = frozenset("accordion collapse collapsible collapsed tab tabs tabpanel panel toggle expand expandable".split())
_PANELS |= frozenset("expander disclosure details faq".split())
_BARS = frozenset("accordion collapse collapsible collapsed toggle expand expandable expander faq".split())
_TARGETS = ("aria-controls", "data-target", "data-bs-target")
_TOGGLES = ("data-toggle", "data-bs-toggle")
_UNSEEN = ("script", "style", "template", "noscript")
_LEAST = 25  # characters in a panel that is worth a heading, unless it is called a panel


class Disclosed:
    """How much text is in each element, how much of it in links, and what shows it."""

    def __init__(self, root: HtmlElement) -> None:
        self.text: dict[HtmlElement, int] = {}
        self.linked: dict[HtmlElement, int] = {}
        self.control: dict[str, HtmlElement] = {}
        self.by_id: dict[str, HtmlElement] = {}
        self.in_heading: set[HtmlElement] = set()
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        for element in elements:
            self._note(element)
        for element in reversed(elements):
            self._count(element)

    def is_panel(self, element: HtmlElement) -> bool:
        """Whether a hidden element is one, and holds a text: menus that open hold links."""
        if 2 * self.linked.get(element, 0) > self.text.get(element, 0) or not self.text.get(element):
            return False
        if element.get("role") == "tabpanel" or element.get("id") in self.control:
            return True
        parent = element.getparent()
        return bool(_PANELS & _names(element)) or (parent is not None and bool(_PANELS & _names(parent)))

    def is_heading(self, button: HtmlElement) -> bool:
        """Whether a button, or a link that acts as one, stands in a heading or is one: what it shows is a text."""
        if button in self.in_heading:
            return True
        opens = any(name in button.attrib for name in ("aria-expanded", *_TARGETS)) or _is_collapse(button)
        if not opens and (button.tag != "button" or not _BARS & _names(button)):
            return False
        return any(self._is_text(panel) for panel in self._shown_by(button))

    def _shown_by(self, button: HtmlElement) -> list[HtmlElement]:
        """What it names; else what stands after it, or after the element that holds nothing else."""
        if named := [self.by_id[target] for target in _targets(button) if target in self.by_id]:
            return named
        around, beside = button.getparent(), button.getnext()
        if beside is None and around is not None and self.text.get(around) == self.text.get(button):
            after = around.getnext()
            if after is not None and _PANELS & (_names(button) | _names(after)):
                beside = after
        return [] if beside is None else [beside]

    def _is_text(self, panel: HtmlElement) -> bool:
        text, linked = self.text.get(panel, 0), self.linked.get(panel, 0)
        return text >= (1 if _PANELS & _names(panel) else _LEAST) and 2 * linked <= text

    def label(self, panel: HtmlElement) -> str:
        """What the tab of a panel says, unless the panel begins with a heading that says so too."""
        own = panel.get("aria-labelledby", "")
        tab = self.by_id.get(own) if own else self.control.get(panel.get("id", ""))
        if tab is None or not _is_tab(tab) or self.text.get(panel, 0) < _LEAST:
            return ""
        said = " ".join("".join(tab.itertext()).split())
        for element in panel.iterdescendants():
            if _is_heading(element):
                return "" if normalise(said) in normalise("".join(element.itertext())) else said
            if (element.text or "").strip():
                break
        return said

    def _note(self, element: HtmlElement) -> None:
        if name := element.get("id"):
            self.by_id.setdefault(name, element)
        around = element.getparent()
        if around is not None and (around in self.in_heading or _is_heading(around)):
            self.in_heading.add(element)
        for target in _targets(element):
            self.control.setdefault(target, element)

    def _count(self, element: HtmlElement) -> None:
        if element.tag in _UNSEEN:
            return
        texts = [element.text, *(child.tail for child in element)]
        own = sum(len(text.strip()) for text in texts if text)
        self.text[element] = own + sum(self.text.get(child, 0) for child in element)
        below = sum(self.linked.get(child, 0) for child in element)
        self.linked[element] = self.text[element] if element.tag == "a" and element.get("href") else below


def _is_heading(element: HtmlElement) -> bool:
    return element.tag in HEADING_TAGS or element.get("role") == "heading"


def _is_tab(element: HtmlElement) -> bool:
    return element.get("role") == "tab" or any(element.get(name) in ("tab", "pill") for name in _TOGGLES)


def _is_collapse(element: HtmlElement) -> bool:
    return any(element.get(name) == "collapse" for name in _TOGGLES)


def _targets(element: HtmlElement) -> list[str]:
    found = [part.lstrip("#") for name in _TARGETS for part in element.get(name, "").split()]
    href = element.get("href", "")
    shows = _is_tab(element) or _is_collapse(element) or "aria-expanded" in element.attrib
    if shows and href.startswith("#") and len(href) > 1:
        found.append(href[1:])
    return found


def _names(element: HtmlElement) -> frozenset[str]:
    return frozenset(part.lower() for part in NAME_PART.findall(element.get("class", "")))
