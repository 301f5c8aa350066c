"""The command `import`: files and folders into a library."""

import signal
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click

from briefing.commands.console import (
    DONE,
    FINDINGS,
    ProgressLine,
    desk_of,
    examples,
    exit_with,
    json_option,
    library_argument,
    note,
    print_json_array,
    say,
)
from briefing.model.import_outcome import ImportOutcome, ImportReport, Outcome

_FEW = 20  # up to so many files are told one by one


@click.command("import", epilog=examples("briefing import mexico.briefing articles/ note.md"))
@library_argument
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-v", "--verbose", is_flag=True, help="Tell of every file, also of many.")
@json_option
def import_files(library: Path, paths: tuple[Path, ...], *, verbose: bool, as_json: bool) -> None:
    """Import files, and all files in folders, as articles.

    Text and Markdown files in any encoding that can be told, with front matter of any dialect or
    none. In folders, hidden files are passed over. Each file becomes an article, or is named with
    the one reason why not; the exit code is then 1.

    A file is known again by the folder and name it has, by its bytes, or by its web address. One
    that says nothing new changes nothing. One that changed updates its article, but only the
    fields that changed in the file: what you set since stays. Two files of the same name in two
    folders are two articles.

    With --json: an array of objects with path, outcome (added, updated, unchanged, failed),
    citekey and reason. Ctrl+C stops after the files that are complete.
    """
    line = ProgressLine("Importing")
    with desk_of(library) as desk, _stopping() as is_stopped:
        try:
            report = desk.collecting.import_paths(paths, line, is_stopped)
        finally:
            line.close()
    if as_json:
        print_json_array(map(_outcome_json, report.outcomes))
    else:
        _tell(report, is_verbose=verbose)
    if report.cancelled:
        note("Stopped; run the same command again to import the rest.")
    failed = report.count(Outcome.FAILED) or report.cancelled
    exit_with(FINDINGS if failed else DONE)


def _outcome_json(one: ImportOutcome) -> dict[str, str]:
    return {
        "path": one.path,
        "outcome": one.outcome.value,
        "citekey": one.citekey,
        "reason": one.reason,
    }


def _tell(report: ImportReport, *, is_verbose: bool) -> None:
    tells_all = is_verbose or len(report.outcomes) <= _FEW
    for one in report.outcomes:
        if tells_all or one.outcome in {Outcome.UPDATED, Outcome.FAILED}:
            say("  ".join(filter(None, (f"{one.outcome:<9}", one.citekey, one.path, one.reason))))
    counts = [f"{count:,} {outcome}" for outcome in Outcome if (count := report.count(outcome))]
    say(", ".join(counts) or "There was no file to import.")


@contextmanager
def _stopping() -> Generator[Callable[[], bool]]:
    """Let the first Ctrl+C ask the import to stop, and the second one end the program."""
    stopped: list[int] = []
    before = signal.getsignal(signal.SIGINT)

    def stop(number: int, frame: FrameType | None) -> None:
        del frame
        stopped.append(number)
        signal.signal(signal.SIGINT, before)

    signal.signal(signal.SIGINT, stop)
    try:
        yield lambda: bool(stopped)
    finally:
        signal.signal(signal.SIGINT, before)
