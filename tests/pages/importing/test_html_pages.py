"""Whole web pages of many makes: accordions, tabs, roles, named headings, links to other pages. All of them made up."""

from __future__ import annotations

import pytest

from pages.importing.html_reader import read_html
from pages.importing.lexicon_files import lexicon_for
from pages.importing.values import Source

PROSE = "A long sentence that says what it is all about, in many words. "
KNOWN = lexicon_for("en").is_heading


def read(body: str, head: str = "") -> Source:
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>", KNOWN)


def kept(source: Source) -> list[str]:
    """The texts, those of headings with #."""
    return [f"#{piece.text}" if piece.kind.value == "heading" else piece.text for piece in source.pieces]


def dropped(source: Source) -> list[tuple[str, str]]:
    return [(drop.text, drop.reason) for drop in source.dropped]


@pytest.mark.parametrize(
    "section",
    [
        "<h2><button aria-expanded='false' aria-controls='a'>Causes</button></h2><div id='a' hidden><p>{}</div>",
        "<h2><button>Causes</button></h2><div class='accordion-body' style='display:none'><p>{}</div>",
        "<h2><div>Causes</div></h2><p>{}",
        "<button aria-expanded='false'>Causes</button><div class='panel' hidden>{}</div>",
        "<button class='accordion-button'>Causes</button><div class='panel'>{}</div>",
        "<div class='bar'><button class='collapsible'>Causes</button></div><div>{}</div>",
        "<a data-toggle='collapse' href='#a'>Causes</a><div id='a' class='collapse'>{}</div>",
        "<p><a data-bs-toggle='collapse' href='#a'>Causes</a></p><div id='a' class='collapse'>{}</div>",
        "<a data-toggle='collapse' href='#a' data-target='#a'><h3>Causes</h3></a><div id='a' hidden>{}</div>",
        "<div role='heading' aria-level='3'>Causes</div><p>{}",
        "<span role='heading'>Causes</span><div>{}</div>",
        "<ul role='tablist'><li><a role='tab' id='t' href='#a'>Causes</a></ul>"
        "<div role='tabpanel' id='a' aria-labelledby='t' hidden><p>{}</div>",
        "<ul role='tablist'><li><a data-bs-toggle='tab' href='#a'>Causes</a></ul><div id='a' class='tab-pane'>{}</div>",
        "<div class='sectionTitle'>Causes</div><div>{}</div>",
        "<p class='h3'>Causes</p><div>{}</div>",
        "<font color='navy' size='4'>Causes</font><br><br>{}",
        "<p><span style='font-weight: 700'>Causes</span></p><p>{}",
        "<dl><dt>Symptoms<dd>Pain.<dt>Causes<dd>{}</dl>",
        "<h2>Causes<span>[</span><a href='/edit'>edit</a><span>]</span></h2><p>{}",
    ],
)
def test_headings_however_they_are_made(section: str) -> None:
    """Accordions lost all of their text: it was hidden, and their headings were buttons."""
    texts = kept(read(f"<h1>Gout</h1><p>{PROSE}</p>{section.format(PROSE)}"))
    assert texts[0] == "#Gout"
    assert texts[-2:] == ["#Causes", PROSE.strip()]


def test_the_items_of_roles() -> None:
    page = f"<h1>Gout</h1><p>{PROSE}</p><div role='list'><div role='listitem'><span>Pain</span></div></div>"
    assert read(page).pieces[-1].kind.value == "list_item"


def test_a_tab_whose_panel_says_the_same_is_no_second_heading() -> None:
    tab = "<ul role='tablist'><li><a role='tab' id='t' href='#a'>Causes</a></ul>"
    panel = f"<div role='tabpanel' id='a' aria-labelledby='t'><h2>Causes of gout</h2><p>{PROSE}</p></div>"
    assert kept(read(f"<h1>Gout</h1>{tab}{panel}")) == ["#Gout", "#Causes of gout", PROSE.strip()]
    panel = panel.replace("Causes of gout", "Uric acid")
    assert kept(read(f"<h1>Gout</h1>{tab}{panel}"))[1:3] == ["#Causes", "#Uric acid"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<button aria-expanded='false' aria-controls='m'>x</button><ul id='m' hidden><li><a href='/a'>x</a></ul>",
        "<div class='modal collapse' role='dialog' hidden>x</div>",
        "<div><button aria-expanded='false'>x</button></div>",
        "<button class='panel-close'>x</button>",
    ],
)
def test_what_opens_and_holds_no_text(hidden: str) -> None:
    source = read(f"<h1>Gout</h1><p>{PROSE * 3}</p>{hidden}<p>{PROSE}</p>")
    assert {text for text, _ in dropped(source)} == {"x"}
    assert len(source.pieces) == 3


