"""Commands on memos: new, list, show, edit; joined by those on their versions."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from briefing.commands.console import (
    desk_of,
    examples,
    json_option,
    library_argument,
    note,
    print_json,
    print_json_array,
    say,
)
from briefing.commands.memo_import_command import import_memo
from briefing.commands.memo_version_commands import VERSION_COMMANDS
from briefing.commands.record_json import memo_json, memo_row_json
from briefing.commands.release_command import list_releases
from briefing.commands.same_facts_command import same_facts
from briefing.commands.source_summary_command import source_summary
from briefing.errors import InputError
from briefing.model.memo import Memo

Fields = tuple[tuple[str, str], ...]


class FieldType(click.ParamType[tuple[str, str]]):
    """A field and its text, `to=The Minister`."""

    name = "field"

    def convert(
        self,
        value: str | tuple[str, str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[str, str]:
        """Return name and text; a usage error where there is no name before a `=`."""
        if isinstance(value, tuple):
            return value
        name, mark, text = value.partition("=")
        if not mark or not name.strip():
            self.fail(f"{value!r} is not written NAME=TEXT", param, ctx)
        return name.strip(), text.strip()


@click.group("memo")
def memo_group() -> None:
    """Draft memos. MEMO is a memo's name, the beginning of it, or its title."""


@memo_group.command(
    "new",
    epilog=examples(
        'briefing memo new mexico.briefing decision-memo --subject "Talks with Mexico" \\',
        '    --field "to=The Secretary" --field "from=Western Hemisphere desk"',
    ),
)
@library_argument
@click.argument("template")
@click.option("--subject", help="What it is about; the same as --field subject=…")
@click.option("--field", "fields", multiple=True, type=FieldType(), metavar="NAME=TEXT")
@json_option
def new_memo(
    library: Path,
    template: str,
    *,
    subject: str | None,
    fields: Sequence[tuple[str, str]],
    as_json: bool,
) -> None:
    """Make a memo from a TEMPLATE (see `briefing templates`); print its name."""
    given = dict(fields)
    if subject is not None:
        given["subject"] = subject
    with desk_of(library) as desk:
        memo, _ = desk.drafting.new_memo(template, given)
    _tell(memo, as_json=as_json)


@memo_group.command("list", epilog=examples("briefing memo list mexico.briefing"))
@library_argument
@json_option
def list_memos(library: Path, *, as_json: bool) -> None:
    """List all memos, the last changed first."""
    with desk_of(library) as desk:
        rows = desk.drafting.memos()
    if as_json:
        print_json_array(map(memo_row_json, rows))
        return
    for row in rows:
        say(f"{row.slug:<32}  {row.date:<10}  {row.template:<22}  {row.title}")


@memo_group.command("show", epilog=examples("briefing memo show mexico.briefing talks-with-mexico"))
@library_argument
@click.argument("memo")
@json_option
def show_memo(library: Path, memo: str, *, as_json: bool) -> None:
    """Print a memo: its fields as front matter, then its text."""
    with desk_of(library) as desk:
        found = desk.drafting.memo_by_slug(memo)
    if as_json:
        print_json(memo_json(found))
    else:
        click.echo(_text(found), nl=False)


@memo_group.command(
    "edit",
    epilog=examples(
        "briefing memo edit mexico.briefing talks-with-mexico",
        "briefing memo edit mexico.briefing talks-with-mexico --file draft.md",
        'briefing memo edit mexico.briefing talks-with-mexico --set "to=The Minister"',
    ),
)
@library_argument
@click.argument("memo")
@click.option("--file", "source", metavar="FILE", help="Take it from there; - is standard input.")
@click.option("--set", "fields", multiple=True, type=FieldType(), metavar="NAME=TEXT")
@json_option
def edit_memo(
    library: Path,
    memo: str,
    *,
    source: str | None,
    fields: Sequence[tuple[str, str]],
    as_json: bool,
) -> None:
    """Change a memo: in your editor ($EDITOR), from a file, or single fields.

    A file with front matter gives the fields too. What stood before is kept as a version.
    """
    with desk_of(library) as desk:
        before = desk.drafting.memo_by_slug(memo)
        given, body = _edited(before, source, ask_editor=source is None and not fields)
        wanted = _with_fields(given, fields)
        if (wanted, body) == (before.fields, before.body):
            note("Nothing changed.")
        else:
            desk.drafting.make_version(before.uid, "before an edit on the command line")
            desk.drafting.save(before.uid, wanted, body)
        _tell(desk.drafting.memo(before.uid), as_json=as_json)


def _edited(memo: Memo, source: str | None, *, ask_editor: bool) -> tuple[Fields, str]:
    """Return fields and body as they shall be: from the file, from the editor, or as they are."""
    from briefing.intake.memo_file import read_memo_file  # noqa: PLC0415  (start-up time)

    if source is not None:
        file = read_memo_file(_read(source))
    elif ask_editor:
        file = read_memo_file(click.edit(_text(memo), extension=".md") or _text(memo))
    else:
        return memo.fields, memo.body
    return file.fields or memo.fields, file.body


def _read(source: str) -> str:
    """Return the text of a file or of standard input; InputError where it cannot be read."""
    from briefing.intake.text_file import decode_text  # noqa: PLC0415  (start-up time)

    if source == "-":
        return decode_text(sys.stdin.buffer.read()).text
    try:
        return decode_text(Path(source).read_bytes()).text
    except OSError as fault:
        raise InputError(f"{source} cannot be read: {fault.strerror}.") from fault


def _with_fields(fields: Fields, changes: Iterable[tuple[str, str]]) -> Fields:
    values = dict(fields) | dict(changes)
    return tuple(values.items())


def _text(memo: Memo) -> str:
    from briefing.intake.memo_file import write_memo_file  # noqa: PLC0415  (start-up time)

    return write_memo_file(memo.fields, memo.body)


def _tell(memo: Memo, *, as_json: bool) -> None:
    if as_json:
        print_json(memo_json(memo))
    else:
        say(memo.slug)


for _command in (*VERSION_COMMANDS, list_releases, source_summary, import_memo, same_facts):
    memo_group.add_command(_command)
