"""Commands that tell of facts: history, export."""

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
from briefing.commands.fact_answers import event_json, event_lines, fact_of
from briefing.model.ids import Uid
from briefing.services.fact_export import write_facts


@click.command("history", epilog=examples("briefing fact history mexico.briefing 7k2"))
@library_argument
@click.argument("key")
@json_option
def fact_history(library: Path, key: str, *, as_json: bool) -> None:
    """Tell what was done to a fact, why, and what it said before."""
    with desk_of(library) as desk:
        fact = fact_of(desk, key)
        events = desk.standing.history(fact.uid)
    if as_json:
        print_json_array(map(event_json, events))
        return
    for line in event_lines(events, fact):
        say(line)


@click.command(
    "export",
    epilog=examples(
        "briefing fact export mexico.briefing -o facts.csv",
        "briefing fact export mexico.briefing tag:topic/cartels -o facts.json",
    ),
)
@library_argument
@click.argument("query", nargs=-1)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file; its ending says which: .csv or .json.",
)
@json_option
def export_facts(library: Path, query: tuple[str, ...], *, output: Path, as_json: bool) -> None:
    """Write facts with their quotes as a table or as JSON, all of them or those of a QUERY."""
    with desk_of(library) as desk:
        facts = desk.evidence.facts(" ".join(query))
        keys = {fact.uid: fact.key for fact in desk.evidence.facts()}

        def name_of(uid: Uid) -> str:
            if uid not in keys:
                keys[uid] = desk.searching.row(uid).citekey
            return keys[uid]

        path = write_facts(facts, output, name_of)
    if as_json:
        print_json({"path": str(path), "facts": len(facts)})
    else:
        say(f"{len(facts):,} fact{'s' * (len(facts) != 1)} in {path}")
