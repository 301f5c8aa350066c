"""Earlier states of articles: what changed since, and bringing one back."""

from briefing.model.article_version import ArticleVersion
from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.store import article_versions, articles, originals
from briefing.store.connections import Connection
from briefing.store.library_file import Library


class Versioning:
    """What articles said before they were collected again."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def of(self, article_uid: Uid) -> tuple[ArticleVersion, ...]:
        """Return the earlier states of an article, the newest first."""
        return article_versions.of_article(self._library.reader(), article_uid)

    def raw_text(self, article_uid: Uid) -> str:
        """Return what an article's file held before it was cleaned; empty where none is kept."""
        return originals.raw_text(self._library.reader(), article_uid)

    def restore(self, article_uid: Uid, version_uid: Uid) -> Changes:
        """Bring back title, text, date and file of a version; what stands now becomes one too."""

        def work(connection: Connection) -> None:
            packed = article_versions.find_packed(connection, version_uid)
            article = articles.get(connection, article_uid)
            earlier = article_versions.brought_back(connection, version_uid, article)
            if not article_versions.has_same_text(connection, article_uid):
                article_versions.keep(connection, article_uid, "Replaced by an earlier version")
            if packed:
                originals.put(connection, articles.pk_of(connection, article_uid), packed)
            articles.update(connection, earlier)

        return self._library.change("Bring an earlier text back", work)[1]
