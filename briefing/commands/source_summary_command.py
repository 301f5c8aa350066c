"""The command that drafts a memo's source summary statement."""

from pathlib import Path

import click

from briefing.commands.console import (
    desk_of,
    examples,
    json_option,
    library_argument,
    print_json,
    say,
)


@click.command("source-summary", epilog=examples("briefing memo source-summary a.briefing talks"))
@library_argument
@click.argument("memo")
@json_option
def source_summary(library: Path, memo: str, *, as_json: bool) -> None:
    """Draft what a memo's sources are worth together: how many, how independent, how rated."""
    with desk_of(library) as desk:
        words = desk.publishing.source_summary(desk.drafting.memo_by_slug(memo))
    if as_json:
        print_json({"text": words})
    else:
        say(words)
