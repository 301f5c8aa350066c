"""The command that drafts further memos from the facts of one."""

from pathlib import Path

import click

from briefing.commands.console import (
    desk_of,
    examples,
    json_option,
    library_argument,
    print_json_array,
    say,
)
from briefing.commands.record_json import memo_json


@click.command(
    "same-facts",
    epilog=examples(
        "briefing memo same-facts mexico.briefing talks situation-report talking-points"
    ),
)
@library_argument
@click.argument("memo")
@click.argument("templates", nargs=-1, required=True)
@json_option
def same_facts(library: Path, memo: str, templates: tuple[str, ...], *, as_json: bool) -> None:
    """Draft a memo from each of TEMPLATES with the facts of MEMO; print their names.

    They cite the same facts, so that `briefing ripple` tells all of them when one changes.
    """
    with desk_of(library) as desk:
        source = desk.drafting.memo_by_slug(memo)
        made, _ = desk.same_facts.draft(source, templates)
    if as_json:
        print_json_array(map(memo_json, made))
        return
    for one in made:
        say(one.slug)
