"""The command timeline: dated facts and articles as a list, a memo's block or a picture."""

from pathlib import Path
from typing import Any

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
from briefing.model.timeline import TimelineEntry, TimelineKind
from briefing.services.timelines import BOTH, memo_block, text_lines

_KINDS = {
    "both": BOTH,
    "facts": frozenset({TimelineKind.FACT}),
    "articles": frozenset({TimelineKind.ARTICLE}),
}


@click.command(
    "timeline",
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
    epilog=examples(
        "briefing timeline mexico.briefing -o timeline.svg",
        "briefing timeline mexico.briefing tag:topic/cartels --show facts -o cartels.png",
        "briefing timeline mexico.briefing kind:event --block",
    ),
)
@library_argument
@click.argument("query", nargs=-1)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write a .svg or .png file.")
@click.option("--show", type=click.Choice(tuple(_KINDS)), default="both", show_default=True)
@click.option("--scale", type=click.FloatRange(0.0025, 400), help="Pixels a day of the picture.")
@click.option("--title", default="Timeline", help="What the picture is called.")
@click.option("--block", is_flag=True, help="Print the block that shows these facts in a memo.")
@json_option
def timeline(library: Path, query: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401
    """Put dated facts and articles in order; a date known to the month or year is a span.

    With --json: an array of entries with kind, name, title, when, first, last and status.
    """
    for word in query:
        if word.startswith("--"):
            raise click.NoSuchOption(word)
    line = " ".join(query)
    if options["block"]:
        say(memo_block(line))
        return
    with desk_of(library) as desk:
        found = desk.timelines.timeline(line, _KINDS[options["show"]])
        for problem in found.problems:
            note(problem)
        if options["output"] is not None:
            desk.timelines.write_picture(
                found.entries, options["output"], options["title"], options["scale"]
            )
            note(f"{options['output']}: {len(found.entries)} entries.")
        elif options["as_json"]:
            print_json_array(_json(entry) for entry in found.entries)
        else:
            for text in text_lines(found.entries):
                say(text)
    if found.undated:
        note(f"{found.undated} without a date are left out.")
    if found.has_more:
        note("There are more; ask for less, such as tag:region/mexico after:2025.")


def _json(entry: TimelineEntry) -> Json:
    return {
        "kind": entry.kind.value,
        "name": entry.name,
        "title": entry.title,
        "when": str(entry.when),
        "first": entry.first.isoformat(),
        "last": entry.last.isoformat(),
        "detail": entry.detail,
        "status": entry.status,
    }
