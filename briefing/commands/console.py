"""What every command says and takes: the library, JSON, progress, exit codes."""

import json
import os
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

if TYPE_CHECKING:
    from briefing.services.desk import Desk

DONE = 0
FINDINGS = 1  # findings, or some files failed
USAGE = 2
WORLD = 3  # the world's fault: a file, a disk, a name that is not there

SUFFIX = ".briefing"
_TELL_EVERY = 0.1  # seconds

Json = dict[str, object]

P = ParamSpec("P")
T = TypeVar("T")


class LibraryPath(click.ParamType[Path]):
    """A library's path; `.briefing` may be left out."""

    name = "library"

    def convert(
        self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """Return the path with its suffix, unless a file stands there without one."""
        del param, ctx
        path = Path(value)
        # Not path.exists(): that raises where a name is too long.
        is_whole = path.suffix == SUFFIX or os.path.exists(path)  # noqa: PTH110
        return path if is_whole else path.with_name(path.name + SUFFIX)


def library_argument(function: Callable[P, T]) -> Callable[P, T]:
    """Give a command its first argument, LIBRARY."""
    return click.argument("library", type=LibraryPath())(function)


def json_option(function: Callable[P, T]) -> Callable[P, T]:
    """Give a command `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for other programs.")(
        function
    )


def examples(*lines: str) -> str:
    """Return the end of a command's help: lines to type as they stand."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def desk_of(library: Path) -> "Desk":
    """Open a library for the time of one command; used in a `with` statement."""
    from briefing.services.desk import open_desk  # noqa: PLC0415 - start-up time

    return open_desk(library)


def say(text: str = "") -> None:
    """Print a line of the answer."""
    click.echo(text)


def note(text: str) -> None:
    """Print a line beside the answer, on the error stream."""
    click.echo(text, err=True)


def print_json(value: object) -> None:
    """Print one JSON value."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_json_array(values: Iterable[object]) -> None:
    """Print a JSON array, a value a line, as they come: there may be many."""
    separator = "["
    for value in values:
        click.echo(f"{separator}\n{json.dumps(value, ensure_ascii=False)}", nl=False)
        separator = ","
    click.echo("[]" if separator == "[" else "\n]")


class ProgressLine:
    """A line on the terminal that counts; where there is no terminal, nothing."""

    def __init__(self, verb: str) -> None:
        self._verb = verb
        self._is_shown = sys.stderr.isatty()
        self._told = 0.0
        self._width = 0

    def __call__(self, done: int, total: int) -> None:
        """Tell how much is done."""
        now = time.monotonic()
        if not self._is_shown or (done < total and now - self._told < _TELL_EVERY):
            return
        self._told = now
        line = f"{self._verb} {done:,} of {total:,}"
        self._width = len(line)
        click.echo(f"\r{line}", nl=False, err=True)

    def close(self) -> None:
        """Wipe the line."""
        if self._width:
            click.echo("\r" + " " * self._width + "\r", nl=False, err=True)
            self._width = 0


def exit_with(code: int) -> None:
    """End the command with an exit code."""
    click.get_current_context().exit(code)
