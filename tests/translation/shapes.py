"""A small shape with every kind of part, for rules that hold for any shape."""

from __future__ import annotations

from pages.shapes import Fact, Fields, Items, Stream, Words

SMALL = Fields(
    "",
    {
        "name": Words("Name", critical=True, max_length=9),
        "body": Words("Text", rich=True),
        "code": Fact("Code"),
        "rows": Items("Rows", Items("Row", Words("Cell"))),
        "inner": Fields("Inner", {"note": Words("Note")}),
        "blocks": Stream(
            "Blocks", {"a": Words("A"), "b": Fields("B", {"text": Words("Text", rich=True, critical=True)})}
        ),
    },
)
