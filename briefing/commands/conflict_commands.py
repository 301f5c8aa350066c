"""The command on conflicts: listing them, and ruling that two facts are not the same thing."""

from collections.abc import Iterator
from pathlib import Path

import click

from briefing.commands.console import (
    FINDINGS,
    desk_of,
    examples,
    exit_with,
    json_option,
    library_argument,
    print_json,
    print_json_array,
    say,
)
from briefing.commands.fact_answers import conflict_json, fact_of, json_of
from briefing.commands.record_lines import fact_line
from briefing.model.conflict import Conflict
from briefing.model.fact import Fact
from briefing.services.desk import Desk


@click.command(
    "conflicts",
    epilog=examples(
        "briefing conflicts mexico.briefing",
        "briefing conflicts mexico.briefing --of 7k2 --json",
        'briefing conflicts mexico.briefing --dismiss 7k2 9xp --reason "one is of 2024"',
    ),
)
@library_argument
@click.option("--of", "key", metavar="KEY", help="Only those of this fact.")
@click.option(
    "--dismiss", nargs=2, metavar="KEY KEY", help="These two are not about the same thing."
)
@click.option("--compare-again", "again", nargs=2, metavar="KEY KEY", help="Take that back.")
@click.option("--reason", default="", help="Why they are not the same thing.")
@json_option
def list_conflicts(
    library: Path,
    *,
    key: str | None,
    dismiss: tuple[str, str] | None,
    again: tuple[str, str] | None,
    reason: str,
    as_json: bool,
) -> None:
    """List facts that contradict one another, with the quotes of both.

    Exit code 1 where there are any. `fact supersede` and `fact dispute` settle one.
    """
    with desk_of(library) as desk:
        if dismiss or again:
            pair = _ruled(desk, dismiss, again, reason)
            if as_json:
                print_json({"ruled": pair, "reason": reason})
            return
        found = desk.conflicts.of(fact_of(desk, key).uid) if key else desk.conflicts.every()
        if as_json:
            as_dict = json_of(desk)
            print_json_array(conflict_json(one, as_dict) for one in found)
        else:
            for line in _lines(desk, found):
                say(line)
    if found:
        exit_with(FINDINGS)


def _ruled(
    desk: Desk, dismiss: tuple[str, str] | None, again: tuple[str, str] | None, reason: str
) -> list[str]:
    facts = [fact_of(desk, key) for key in (dismiss or again or ())]
    if dismiss:
        desk.conflicts.not_same(facts[0].uid, facts[1].uid, reason)
    else:
        desk.conflicts.compare_again(facts[0].uid, facts[1].uid)
    return [fact.key for fact in facts]


def _lines(desk: Desk, found: tuple[Conflict, ...]) -> Iterator[str]:
    if not found:
        yield "No facts contradict one another."
    for conflict in found:
        yield f"{conflict.kind.value}: {conflict.reason}"
        for fact in (conflict.first, conflict.second):
            yield from _fact_lines(desk, fact)
        yield ""


def _fact_lines(desk: Desk, fact: Fact) -> Iterator[str]:
    yield f"    {fact_line(fact)}"
    for piece in fact.evidence:
        yield f"        “{piece.anchor.quote}” {desk.searching.row(piece.article_uid).citekey}"
