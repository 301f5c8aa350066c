"""Which article of the library a file is about: the rule by which an import knows it again."""

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.intake.article_file import draft_again
from briefing.intake.draft_article import DraftArticle
from briefing.model.article import Article, Original
from briefing.model.ids import Uid
from briefing.store import article_places, articles, originals
from briefing.text.web_addresses import same_page_key


@dataclass(frozen=True, slots=True)
class Known:
    """The article that a file is about; `is_same` where there is nothing new in the file.

    `copy_of` is the name of the file that the same bytes came from before, if it was another.
    """

    uid: Uid
    is_same: bool
    copy_of: str = ""


def file_place(path: str) -> str:
    """Return the fingerprint of where a file stands; it does not give the path away."""
    normal = os.path.normcase(os.path.abspath(path))  # noqa: PTH100  (also for other systems' paths)
    return f"file:{hashlib.sha256(normal.encode()).hexdigest()[:32]}"


def web_place(url: str) -> str:
    """Return the key of an address, or nothing where it names no page."""
    key = same_page_key(url)
    return f"web:{key}" if key else ""


def find_known(
    connection: sqlite3.Connection, path: str, draft: DraftArticle, original: Original
) -> Known | None:
    """Return which article a file is about, or nothing for a new one.

    1. The file as it was when it was last imported from this place: nothing new.
    2. The bytes of an article's present original, under whatever name: nothing new.
    3. The address of an article: a new state of it, whatever the file is called.
    4. The place from which an article was imported: a new state of it, unless both the address
       and the words are others; then the file was used again for another article.

    A name alone is never enough: two files of one name in two folders are two articles.
    """
    here = article_places.find(connection, file_place(path))
    if here and here.sha256 == original.sha256:
        return Known(here.article_uid, is_same=True)
    same_bytes = originals.find_by_sha256(connection, original.sha256)
    if same_bytes:
        first = originals.find(connection, same_bytes[0])
        return Known(same_bytes[0], is_same=True, copy_of=first.name if first else "")
    page = web_place(draft.url)
    there = article_places.find(connection, page) if page else None
    by_url = there.article_uid if there else _by_exact_url(connection, draft.url if page else "")
    if by_url:
        return Known(by_url, is_same=False)
    if here and not _is_another(articles.get(connection, here.article_uid), draft):
        return Known(here.article_uid, is_same=False)
    return None


def remember(
    connection: sqlite3.Connection, path: str, draft: DraftArticle, original: Original, uid: Uid
) -> None:
    """Note where an article was found, so that the next import knows it again."""
    article_places.put(connection, file_place(path), uid, original.sha256)
    page = web_place(draft.url)
    if page:
        article_places.put(connection, page, uid)


def keys_of(path: str, draft: DraftArticle, original: Original) -> Iterator[str]:
    """Yield all by which a file that waits to be added could be known again."""
    yield file_place(path)
    yield original.sha256
    yield web_place(draft.url) or file_place(path)


def draft_of(connection: sqlite3.Connection, uid: Uid) -> DraftArticle | None:
    """Return what an article's present original says; None where it has none that can be read."""
    original = originals.find(connection, uid)
    return draft_again(original) if original else None


def _by_exact_url(connection: sqlite3.Connection, url: str) -> Uid | None:
    return articles.find_by_url(connection, url)


def _is_another(article: Article, draft: DraftArticle) -> bool:
    """Return whether a file that stands where an article's stood is about something else."""
    pages = {web_place(article.url), web_place(draft.url)}
    if len(pages) == 1 or "" in pages:
        return False
    return article.title.casefold() != draft.title.casefold() and article.body != draft.body
