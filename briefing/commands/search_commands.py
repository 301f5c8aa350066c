"""Commands that search: search, facets."""

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, TextIO

import click

from briefing.commands.console import (
    desk_of,
    examples,
    json_option,
    library_argument,
    note,
    print_json,
    print_json_array,
    say,
)
from briefing.commands.record_json import Json
from briefing.commands.search_kinds import KINDS, Asked, Found, Kind
from briefing.model.search_page import Count, Facets, Total
from briefing.services.desk import Desk

_SORTS = ("auto", "date", "relevance", "rank", "added", "title")
_NAMES = {"articles": "citekeys", "facts": "keys", "memos": "memos"}
_SHOWN = 15  # values of a facet that are printed as text
# What begins with a hyphen is a word that is not wanted; there are no options but those below.
_WORDS = {"ignore_unknown_options": True, "help_option_names": ["--help"]}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The options of `search`."""

    where: str
    sort: str
    limit: int
    after: str | None
    wants_facets: bool
    queries: TextIO | None
    as_json: bool

    @property
    def kind(self) -> Kind[Any]:
        """Return the kind of records to look through."""
        return KINDS[self.where]


@click.command(
    "search",
    context_settings=_WORDS,
    epilog=examples(
        "briefing search mexico.briefing cartels tag:region/mexico after:2025-08 -tariffs",
        "briefing search mexico.briefing --in facts status:disputed",
        "briefing search mexico.briefing cartels --facets --json",
        "briefing search mexico.briefing --queries lines.txt --json",
    ),
)
@library_argument
@click.argument("query", nargs=-1)
@click.option(
    "--in", "where", type=click.Choice(tuple(KINDS)), default="articles", help="What to search."
)
@click.option("--sort", type=click.Choice(_SORTS), default="auto", help="The order of articles.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
@click.option("--after", help="Go on from where a page ended; empty: from the beginning.")
@click.option("--facets", "wants_facets", is_flag=True, help="Count usage, tags and so on as well.")
@click.option("--queries", type=click.File(encoding="utf-8"), help="Answer each line of a file.")
@json_option
def search(library: Path, query: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401
    """Search articles, facts or memos.

    Words, "phrases", OR, NEAR, -not, and fields such as tag:region/mexico, usage:used, rank:<3,
    after:2025-08; `briefing facets` counts what is found. With --json: an array of records with
    their snippet; with --after or --facets an object with the array as its `hits`, with the `after`
    of the next page; with --queries an object a line.
    """
    wanted = _Wanted(**options)
    _check(query, wanted)
    asked = Asked(" ".join(query), wanted.sort, wanted.limit, wanted.after or "")
    with desk_of(library) as desk:
        if wanted.queries is not None:
            _answer_all(desk, wanted, asked)
        else:
            _answer_one(desk, wanted, asked)


@click.command(
    "facets",
    context_settings=_WORDS,
    epilog=examples(
        "briefing facets mexico.briefing cartels after:2025-08",
        "briefing facets mexico.briefing --json",
    ),
)
@library_argument
@click.argument("query", nargs=-1)
@click.option("--newest", type=click.IntRange(min=1), help="Count the newest that are found only.")
@json_option
def facets(library: Path, query: tuple[str, ...], *, newest: int | None, as_json: bool) -> None:
    """Count what a search finds, all or its newest, by usage, tag, publisher and month.

    With --json: an object with total, has_more, usage, tags, publishers and months.
    """
    _refuse_options(query)
    with desk_of(library) as desk:
        found = desk.searching.facets(" ".join(query), newest)
    if as_json:
        print_json(_facets_json(found))
    else:
        _say_facets(found)


def _check(query: Sequence[str], wanted: _Wanted) -> None:
    _refuse_options(query)
    has_file = wanted.queries is not None
    if has_file == bool(query):
        raise click.UsageError("Give a QUERY, or --queries FILE with one a line.")
    if wanted.wants_facets and (wanted.where != "articles" or has_file):
        raise click.UsageError("--facets counts the articles that one QUERY finds.")


def _refuse_options(words: Iterable[str]) -> None:
    """Refuse what begins with two hyphens: one excludes a word, two are a mistyped option."""
    for word in words:
        if word.startswith("--"):
            raise click.NoSuchOption(word)


def _answer_one(desk: Desk, wanted: _Wanted, asked: Asked) -> None:
    found = wanted.kind.find(desk, asked)
    facets = desk.searching.facets(asked.line) if wanted.wants_facets else None
    for problem in found.problems:
        note(problem)
    if wanted.as_json and wanted.after is None and facets is None:
        print_json_array(wanted.kind.json(desk, hit) for hit in found.hits)
    elif wanted.as_json:
        print_json(_page_json(desk, wanted.kind, found, facets))
    else:
        _say_hits(wanted.kind, found, asked.limit)
        if facets:
            _say_facets(facets)


def _answer_all(desk: Desk, wanted: _Wanted, asked: Asked) -> None:
    """Answer each line as soon as it is read; what is empty is passed over."""
    for line in filter(None, map(str.strip, wanted.queries or ())):
        answer = _answer(desk, wanted, replace(asked, line=line))
        if wanted.as_json:
            say(json.dumps(answer, ensure_ascii=False))
        else:
            more = "+" if answer["has_more"] else " "
            say(f"{answer['milliseconds']:>9.1f} ms  {answer['total']:>7}{more}  {line}")


def _answer(desk: Desk, wanted: _Wanted, asked: Asked) -> dict[str, Any]:
    began = time.perf_counter()
    found = wanted.kind.find(desk, asked)
    took = (time.perf_counter() - began) * 1_000
    total = Total(len(found.hits), bool(found.after))
    if wanted.where == "articles":
        total = desk.searching.count(asked.line)
    return {
        "query": asked.line,
        "milliseconds": round(took, 3),
        "total": total.count,
        "has_more": total.has_more,
        _NAMES[wanted.where]: [wanted.kind.name(hit) for hit in found.hits],
        "problems": list(found.problems),
    }


def _page_json(desk: Desk, kind: Kind[Any], found: Found[Any], facets: Facets | None) -> Json:
    page: Json = {
        "hits": [kind.json(desk, hit) for hit in found.hits],
        "after": found.after,
        "problems": list(found.problems),
    }
    return {**page, "facets": _facets_json(facets)} if facets else page


def _facets_json(facets: Facets) -> Json:
    return asdict(facets)


def _say_hits(kind: Kind[Any], found: Found[Any], limit: int) -> None:
    for hit in found.hits:
        for line in kind.lines(hit):
            say(line)
    if not found.hits:
        note("Nothing found.")
    elif found.after:
        note(f"The first {limit}; --limit gives more, --after {found.after} the next.")


def _say_facets(facets: Facets) -> None:
    for line in _facet_lines(facets):
        say(line)


def _facet_lines(facets: Facets) -> Iterator[str]:
    yield f"{facets.total:>9,}{'+' if facets.has_more else ''}  articles"
    for name in ("usage", "tags", "publishers", "months"):
        counts: tuple[Count, ...] = getattr(facets, name)
        if counts:
            yield ""
            yield name
        for one in counts[:_SHOWN]:
            yield f"{one.count:>9,}  {one.value}"
        if len(counts) > _SHOWN:
            yield f"{'':>9}  and {len(counts) - _SHOWN} more"
