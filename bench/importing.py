"""How long an import of old pages takes: 1,000 documents of about 10 KB, half of them web pages with a site around.

`python -m bench.importing FOLDER` writes the documents; then, with a migrated database of its own,
`time manage.py import_conditions FOLDER --locale en` is what is measured (wanted: 60 s).
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

PARTS = ["What is {x}?", "What causes {x}?", "Symptoms", "How is {x} diagnosed?", "Treatment", "Surgery", "Outlook"]
WORDS = (
    "pain nerve doctor weeks often swelling because joint medicine patient blood severe night rest usually may "
    "treatment test skin under years people care most after walking drink water tablet"
).split()
PAGE = """<!DOCTYPE html><html lang="en"><head><title>{x} - Clinic</title><style>.a{{color:red}}</style></head><body>
<header><nav><ul>{links}</ul></nav></header><div class="cookie-banner">We use cookies. <button>Accept</button></div>
<div id="content"><h1>{x}</h1>{body}</div><div class="sidebar"><ul>{links}</ul></div><footer>© Clinic 2011</footer>
</body></html>
"""
LINKS = "".join(f'<li><a href="/{number}">Department number {number}</a></li>' for number in range(30))


def sentence(random: Random) -> str:
    words = [random.choice(WORDS) for _ in range(random.randint(8, 20))]
    return " ".join(words).capitalize() + "."


def write(folder: Path, count: int = 1000) -> None:
    """The documents, the same ones every time."""
    folder.mkdir(parents=True, exist_ok=True)
    random = Random(1)
    for number in range(count):
        name = f"Condition {number}"
        parts = [(part.format(x=name), [sentence(random) for _ in range(16)]) for part in PARTS]
        if number % 2:
            body = "".join(
                f"<h2>{heading}</h2>{''.join(f'<p>{said}</p>' for said in said[:12])}"
                f"<ul>{''.join(f'<li>{item}</li>' for item in said[12:])}</ul>"
                for heading, said in parts
            )
            (folder / f"{number}.html").write_text(PAGE.format(x=name, links=LINKS, body=body), encoding="utf-8")
        else:
            body = "\n\n".join(
                "\n\n".join([heading, *said[:12], "\n".join(f"  • {item}" for item in said[12:])])
                for heading, said in parts
            )
            (folder / f"{number}.txt").write_text(f"{name}\n\n{body}\n", encoding="utf-8")


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    if folder.exists() and any(folder.iterdir()):
        sys.exit(f"{folder} isn't empty: name a folder of its own")
    write(folder)
