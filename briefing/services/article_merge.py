"""A file that changed brought into an article that the analyst has worked on since."""

from dataclasses import replace
from typing import Any

from briefing.intake.draft_article import DraftArticle
from briefing.model.article import Article

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
    "pages": "",  # go with the text
}
_DATE = ("published", "date_origin")  # they go together


def merged(
    article: Article, before: DraftArticle | None, now: DraftArticle
) -> tuple[Article, tuple[str, ...]]:
    """Return the article with what changed in its file, and the names of what changed in it.

    `before` is what the file said when it was last imported. What the analyst set since then
    stays; so does a field whose value in the file is the same as then, and so do tags that the
    file never had. The text is the file's. Without a `before`, the file gives its text and fills
    what is empty.
    """
    changes = _since(article, before, now) if before else _missing(article, now)
    tags = _tags(article.tags, before.tags if before else (), now.tags)
    if {tag.casefold() for tag in tags} != {tag.casefold() for tag in article.tags}:
        changes["tags"] = tags
    changes = {name: value for name, value in changes.items() if getattr(article, name) != value}
    told = [_NAMES.get(name, name) for name in changes]
    return replace(article, **changes), tuple(filter(None, told))


def _since(article: Article, before: DraftArticle, now: DraftArticle) -> dict[str, Any]:
    changed = {
        name: getattr(now, name)
        for name in _NAMES
        if getattr(now, name) != getattr(before, name)
        and (name == "body" or getattr(article, name) == getattr(before, name))
    }
    for name in _DATE:
        changed.pop(name, None)
    if all(getattr(article, name) == getattr(before, name) for name in _DATE):
        changed |= {name: getattr(now, name) for name in _DATE}
    return changed


def _missing(article: Article, now: DraftArticle) -> dict[str, Any]:
    empty = {
        name: getattr(now, name)
        for name in _NAMES
        if name not in {"usage", "title", "date_origin"} and not getattr(article, name)
    }
    if not article.published:
        empty |= {"published": now.published, "date_origin": now.date_origin}
    return empty | {"body": now.body}


def _tags(here: tuple[str, ...], before: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    """Return the article's tags without those the file lost, and with those it gained."""
    had = {tag.casefold() for tag in before}
    has = {tag.casefold() for tag in now}
    kept = [tag for tag in here if tag.casefold() not in had - has]
    present = {tag.casefold() for tag in kept}
    gained = [tag for tag in now if tag.casefold() not in had | present]
    return (*kept, *gained)
