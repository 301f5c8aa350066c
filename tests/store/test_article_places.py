from pathlib import Path

from briefing.model.article import Article
from briefing.model.ids import Uid
from briefing.store import article_places, articles
from briefing.store.article_places import Place
from briefing.store.library_file import Library

ARTICLE = Article(Uid("one"), "one2025", "One", "Words.")


def test_place_leads_to_its_article_until_that_is_removed(tmp_path: Path) -> None:
    with Library.create(tmp_path / "a.briefing") as library:
        library.write("Add", lambda connection: articles.add(connection, ARTICLE))
        library.write("Put", lambda c: article_places.put(c, "file:1", ARTICLE.uid, "abc"))
        assert article_places.find(library.reader(), "file:1") == Place(
            ARTICLE.uid, "one2025", "abc"
        )
        assert article_places.find(library.reader(), "file:2") is None
        library.write("Remove", lambda connection: articles.remove(connection, (ARTICLE.uid,)))
        assert article_places.find(library.reader(), "file:1") is None
        library.undo()
        assert article_places.find(library.reader(), "file:1") == Place(
            ARTICLE.uid, "one2025", "abc"
        )
        library.undo()
        assert article_places.find(library.reader(), "file:1") is None


def test_latest_article_of_a_place_counts(tmp_path: Path) -> None:
    other = Article(Uid("two"), "two2025", "Two", "Words.")
    with Library.create(tmp_path / "a.briefing") as library:
        for one in (ARTICLE, other):
            library.write("Add", lambda connection, one=one: articles.add(connection, one))
            library.write("Put", lambda c, one=one: article_places.put(c, "web:x", one.uid))
        assert article_places.find(library.reader(), "web:x") == Place(other.uid, "two2025", "")
