"""Commands that show articles: list, show."""

import sys
from pathlib import Path

import click

from briefing.commands.console import (
    desk_of,
    examples,
    json_option,
    library_argument,
    print_json,
    print_json_array,
    say,
)
from briefing.commands.record_json import Json, article_json, cluster_json, used_in_json
from briefing.commands.record_lines import article_lines, row_line
from briefing.errors import NotFoundError
from briefing.model.article import Article
from briefing.services.desk import Desk


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

    With --json: the object of `list`, its body, used_in (the facts that rest on it and the memos
    that cite it, with the sentences) and copies (its near-copies, as `dedupe` gives them).
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
            print_json({**article_json(article), **_around(desk, article), "body": article.body})
        elif wants_text:
            say(article.body)
        else:
            used = desk.used_in(article.uid)
            say("\n".join(article_lines(article, used)))


def _around(desk: Desk, article: Article) -> Json:
    cluster = desk.copies.of(article.uid)
    return {
        "used_in": used_in_json(desk.used_in(article.uid)),
        "copies": cluster_json(cluster) if cluster else [],
    }


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
