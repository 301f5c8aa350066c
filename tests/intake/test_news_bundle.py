"""Exports of news databases are cut into their articles; other documents stay whole."""

from pathlib import Path

import pytest

from briefing.intake.article_file import ArticleFile, read_article_file
from briefing.intake.news_bundle import SEVERAL

WORDS = "The ministers met again and spoke of the river that both countries share. " * 8
TITLES = ("A river treaty is signed", "Dams that nobody wanted")


def articles(path: Path, page: str) -> list[ArticleFile]:
    path.write_text(page, "utf-8")
    return list(read_article_file(path))


def html(before: str, after: str) -> str:
    parts = [
        f"{before.format(number)}<p><b>{title}</b></p><p>September {number}, 2025</p>"
        f"<p>{WORDS}</p><p>Of part {number}.</p>{after.format(number)}"
        for number, title in enumerate(TITLES, 1)
    ]
    return f"<html><head><title>Results</title></head><body>{''.join(parts)}</body></html>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Document {} of 2</p>", ""),
        ("<p>{} of 2 DOCUMENTS</p>", ""),
        ("", "<p><b>End of Document</b></p>"),
        ("", "<p>Document NYTF000020250903el93000{}a</p>"),
    ],
)
def test_articles_of_a_page_are_told_apart(before: str, after: str, tmp_path: Path) -> None:
    found = articles(tmp_path / "export.html", html(before, after))
    drafts = [one.draft for one in found if one.draft]
    assert [draft.title for draft in drafts] == list(TITLES)
    assert [str(draft.published) for draft in drafts] == ["2025-09-01", "2025-09-02"]
    assert all(f"Of part {number}." in draft.body for number, draft in enumerate(drafts, 1))
    assert len({one.part for one in found}) == 2
    for one in found:
        assert one.original is not None
        kept = tmp_path / one.original.name
        kept.write_bytes(one.original.data)
        [again] = read_article_file(kept)
        assert again.draft == one.draft


def test_articles_of_rich_text_are_told_apart(tmp_path: Path) -> None:
    parts = (rf"{title}\par {WORDS}\par End of Document\par " for title in TITLES)
    found = articles(tmp_path / "export.rtf", r"{\rtf1 " + "".join(parts) + "}")
    assert [one.draft.title for one in found if one.draft] == list(TITLES)


def test_cover_of_an_export_is_no_article(tmp_path: Path) -> None:
    listed = "".join(f"<p>{at}. {title}</p>" for at, title in enumerate(TITLES, 1))
    cover = f"<p>Date and Time: Friday, October 3, 2025</p><p>Documents (2)</p>{listed}"
    page = html("", "<p>Byline: Ana Ruiz and Bo Li</p><p>End of Document</p>")
    found = articles(tmp_path / "export.html", page.replace("<body>", f"<body>{cover}"))
    drafts = [one.draft for one in found if one.draft]
    assert [draft.title for draft in drafts] == list(TITLES)
    assert str(drafts[0].published) == "2025-09-01"
    assert drafts[0].authors == ("Ana Ruiz", "Bo Li")


def test_what_is_not_clear_stays_whole_and_says_so(tmp_path: Path) -> None:
    page = html("<p>Document 7 of {}</p>", "")
    [one] = articles(tmp_path / "export.html", page)
    assert one.draft is not None
    assert one.reason == SEVERAL


def test_page_that_speaks_of_documents_stays_whole(tmp_path: Path) -> None:
    words = f"<p>This is document 1 of 2 documents.</p><p>1 of 2</p><p>{WORDS}</p><p>2 of 2</p>"
    [one] = articles(tmp_path / "page.html", f"<title>T</title><body>{words}")
    assert one.draft is not None
    assert not one.reason
    assert one.part == ""
