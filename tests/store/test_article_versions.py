from dataclasses import replace

import pytest

from briefing.errors import NotFoundError
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.store import article_versions, articles, originals
from briefing.store.library_file import Library
from tests.store.records import add_articles, make_article, make_original


@pytest.fixture
def article_uid(library: Library) -> Uid:
    article = make_article(pages=((0, "1"), (8, "2")))
    packed = originals.pack(make_original(), said="{}", raw_text="raw wo\ud800rds")

    def work(connection):  # noqa: ANN001, ANN202
        articles.add(connection, article)
        originals.put(connection, articles.pk_of(connection, article.uid), packed)
        article_versions.keep(connection, article.uid, "Collected again")
        articles.update(connection, replace(article, title="New", body="New words.", pages=()))

    library.write("Import", work)
    return article.uid


def test_version_holds_the_article_as_it_was(library: Library, article_uid: Uid) -> None:
    reader = library.reader()
    (version,) = article_versions.of_article(reader, article_uid)
    assert version == article_versions.get(reader, version.uid)
    assert (version.title, version.reason) == ("Report 1 on cartels", "Collected again")
    assert version.body.startswith("Body of report 1.")
    assert version.published == PartialDate(2025, 9, 3)
    assert version.collected_at == articles.get(reader, article_uid).created_at
    article = articles.get(reader, article_uid)
    back = article_versions.brought_back(reader, version.uid, article)
    assert (back.title, back.body, back.pages) == (
        version.title,
        version.body,
        ((0, "1"), (8, "2")),
    )
    assert article_versions.find_original(reader, version.uid) == make_original()
    packed = article_versions.find_packed(reader, version.uid)
    assert packed == originals.find_packed(reader, article_uid)
    assert originals.raw_text(reader, article_uid) == "raw wo\ufffdrds"


def test_version_is_known_by_the_bytes_it_came_from(library: Library, article_uid: Uid) -> None:
    sha256 = make_original().sha256
    found = article_versions.with_bytes(library.reader(), [sha256, "0" * 64, ""])
    assert found == {sha256: (article_uid, "source1", "a.md")}


def test_same_text_is_noticed(library: Library, article_uid: Uid) -> None:
    assert not article_versions.has_same_text(library.reader(), article_uid)
    library.write("Keep", lambda c: article_versions.keep(c, article_uid, "Once more"))
    assert article_versions.has_same_text(library.reader(), article_uid)
    first, second = article_versions.of_article(library.reader(), article_uid)
    assert (first.title, second.title) == ("New", "Report 1 on cartels")
    assert first.collected_at >= second.collected_at


def test_undo_takes_a_version_back(library: Library, article_uid: Uid) -> None:
    library.undo()
    assert article_versions.of_article(library.reader(), article_uid) == ()
    library.redo()
    assert len(article_versions.of_article(library.reader(), article_uid)) == 1


def test_removed_article_takes_its_versions_along_and_undo_brings_them_back(
    library: Library, article_uid: Uid
) -> None:
    library.write("Remove", lambda c: articles.remove(c, (article_uid,)))
    assert article_versions.of_article(library.reader(), article_uid) == ()
    library.undo()
    (version,) = article_versions.of_article(library.reader(), article_uid)
    assert article_versions.find_original(library.reader(), version.uid) == make_original()


def test_article_without_a_file_has_versions_without_one(library: Library) -> None:
    (article,) = add_articles(library, make_article())
    uid = library.write("Keep", lambda c: article_versions.keep(c, article.uid, "Restored"))
    assert article_versions.find_original(library.reader(), uid) is None


def test_version_that_is_not_there_is_said_so(library: Library) -> None:
    with pytest.raises(NotFoundError, match="no such earlier version"):
        article_versions.get(library.reader(), Uid("none"))
