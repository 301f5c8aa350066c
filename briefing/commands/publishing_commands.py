"""The command that turns memos into files."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

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
from briefing.commands.release_answers import release_json
from briefing.commands.value_types import RoleType
from briefing.model.export_options import CommentsKept, ExportOptions, Waiver
from briefing.model.house_style import StyleRoles
from briefing.model.template import NoteStyle

if TYPE_CHECKING:
    from briefing.services.publishing import ExportReport


_WORD_LOOK = "--style and --role give Word files their look; this file has its own."


class WaiverType(click.ParamType[Waiver]):
    """A check and why it may stay open, `word-limit=agreed with the Minister`."""

    name = "waiver"

    def convert(
        self, value: str | Waiver, param: click.Parameter | None, ctx: click.Context | None
    ) -> Waiver:
        """Return the waiver; a usage error where no reason stands after a `=`."""
        if isinstance(value, Waiver):
            return value
        rule, _, reason = value.partition("=")
        if not rule.strip() or not reason.strip():
            self.fail(f"{value!r} is not written CHECK=REASON", param, ctx)
        return Waiver(rule.strip(), reason.strip())


@click.command(
    "export",
    epilog=examples(
        "briefing export mexico.briefing talks-with-mexico memo.docx",
        "briefing export mexico.briefing talks-with-mexico memo.md --notes endnotes",
        'briefing export mexico.briefing talks-with-mexico memo.pdf --final --to "The Minister"',
    ),
)
@library_argument
@click.argument("memo")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The same as FILE, before or after."
)
@click.option("--notes", type=click.Choice([style.value for style in NoteStyle]))
@click.option(
    "--style", type=click.Path(path_type=Path), help="A Word file that gives the house style."
)
@click.option(
    "--role",
    "roles",
    multiple=True,
    type=RoleType(),
    metavar="ROLE=STYLE",
    help="Let this style of it play a role; `briefing style FILE` lists them.",
)
@click.option("--csl", default="", help="A citation style by name, or a CSL file.")
@click.option("--version", type=click.IntRange(min=1), help="Write an earlier version, by number.")
@click.option(
    "--comments",
    is_flag=True,
    help="Write open findings, and reviewers' open threads, as Word comments.",
)
@click.option(
    "--comments-of",
    type=click.Choice([CommentsKept.FINDINGS.value, CommentsKept.REVIEWERS.value]),
    help="The same, of one kind only.",
)
@click.option(
    "--redline",
    default=0,
    type=click.IntRange(min=0),
    help="Write what changed since this version as tracked changes.",
)
@click.option("--annex", is_flag=True, help="Add the evidence annex, and write it as JSON beside.")
@click.option("--final", "is_final", is_flag=True, help="Release it: check, and write the log.")
@click.option("--to", "recipients", default="", metavar="NAMES", help="To whom a final one goes.")
@click.option(
    "--waive",
    "waivers",
    multiple=True,
    type=WaiverType(),
    metavar="CHECK=REASON",
    help="Let this check stay open in a final memo.",
)
@json_option
def export_memo(
    library: Path,
    memo: str,
    file: Path | None,
    *,
    output: Path | None,
    as_json: bool,
    **asked: Any,  # noqa: ANN401
) -> None:
    """Write a MEMO as FILE: Word (.docx), Markdown (.md), PDF, web page (.html) or text (.txt).

    Citations become notes and a list of sources; with Markdown, the references stand beside it.
    What was written is kept as a version of the memo. An exported version that is written again
    reads as it did then, whatever became of its facts. A final one is refused while a required
    check is open and not waived; `briefing memo releases` shows the log.
    """
    target = file or output
    if target is None or (file and output):
        raise click.UsageError("Name one file; its ending says which kind it is.")
    if not asked["is_final"] and (asked["recipients"] or asked["waivers"]):
        raise click.UsageError("--to and --waive belong to --final.")
    with desk_of(library) as desk:
        uid = desk.drafting.memo_by_slug(memo).uid
        report = desk.releasing.export(uid, target, _options(**asked))
    of_word = target.suffix.lower() != ".docx" and (asked["style"] or asked["roles"])
    for warning in (*report.warnings, *((_WORD_LOOK,) if of_word else ())):
        note(warning)
    if as_json:
        print_json(_told(report))
        return
    for path in (report.path, *report.beside):
        say(str(path))


def _options(
    *,
    notes: str | None,
    roles: StyleRoles,
    version: int | None,
    comments: bool,
    comments_of: str | None,
    **as_named: Any,  # noqa: ANN401
) -> ExportOptions:
    every = CommentsKept.ALL if comments else CommentsKept.NONE
    return ExportOptions(
        notes=NoteStyle(notes) if notes else None,
        styles=roles,
        version=version or 0,
        comments=CommentsKept(comments_of) if comments_of else every,
        **as_named,
    )


def _told(report: "ExportReport") -> dict[str, Any]:
    return {
        "path": str(report.path),
        "beside": [str(path) for path in report.beside],
        "version": report.version,
        "warnings": list(report.warnings),
        "sha256": report.file_hash,
        "release": release_json(report.release) if report.release else None,
    }
