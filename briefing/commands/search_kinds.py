"""What `search` looks through: articles, facts or memos, each found and shown in its own way."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import click

from briefing.commands.record_json import Json, article_json, fact_json, memo_row_json
from briefing.commands.record_lines import fact_line, row_line
from briefing.model.found_records import FactHit, MemoHit
from briefing.model.ids import Uid
from briefing.model.search_page import Hit, Marked
from briefing.services.desk import Desk

_PAGE = 100
H = TypeVar("H")


@dataclass(frozen=True, slots=True)
class Found(Generic[H]):
    """What was found, up to a limit; `after` asks for what comes next."""

    hits: Sequence[H]
    after: str
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A line, and in what order, how much, and from where on it is to be answered."""

    line: str
    sort: str
    limit: int
    after: str = ""


@dataclass(frozen=True, slots=True)
class Kind(Generic[H]):
    """A kind of record: how a page of it is found, and how a hit is told."""

    page: Callable[[Desk, Asked], Found[H]]
    name: Callable[[H], str]
    json: Callable[[Desk, H], Json]
    lines: Callable[[H], Iterator[str]]

    def find(self, desk: Desk, asked: Asked) -> Found[H]:
        """Return as many hits as were asked for, page by page."""
        found = self.page(desk, _part(asked, 0, asked.after))
        hits = list(found.hits)
        while found.after and len(hits) < asked.limit:
            found = self.page(desk, _part(asked, len(hits), found.after))
            hits += found.hits
        return Found(hits, found.after, found.problems)


def _part(asked: Asked, done: int, after: str) -> Asked:
    return Asked(asked.line, asked.sort, min(asked.limit - done, _PAGE), after)


def _articles(desk: Desk, asked: Asked) -> Found[Hit]:
    page = desk.searching.search(asked.line, sort=asked.sort, limit=asked.limit, after=asked.after)
    return Found(page.hits, page.after, page.problems)


def _facts(desk: Desk, asked: Asked) -> Found[FactHit]:
    page = desk.searching.facts(asked.line, limit=asked.limit, after=asked.after)
    return Found(page.hits, page.after, page.problems)


def _memos(desk: Desk, asked: Asked) -> Found[MemoHit]:
    page = desk.searching.memos(asked.line, limit=asked.limit, after=asked.after)
    return Found(page.hits, page.after, page.problems)


def _article_json(desk: Desk, hit: Hit) -> Json:
    article = desk.searching.article(hit.article.uid)
    return {**article_json(article), "snippet": hit.snippet.text}


def _fact_json(desk: Desk, hit: FactHit) -> Json:
    def citekey_of(uid: Uid) -> str:
        return desk.searching.row(uid).citekey

    sources = desk.copies.independent_sources(hit.fact.uid)
    return {**fact_json(hit.fact, citekey_of, sources), "snippet": hit.quote.text}


def _memo_json(desk: Desk, hit: MemoHit) -> Json:
    del desk
    return {**memo_row_json(hit.memo), "snippet": hit.snippet.text}


def _article_lines(hit: Hit) -> Iterator[str]:
    yield row_line(hit.article)
    yield "    " + _shown(hit.snippet)


def _fact_lines(hit: FactHit) -> Iterator[str]:
    yield fact_line(hit.fact)
    if hit.quote.text:
        yield "    " + _shown(hit.quote)


def _memo_lines(hit: MemoHit) -> Iterator[str]:
    row = hit.memo
    yield f"{row.slug:<32}  {row.date:<10}  {row.title}"
    yield "    " + _shown(hit.snippet)


def _shown(snippet: Marked) -> str:
    """Return a snippet on one line, its found words bold where a terminal shows it."""
    parts: list[str] = []
    last = 0
    for start, end in snippet.marks:
        parts += [snippet.text[last:start], click.style(snippet.text[start:end], bold=True)]
        last = end
    return " ".join("".join([*parts, snippet.text[last:]]).split())


ARTICLES = Kind(_articles, lambda hit: hit.article.citekey, _article_json, _article_lines)
FACTS = Kind(_facts, lambda hit: hit.fact.key, _fact_json, _fact_lines)
MEMOS = Kind(_memos, lambda hit: hit.memo.slug, _memo_json, _memo_lines)
KINDS = {"articles": ARTICLES, "facts": FACTS, "memos": MEMOS}
