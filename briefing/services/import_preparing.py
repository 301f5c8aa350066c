"""A file made ready for the library, as far as that needs no library: so workers can do it."""

import hashlib
import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from briefing.intake.article_file import ArticleFile, read_article_file
from briefing.intake.draft_article import DraftArticle
from briefing.model.article import Article, Original
from briefing.model.ids import Uid
from briefing.store.article_batches import IndexedText, index_text
from briefing.store.originals import PackedOriginal, pack
from briefing.text.citekeys import citekey_stem
from briefing.text.web_addresses import same_page_key

# The raw text goes with the original, and a citekey is only wished for.
_NOT_OF_ARTICLES = frozenset({"raw_text", "citekey"})


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that is known of an article before the library is asked."""

    draft: DraftArticle
    original: PackedOriginal
    file_place: str
    web_place: str
    citekey_stem: str
    indexed: IndexedText


@dataclass(frozen=True, slots=True)
class PreparedFile:
    """One file; without `content`, `reason` says why; with it, it is a remark or nothing."""

    path: str
    reason: str
    content: Prepared | None = None


def prepare_file(path: Path) -> list[PreparedFile]:
    """Read a file and make each article in it ready; the world's faults become reasons."""
    return [_prepared_part(path, one) for one in read_article_file(path)]


def _prepared_part(path: Path, file: ArticleFile) -> PreparedFile:
    if file.draft is None or file.original is None:
        return PreparedFile(file.path, file.reason)
    content = _prepared(file_place(path, file.part), file.draft, file.original)
    return PreparedFile(file.path, file.reason, content)


def article_of(draft: DraftArticle, uid: Uid, citekey: str) -> Article:
    """Return the article that a draft becomes under this name."""
    values: dict[str, Any] = {
        field.name: getattr(draft, field.name)
        for field in fields(draft)
        if field.name not in _NOT_OF_ARTICLES
    }
    return Article(uid=uid, citekey=citekey, **values)


def file_place(path: Path, part: str = "") -> str:
    """Return the fingerprint of where a file or part stands; it does not give the path away.

    It is made of the name's bytes: as text, two names that are no UTF-8 may look the same.
    """
    normal = os.path.normcase(os.path.abspath(path))  # noqa: PTH100  (resolve() follows links)
    name = os.fsencode(normal) + (b"\0" + part.encode(errors="surrogatepass") if part else b"")
    return f"file:{hashlib.sha256(name).hexdigest()[:32]}"


def web_place(url: str) -> str:
    """Return the key of an address, or nothing where it names no page."""
    key = same_page_key(url) if url else ""
    return f"web:{key}" if key else ""


def _prepared(place: str, draft: DraftArticle, original: Original) -> Prepared:
    return Prepared(
        draft=draft,
        original=pack(original),
        file_place=place,
        web_place=web_place(draft.url),
        citekey_stem=draft.citekey
        or citekey_stem(
            draft.publisher, draft.authors, draft.published, draft.title, draft.url
        ),
        indexed=index_text(article_of(draft, Uid(""), ""), original.media_type),
    )
