"""The article is told from what stands beside it, and comes whole: notes, formulas, repeats."""

import pytest

from briefing.intake.html_markdown import element_to_markdown
from briefing.intake.html_tree import parse_html
from briefing.intake.web_content import main_content

PROSE = "Ministers agreed on a plan for the river. It will cost less than the one before it. "
ARTICLE = f"<p>{PROSE * 3}<p>Towns along the banks were asked twice. {PROSE * 3}"


def content(body: str) -> str:
    root = parse_html(f"<html><head><title>T</title></head><body>{body}")
    assert root is not None
    return element_to_markdown(main_content(root))


@pytest.mark.parametrize(
    "beside",
    [
        "<nav><a href=/a>Home</a> <a href=/b>unwanted</a></nav>",
        "<div class='cookie-banner'><p>We use unwanted cookies to improve this site.</div>",
        "<aside><h3>unwanted</h3><ul><li><a href=/x>Another story</a></ul></aside>",
        "<ul class=share><li><a href=http://f.example>unwanted</a></ul>",
        "<footer><p>© 2025 unwanted. All rights reserved.</footer>",
        "<div id=comments><p>First! This is unwanted.</div>",
        "<form><label>unwanted<input></label><button>Send</button></form>",
        "<div style='display:none'>unwanted</div><div aria-hidden=true>unwanted</div>",
    ],
)
def test_what_stands_beside_the_article_is_left_out(beside: str) -> None:
    for page in (f"{beside}<article>{ARTICLE}</article>", f"<main>{ARTICLE}</main>{beside}"):
        markdown = content(page)
        assert "Towns along the banks" in markdown
        assert "unwanted" not in markdown


def test_passages_that_occur_twice_stay_twice() -> None:
    assert content(f"<article>{ARTICLE}<h2>Again</h2>{ARTICLE}</article>").count("Towns along") == 2


def test_lists_tables_and_code_of_the_article_stay() -> None:
    inner = "<ul><li>one<li>two</ul><table><tr><th>a<th>b<tr><td>1<td>2</table><pre>x = 1</pre>"
    markdown = content(f"<article>{ARTICLE}{inner}{ARTICLE}</article>")
    assert "- one\n- two" in markdown
    assert "| 1 | 2 |" in markdown
    assert "```\nx = 1\n```" in markdown


def test_numbers_of_lines_are_no_code() -> None:
    code = "<pre><span class=lineno>1</span><code>x = 1</code></pre>"
    assert "```\nx = 1\n```" in content(f"<article>{ARTICLE}{code}</article>")


def test_notes_beside_the_article_are_part_of_it() -> None:
    notes = "<div class=footnotes><ol><li>The minutes say so.</ol></div>"
    markdown = content(f"<div><article>{ARTICLE}</article></div><div>{notes}</div>")
    assert markdown.endswith("1. The minutes say so.")


@pytest.mark.parametrize(
    ("drawn", "tex"),
    [
        (
            (
                "<span class=katex><span class=katex-mathml><math><semantics><mi>x</mi><annotation "
                "encoding=application/x-tex>x^2</annotation></semantics></math></span>"
                "<span class=katex-html aria-hidden=true>x2</span></span>"
            ),
            "$x^2$",
        ),
        ("<span class=MathJax>x2</span><script type='math/tex'>x^2</script>", "$x^2$"),
        ("<script type='math/tex; mode=display'>x_1</script>", "$$x_1$$"),
        ("<math display=block alttext='{\\displaystyle x^{2}}'><mi>x</mi></math>", "$$x^{2}$$"),
        ("<img alt='\\frac{1}{2}' src=x>", "$\\frac{1}{2}$"),
        ("<span data-math='a &lt; b'>drawn</span>", "$a < b$"),
    ],
)
def test_formulas_come_as_they_were_written(drawn: str, tex: str) -> None:
    markdown = content(f"<article>{ARTICLE}<p>where {drawn} holds.</article>")
    assert f"where {tex} holds." in markdown.replace("\\\\", "\\").replace("\\_", "_")


def test_page_of_very_many_elements_is_read_whole() -> None:
    markdown = content("<nav><a href=/>unwanted</a></nav><main>" + "<p>One <i>a</i>." * 15_000)
    assert markdown.count("One *a*.") == 15_000
    assert "unwanted" not in markdown
