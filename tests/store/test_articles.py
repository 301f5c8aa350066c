"""The table of articles: what goes in comes out, and the index follows."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import NotFoundError
from briefing.model.article import Article, DateOrigin, Usage
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.store import article_rows, articles, originals, sort_ids
from briefing.store.index_tokens import words
from briefing.store.library_file import Library
from tests.store.records import (
    add_articles,
    add_fact,
    check_index,
    found,
    make_article,
    make_evidence,
    make_fact,
    make_original,
)


def _sort_id(library: Library, article: Article) -> int:
    query = "SELECT sort_id FROM articles WHERE uid = ?"
    return library.reader().execute(query, (article.uid,)).fetchone()[0]


def test_every_field_comes_back(library: Library) -> None:
    article = make_article(
        url="https://example.org/a?b=c#d",
        authors=("Ana López", "O'Brien, Pat"),
        published=PartialDate(2025, 9, approximate=True),
        date_origin=DateOrigin.URL,
        accessed=PartialDate(2025, 10, 1),
        language="es-MX",
        summary="A summary.",
        usage=Usage.SHORTLISTED,
        rank=3,
        reliability="B",
        credibility=2,
        note="A note.",
        tags=("a/b", "z"),
        fields=(("odd", "1"), ("odd", "2"), ("", "no name")),
        created_at=datetime(2025, 1, 2, 3, 4, 5, 678, tzinfo=UTC),
        updated_at=datetime(2025, 1, 3, tzinfo=UTC),
    )
    add_articles(library, article)
    assert articles.get(library.reader(), article.uid) == article
    assert articles.get_by_citekey(library.reader(), article.citekey.upper()) == article
    assert article_rows.get(library.reader(), article.uid).rating == "B2"


texts = st.text(max_size=40)


@given(texts, texts, texts, st.lists(st.tuples(texts, texts), max_size=3))
@settings(max_examples=40)
def test_any_text_is_kept(
    library_of_module: Library, title: str, body: str, note: str, fields: list[tuple[str, str]]
) -> None:
    article = make_article(
        citekey=f"k{Uid(title + body + note).__hash__()}",
        title=title,
        body=body,
        note=note,
        fields=tuple(fields),
    )

    def work(connection: sqlite3.Connection) -> Article:
        articles.add(connection, article)
        return articles.get(connection, article.uid)

    kept = library_of_module.write("Add", work)
    assert kept.title == title.replace("\0", "\ufffd")
    assert kept.body == body.replace("\0", "\ufffd")
    assert kept.note == note.replace("\0", "\ufffd")
    assert kept.fields == tuple(
        (name.replace("\0", "\ufffd"), value.replace("\0", "\ufffd")) for name, value in fields
    )
    library_of_module.undo()


@pytest.fixture(scope="module")
def library_of_module(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Library.create(tmp_path_factory.mktemp("articles") / "a.briefing")


def test_lone_surrogates_become_marks_one_for_one(library: Library) -> None:
    (article,) = add_articles(library, make_article(body="a\ud800b\udfffc", title="\ud83d"))
    kept = articles.get(library.reader(), article.uid)
    assert (kept.title, kept.body) == ("\ufffd", "a\ufffdb\ufffdc")


def test_time_of_another_zone_is_kept_as_utc(library: Library) -> None:
    there = timezone(timedelta(hours=-6))
    moment = datetime(2025, 9, 3, 20, tzinfo=there)
    (article,) = add_articles(library, make_article(created_at=moment))
    kept = articles.get(library.reader(), article.uid).created_at
    assert kept == moment
    assert kept
    assert kept.utcoffset() == timedelta(0)


def test_missing_article_is_told(library: Library) -> None:
    with pytest.raises(NotFoundError, match="no article “nowhere”"):
        articles.get_by_citekey(library.reader(), "nowhere")
    with pytest.raises(NotFoundError):
        articles.get(library.reader(), Uid("nowhere"))
    with pytest.raises(NotFoundError):
        library.write("Remove", lambda c: articles.remove(c, [Uid("nowhere")]))
    assert articles.find_by_citekey(library.reader(), "\ud800") is None


def test_update_changes_what_the_index_finds(library: Library) -> None:
    (article,) = add_articles(library, make_article(tags=("old/tag",)))
    edited = replace(article, title="Wholly new", body="Fresh words", tags=("new",), note="n")
    library.write("Edit", lambda c: articles.update(c, edited, make_original(b"new")))
    kept = articles.get(library.reader(), article.uid)
    assert replace(kept, updated_at=article.updated_at) == edited
    assert kept.updated_at
    assert article.updated_at
    assert kept.updated_at > article.updated_at
    assert found(library, '"wholly" AND "fresh" AND tags : "' + words("new") + '"') == ["source1"]
    assert found(library, '"cartels" OR "ministers" OR "old"') == []
    original = originals.find(library.reader(), article.uid)
    assert original
    assert original.data == b"new"
    check_index(library)


def test_date_that_moves_takes_the_place_along(library: Library) -> None:
    (article,) = add_articles(library, make_article(published=PartialDate(2025, 9, 3)))
    before = _sort_id(library, article)
    same_day = replace(article, published=PartialDate(2025, 9, 3, approximate=True))
    library.write("Edit", lambda c: articles.update(c, same_day))
    assert _sort_id(library, article) == before
    undated = replace(article, published=None)
    library.write("Edit", lambda c: articles.update(c, undated))
    assert sort_ids.day_of(_sort_id(library, article)) is None
    assert found(library, '"report"') == ["source1"]
    check_index(library)


def test_mark_sets_many_at_once(library: Library) -> None:
    made = add_articles(library, *(make_article(n) for n in range(5)))
    uids = [article.uid for article in made[:3]]
    library.write("Mark", lambda c: articles.mark(c, uids, {"usage": "used", "rank": 2}))
    rows = [article_rows.get(library.reader(), article.uid) for article in made]
    assert [row.usage for row in rows] == [Usage.USED] * 3 + [Usage.CANDIDATE] * 2
    with pytest.raises(ValueError, match="not for marking"):
        library.write("Mark", lambda c: articles.mark(c, uids, {"title": "x"}))
    check_index(library)


def test_rows_count_facts_once_and_show_tags(library: Library) -> None:
    (article,) = add_articles(library, make_article(tags=("b", "A/x")))
    add_fact(library, make_fact(make_evidence(article), make_evidence(article, "in Mexico")))
    row = article_rows.get(library.reader(), article.uid)
    assert row.fact_count == 1
    assert row.memo_count == 0
    assert row.tags == ("A/x", "b")


def test_every_article_comes_newest_first_however_many(library: Library) -> None:
    made = add_articles(library, *(make_article(n) for n in range(450)))
    every = list(articles.every(library.reader()))
    assert [one.citekey for one in every] == [one.citekey for one in reversed(made)]


def test_every_article_comes_although_one_goes_meanwhile(library: Library) -> None:
    add_articles(library, *(make_article(n) for n in range(250)))
    stream = articles.every(library.reader())
    first = [next(stream) for _ in range(200)]
    gone = [first[-1].uid, first[-2].uid]
    library.write("Remove", lambda c: articles.remove(c, gone))
    assert len(first) + len(list(stream)) == 250


@pytest.mark.parametrize("data", [b"", b"x", b"\0" * 70_000, bytes(range(256)) * 2000])
def test_original_comes_back_byte_for_byte(library: Library, data: bytes) -> None:
    article, original = make_article(), make_original(data, "ü #?.md")
    library.write("Add", lambda c: articles.add(c, article, original))
    assert originals.find(library.reader(), article.uid) == original


def test_large_file_that_is_packed_already_is_kept_as_it_is(library: Library) -> None:
    noise = b"".join(number.to_bytes(4, "big") for number in _random_numbers(200_000))
    article, original = make_article(), make_original(noise)
    library.write("Add", lambda c: articles.add(c, article, original))
    packing = library.reader().execute("SELECT packing FROM originals").fetchone()[0]
    assert packing == "none"
    assert originals.find(library.reader(), article.uid) == original


def _random_numbers(count: int) -> list[int]:
    numbers, state = [], 1
    for _ in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        numbers.append(state >> 32)
    return numbers
