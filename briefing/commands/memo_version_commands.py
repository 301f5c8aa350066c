"""Commands on versions of memos: list, compare, bring back, name, mark as sent."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.commands.console import (
    desk_of,
    examples,
    json_option,
    library_argument,
    print_json,
    print_json_array,
    say,
)
from briefing.commands.version_answers import (
    change_json,
    change_lines,
    version_json,
    version_line,
)
from briefing.errors import InputError, NotFoundError
from briefing.model.ids import Uid
from briefing.model.memo import MemoVersion

if TYPE_CHECKING:
    from briefing.services.desk import Desk

_NOW = 0  # the number that stands for the memo as it is
_NUMBER = click.IntRange(min=0)
_KEPT = click.IntRange(min=1)


@click.command("versions", epilog=examples("briefing memo versions mexico.briefing talks"))
@library_argument
@click.argument("memo")
@json_option
def list_versions(library: Path, memo: str, *, as_json: bool) -> None:
    """List the versions of a memo, the newest first: why each was kept, which were sent."""
    with desk_of(library) as desk:
        versions = desk.drafting.versions(desk.drafting.memo_by_slug(memo).uid)
    if as_json:
        print_json_array(map(version_json, versions))
        return
    for version in versions:
        say(version_line(version))
    if not versions:
        say("No version has been kept yet; an export and `memo edit` keep one.")


@click.command(
    "diff",
    epilog=examples(
        "briefing memo diff mexico.briefing talks",
        "briefing memo diff mexico.briefing talks 2",
        "briefing memo diff mexico.briefing talks 2 5 --json",
    ),
)
@library_argument
@click.argument("memo")
@click.argument("before", metavar="[A]", type=_NUMBER, required=False)
@click.argument("after", metavar="[B]", type=_NUMBER, default=_NOW)
@json_option
def diff_versions(
    library: Path, memo: str, before: int | None, after: int, *, as_json: bool
) -> None:
    """Tell what changed from version A to version B, paragraph by paragraph.

    A is the newest version unless you say otherwise, and B the memo as it is now (0).
    """
    with desk_of(library) as desk:
        uid = desk.drafting.memo_by_slug(memo).uid
        first = _newest(desk, uid).number if before is None else before
        changes = desk.memo_versions.changes(uid, first, after)
    if as_json:
        print_json_array(change_json(n, change) for n, change in enumerate(changes, 1))
        return
    for number, change in enumerate(changes, 1):
        for line in change_lines(number, change):
            say(line)
    if not changes:
        say("The text is the same.")


@click.command(
    "restore",
    epilog=examples(
        "briefing memo restore mexico.briefing talks 3",
        "briefing memo restore mexico.briefing talks 3 --change 2",
    ),
)
@library_argument
@click.argument("memo")
@click.argument("number", type=_KEPT)
@click.option(
    "--change",
    "wanted",
    type=_KEPT,
    help="Only this change, by the number that `memo diff LIBRARY MEMO NUMBER` gives.",
)
def restore_version(library: Path, memo: str, number: int, *, wanted: int | None) -> None:
    """Bring a version back, all of it or one change; what stands now is kept as a version."""
    with desk_of(library) as desk:
        uid = desk.drafting.memo_by_slug(memo).uid
        if wanted is None:
            desk.drafting.restore(uid, number)
            say(f"Version {number} is back.")
            return
        changes = desk.memo_versions.changes(uid, number)
        if wanted > len(changes):
            raise InputError(f"There is no change {wanted}; there are {len(changes)}.")
        desk.memo_versions.take_back(uid, number, changes[wanted - 1])
    say(f"One {changes[wanted - 1].kind.value} paragraph is as it was in version {number}.")


@click.command(
    "name-version",
    epilog=examples('briefing memo name-version mexico.briefing talks 3 "As cleared by legal"'),
)
@library_argument
@click.argument("memo")
@click.argument("number", type=_KEPT)
@click.argument("name")
@json_option
def name_version(library: Path, memo: str, number: int, name: str, *, as_json: bool) -> None:
    """Give a version a name; an empty one takes it away."""
    with desk_of(library) as desk:
        uid = desk.drafting.memo_by_slug(memo).uid
        desk.memo_versions.name(uid, number, name)
        version = _numbered(desk, uid, number)
    _tell(version, as_json=as_json)


@click.command(
    "mark-sent",
    epilog=examples(
        'briefing memo mark-sent mexico.briefing talks --to "The Minister"',
        'briefing memo mark-sent mexico.briefing talks 3 --to "The Minister"',
    ),
)
@library_argument
@click.argument("memo")
@click.argument("number", type=_KEPT, required=False)
@click.option("--to", "recipients", default="", metavar="NAMES", help="To whom it went.")
@json_option
def mark_sent(
    library: Path, memo: str, number: int | None, *, recipients: str, as_json: bool
) -> None:
    """Note that a version was sent; without NUMBER, the memo as it is now, kept as a version."""
    with desk_of(library) as desk:
        uid = desk.drafting.memo_by_slug(memo).uid
        if number is None:
            number = desk.drafting.make_version(uid, "kept as it was sent")[0].number
        desk.memo_versions.mark_sent(uid, number, recipients)
        version = _numbered(desk, uid, number)
    _tell(version, as_json=as_json)


@click.command("since-sent", epilog=examples("briefing memo since-sent mexico.briefing talks"))
@library_argument
@click.argument("memo")
@json_option
def since_sent(library: Path, memo: str, *, as_json: bool) -> None:
    """Draft, in Markdown, what changed since the version that was sent or exported last."""
    with desk_of(library) as desk:
        uid = desk.drafting.memo_by_slug(memo).uid
        text = desk.memo_versions.since_sent(uid)
        version = desk.memo_versions.sent(uid)
    if as_json:
        print_json({"version": version.number if version else None, "text": text})
    else:
        say(text)


VERSION_COMMANDS = (
    list_versions,
    diff_versions,
    restore_version,
    name_version,
    mark_sent,
    since_sent,
)


def _newest(desk: "Desk", uid: Uid) -> MemoVersion:
    versions = desk.drafting.versions(uid)
    if not versions:
        raise NotFoundError("No version of this memo has been kept yet.")
    return versions[0]


def _numbered(desk: "Desk", uid: Uid, number: int) -> MemoVersion:
    return next(one for one in desk.drafting.versions(uid) if one.number == number)


def _tell(version: MemoVersion, *, as_json: bool) -> None:
    if as_json:
        print_json(version_json(version))
    else:
        say(version_line(version))
