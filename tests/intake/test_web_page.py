"""Saved pages become articles: their text, and what they say of themselves."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import IntakeError
from briefing.intake.draft_article import DraftArticle
from briefing.intake.web_page import found_on_page, read_web_page
from briefing.model.article import DateOrigin
from briefing.model.partial_date import PartialDate

DATA = Path(__file__).parents[1] / "data/web"
PROSE = "Ministers agreed on a plan for the river. It will cost less than the one before it. " * 6


def read(name: str) -> DraftArticle:
    (found,) = read_web_page(name, (DATA / name).read_bytes())
    assert found.draft is not None
    return found.draft


def page(body: str = f"<p>{PROSE}", head: str = "", before: str = "") -> DraftArticle:
    html = f"{before}<html><head><title>A Title of a Page</title>{head}</head><body>{body}"
    draft = found_on_page("page.html", html).draft
    assert draft is not None
    return draft


def test_page_of_a_blog_is_read_without_what_stands_round_it() -> None:
    draft = read("flowfx.de.tmux.html")
    assert draft.title == "Copy & paste from tmux to system clipboard"
    assert draft.authors == ("Florian Posdziech",)
    assert draft.published == PartialDate(2020, 1, 16)
    assert draft.date_origin is DateOrigin.GIVEN
    assert draft.publisher == "FlowFX"
    assert draft.url.startswith("https://flowfx.de/blog/")
    assert "[StackOverflow](https://unix.stackexchange.com/a/349020)" in draft.body
    assert "```\n# .tmux.conf\nset-option -g mouse on" in draft.body
    assert "Powered by" not in draft.body
    assert "Next post" not in draft.body


def test_page_of_a_government_has_its_day_from_its_address() -> None:
    draft = read("obamawhitehouse.archives.gov--speeches.html")
    assert draft.title == "Weekly Address: Tuition-Free Community College"
    assert (draft.published, draft.date_origin) == (PartialDate(2015, 4, 11), DateOrigin.URL)
    assert "In this week’s address, the Vice President laid out" in draft.body
    assert f"# {draft.title}" not in draft.body
    assert "Skip to" not in draft.body


def test_order_without_any_metadata_has_its_day_from_its_text() -> None:
    draft = read("EO_13146.html")
    assert draft.title == "President's Council on the Future of Princeville, North Carolina"
    assert (draft.published, draft.date_origin) == (PartialDate(2000, 2, 29), DateOrigin.PAGE)
    assert "**Section 1.**" in draft.body


def test_share_buttons_and_hidden_parts_are_left_out() -> None:
    assert "Facebook" not in read("readability-social-buttons.html").body
    assert read("readability-social-buttons.html").body.count("Excepteur sint") > 1
    assert "Lorem" in read("readability-remove-aria-hidden.html").body


@pytest.mark.parametrize(
    ("name", "language", "title", "words"),
    [
        ("arb.html", "ar", "الإعلان العالمي لحقوق الإنسان", "يولد جميع الناس أحرارًا"),
        ("jpn.html", "ja", "『世界人権宣言』", "すべての人間は、生まれながらにして自由であり"),
        ("tha.html", "th", "ปฏิญญาสากลว่าด้วยสิทธิมนุษยชน", "มนุษย์ทั้งหลายเกิดมามีอิสระ"),
    ],
)
def test_any_script_is_read(name: str, language: str, title: str, words: str) -> None:
    draft = read(name)
    assert draft.language == language
    assert draft.title == title
    assert words in draft.body


def test_stated_fields_come_from_linked_data() -> None:
    head = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Site"},
    {"@type": "NewsArticle", "headline": "A Title of a Page &amp; more", "inLanguage": "en-GB",
    "datePublished": "2025-09-03T10:00:00+02:00", "author": [{"name": "Ana Ruiz"}, "Bo Li"],
    "publisher": {"@id": "#org"}, "description": "What it says."},
    {"@type": "Organization", "@id": "#org", "name": "The Paper"}]}</script>"""
    draft = page(head=head)
    assert draft.title == "A Title of a Page & more"
    assert draft.authors == ("Ana Ruiz", "Bo Li")
    assert (draft.published, draft.date_origin) == (PartialDate(2025, 9, 3), DateOrigin.GIVEN)
    assert (draft.publisher, draft.language) == ("The Paper", "en-GB")
    assert draft.summary == "What it says."


@pytest.mark.parametrize(
    "broken", ["{", "[" * 100_000, '{"a":' * 100_000, "null", '"x"', '{"@type": 5, "author": [[]]}']
)
def test_broken_linked_data_is_passed_over(broken: str) -> None:
    assert page(head=f'<script type="application/ld+json">{broken}</script>').body


def test_text_that_only_linked_data_holds_is_taken() -> None:
    head = f"""<script type="application/ld+json">{{"@type": "Article",
    "articleBody": "First.\\n\\n{PROSE}"}}</script>"""
    draft = page("<p>Please turn on JavaScript.", head)
    assert draft.body.startswith("First.\n\nMinisters agreed")


