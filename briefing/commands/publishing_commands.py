"""The command that turns memos into files."""

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
from briefing.model.template import NoteStyle


@click.command(
    "export",
    epilog=examples(
        "briefing export mexico.briefing talks-with-mexico -o memo.docx",
        "briefing export mexico.briefing talks-with-mexico -o memo.md --notes endnotes",
    ),
)
@library_argument
@click.argument("memo")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="The file; its extension says which kind.",
)
@click.option("--notes", type=click.Choice([style.value for style in NoteStyle]))
@click.option(
    "--style", type=click.Path(path_type=Path), help="A Word file that gives the house style."
)
@click.option("--version", type=click.IntRange(min=1), help="Write an earlier version, by number.")
@json_option
def export_memo(
    library: Path,
    memo: str,
    *,
    output: Path,
    notes: str | None,
    style: Path | None,
    version: int | None,
    as_json: bool,
) -> None:
    """Write a MEMO as a Word file (.docx), Markdown (.md) or PDF (.pdf).

    Citations become notes and a list of sources; with Markdown, the references stand beside it.
    What was written is kept as a version of the memo. An exported version that is written again
    reads as it did then, whatever became of its facts.
    """
    with desk_of(library) as desk:
        uid = desk.drafting.memo_by_slug(memo).uid
        report = desk.publishing.export(
            uid,
            output,
            notes=NoteStyle(notes) if notes else None,
            style=style,
            version=version or 0,
        )
    for warning in report.warnings:
        note(warning)
    if as_json:
        print_json(
            {
                "path": str(report.path),
                "beside": [str(path) for path in report.beside],
                "version": report.version,
                "warnings": list(report.warnings),
            }
        )
        return
    for path in (report.path, *report.beside):
        say(str(path))
