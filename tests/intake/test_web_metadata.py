"""Title, authors and day of a page: what it states first, what stands on it next."""

import pytest

from briefing.intake.html_tree import parse_html
from briefing.intake.web_metadata import PageMetadata, page_metadata
from briefing.model.article import DateOrigin

LONG = "<p>" + " ".join(f"ord{number}" for number in range(120))


def about(head: str, body: str = "<p>words", url: str = "") -> PageMetadata:
    root = parse_html(f"<html><head>{head}</head><body>{body}")
    assert root is not None
    return page_metadata(root, url)


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (
            "<title>River plan agreed | The Paper</title>",
            "<h1>River plan agreed</h1>",
            "River plan agreed",
        ),
        ("<title>A plan for the river - The Paper</title>", "", "A plan for the river"),
        ("<title>Rivers - Lakes</title>", "", "Rivers - Lakes"),
        (
            "<title>The Paper: Home</title><meta property=og:title content='River plan'>",
            "",
            "River plan",
        ),
        (
            (
                "<title>x</title><meta property=og:title content='River plan - Paper'>"
                "<meta property=og:site_name content=Paper>"
            ),
            "",
            "River plan",
        ),
        (
            (
                "<meta property=og:title content=Paper><meta property=og:site_name content=Paper>"
                "<title>River plan</title>"
            ),
            "",
            "River plan",
        ),
        (
            "<title>A plan for the river</title><meta property=og:title content='Subscribe now'>",
            "<h1>A plan for the river</h1>",
            "A plan for the river",
        ),
        (
            "<title>The Paper</title><meta property=og:title content='River plan agreed'>",
            "<h1>The Paper</h1>",
            "River plan agreed",
        ),
        ("<title>Untitled</title>", "<h1>A plan for the river</h1>", "A plan for the river"),
        ("<title>Thai</title>", "<h1>ปฏิญญาสากล</h1>", "ปฏิญญาสากล"),
        (
            "<title>Norwegian, Standard (1996)</title>",
            "<h1>Verdenserklæringen om rettigheter</h1>" + LONG,
            "Verdenserklæringen om rettigheter",
        ),
        (
            "<title>Rivers in spate</title>",
            "<h1>Floods of the north and the south</h1><p>All rivers rose.</p>" + LONG,
            "Rivers in spate",
        ),
        ("<title>Code tutorial</title>", "<h1>Getting user input</h1>", "Code tutorial"),
        (
            "<title>Outside the web: engines · V8</title>",
            "<h1>V8</h1><h1>Outside the web: engines</h1>",
            "Outside the web: engines",
        ),
        ("", "<h1>One</h1><h1>Two</h1>", "One"),
        ("", "<h2>Only a second level</h2>", "Only a second level"),
        ("<meta name=DC.title content='Dublin'><meta name=twitter:title content=T>", "", "Dublin"),
    ],
)
def test_title_is_the_article_s_own(head: str, body: str, title: str) -> None:
    assert about(head, body).title == title


@pytest.mark.parametrize(
    ("head", "body", "url", "day", "origin"),
    [
        (
            "<meta property=article:published_time content=2025-09-03T22:00:00Z>",
            "",
            "",
            "2025-09-03",
            "given",
        ),
        ("<meta name=dcterms.created content='3 September 2025'>", "", "", "2025-09-03", "given"),
        ("", "<article><time datetime=2025-09-03>then</time></article>", "", "2025-09-03", "given"),
        (
            "",
            "<aside><time datetime=2024-01-01>x</time></aside>",
            "https://a.example/2025/09/03/x",
            "2025-09-03",
            "url",
        ),
        ("", "<h1>T</h1><p>By A B, 3 September 2025</p>", "", "2025-09-03", "page"),
        ("", "<h1>T</h1><p>2025年9月3日</p>", "", "2025-09-03", "page"),
        ("", "<h1>T</h1><p>2025년 9월 3일</p>", "", "2025-09-03", "page"),
        ("", "<h1>T</h1><p>Warszawa, 15 października 2025 r.</p>", "", "2025-10-15", "page"),
        ("", "<h1>T</h1><p>Nothing was said on 03/04/2025.</p>", "", "None", ""),
        ("<meta name=date content='no date at all'>", "", "", "None", ""),
        ("<meta name=date content=1970-01-01T00:00:00Z>", "", "", "None", ""),
        ("<meta name=date content=1970-01-01>", "", "", "1970-01-01", "given"),
    ],
)
def test_day_is_told_with_where_it_was_found(
    head: str, body: str, url: str, day: str, origin: str
) -> None:
    found = about(head, body, url)
    assert (str(found.published), found.date_origin) == (day, DateOrigin(origin))


@pytest.mark.parametrize(
    ("head", "body", "authors"),
    [
        ("<meta name=author content='Ana Ruiz and Bo Li'>", "", ("Ana Ruiz", "Bo Li")),
        ("<meta name=author content='By Ana Ruiz'>", "", ("Ana Ruiz",)),
        ("<meta name=author content=admin>", "<a rel=author href=/a>Ana Ruiz</a>", ("Ana Ruiz",)),
        ("<meta property=article:author content=https://f.example/ana>", "", ()),
        (
            (
                "<meta name=citation_author content='Ruiz, Ana'>"
                "<meta name=citation_author content='Li, Bo'>"
            ),
            "",
            ("Ruiz, Ana", "Li, Bo"),
        ),
        ("", "<p>The committee wrote nothing.", ()),
        ("", "<p class=byline>Published May 22, 2026<p>Words.", ()),
        ("<meta name=author content='Last updated: June 3'>", "", ()),
        ("<meta name=author content='Published by Ana Ruiz'>", "", ("Ana Ruiz",)),
        ("<meta name=author content='April May'>", "", ("April May",)),
        (
            (
                '<script type="application/ld+json">{"@type": "NewsArticle", "author":'
                ' "{ \\"@type\\": \\"Person\\", \\"name\\": \\"Alice Wu\\" }"}</script>'
            ),
            "",
            ("Alice Wu",),
        ),
    ],
)
def test_authors_are_names(head: str, body: str, authors: tuple[str, ...]) -> None:
    assert about(head, body).authors == authors


def test_publisher_is_the_site_or_its_host() -> None:
    assert about("<meta property=og:site_name content='The Paper'>").publisher == "The Paper"
    assert about("", url="https://www.a.example/x").publisher == "a.example"
    assert not about("").publisher


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ("<html lang=pt_BR><body>x", "pt-BR"),
        ("<html><body lang=de>x", "de"),
        ("<html><meta http-equiv=content-language content='fr, en'><body>x", "fr"),
        ("<html><meta property=og:locale content=es_MX><body>x", "es-MX"),
        ("<html lang='no language'><body>x", ""),
    ],
)
def test_language_is_a_tag(html: str, language: str) -> None:
    root = parse_html(html)
    assert root is not None
    assert page_metadata(root, "").language == language
