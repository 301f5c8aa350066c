"""The command that reads what came back from reviewers: review."""

from collections.abc import Sequence
from pathlib import Path

import click

from briefing.commands.console import examples, json_option, note, print_json, say
from briefing.commands.record_json import Json
from briefing.commands.reviewed_json import reviewed_json, reviewed_lines
from briefing.model.word_review import ReviewedFile

_WORD_SUFFIXES = frozenset((".docx", ".docm", ".dotx", ".dotm"))


@click.command(
    "review",
    epilog=examples(
        "briefing review returned.docx",
        "briefing review returned.docx --accept-all > accepted.txt",
        "briefing review returned.docx --against sent.docx --json",
    ),
)
@click.argument("targets", nargs=-1, required=True, metavar="[LIBRARY MEMO] FILE...")
@click.option("--accept-all", is_flag=True, help="Accept every change.")
@click.option("--reject-all", is_flag=True, help="Reject every change.")
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="SENT",
    help="The Word file that was sent: find what was changed without tracking.",
)
@json_option
def review_files(
    targets: Sequence[str],
    *,
    accept_all: bool,
    reject_all: bool,
    against: Path | None,
    as_json: bool,
) -> None:
    """Read Word FILEs that came back: tracked changes, comments and their answers.

    By itself a FILE is listed, change by change; --accept-all and --reject-all print its plain
    text, one paragraph a line.
    """
    if accept_all and reject_all:
        raise click.UsageError("Either --accept-all or --reject-all, not both.")
    if Path(targets[0]).suffix.lower() not in _WORD_SUFFIXES:
        raise click.UsageError(f"“{targets[0]}” is no Word file; give one that ends in .docx.")
    from briefing.services.returned_files import read_returned, settled_text  # noqa: PLC0415  (start-up time)

    accept = True if accept_all else False if reject_all else None
    answers: list[Json] = []
    for target in targets:
        file = read_returned(Path(target), against)
        text = None if accept is None else settled_text(file, accept=accept)
        if as_json:
            answers.append(reviewed_json(file) | ({} if text is None else {"text": text}))
        else:
            _tell(file, text)
    if as_json:
        print_json(answers[0] if len(answers) == 1 else answers)


def _tell(file: ReviewedFile, text: str | None) -> None:
    for line in reviewed_lines(file) if text is None else (text,):
        say(line)
    for warning in file.warnings:
        note(f"{file.name}: {warning}")