def test_the_shortest_panel_is_its_headings() -> None:
    bar = "<button aria-expanded='false'>Treatment</button><div class='panel'>Rest.</div>"
    assert kept(read(f"<h1>Gout</h1><p>{PROSE * 3}</p><h2>Causes</h2><p>A virus.</p>{bar}"))[-2:] == [
        "#Treatment",
        "Rest.",
    ]


def test_a_link_in_a_sentence_that_opens_something_is_no_heading() -> None:
    link = "<p>See <a data-toggle='collapse' href='#a'>how it comes</a> too.</p>"
    body = f"<h1>Gout</h1><p>{PROSE * 3}</p>{link}<div id='a' class='collapse'>A virus.</div>"
    assert kept(read(body))[-2:] == ["See how it comes too.", "A virus."]


def test_sentences_are_headings_only_where_the_page_calls_them_so() -> None:
    title = "<div class='title2'>Gout hurts.</div>"
    assert "#Gout hurts." in kept(read(f"<h1>Gout</h1>{title}<p>{PROSE}</p>"))
    assert "Gout hurts." in kept(read(f"<h1>Gout</h1><h2>Causes</h2>{title}<p>{PROSE}</p>"))
    assert "Surgery is the last resort." in kept(read(f"<h1>Gout</h1><p>Surgery is the last resort.</p><p>{PROSE}</p>"))


def test_titles_in_a_row_are_labels() -> None:
    cards = "".join(f"<div class='card-title'>Card {n}</div>" for n in range(3))
    assert kept(read(f"<h1>Gout</h1>{cards}<p>{PROSE}</p>")) == ["#Gout", "Card 0", "Card 1", "Card 2", PROSE.strip()]


def test_labels_in_a_row_and_links_are_no_headings() -> None:
    labels = "<div>Symptoms</div><div>Causes</div><div>Treatment</div>"
    assert "#Causes" not in kept(read(f"<h1>Gout</h1><p>{PROSE}</p>{labels}<p>Rest</p>"))
    link = "<p><b><a href='/q'>Take the quiz</a></b></p>"
    assert "Take the quiz" in kept(read(f"<h1>Gout</h1><p>{PROSE}</p>{link}<p>{PROSE}</p>"))


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("Valley Hospital - Gout", "<p>Valley Hospital</p><p>Menu</p><p><b>Gout</b></p>", "#Gout"),
        ("Gout | Clinic", "<h1>Joints Centre</h1><p>Menu</p><h1>Gout</h1>", "#Gout"),
        ("Gout | Clinic", "<h1>Joints Centre</h1><p>Menu</p><h2>Gout</h2>", "#Gout"),
        ("Clinic", "<h1>Gout</h1>", "#Gout"),
        ("Gout: all about it", "<h1>Health</h1><h1>Gout</h1>", "#Gout"),
    ],
)
def test_the_title_is_what_head_and_page_name(head: str, body: str, title: str) -> None:
    source = read(f"{body}<p>{PROSE}</p>", f"<title>{head}</title>")
    assert kept(source) == [title, PROSE.strip()]


@pytest.mark.parametrize("link", ["https://site.example/gout#{0}", "/gout.htm", "javascript:jump('{0}')"])
def test_a_list_that_names_the_headings_is_one_of_contents(link: str) -> None:
    names = ["Uric acid", "The kidneys", "The joints"]
    items = "".join(f"<li><a href='{link.format(name)}'>{name}</a></li>" for name in names)
    sections = "".join(f"<h2>{name}</h2><p>{PROSE}</p>" for name in names)
    source = read(f"<h1>Gout</h1><div>What this says</div><ul>{items}</ul>{sections}")
    assert kept(source) == ["#Gout", *(text for name in names for text in (f"#{name}", PROSE.strip()))]
    assert {reason for _, reason in dropped(source)} == {"table of contents"}


