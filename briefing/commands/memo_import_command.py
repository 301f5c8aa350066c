"""The command that takes a Markdown file in as a memo."""

from pathlib import Path

import click

from briefing.commands.console import (
    desk_of,
    examples,
    json_option,
    library_argument,
    note,
    print_json,
    say,
)
from briefing.commands.record_json import memo_json


@click.command(
    "import",
    epilog=examples(
        "briefing memo import mexico.briefing talks.md",
        "briefing memo import mexico.briefing talks.md --into talks-with-mexico",
    ),
)
@library_argument
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--template", default="", help="For a file that names none (see `templates`).")
@click.option("--into", metavar="MEMO", help="Put the text in place of this memo's.")
@json_option
def import_memo(
    library: Path, file: Path, *, template: str, into: str | None, as_json: bool
) -> None:
    """Make a memo of a Markdown FILE; print its name.

    What `briefing export` wrote comes back as the memo that it was: citations of facts, blocks that
    are looked up, pictures. Sources that the library lacks come from the references beside it.
    """
    with desk_of(library) as desk:
        uid = desk.drafting.memo_by_slug(into).uid if into else None
        found = desk.memo_importing.import_file(file, template=template, into=uid)
    for warning in found.warnings:
        note(warning)
    if as_json:
        print_json({**memo_json(found.memo), "sources_added": found.sources})
    else:
        say(found.memo.slug)
