"""The command that proposes key facts of an article, each with its reasons."""

from pathlib import Path

import click

from briefing.commands.console import (
    desk_of,
    examples,
    json_option,
    library_argument,
    note,
    print_json_array,
    say,
)
from briefing.commands.record_json import Json
from briefing.model.suggestion import Suggestion
from briefing.services.suggesting import LIMIT


@click.command(
    "suggest",
    epilog=examples(
        "briefing suggest mexico.briefing nyt2025vow",
        "briefing suggest mexico.briefing nyt2025vow --limit 5 --json",
    ),
)
@library_argument
@click.argument("citekey")
@click.option(
    "--limit", type=click.IntRange(min=1), default=LIMIT, show_default=True, help="At most so many."
)
@json_option
def suggest(library: Path, citekey: str, *, limit: int, as_json: bool) -> None:
    """List the sentences of an article that most likely state a key fact, best first.

    What was captured already is left out. With --json: an array of objects with start and end (code
    points of the text), text, kind, reasons and score.
    """
    with desk_of(library) as desk:
        article = desk.searching.article_by_citekey(citekey)
        found = desk.suggesting.suggest(article.uid, limit)
    if as_json:
        print_json_array(_json(one) for one in found)
        return
    if not found:
        note(f"No sentence of {citekey} looks like a key fact that was not captured yet.")
    for one in found:
        say(f"{one.kind.value:<10} {one.text}")
        say(f"{'':<10} {'; '.join(one.reasons)}")


def _json(one: Suggestion) -> Json:
    return {
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "kind": one.kind.value,
        "reasons": list(one.reasons),
        "score": one.score,
    }
