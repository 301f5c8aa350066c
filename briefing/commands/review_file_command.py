"""The command that reads what came back from reviewers: review."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from briefing.commands.console import Json, examples, json_option, note, print_json, say
from briefing.commands.review_ask import is_word_file, review_ask
from briefing.commands.reviewed_json import reviewed_json, reviewed_lines
from briefing.model.word_review import ReviewedFile

_TASKS = "tasks"


@click.command(
    "review",
    epilog=examples(
        "briefing review returned.docx",
        "briefing review returned.docx --accept-all > accepted.txt",
        "briefing review returned.docx --against sent.docx --json",
        "briefing review desk.briefing talks returned.docx second.docx",
        "briefing review desk.briefing talks --apply decisions.json",
        "briefing review tasks desk.briefing",
    ),
)
@click.argument("targets", nargs=-1, required=True, metavar="[LIBRARY [MEMO]] [FILE]...")
@click.option("--accept-all", is_flag=True, help="Accept every change.")
@click.option("--reject-all", is_flag=True, help="Reject every change.")
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="SENT",
    help="The Word file that was sent: find what was changed without tracking.",
)
@click.option(
    "--apply",
    "decisions",
    type=click.Path(path_type=Path),
    metavar="DECISIONS",
    help="Decide what this JSON file says, and write what is accepted into the memo.",
)
@click.option("--by-text", is_flag=True, help="Heed the file's words alone, not its mark.")
@json_option
def review_files(
    targets: Sequence[str],
    *,
    accept_all: bool,
    reject_all: bool,
    against: Path | None,
    decisions: Path | None,
    by_text: bool,
    as_json: bool,
) -> None:
    """Read Word FILEs that came back: tracked changes, comments and their answers.

    By itself a FILE is listed, change by change; --accept-all and --reject-all print its plain
    text, one paragraph a line.

    With a LIBRARY it becomes a review of the MEMO (of the one that the file names, with `-` or
    none), which is kept: --accept-all writes into the memo what is in no conflict, --apply what
    a file decides. Without a FILE the memo's open review is listed, without a MEMO every review;
    `briefing review tasks LIBRARY` lists what comments were turned into.
    """
    if sum((accept_all, reject_all, decisions is not None)) > 1:
        raise click.UsageError("One of --accept-all, --reject-all and --apply, not two.")
    if is_word_file(targets[0]):
        accept = True if accept_all else False if reject_all else None
        _alone(targets, against, accept=accept, as_json=as_json)
        return
    from briefing.commands import library_review  # noqa: PLC0415 - start-up time

    if targets[0] == _TASKS and len(targets) > 1:
        asked = review_ask(targets[1:])
        library_review.list_tasks(asked.library, asked.memo, as_json=as_json)
    else:
        ask = replace(review_ask(targets), accept_all=accept_all, reject_all=reject_all)
        ask = replace(ask, decisions=decisions, by_text=by_text, as_json=as_json)
        library_review.review_in_library(ask)


def _alone(
    targets: Sequence[str], against: Path | None, *, accept: bool | None, as_json: bool
) -> None:
    """Tell of files by themselves."""
    from briefing.services.returned_files import read_returned, settled_text  # noqa: PLC0415 - start-up time

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
