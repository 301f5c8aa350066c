"""Commands on a library as a whole: new, check, sample."""

from collections.abc import Iterable
from pathlib import Path

import click

from briefing.commands.console import (
    FINDINGS,
    LibraryPath,
    desk_of,
    examples,
    exit_with,
    json_option,
    library_argument,
    print_json_array,
    say,
)
from briefing.commands.record_json import finding_json
from briefing.model.finding import Finding
from briefing.services.desk import create_desk


@click.command("new", epilog=examples("briefing new mexico.briefing"))
@library_argument
def new_library(library: Path) -> None:
    """Make an empty library: one file that holds everything."""
    create_desk(library).close()
    say(str(library))


@click.command("sample", epilog=examples("briefing sample mexico.briefing"))
@click.argument("library", type=LibraryPath(), default="sample.briefing")
def sample_library(library: Path) -> None:
    """Make a library with a dossier to try things on: articles, facts and a memo."""
    from briefing.services.sample import build_sample  # noqa: PLC0415  (start-up time)

    build_sample(library)
    say(str(library))


@click.command(
    "check",
    epilog=examples(
        "briefing check mexico.briefing",
        "briefing check mexico.briefing --repair",
        "briefing check mexico.briefing talks-with-mexico",
    ),
)
@library_argument
@click.argument("memo", required=False)
@click.option("--repair", is_flag=True, help="First rebuild all that is derived from the records.")
@json_option
def check_library(library: Path, memo: str | None, *, repair: bool, as_json: bool) -> None:
    """Examine a library, or one MEMO in it; exit code 1 where something was found."""
    with desk_of(library) as desk:
        if repair:
            desk.safekeeping.repair()
        if memo is None:
            findings: tuple[Finding, ...] = desk.checking.check_library()
            text = ""
        else:
            examined = desk.drafting.memo_by_slug(memo)
            findings, text = desk.checking.check_memo(examined), examined.body
    if as_json:
        print_json_array(finding_json(finding, text) for finding in findings)
    else:
        _tell(findings)
    exit_with(FINDINGS if findings else 0)


def _tell(findings: Iterable[Finding]) -> None:
    findings = tuple(findings)
    for one in findings:
        where = f"{one.place}: " if one.place else ""
        say(f"{one.severity}  {where}{one.reason}  [{one.rule}]")
        if one.mend:
            say(f"         {one.mend}")
    say(f"{len(findings)} finding{'s' * (len(findings) != 1)}" if findings else "Nothing found.")
