"""The command that shows a memo's release log and tells whether a file is of it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.commands.console import (
    FINDINGS,
    desk_of,
    examples,
    exit_with,
    json_option,
    library_argument,
    print_json,
    print_json_array,
    say,
)
from briefing.commands.release_answers import release_json, release_lines
from briefing.model.ids import Uid

if TYPE_CHECKING:
    from briefing.services.desk import Desk


@click.command(
    "releases",
    epilog=examples(
        "briefing memo releases mexico.briefing talks",
        "briefing memo releases mexico.briefing talks --file memo.docx",
        "briefing memo releases mexico.briefing talks --verify",
    ),
)
@library_argument
@click.argument("memo")
@click.option(
    "--file", "path", type=click.Path(path_type=Path), help="Tell which release this file is."
)
@click.option("--verify", is_flag=True, help="Write the last release again, and compare its bytes.")
@click.option("--style", type=click.Path(path_type=Path), help="The house style, to verify with.")
@json_option
def list_releases(
    library: Path,
    memo: str,
    *,
    path: Path | None,
    verify: bool,
    style: Path | None,
    as_json: bool,
) -> None:
    """List what left as final: when, which version, to whom, as which file, with which waivers.

    With --file or --verify the exit code is 1 where the bytes are not those of the release.
    """
    with desk_of(library) as desk:
        uid = desk.drafting.memo_by_slug(memo).uid
        if path is not None:
            _tell_file(desk, uid, path, as_json=as_json)
        elif verify:
            _verify(desk, uid, style, as_json=as_json)
        else:
            _tell_log(desk, uid, as_json=as_json)


def _tell_log(desk: "Desk", uid: Uid, *, as_json: bool) -> None:
    releases = desk.releasing.releases(uid)
    if as_json:
        print_json_array(map(release_json, releases))
        return
    for release in releases:
        for line in release_lines(release):
            say(line)
    if not releases:
        say("Nothing was released yet; `briefing export … --final` does.")


def _tell_file(desk: "Desk", uid: Uid, path: Path, *, as_json: bool) -> None:
    release = desk.releasing.released_as(uid, path)
    if as_json:
        print_json(release_json(release) if release else None)
    elif release:
        for line in release_lines(release):
            say(line)
    else:
        say(f"{path.name} is no release of this memo: its bytes are in no line of the log.")
    if release is None:
        exit_with(FINDINGS)


def _verify(desk: "Desk", uid: Uid, style: Path | None, *, as_json: bool) -> None:
    releases = desk.releasing.releases(uid)
    is_same = bool(releases) and desk.releasing.is_reproduced(releases[0], style)
    if as_json:
        print_json({"is_reproduced": is_same})
    elif is_same:
        say(f"{releases[0].file_name} can be written again, byte for byte.")
    elif releases:
        say(
            f"{releases[0].file_name} comes out otherwise now: a source, a template or the program"
            " changed since."
        )
    else:
        say("Nothing was released yet.")
    if not is_same:
        exit_with(FINDINGS)
