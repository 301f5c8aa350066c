"""A group whose commands are named in a table and imported when one of them is called.

The pattern is click's own ("Lazily Loading Subcommands", click.palletsprojects.com).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click


@dataclass(frozen=True, slots=True)
class LazyCommand:
    """A command that is not imported yet; `place` is its module and name, `module:name`."""

    name: str
    place: str
    help: str  # the first sentence of the command's own

    def load(self) -> click.Command:
        """Import the command."""
        module, _, name = self.place.partition(":")
        command = getattr(import_module(module), name)
        if not isinstance(command, click.Command):
            raise TypeError(f"{self.place} is no command")
        return command

    def line(self, limit: int) -> str:
        """Return its help cut to a width, as click cuts a command's."""
        return click.Command(self.name, help=self.help).get_short_help_str(limit)


class LazyGroup(click.Group):
    """A group that imports a command when it is called, and lists them in the table's order."""

    def __init__(self, *, table: Iterable[LazyCommand], **more: Any) -> None:  # noqa: ANN401
        super().__init__(**more)
        self._table = {entry.name: entry for entry in table}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        del ctx
        return list(self._table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, now imported; None where there is none of this name."""
        del ctx
        entry = self._table.get(cmd_name)
        return entry.load() if entry else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands; nothing is imported for it."""
        del ctx
        limit = formatter.width - 6 - max(map(len, self._table))  # as click reckons
        rows = [(entry.name, entry.line(limit)) for entry in self._table.values()]
        with formatter.section("Commands"):
            formatter.write_dl(rows)
