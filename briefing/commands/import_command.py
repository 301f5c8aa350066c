"""The command `import`: files and folders into a library."""

import signal
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
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
from briefing.errors import ExportError
from briefing.model.import_outcome import ImportReport, Outcome
from briefing.services.import_reports import report_records, write_report

_FEW = 20  # up to so many files are told one by one


@click.command(
    "import",
    epilog=examples(
        "briefing import mexico.briefing articles/ note.md dossier.zip",
        "briefing import mexico.briefing press.csv --map Kop=title --map Tekst=text",
    ),
)
@library_argument
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--map",
    "columns",
    metavar="COLUMN=FIELD",
    multiple=True,
    help="Say which field a table's column is; may be repeated.",
)
@click.option(
    "--report",
    "report_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write what became of every file, as CSV or, by its name, as JSON.",
)
@click.option("-v", "--verbose", is_flag=True, help="Tell of every file, also of many.")
@json_option
def import_files(
    library: Path,
    paths: tuple[Path, ...],
    *,
    columns: tuple[str, ...],
    report_file: Path | None,
    verbose: bool,
    as_json: bool,
) -> None:
    """Import files, and all files in folders, as articles.

    Text and Markdown with front matter of any dialect or none; saved web pages; PDF, Word,
    OpenDocument and RTF files; mail and mailboxes with what is attached; feeds; reference files
    (RIS, BibTeX, CSL-JSON, Zotero RDF, EndNote XML); tables (CSV, TSV, JSON Lines); and ZIP files
    of any of these. In folders, hidden files are passed over. Each file becomes an article, or
    several, or is named with the one reason why not; the exit code is then 1.

    A file is known again by the folder and name it has, by its bytes, or by its web address. One
    that says nothing new changes nothing. One that changed updates its article, but only the
    fields that changed in the file: what you set since stays, and the earlier text is kept as a
    version. Two files of the same name in two folders are two articles.

    With --json: an array of objects with path, outcome (added, updated, unchanged, failed),
    citekey and reason. Ctrl+C stops after the files that are complete.
    """
    line = closing(ProgressLine("Importing"))
    with desk_of(library) as desk, _stopping() as is_stopped, line as tell:
        mapping = desk.collecting.complete_mapping(paths, columns)
        report = desk.collecting.import_paths(paths, tell, is_stopped, mapping=mapping or None)
    if report_file:
        _write(report, report_file)
    if as_json:
        print_json_array(report_records(report))
    else:
        _tell(report, is_verbose=verbose)
    if report.cancelled:
        note("Stopped; run the same command again to import the rest.")
    failed = report.count(Outcome.FAILED) or report.cancelled
    exit_with(FINDINGS if failed else DONE)


def _write(report: ImportReport, path: Path) -> None:
    try:
        write_report(report, path)
    except ExportError as fault:
        # The articles are in the library all the same, and what became of them is told below.
        note(f"The report was not written. {fault}")


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
