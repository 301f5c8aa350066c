"""Commands that show articles: list, search, show."""

import sys
from pathlib import Path

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
from briefing.commands.record_json import article_json
from briefing.commands.record_lines import article_lines, row_line
from briefing.errors import NotFoundError
from briefing.model.article import Article
from briefing.model.search_page import Hit, Marked
from briefing.services.desk import Desk

_PAGE = 100
_SORTS = ("auto", "date", "relevance", "rank", "added", "title")


@click.command(
    "list", epilog=examples("briefing list mexico.briefing", "briefing list mexico.briefing --json")
)
@library_argument
@json_option
def list_articles(library: Path, *, as_json: bool) -> None:
    """List all articles, the newest first.

    With --json: an array of objects with citekey, title, url, publisher, published (a date, also
    in part, or null), usage, rank, tags and all other fields; not the text.
    """
    with desk_of(library) as desk:
        if as_json:
            print_json_array(map(article_json, desk.searching.all_rows()))
            return
        for article in desk.searching.all_rows():
            say(row_line(article))


@click.command(
    "search",
    epilog=examples("briefing search mexico.briefing cartels tag:region/mexico after:2025-08"),
)
@library_argument
@click.argument("query", nargs=-1, required=True)
@click.option("--sort", type=click.Choice(_SORTS), default="auto", show_default=True)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
@json_option
def search_articles(
    library: Path, query: tuple[str, ...], *, sort: str, limit: int, as_json: bool
) -> None:
    """Search title, text, publisher, authors and tags.

    Words, "phrases", OR, -not, and filters such as tag:region/mexico, usage:used, rank:<3,
    after:2025-08, publisher:nytimes.
    """
    with desk_of(library) as desk:
        hits, problems = _hits(desk, " ".join(query), sort, limit)
        for problem in problems:
            note(problem)
        if as_json:
            print_json_array(
                {
                    **article_json(desk.searching.article(hit.article.uid)),
                    "snippet": hit.snippet.text,
                }
                for hit in hits
            )
            return
        for hit in hits:
            say(row_line(hit.article))
            say("    " + _marked(hit.snippet))
        if not hits:
            note("Nothing found.")
        elif len(hits) == limit:
            note(f"The first {limit}; --limit gives more.")


@click.command(
    "show",
    epilog=examples(
        "briefing show mexico.briefing nytimes2025mexico",
        "briefing show mexico.briefing nytimes2025mexico --text",
        "briefing show mexico.briefing nytimes2025mexico --original -o article.txt",
    ),
)
@library_argument
@click.argument("citekey")
@click.option("--text", "wants_text", is_flag=True, help="Print the text alone.")
@click.option("--original", is_flag=True, help="Give the file as it came, byte for byte.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="With --original: write it there."
)
@json_option
def show_article(
    library: Path,
    citekey: str,
    *,
    wants_text: bool,
    original: bool,
    output: Path | None,
    as_json: bool,
) -> None:
    """Show one article: its fields and its text, or one of them.

    With --json: the object of `list`, and its body.
    """
    if sum((wants_text, original, as_json)) > 1:
        raise click.UsageError("Use one of --text, --original and --json.")
    if output and not original:
        raise click.UsageError("-o goes with --original.")
    with desk_of(library) as desk:
        article = desk.searching.article_by_citekey(citekey)
        if original:
            _give_original(desk, article, output)
        elif as_json:
            print_json({**article_json(article), "body": article.body})
        elif wants_text:
            say(article.body)
        else:
            say("\n".join(article_lines(article, desk.evidence.facts_of(article.uid))))


def _hits(desk: Desk, line: str, sort: str, limit: int) -> tuple[list[Hit], tuple[str, ...]]:
    """Return up to `limit` hits, page by page, and what of the line was taken as plain words."""
    page = desk.searching.search(line, sort=sort, limit=min(limit, _PAGE))
    hits = list(page.hits)
    while page.after and len(hits) < limit:
        rest = min(limit - len(hits), _PAGE)
        page = desk.searching.search(line, sort=sort, limit=rest, after=page.after)
        hits += page.hits
    return hits, page.problems


def _marked(snippet: Marked) -> str:
    """Return a snippet on one line, its found words bold where a terminal shows it."""
    parts: list[str] = []
    last = 0
    for start, end in snippet.marks:
        parts += [snippet.text[last:start], click.style(snippet.text[start:end], bold=True)]
        last = end
    return " ".join("".join([*parts, snippet.text[last:]]).split())


def _give_original(desk: Desk, article: Article, output: Path | None) -> None:
    original = desk.searching.original(article.uid)
    if original is None:
        raise NotFoundError(f"{article.citekey} has no original: it came from no file.")
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(original.data)
        sys.stdout.buffer.flush()
        return
    from briefing.export.atomic_write import write_whole  # noqa: PLC0415  (start-up time)

    write_whole(output, original.data)
    say(str(output))
