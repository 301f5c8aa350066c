"""A saved page is shown without anything that acts, hides or fetches."""

import base64
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import IntakeError
from briefing.intake.page_cleaning import clean_html

DATA = Path(__file__).parents[1] / "data/web"
DOT = base64.b64encode(b"\x89PNG" + b"\0" * 60).decode()
REMOTE = re.compile(r"<img[^>]*src=\"(?!data:image/)", re.IGNORECASE)


def clean(body: str, head: str = "") -> str:
    return clean_html("p.html", "text/html", f"<html>{head}<body>{body}".encode())


@pytest.mark.parametrize(
    "evil",
    [
        "<script>evil()</script>",
        "<p onclick=evil()>seen",
        "<a href='javascript:evil()'>seen</a>",
        "<a href=' java\nscript:evil()'>seen</a>",
        "<a href='data:text/html,evil'>seen</a>",
        "<a href='file:///evil'>seen</a>",
        "<iframe src=http://evil.example></iframe>",
        "<style>evil{}</style><p style='background:url(http://evil.example)'>seen",
        "<svg><script>evil()</script></svg><object data=http://evil.example></object>",
        "<form action=http://evil.example><input value=evil></form>",
        "<span hidden>evil</span><!-- evil --><template>evil</template>",
        "<img src=http://evil.example/x.png><img src=file:///evil srcset=evil>",
        "<img src='page-picture:9' alt=seen>",
        "<svg><style><img src=x onerror=evil()></style></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=evil()>",
        "<noscript><p title='</noscript><img src=x onerror=evil()>'></noscript>",
        "<link rel=stylesheet href=http://evil.example><base href=http://evil.example/>",
    ],
)
def test_nothing_acts_hides_or_fetches(evil: str) -> None:
    shown = clean(f"<p>before{evil}")
    assert "before" in shown
    assert "evil" not in shown
    assert not REMOTE.search(shown)


def test_what_a_reader_sees_stays() -> None:
    body = "<h1>T</h1><ul><li>a <b>b</b></ul><table><tr><td colspan=2>c</table><blockquote>d"
    shown = clean(body)
    for tag in ("<h1>T</h1>", "<li>a <b>b</b></li>", '<td colspan="2">c</td>', "<blockquote>d"):
        assert tag in shown


def test_links_are_made_absolute_and_stay() -> None:
    shown = clean("<a href='../x?y=1'>more</a>", "<base href='https://a.example/b/c/'>")
    assert '<a href="https://a.example/b/x?y=1">more</a>' in shown


def test_small_picture_of_the_file_stays_and_a_remote_one_says_what_it_shows() -> None:
    shown = clean(
        f"<img src='data:image/png;base64,{DOT}'><img src='http://a.example/x' alt='A map'>"
    )
    assert f'<img src="data:image/png;base64,{DOT}"' in shown
    assert "<em>[A map]</em>" in shown
    assert "a.example" not in shown


def test_large_picture_is_left_out() -> None:
    shown = clean(f"<p>a<img src='data:image/png;base64,{'A' * 400_000}'>")
    assert len(shown) < 100


def test_pictures_of_an_archive_stand_where_they_are_named() -> None:
    archive = f"""Content-Type: multipart/related; boundary="B"

--B
Content-Type: text/html
Content-Location: https://a.example/p/

<p>a<img src="x.png"><img src="cid:y@z"><img src="other.png">
--B
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://a.example/p/x.png

{DOT}
--B
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-ID: <y@z>

{DOT}
--B--
"""
    shown = clean_html("p.mhtml", "multipart/related", archive.encode())
    assert shown.count(f'<img src="data:image/png;base64,{DOT}"') == 2
    assert "other.png" not in shown


def test_page_that_reads_from_right_to_left_says_so() -> None:
    shown = clean_html("arb.html", "text/html", (DATA / "arb.html").read_bytes())
    assert shown.startswith('<div dir="rtl">')


@pytest.mark.parametrize("tag", ["div", "b", "blockquote"])
def test_depth_is_no_danger(tag: str) -> None:
    assert "deep" in clean(f"<{tag}>" * 20_000 + "deep")


def test_other_files_are_not_shown_as_pages() -> None:
    with pytest.raises(IntakeError, match="web page"):
        clean_html("a.pdf", "application/pdf", b"%PDF")


@given(st.text(alphabet="<>abimgsrc='\"/= :x\n&;#page-icture0", max_size=80))
def test_any_markup_is_taken(markup: str) -> None:
    shown = clean(f"<p>seen</p>{markup}")
    assert not REMOTE.search(shown)