def test_key_points_that_name_some_headings_stay() -> None:
    names = ["Uric acid", "The kidneys", "The joints"]
    items = "".join(f"<li>{name}</li>" for name in names)
    below = "".join(f"<h3>{name}</h3><p>{PROSE}</p>" for name in names)
    source = read(f"<h1>Gout</h1><h2>Causes</h2><ul>{items}</ul>{below}<h2>Diagnosis</h2><p>{PROSE}</p>")
    assert kept(source)[1:5] == ["#Causes", *names]


OTHER = "links to other pages"


def links(*texts: str) -> str:
    return "<ul>" + "".join(f"<li><a href='/{text}'>{text}</a></li>" for text in texts) + "</ul>"


@pytest.mark.parametrize(
    "part",
    [
        f"<h2>y</h2>{links('y', 'y')}",
        "<h2>y</h2><div><h3><a href='/a'>y</a></h3><p>y</p></div><div><a href='/b'><h3>y</h3></a></div>",
    ],
)
def test_headings_over_links_to_other_pages(part: str) -> None:
    source = read(f"<h1>Gout</h1><p>{PROSE}</p>{part}<h2>Causes</h2><p>{PROSE}</p>")
    assert kept(source) == ["#Gout", PROSE.strip(), "#Causes", PROSE.strip()]
    assert set(dropped(source)) == {("y", OTHER)}


def test_links_of_the_document_stay() -> None:
    """Under the heading of a section, after a colon, between two paragraphs; and a heading that is the only link."""
    for part in (
        f"<h2>Types of gout</h2>{links('Acute', 'Chronic')}<h2>Causes</h2>",
        f"<p>There are several kinds:</p>{links('Acute', 'Chronic')}",
        f"{links('Acute', 'Chronic')}<p>{PROSE}</p>",
        f"<h3><a href='/s'>Acute</a></h3><p>{PROSE}</p>",
    ):
        source = read(f"<h1>Gout</h1><p>{PROSE}</p>{part}")
        assert not source.dropped
        assert any("Acute" in piece.text for piece in source.pieces)


def test_links_right_below_the_title_and_after_the_text() -> None:
    source = read(f"<h1>Gout</h1>{links('Overview', 'Care')}<p>{PROSE}</p>{links('Home', 'Next')}<h4>More</h4>")
    assert kept(source) == ["#Gout", PROSE.strip()]
    assert [text for text, reason in dropped(source) if reason == OTHER] == ["Overview", "Care", "Home", "Next", "More"]


def test_a_piece_of_a_page_keeps_all_its_links() -> None:
    assert len(read_html(f"<h2>See</h2>{links('a', 'b')}").pieces) == 3


def test_links_between_two_paragraphs_take_nothing_of_what_follows() -> None:
    """ "Trending news" in the middle took the rest of the text along."""
    inset = f"<div><h3>Related articles</h3>{links('Sleep better', 'Eat well')}</div>"
    source = read(f"<h1>Gout</h1><p>{PROSE}</p>{inset}<p>{PROSE}</p>")
    assert kept(source) == ["#Gout", PROSE.strip(), PROSE.strip()]
    section = f"<div><h3>Causes</h3>{links('Acid', 'Meat')}</div>"
    assert "#Causes" in kept(read(f"<h1>Gout</h1><p>{PROSE}</p>{section}<h3>Diagnosis</h3><p>{PROSE}</p>"))


def test_a_name_of_many_parts_is_as_mistaken_as_that_of_one() -> None:
    """Each part of a text was called toc_1, toc_2, …; each was small enough to be a table of contents."""
    parts = "".join(f"<div id='toc_{n}'><h2>Part {n}</h2><p>{PROSE}</p></div>" for n in range(8))
    source = read(f"<h1>Gout</h1><p>{PROSE}</p>{parts}")
    assert len(source.pieces) == 18
    assert not source.dropped


def test_comments_may_be_longer_than_the_text() -> None:
    comments = f"<div id='comments'><p>{PROSE * 5}</p></div>"
    source = read(f"<h1>Gout</h1><p>{PROSE}</p>{comments}")
    assert kept(source) == ["#Gout", PROSE.strip()]
    assert [reason for _, reason in dropped(source)] == ["comments"]
