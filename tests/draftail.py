"""Random rich text as Draftail stores it, by the exporter that Wagtail uses and with its configuration."""

import re
from collections.abc import Callable
from typing import Any

from draftjs_exporter import DOM, HTMLExporter
from hypothesis import strategies as st

STYLES = {"BOLD": "b", "ITALIC": "i", "SUPERSCRIPT": "sup", "SUBSCRIPT": "sub", "STRIKETHROUGH": "s"}
LISTS = {"unordered-list-item": "ul", "ordered-list-item": "ol"}


def keyed(element: str) -> Callable[[Any], Any]:
    return lambda props: DOM.create_element(element, {"data-block-key": props["block"].get("key")}, props["children"])


CONFIG: Any = {
    "block_map": {"unstyled": keyed("p"), "header-two": keyed("h2"), "blockquote": keyed("blockquote")}
    | {kind: {"element": keyed("li"), "wrapper": wrapper} for kind, wrapper in LISTS.items()}
    | {"atomic": lambda props: props["children"]},
    "style_map": STYLES,
    "entity_decorators": {
        "LINK": lambda props: DOM.create_element("a", {"href": props["url"]}, props["children"]),
        "PAGE": lambda props: DOM.create_element("a", {"linktype": "page", "id": props["id"]}, props["children"]),
        "EMBED": lambda props: DOM.create_element("embed", {"embedtype": "image", "alt": props["alt"]}),
    },
    "composite_decorators": [{"strategy": re.compile(r"\n"), "component": lambda props: DOM.create_element("br")}],
    "engine": DOM.STRING,
}
EXPORTER = HTMLExporter(CONFIG)
ENTITIES = {
    "0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": 'https://x.example/?a=1&b="<2>"'}},
    "1": {"type": "PAGE", "mutability": "MUTABLE", "data": {"id": 3}},
    "2": {"type": "EMBED", "mutability": "IMMUTABLE", "data": {"alt": 'a "b" <c>'}},
}
LETTERS = "ab 1,.&<>\"';#\n\u00a0é\u0627漢"


@st.composite
def draftail_html(draw: st.DrawFn) -> str:
    """Some paragraphs, headings, quotes, pictures and lists in lists."""
    blocks = []
    for number in range(draw(st.integers(1, 5))):
        kind = draw(st.sampled_from(["unstyled", "header-two", "blockquote", "atomic", *LISTS, *LISTS]))
        text = " " if kind == "atomic" else draw(st.text(LETTERS, max_size=12))
        span = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
        styles = draw(st.lists(st.tuples(st.sampled_from([*STYLES]), span), max_size=3))
        start, end = draw(span)
        entity = 2 if kind == "atomic" else draw(st.sampled_from([0, 1]))
        blocks.append(
            {
                "key": f"k{number}xyz",
                "text": text,
                "type": kind,
                "depth": draw(st.integers(0, 2)) if kind in LISTS else 0,
                "inlineStyleRanges": [{"style": s, "offset": a, "length": b - a} for s, (a, b) in styles if b > a],
                "entityRanges": [{"key": entity, "offset": 0 if kind == "atomic" else start, "length": 1}]
                if kind == "atomic" or end > start
                else [],
            }
        )
    content: Any = {"blocks": blocks, "entityMap": ENTITIES}
    return EXPORTER.render(content)
