"""A file made ready for the library, as far as that needs no library: so workers can do it."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, NamedTuple

from briefing.intake.article_file import ArticleFile, read_article_file, shown_path
from briefing.intake.article_formats import TABLES
from briefing.intake.draft_article import DraftArticle
from briefing.intake.table_choice import TableChoice
from briefing.model.article import Article, Original
from briefing.model.ids import Uid
from briefing.services.file_saying import write_saying
from briefing.store.article_batches import ReadyRows, ready_rows
from briefing.store.originals import PackedOriginal, pack
from briefing.text.citekeys import citekey_stem
from briefing.text.web_addresses import same_page_key

# The raw text goes with the original, and a citekey is only wished for.
_NOT_OF_ARTICLES = frozenset({"raw_text", "citekey"})
_OF_ARTICLES = tuple(
    field.name for field in fields(DraftArticle) if field.name not in _NOT_OF_ARTICLES
)


class Prepared(NamedTuple):
    """All that is known of an article before the library is asked.

    `file_place` is the fingerprint of where it stands, `whole_place` that of the file of many
    articles that it is in, if it is in one.
    """

    draft: DraftArticle
    original: PackedOriginal
    file_place: str
    whole_place: str
    web_place: str
    citekey_stem: str
    rows: ReadyRows


class PreparedFile(NamedTuple):
    """One file; without `content`, `reason` says why; with it, it is a remark or nothing.

    `same_place` is where a file stands that has the bytes that are known of it.
    """

    path: str
    reason: str
    content: Prepared | None = None
    same_place: str = ""


def prepare_file(
    path: Path, known_sha256: str = "", tables: TableChoice = TABLES
) -> Iterator[PreparedFile]:
    """Read a file and make each article in it ready; the world's faults become reasons."""
    place = file_place(path)
    for one in read_article_file(path, known_sha256, tables):
        yield prepare_part(place, one)


def failed_file(path: Path, reason: str) -> PreparedFile:
    """Return what stands for a file that could not be read."""
    return PreparedFile(shown_path(path), reason)


def prepare_part(place: str, file: ArticleFile) -> PreparedFile:
    """Make one article ready that stands in the file of this place."""
    if file.is_same:
        return PreparedFile(file.path, "", same_place=place)
    if file.draft is None or file.original is None:
        return PreparedFile(file.path, file.reason)
    base = f"{place}:{_fingerprint(_encoded(file.inside))}" if file.inside else place
    here = f"{base}:{_fingerprint(_encoded(file.part))}" if file.part or file.inside == "" else base
    whole = base if file.inside is not None else ""
    content = _prepared(here, whole, file.draft, file.original)
    return PreparedFile(file.path, file.reason, content)


def file_place(path: Path) -> str:
    """Return the fingerprint of where a file stands; it does not give the path away.

    It is made of the name's bytes: as text, two names that are no UTF-8 may look the same.
    """
    normal = os.path.normcase(os.path.abspath(path))  # noqa: PTH100  (resolve() follows links)
    return f"file:{_fingerprint(os.fsencode(normal))}"


def web_place(url: str) -> str:
    """Return the key of an address, or nothing where it names no page."""
    key = same_page_key(url) if url else ""
    return f"web:{key}" if key else ""


def _encoded(part: str) -> bytes:
    return part.encode(errors="surrogatepass")


def _fingerprint(name: bytes) -> str:
    return hashlib.sha256(name).hexdigest()[:32]


def _prepared(place: str, whole: str, draft: DraftArticle, original: Original) -> Prepared:
    stem = draft.citekey or citekey_stem(
        draft.publisher, draft.authors, draft.published, draft.title, draft.url
    )
    return Prepared(
        draft=replace(draft, raw_text="") if draft.raw_text else draft,  # with the original
        original=pack(original, write_saying(draft), draft.raw_text),
        file_place=place,
        whole_place=whole,
        web_place=web_place(draft.url),
        citekey_stem=stem,
        rows=ready_rows(_nameless(draft), original.media_type),
    )


def _nameless(draft: DraftArticle) -> Article:
    """Return the article that a draft becomes, before it is named."""
    values: dict[str, Any] = {name: getattr(draft, name) for name in _OF_ARTICLES}
    return Article(uid=Uid(""), citekey="", **values)
