"""HTML to Markdown: what a reader sees stays, what a program hides goes, nothing raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.intake.html_markdown import html_to_markdown
from briefing.model.block import Paragraph
from briefing.text.blocks import parse
from briefing.text.inline_text import inline_text


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<h2>A <b>b</b> c</h2>", "## A **b** c"),
        ("<h1><a href='http://a.example/'>Title</a> ¶</h1>", "# Title"),
        ("one<br>two<br><br>three", "one  \ntwo\n\nthree"),
        ("<p>a <b> bold </b>word", "a **bold** word"),
        ("<b>a</b>b", "**a**b"),
        ("<p><a href='/x(1)'>see <em>this</em></a>", "[see *this*](http://a.example/x%281%29)"),
        ("<p><a href='#top'>up</a> <a href='javascript:x()'>do</a>", "up do"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n  - b\n- c"),
        ("<ol start=3><li>x<li><p>y<p>z</ol>", "3. x\n\n4. y\n\n   z"),
        ("<blockquote><p>a<p>b</blockquote>", "> a\n>\n> b"),
        ("<pre><code class='language-py'>a\n  b</code></pre>", "```py\na\n  b\n```"),
        ("<code>a`b</code>", "``a`b``"),
        ("<p>m<sup>2</sup>, 4<sup>th</sup>", "m², 4th"),
        ("<dl><dt>Term<dd>Meaning</dl>", "**Term**\n\nMeaning"),
        ("<p>漢字\n仮名 a\nb", "漢字仮名 a b"),
        ("co\xadoperate", "cooperate"),
    ],
)
def test_html_becomes_markdown(html: str, markdown: str) -> None:
    assert html_to_markdown(html, "http://a.example/") == markdown


def test_table_of_data_stays_a_table() -> None:
    html = "<table><tr><th>A<th>B|C<tr><td>1<td>2<tr><td colspan=2>both</table>"
    expected = "| A | B\\|C |\n| --- | --- |\n| 1 | 2 |\n| both |  |"
    assert html_to_markdown(html) == expected


def test_table_that_lays_out_a_page_becomes_paragraphs() -> None:
    html = "<table><tr><td><h2>News</h2><p>a<td><p>b</table>"
    assert html_to_markdown(html) == "## News\n\na\n\nb"


@pytest.mark.parametrize(
    "html",
    [
        "<p>seen<script>evil()</script>",
        "<p>seen<style>evil{}</style><template>evil</template>",
        "<p>seen<!-- evil --><span hidden>evil</span>",
        "<p>seen<span style='DISPLAY : none'>evil</span>",
        "<head><title>evil</title></head><p>seen",
        "<p>seen<select><option>evil</select><button>evil</button>",
        "<p>seen<svg><text>evil</text></svg><img alt=evil src=x>",
    ],
)
def test_what_is_not_shown_is_left_out(html: str) -> None:
    assert html_to_markdown(html) == "seen"


@pytest.mark.parametrize(
    "words",
    [
        *("# no heading", "1. no list", "- no list", "> no quote", "+ a", "* a", "::: {.facts}"),
        *("[a]: http://b.example", "a *b* c", "_a_", "**a", "`a`", "<b>a</b>", "&amp;", "\\*"),
        *("[a](b)", "~~a~~", "snake_case", "2 * 3 * 4", "===", "---", "a\\b", "![x](y)"),
    ],
)
def test_words_that_look_like_markup_stay_words(words: str) -> None:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;")
    (block,) = parse(html_to_markdown(f"<p>{escaped}</p>")).blocks
    assert isinstance(block, Paragraph)
    assert inline_text(block.inlines) == words


@pytest.mark.parametrize("tag", ["div", "ul><li", "blockquote", "b", "table><tr><td", "a href=x"])
def test_ten_thousand_elements_in_one_another_keep_their_words(tag: str) -> None:
    markdown = html_to_markdown(f"<{tag}>" * 10_000 + "deep")
    assert "deep" in markdown
    assert len(markdown) < 1_000


def test_embedded_pictures_cost_nothing() -> None:
    picture = "data:image/png;base64," + "A" * 20_000_000
    assert html_to_markdown(f"<img src='{picture}'><p>words") == "words"


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    html_to_markdown(text)


_TAGS = st.sampled_from(
    (
        *("p", "div", "b", "i", "a", "ul", "ol", "li", "table", "tr", "td", "th", "h1", "pre"),
        *("code", "blockquote", "br", "sup", "dl", "dt", "dd", "span", "hr", "td colspan=3"),
    )
)


@given(st.lists(st.tuples(_TAGS, st.booleans(), st.text(max_size=8)), max_size=40))
def test_any_markup_is_taken_and_scripts_say_nothing(
    parts: list[tuple[str, bool, str]],
) -> None:
    html = "".join(
        f"<{'/' if closes else ''}{tag}><script>evil()</script>{text.replace('<', '')}"
        for tag, closes, text in parts
    )
    assert "evil" not in html_to_markdown(html)
