"""Articles and facts as lines of plain text."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.model.article import Article, ArticleRow, DateOrigin
from briefing.model.fact import Fact

if TYPE_CHECKING:
    from briefing.services.used_in import UsedIn


def row_line(article: Article | ArticleRow) -> str:
    """Return an article as one line of a list."""
    date = str(article.published) if article.published else ""
    rank = "" if article.rank is None else str(article.rank)
    known = f"{article.citekey:<28}  {date:<10}  {article.usage:<11}  {rank:>3}"
    return f"{known}  {article.title}"


def article_lines(article: Article, used: "UsedIn") -> Iterator[str]:
    """Yield an article: its title, its fields, its facts, the memos that cite it, its text."""
    yield article.title
    yield ""
    for name, value in _fields(article):
        if value:
            yield f"{name:<12} {value}"
    for fact in used.facts:
        yield f"{'fact':<12} {fact_line(fact)}"
    for memo in used.memos:
        yield f"{'memo':<12} {memo.slug}: {memo.title}"
    yield ""
    yield article.body


def fact_line(fact: Fact) -> str:
    """Return a fact as one line of a list."""
    marks = [fact.kind.value]
    if fact.as_of:
        marks.append(str(fact.as_of))
    if fact.status != "current":
        marks.append(fact.status.value)
    return f"{fact.key:<4}  {fact.statement}  ({', '.join(marks)})"


_DATE_NOTES = {DateOrigin.URL: " (from the address)", DateOrigin.PAGE: " (found on the page)"}


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    date = str(article.published) if article.published else ""
    yield "citekey", article.citekey
    yield "publisher", article.publisher
    yield "authors", "; ".join(article.authors)
    yield "published", f"{date}{_DATE_NOTES.get(article.date_origin, '')}"
    yield "accessed", str(article.accessed) if article.accessed else ""
    yield "url", article.url
    yield "language", article.language
    yield "usage", article.usage.value
    yield "rank", "" if article.rank is None else str(article.rank)
    yield "rating", article.rating
    yield "tags", ", ".join(article.tags)
    yield "summary", article.summary
    yield "note", article.note
    yield "colour", article.colour.value
    yield from article.fields
