from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.model.article import Article, Original
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.store import article_batches, article_places, articles, originals
from briefing.store.article_batches import NewArticle, ready_rows
from briefing.store.connections import Connection
from briefing.store.library_file import Library
from tests.store.records import check_index, dump

SHA = "0" * 63


def made(number: int, **parts: object) -> Article:
    return Article(
        **{
            "uid": Uid(f"u{number}"),
            "citekey": f"key{number}",
            "title": f"Title {number}",
            "body": "Words. 東京",
            "url": f"https://a.org/{number}",
            "published": PartialDate(2025, 9, (number - 1) % 30 + 1),
            **parts,
        }  # pyright: ignore[reportArgumentType]
    )


def new(number: int, **parts: object) -> NewArticle:
    article = made(number, **parts)
    original = Original(f"{number}.md", "text/markdown", b"Words. " * 50, f"{number:064}")
    places = ((f"file:{number}", original.sha256),)
    return NewArticle(
        uid=article.uid,
        citekey=article.citekey,
        published=article.published,
        tags=article.tags,
        original=originals.pack(original),
        places=places,
        rows=ready_rows(article, original.media_type),
    )


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "a.briefing") as library:
        news = [new(1), new(2, tags=("a/b",)), new(3, published=None)]
        library.write("Import", lambda connection: article_batches.add_all(connection, news))
        yield library


def test_batch_is_added_with_files_places_and_times(library: Library) -> None:
    reader = library.reader()
    one, two, _ = (articles.get(reader, Uid(f"u{number}")) for number in (1, 2, 3))
    assert (one.title, two.tags) == ("Title 1", ("a/b",))
    assert one.created_at == two.created_at is not None
    original = originals.find(reader, one.uid)
    assert original is not None
    assert original.data == b"Words. " * 50
    place = article_places.find(reader, "file:1")
    assert place is not None
    assert (place.article_uid, place.citekey, place.sha256) == (one.uid, "key1", f"{SHA}1")


def test_batch_is_indexed_as_single_articles_are(library: Library) -> None:
    library.write("Add", lambda connection: articles.add(connection, made(4)))
    query = (
        "SELECT title, publisher, authors, tags, body, body_words FROM article_heads AS h"
        " JOIN article_texts AS t ON t.article_pk = h.article_pk ORDER BY h.article_pk"
    )
    rows = library.reader().execute(query).fetchall()
    named = [[str(column).replace("4", "1") for column in row] for row in (rows[0], rows[3])]
    assert named[0] == named[1]
    check_index(library)


def test_articles_are_found_by_bytes_and_address(library: Library) -> None:
    reader = library.reader()
    assert article_batches.with_bytes(reader, [f"{SHA}2", f"{SHA}9"]) == {
        f"{SHA}2": (Uid("u2"), "key2", "2.md")
    }
    assert article_batches.with_url(reader, ["https://a.org/3", ""]) == {
        "https://a.org/3": (Uid("u3"), "key3")
    }


def test_citekeys_are_taken_whatever_their_case_and_where_they_were_merged(
    library: Library,
) -> None:
    library.write(
        "Merge",
        lambda connection: connection.execute(
            "INSERT INTO citekey_aliases (citekey, article_pk, created_at) VALUES ('old', 1, '')"
        ),
    )
    asked = {"KEY1", "key2", "Old", "free", "\ud800"}
    assert article_batches.taken(library.reader(), asked) == {"KEY1", "key2", "Old"}


def test_import_comes_and_goes_with_its_files_and_places(library: Library) -> None:
    full = dump(library)
    assert library.undo()
    assert not any(dump(library)[name] for name in ("articles", "originals", "article_places"))
    check_index(library)
    assert library.redo()
    assert dump(library) == full
    assert library.undo()
    assert library.redo()
    assert dump(library) == full
    check_index(library)


def test_what_an_older_article_got_beside_new_ones_is_taken_back(library: Library) -> None:
    uid = Uid("u4")
    library.write("Add", lambda connection: articles.add(connection, made(4)))
    derived = ("article_heads",)
    before = dump(library, without=derived)

    def work(connection: Connection) -> None:
        article_batches.add_all(connection, [new(5)])
        pk = articles.pk_of(connection, uid)
        originals.put(connection, pk, Original("4.md", "text/markdown", b"Words.", f"{SHA}4"))
        article_places.put(connection, "file:4", uid)
        article_places.put(connection, "file:5", uid)  # taken from the new one

    library.write("Import", work)
    after = dump(library, without=derived)
    assert originals.find(library.reader(), uid)
    assert library.undo()
    assert dump(library, without=derived) == before
    assert library.redo()
    assert dump(library, without=derived) == after
