"""A condition document as a fragment of HTML for any page: no script, no style, every language marked. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape

from api.representations.pieces import Say, Words, is_omitted, language_of, notice_of, system_name
from api.serialising import Json
from pages.languages import direction


def as_html(document: Json, say: Say) -> str:
    """An `article` with its own `lang` and `dir`."""
    locale = document["locale"]
    writer = _Writer(document, say)
    return (
        f'<article lang="{escape(locale)}" dir="{direction(locale)}">\n' + "\n".join(writer.write()) + "\n</article>\n"
    )


class _Writer:
    def __init__(self, document: Json, say: Say) -> None:
        self._document = document
        self._say = say

    def write(self) -> Iterator[str]:
        document = self._document
        yield self._text("h1", document["title"], language_of(document, "title"))
        if document["translation"]["status"] == "outdated":
            yield self._note("notice.outdated")
        if document["also_known_as"]:
            yield f"<p>{self._words('name.also_known_as')}: {escape('; '.join(document['also_known_as']))}</p>"
        if is_omitted(document, None):
            yield self._note("notice.omitted")
        yield self._text("p", document["summary"], language_of(document, "summary"))
        for section in document["sections"]:
            yield f'<section id="{escape(section["type"])}">'
            yield self._text("h2", section["heading"], section["lang"])
            if is_omitted(document, section["type"]):
                yield self._note("notice.omitted")
            for block in section["blocks"]:
                if notice := notice_of(block, document):
                    yield self._note(notice)
                yield _BLOCKS[block["type"]](self, block)
            yield "</section>"
        yield from self._facts()

    def _facts(self) -> Iterator[str]:
        document, review = self._document, self._document["review"]
        if document["codes"]:
            codes = "; ".join(f"{system_name(code['system'])} {code['code']}" for code in document["codes"])
            yield f"<p>{self._words('name.codes')}: {escape(codes)}</p>"
        if document["sources"]:
            yield f"<h2>{self._words('name.sources')}</h2>"
            items = (
                f'<li><a href="{escape(each["url"])}">{escape(each["title"])}</a></li>' for each in document["sources"]
            )
            yield f"<ul>{''.join(items)}</ul>"
        if document["related"]:
            yield f"<h2>{self._words('name.related')}</h2>"
            items = (
                f'<li><a href="{escape(each["url"])}">{escape(each["url"])}</a></li>' for each in document["related"]
            )
            yield f"<ul>{''.join(items)}</ul>"
        for name in ("last_reviewed", "next_review"):
            if review[name]:
                yield f'<p>{self._words(f"name.{name}")}: <time datetime="{review[name]}">{review[name]}</time></p>'
        if review["reviewers"]:
            named = (", ".join(filter(None, (each["name"], each["role"]))) for each in review["reviewers"])
            yield f"<p>{self._words('name.reviewers')}: {escape('; '.join(named))}</p>"
        if document["translation"]["reviewers"]:
            people = "; ".join(document["translation"]["reviewers"])
            yield f"<p>{self._words('name.translation_reviewers')}: {escape(people)}</p>"

    def _marks(self, lang: str) -> str:
        return "" if lang == self._document["locale"] else f' lang="{escape(lang)}" dir="{direction(lang)}"'

    def _text(self, tag: str, text: str, lang: str) -> str:
        return f"<{tag}{self._marks(lang)}>{escape(text)}</{tag}>" if text else ""

    def _words(self, key: str) -> str:
        words: Words = self._say(key)
        marks = self._marks(words.lang)
        return f"<span{marks}>{escape(words.text)}</span>" if marks else escape(words.text)

    def _note(self, key: str) -> str:
        return f'<p role="note"><strong>{self._words(key)}</strong></p>'

    def heading(self, block: Json) -> str:
        return self._text("h3", block["text"], block["lang"])

    def paragraph(self, block: Json) -> str:
        return f"<div>{block['html']}</div>"  # the languages of its paragraphs stand on them

    def advice(self, block: Json) -> str:
        urgency = f"<p><strong>{self._words('urgency.' + block['urgency'])}</strong></p>"
        return f"<aside>{urgency}{self._text('h3', block['heading'], block['lang'])}<div>{block['html']}</div></aside>"

    def examination(self, block: Json) -> str:
        return f"{self._text('h3', block['name'], block['lang'])}<div>{block['html']}</div>"

    def treatment(self, block: Json) -> str:
        name = self._text("h3", block["name"], block["lang"])
        approach = f"<p>{self._words('approach.' + block['approach'])}</p>"
        items = "".join(self._text("li", item["text"], item["lang"]) for item in block["warnings"])
        warnings = f"<p><strong>{self._words('name.warnings')}</strong></p><ul>{items}</ul>" if items else ""
        return f"{name}{approach}<div>{block['html']}</div>{warnings}"

    def image(self, block: Json) -> str:
        image = block["image"]
        marks = self._marks(block["lang"])
        picture = (
            f'<img src="{escape(image["url"])}" alt="{escape(block["alt"])}" width="{image["width"]}" '
            f'height="{image["height"]}" loading="lazy"{marks}>'
        )
        return f"<figure>{picture}{self._text('figcaption', block['caption'], block['caption_lang'])}</figure>"

    def table(self, block: Json) -> str:
        heads = "".join(
            f'<th scope="col"{self._marks(item["lang"])}>{escape(item["text"])}</th>' for item in block["header"]
        )
        rows = "".join(
            "<tr>" + "".join(f"<td>{cell['html']}</td>" for cell in row["cells"]) + "</tr>" for row in block["rows"]
        )
        caption = self._text("caption", block["caption"], block["lang"])
        return f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


_BLOCKS: Mapping[str, Callable[[_Writer, Json], str]] = {
    "heading": _Writer.heading,
    "paragraph": _Writer.paragraph,
    "advice": _Writer.advice,
    "examination": _Writer.examination,
    "treatment": _Writer.treatment,
    "image": _Writer.image,
    "table": _Writer.table,
}
