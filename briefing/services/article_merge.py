"""A file that changed brought into an article that the analyst has worked on since."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from briefing.intake.draft_article import DraftArticle
from briefing.model.article import Article
from briefing.services.file_saying import Saying, saying, tags_of

# The fields that a file fills, as they are called when a change is told.
_NAMES = {
    "title": "title",
    "body": "text",
    "url": "url",
    "publisher": "publisher",
    "authors": "authors",
    "published": "date",
    "date_origin": "",  # goes with the date
    "accessed": "date accessed",
    "language": "language",
    "summary": "summary",
    "usage": "usage",
    "rank": "rank",
    "reliability": "reliability",
    "credibility": "credibility",
    "note": "note",
    "colour": "colour",
    "fields": "other fields",
    "tags": "tags",
    "pages": "",  # go with the text
}
_DATE = ("published", "date_origin")  # they go together
_NEVER_FILLED = frozenset({"usage", "title", "body", "tags", "pages", *_DATE})


def merged(
    article: Article,
    before: Saying | None,
    now: DraftArticle,
    *,
    gives_text: bool = True,
    may_empty: bool = True,
) -> tuple[Article, tuple[str, ...]]:
    """Return the article with what changed in its file, and the names of what changed in it.

    `before` is what the file said when it was last imported. What the analyst set since then
    stays; so does a field whose value in the file is the same as then, and so do tags that the
    file never had. The text is the file's, unless it has none or `gives_text` is false. What the
    file says no more goes, if it `may_empty` a field. Without a `before`, the file gives its text
    and fills what is empty.
    """
    changes = _missing(article, now) if before is None else _since(article, before, now)
    if gives_text and now.body.strip() and (before is None or _has_new_text(before, now)):
        changes |= {"body": now.body, "pages": now.pages}
    changes["tags"] = _tags(article.tags, tags_of(before), now.tags)
    changes = {
        name: value
        for name, value in changes.items()
        if getattr(article, name) != value and (may_empty or value)
    }
    told = [_NAMES[name] for name in _NAMES if name in changes]
    return replace(article, **changes), tuple(filter(None, told))


def _has_new_text(before: Saying, now: DraftArticle) -> bool:
    return before.get("body") != saying(now)["body"]


def _since(article: Article, before: Saying, now: DraftArticle) -> dict[str, Any]:
    here, said = saying(article), saying(now)
    changed = {
        name: getattr(now, name)
        for name in _NAMES
        if name not in {"body", "pages", "tags", *_DATE}
        and said.get(name) != before.get(name)
        and here.get(name) == before.get(name)
    }
    if all(here.get(name) == before.get(name) for name in _DATE):
        changed |= {name: getattr(now, name) for name in _DATE}
    return changed


def _missing(article: Article, now: DraftArticle) -> dict[str, Any]:
    empty = {
        name: getattr(now, name)
        for name in _NAMES
        if name not in _NEVER_FILLED and not getattr(article, name)
    }
    if not article.published:
        empty |= {"published": now.published, "date_origin": now.date_origin}
    return empty


def _tags(here: tuple[str, ...], before: Sequence[str], now: tuple[str, ...]) -> tuple[str, ...]:
    """Return the article's tags without those the file lost, and with those it gained."""
    had = {tag.casefold() for tag in before}
    has = {tag.casefold() for tag in now}
    kept = [tag for tag in here if tag.casefold() not in had - has]
    present = {tag.casefold() for tag in kept}
    gained = [tag for tag in now if tag.casefold() not in had | present]
    return (*kept, *gained)
