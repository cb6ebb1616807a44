"""Rich text is keyed, cut and joined without losing a byte or a word, whatever the string."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pages.markup import Kind, tokenise
from pages.richtext import Fragment, MalformedRichText, join, split, with_keys, without
from tests.contents import rich_text
from tests.draftail import draftail_html
from tests.pages.soup import ANYTHING, SOUP, nested_html


def words_of(html: str) -> str:
    return "".join(token.text for token in tokenise(html) if token.kind is Kind.TEXT)


def keys_of(html: str) -> list[str]:
    return re.findall(r'<(?:p|li|h2|blockquote|div)\b[^<>]*? data-block-key="([^"]*)"', html)


# --- keys ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "pattern"),
    [
        ("<p>one</p>", r'<p data-block-key="(K)">one</p>'),
        ('<p data-block-key="abcde">one</p>', r'<p data-block-key="abcde">one</p>'),
        ('<P class="x">one</P>', r'<P data-block-key="(K)" class="x">one</P>'),
        ('<p class="x" data-block-key="">one</p>', r'<p class="x" data-block-key="(K)">one</p>'),
        ("<p data-block-key>one</p>", r'<p data-block-key="(K)">one</p>'),
        (
            '<p data-block-key="a">1</p><p data-block-key="a">2</p>',
            r'<p data-block-key="a">1</p><p data-block-key="(K)">2</p>',
        ),
        (
            "<ul><li>a<ul><li>b</li></ul></li></ul>",
            r'<ul><li data-block-key="(K)">a<ul><li data-block-key="(K)">b</li></ul></li></ul>',
        ),
        ("bare", r'<p data-block-key="(K)">bare</p>'),
        (" <b>bare</b> words\n<br> ", r' <p data-block-key="(K)"><b>bare</b> words\n</p><br> '),
        ("<div>bare</div> ", r'<div><p data-block-key="(K)">bare</p></div> '),
        (
            '<ul><li data-block-key="a">b<ul></ul>tail</li></ul>',
            r'<ul><li data-block-key="a">b<ul></ul><p data-block-key="(K)">tail</p></li></ul>',
        ),
        ("<hr/>\n<embed alt='x'/>", r"<hr/>\n<embed alt='x'/>"),
        ("", ""),
        ("<p/>", "<p/>"),
    ],
)
def test_with_keys(html: str, pattern: str) -> None:
    match = re.fullmatch(pattern.replace("K", "[a-z0-9]{5}"), with_keys(html))
    assert match, with_keys(html)
    assert len(set(match.groups())) == len(match.groups())


@given(ANYTHING)
@example("<p data-block-key=>x")
@example("<!-- x")
def test_keys_are_complete_unique_and_final(html: str) -> None:
    once = with_keys(html)
    assert with_keys(once) == once
    starts = [token for token in tokenise(once) if token.kind is Kind.START and token.name in ("p", "li", "h2")]
    keys = [token.attributes.get("data-block-key") for token in starts]
    assert all(keys)
    assert len(set(keys)) == len(keys)


@given(SOUP.filter(lambda html: "<!--" not in html.replace("<!--x-->", "")))
def test_with_keys_keeps_every_word_and_tag(html: str) -> None:
    """All but an endless comment, where what is added becomes text."""

    def untouchable(html: str) -> str:
        """All tokens but the start tags that may get a key and the end of the paragraphs that may be added."""
        starts = ("li", "h2", "blockquote", "div")
        return "".join(
            f"<{token.name}>" if token.kind is Kind.START and token.name in starts else token.text
            for token in tokenise(html)
            if token.name != "p" or token.kind is Kind.EMPTY
        )

    assert untouchable(with_keys(html)) == untouchable(html)


def test_a_new_paragraph_leaves_the_other_keys_alone() -> None:
    keys = keys_of(with_keys("<p>one</p><p>two</p><p>two</p>"))
    assert keys_of(with_keys("<p>one</p><p>new</p><p>two</p><p>two</p>")) == [
        keys[0],
        *keys_of(with_keys("new")),
        *keys[1:],
    ]


def test_keys_do_not_change_from_one_release_to_the_next() -> None:
    assert with_keys("<p>What is asthma?</p>") == '<p data-block-key="adylq">What is asthma?</p>'


def test_a_key_that_is_taken_is_not_made_again() -> None:
    keys = keys_of(with_keys('<p>What is asthma?</p><p data-block-key="adylq">Other words</p>'))
    assert keys[1] == "adylq" != keys[0]


# --- split and join ------------------------------------------------------------------------------------------------


@given(draftail_html())
def test_draftail_html_is_joined_as_it_was(html: str) -> None:
    rich = split(html)
    assert join(rich) == html
    assert len(rich.fragments) == html.count("data-block-key")
    # nothing to read is left in the skeleton
    assert not words_of("".join(rich.skeleton)).strip()


@given(nested_html())
def test_whatever_nests_can_be_cut_once_it_has_keys(html: str) -> None:
    keyed = with_keys(html)
    rich = split(keyed)
    assert join(rich) == keyed
    assert [c for c in words_of("".join(f.html for f in rich.fragments)) if c != " "] == [
        c for c in words_of(html) if c != " "
    ]


@given(SOUP)
def test_split_either_raises_or_joins(html: str) -> None:
    try:
        rich = split(html)
    except MalformedRichText as error:
        assert 0 <= error.where <= len(html)  # noqa: PT017
    else:
        assert join(rich) == html


def test_a_list_item_ends_where_its_nested_list_begins() -> None:
    html = '<ul><li data-block-key="a">one <b>1</b><ul><li data-block-key="b">two</li></ul></li></ul>'
    assert split(html).fragments == (Fragment("a", "one <b>1</b>"), Fragment("b", "two"))


def test_the_list_item_that_draftail_writes_to_skip_a_level_needs_no_key() -> None:
    html = '<ul><li><ul><li data-block-key="b">deep</li></ul></li></ul>'
    assert split(html).fragments == (Fragment("b", "deep"),)
    assert join(split(html)) == html


@pytest.mark.parametrize(
    ("html", "what", "where"),
    [
        ('<p data-block-key="a">x', "<p> is never closed", 0),
        ('<p data-block-key="a">x</b></p>', "</b> closes nothing", 23),
        ('<p data-block-key="a"><b><i>x</b></i></p>', "</b> closes nothing", 29),
        ('<p data-block-key="a"><b>x</p>', "<b> isn't closed", 22),
        ('<li data-block-key="a"><b>x<ul></ul></b></li>', "<b> isn't closed", 23),
        ('<p data-block-key="a">x</p></p>', "</p> closes nothing", 27),
        ('<ul><li data-block-key="a">x</ul></li>', "</ul> closes nothing", 28),
        ('<p data-block-key="a">x</p>loose', "text outside", 27),
        ("<p>x</p>", "text outside", 3),
        ('<li data-block-key="a">x<ul></ul>tail</li>', "text outside", 33),
        ('<p data-block-key="a">x</p><p data-block-key="a">y</p>', "key 'a' is there twice", 49),
        ('<p data-block-key="a"><!-- x</p>', "<p> is never closed", 0),
    ],
)
def test_what_cannot_be_cut_says_why_and_where(html: str, what: str, where: int) -> None:
    with pytest.raises(MalformedRichText) as caught:
        split(html)
    assert caught.value.what.startswith(what)
    assert caught.value.where == where
    assert str(where) in str(caught.value)


def test_join_replaces_and_marks() -> None:
    rich = split('<p data-block-key="a">one</p>\n<p lang="en" data-block-key="b&amp;c">two</p>')
    assert (
        join(rich, {"a": "een <b>1</b>"}, {"b&c": {"lang": "nl", "dir": "ltr"}})
        == '<p data-block-key="a">een <b>1</b></p>\n<p dir="ltr" lang="nl" data-block-key="b&amp;c">two</p>'
    )
    assert '<p title="&quot;&gt;" data-block-key="a">' in join(rich, attributes={"a": {"title": '">'}})


@pytest.mark.parametrize(("inner", "attributes"), [({"z": ""}, {}), ({}, {"z": {"lang": "nl"}})])
def test_join_refuses_a_key_it_does_not_have(inner: dict[str, str], attributes: dict[str, dict[str, str]]) -> None:
    with pytest.raises(KeyError, match="z"):
        join(split('<p data-block-key="a">one</p>'), inner, attributes)


# --- without -------------------------------------------------------------------------------------------------------

A, B, C = (f' data-block-key="{key}"' for key in "abc")


@pytest.mark.parametrize(
    ("html", "keys", "left"),
    [
        (f"<p{A}>one</p>", "", f"<p{A}>one</p>"),
        (f"<p{A}>one <b>two<br/></b></p>", "a", ""),
        (f"<p{A}>one</p><p{B}>two</p>", "a", f"<p{B}>two</p>"),
        (f"<ul><li{A}>one</li><li{B}>two</li></ul>", "b", f"<ul><li{A}>one</li></ul>"),
        (f"<ul><li{A}>one</li></ul>", "a", ""),
        (f"<ul><li{A}>one<ol><li{B}>two</li></ol></li></ul>", "a", ""),
        (f"<ul><li{A}>one<ol><li{B}>two</li></ol></li></ul>", "b", f"<ul><li{A}>one</li></ul>"),
        # A list goes with the paragraph that introduces it, and no other.
        (f"<p{A}>if:</p> <ul><li{B}>two</li></ul><ol><li>x</li></ol><p{C}>three</p>", "a", f" <p{C}>three</p>"),
        (f"<p{A}>if:</p><p{B}>if:</p><ul><li{C}>three</li></ul>", "b", f"<p{A}>if:</p>"),
        (f"<p{A}>one</p><p{B}>if:</p><ul><li{C}>three</li></ul>", "a", f"<p{B}>if:</p><ul><li{C}>three</li></ul>"),
        (f"<ul><li{A}>one</li></ul><ol><li{B}>two</li></ol>", "a", f"<ol><li{B}>two</li></ol>"),
    ],
)
def test_without(html: str, keys: str, left: str) -> None:
    assert without(html, set(keys)) == left


@given(st.data())
def test_what_is_left_is_rich_text_without_these_keys(data: st.DataObject) -> None:
    html = data.draw(rich_text())
    before = {fragment.key: fragment.html for fragment in split(html).fragments}
    keys = data.draw(st.sets(st.sampled_from(sorted(before)))) if before else set()
    left = {fragment.key: fragment.html for fragment in split(without(html, keys)).fragments}
    assert left.items() <= before.items()
    assert not left.keys() & keys
    if not keys:
        assert left == before