@pytest.mark.parametrize(
    "before",
    [
        "<!-- saved from url=(0028)https://a.example/2025/09/03/x -->\n",
        "<!--\n Page saved with SingleFile \n url: https://a.example/2025/09/03/x \n -->",
    ],
)
def test_address_is_known_from_what_the_saver_wrote(before: str) -> None:
    draft = page(f"<p>{PROSE}<a href='../y'>more</a>", before=before)
    assert draft.url == "https://a.example/2025/09/03/x"
    assert (draft.published, draft.date_origin) == (PartialDate(2025, 9, 3), DateOrigin.URL)
    assert "[more](https://a.example/2025/09/y)" in draft.body


def test_day_of_saving_is_the_day_of_access() -> None:
    noted = "url: https://a.example/x\nsaved date: Sat Sep 06 2025 10:00:00 GMT+0200 (CEST)\n"
    assert page(before=f"<!--\nPage saved with SingleFile\n{noted}-->").accessed == PartialDate(
        2025, 9, 6
    )


def test_address_that_the_page_names_comes_before_where_it_was_saved_from() -> None:
    before = "<!-- saved from url=(0028)https://a.example/x?utm_source=y -->"
    head = "<link rel=canonical href='/x'>"
    assert page(head=head, before=before).url == "https://a.example/x"
    assert not page(head="<link rel=canonical href='javascript:alert(1)'>").url


def test_text_without_a_tag_is_taken_as_the_page_it_would_be() -> None:
    (found,) = read_web_page("a.html", b"---\ntitle: x\n---\n\nOnly words.")
    assert found.draft is not None
    assert "Only words." in found.draft.body


def test_page_with_hardly_any_text_is_an_article_with_what_there_is() -> None:
    assert page("<p>Gone.").body == "Gone."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"<html><body><script>x()</script></body></html>", "holds no text"),
        (b"<title>T</title><body><script>x()</script>", "a title but no text"),
        (b"<title>T</title><frameset cols=2><frame src=a></frameset>", "only frames other pages"),
        (b"\x89PNG\r\n\x1a\n" * 100, "a picture"),
    ],
)
def test_what_is_no_page_has_one_reason(data: bytes, reason: str) -> None:
    with pytest.raises(IntakeError, match=reason):
        list(read_web_page("x.html", data))


@pytest.mark.parametrize("tag", ["div", "span", "table><tr><td", "ul><li", "font"])
def test_ten_thousand_elements_in_one_another_are_read(tag: str) -> None:
    draft = page(f"<{tag}>" * 10_000 + PROSE)
    assert "Ministers agreed" in draft.body


def test_page_of_many_megabytes_of_pictures_is_read_by_its_text() -> None:
    picture = b"<img src='data:image/png;base64," + b"iVBORw0KGgo" * 1_000_000 + b"'>"
    data = b"<html><title>T</title><body>" + picture * 3 + b"<p>" + PROSE.encode()
    started = time.monotonic()
    (found,) = read_web_page("single.html", data)
    assert found.draft is not None
    assert found.draft.body == PROSE.strip()
    assert time.monotonic() - started < 60


def test_the_same_page_is_read_the_same() -> None:
    assert read("flowfx.de.tmux.html") == read("flowfx.de.tmux.html")


@given(st.binary(max_size=400))
def test_any_bytes_end_as_article_or_reason(data: bytes) -> None:
    try:
        found = list(read_web_page("x.html", b"<html>" + data))
    except IntakeError:
        return
    assert found[0].draft is not None
    assert found[0].draft.title


def test_page_with_a_summary_alone_says_so() -> None:
    html = "<title>T</title><meta name=description content='On the river.'><body><div>"
    found = found_on_page("page.html", html)
    assert found.draft is not None
    assert (found.draft.body, found.draft.summary) == ("", "On the river.")
    assert found.remark == "The page holds no text, only a summary of it."


def test_page_stays_whole_behind_an_element_that_a_noscript_leaves_open() -> None:
    draft = page(f"<noscript><div id=nojava></noscript><div>{PROSE}</div>")
    assert draft.body == PROSE.strip()


def test_noscript_that_is_never_shut_hides_nothing_before_it() -> None:
    body = page(f"<p>{PROSE}</p><noscript>x" + "<noscript>" * 50_000).body
    assert body.startswith(PROSE.strip())


def test_root_that_is_shut_as_in_xml_still_holds_the_page() -> None:
    source = f'<html lang="de" /><head><title>A Title</title></head><body class="x"/><p>{PROSE}'
    draft = found_on_page("page.html", source).draft
    assert draft is not None
    assert (draft.title, draft.body, draft.language) == ("A Title", PROSE.strip(), "de")


def test_blanks_without_end_are_read_over() -> None:
    assert page(f"{' ' * 400_000}<p>{PROSE}").body == PROSE.strip()
