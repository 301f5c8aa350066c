"""Commands that turn memos into files, and the templates that memos begin from."""

from pathlib import Path

import click

from briefing.commands.console import (
    FINDINGS,
    desk_of,
    examples,
    exit_with,
    json_option,
    library_argument,
    note,
    print_json,
    print_json_array,
    say,
)
from briefing.commands.record_json import template_json
from briefing.intake.template_file import broken_templates, read_templates
from briefing.model.template import NoteStyle, Template
from briefing.paths import resources_dir, user_templates_dir


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
@json_option
def export_memo(
    library: Path, memo: str, *, output: Path, notes: str | None, style: Path | None, as_json: bool
) -> None:
    """Write a MEMO as a Word file (.docx), Markdown (.md) or PDF (.pdf).

    Citations become notes and a list of sources; with Markdown, the references stand beside it.
    What was written is kept as a version of the memo.
    """
    with desk_of(library) as desk:
        uid = desk.drafting.memo_by_slug(memo).uid
        report = desk.publishing.export(
            uid, output, notes=NoteStyle(notes) if notes else None, style=style
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


@click.command("templates", epilog=examples("briefing templates", "briefing templates --json"))
@json_option
def list_templates(*, as_json: bool) -> None:
    """List the templates that memos begin from.

    A template is a Markdown file. Copy one that comes with the program into your own folder of
    templates and change it; the README beside them tells how. One that cannot be read is named
    with the reason, and the exit code is 1.
    """
    folders = (resources_dir() / "templates", user_templates_dir())
    templates = {one.name: one for folder in folders for one in read_templates(folder)}
    if as_json:
        print_json_array(template_json(one) for one in templates.values())
    else:
        for one in templates.values():
            say(f"{one.name:<24}  {_limits(one):<20}  {one.title}. {one.description}")
        say(f"\nThose that come with the program: {folders[0]}\nYour own: {folders[1]}")
    broken = [fault for folder in folders for fault in broken_templates(folder)]
    for fault in broken:
        note(fault)
    exit_with(FINDINGS if broken else 0)


def _limits(template: Template) -> str:
    limits = [(template.pages, "page"), (template.words, "word")]
    return ", ".join(f"{count} {unit}{'s' * (count > 1)}" for count, unit in limits if count)
