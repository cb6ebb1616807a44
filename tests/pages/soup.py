"""Random HTML from anywhere, for properties: a soup of pieces, and well nested HTML as an import may bring it."""

import re

from hypothesis import strategies as st

PIECES = """\
<p>,<p/>,</p>,<P class=x>,<p data-block-key="a">,<p data-block-key='a'>,<p data-block-key>,<p data-block-key=>
<li data-block-key="b" x="1">,<li>,</li>,<ul>,</ul>,<ol>,</ol>,<h2>,</h2>,<blockquote>,</blockquote>,<div>,</div>
<b>,</b>,<B>,<i>,</i>,<strong>,</em>,<sup>,</sup>,<br>,<br/>,</br>,<hr/>,<embed alt="1"/>,<a href="/x">,</a>
<a href=//x>,<a href="javascript:x">,<a title="<b>">,<p lang="nl" dir="rtl">,<p"x">,<p=>
<script>,</script>,<style>,<!--,-->,<!--x-->
<!doctype>,<?xml?>,<,>,",',=,/,-,&,&amp;,&lt;,&copy;,&copy,&#x41;,&nope;,data-block-key="a",text,two words, ,\t"""
SOUP = st.lists(st.sampled_from(re.split("[,\n]", PIECES)), max_size=14).map("".join)
ANYTHING = SOUP | st.text()

NEAR_PIECES = """\
<p data-block-key="a">,<p data-block-key="b">,<li data-block-key="c">,<li data-block-key="d">,<p>,</p>,</li>
<ul>,</ul>,<ol>,</ol>,<b>,</b>,<i>,</i>,<br/>,<br>,<a href="/x">,</a>,<a href="<">,words,&amp;, ,<,>"""
NEARLY_USUAL = st.lists(st.sampled_from(re.split("[,\n]", NEAR_PIECES)), max_size=12).map("".join)


@st.composite
def nested_html(draw: st.DrawFn) -> str:
    """Well nested HTML as an import may bring it: no keys or some, loose words, blocks in blocks."""

    def inline() -> str:
        name = draw(st.sampled_from(["", "", "b", "sup", 'a href="/x"']))
        words = draw(st.sampled_from(["one", "two &amp; three", " ", "", "<br>", "3 < 4"]))
        return f"<{name}>{words}</{name.split(' ')[0]}>" if name else words

    def blocks(depth: int) -> str:
        out = inline()
        for _ in range(draw(st.integers(0, 2)) if depth else 0):
            name = draw(st.sampled_from(["p", "li", "ul", "h2", "div", "blockquote"]))
            key = draw(st.sampled_from(["", "", ' data-block-key="same"', ' class="c"']))
            out += f"<{name}{key}>{blocks(depth - 1)}</{name}>{inline()}"
        return out

    return blocks(3)
