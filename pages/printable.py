"""Text from strangers, made safe to print: it must act on nobody's terminal, and hide nothing from the eye."""


def printable(text: str) -> str:
    """`text` with line ends, control characters and direction controls shown as escapes."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
