"""The table of commands says what the commands themselves say."""

import pytest

from briefing.commands.command_table import COMMAND_TABLE
from briefing.commands.lazy_group import LazyCommand


@pytest.mark.parametrize("entry", COMMAND_TABLE, ids=lambda entry: entry.name)
def test_line_of_the_table_is_the_line_of_the_command(entry: LazyCommand) -> None:
    command = entry.load()
    assert command.name == entry.name
    for limit in (20, 45, 83, 500):  # columns
        assert entry.line(limit) == command.get_short_help_str(limit)


def test_names_and_places_occur_once() -> None:
    names = [entry.name for entry in COMMAND_TABLE]
    places = [entry.place for entry in COMMAND_TABLE]
    assert len(set(names)) == len(names)
    assert len(set(places)) == len(places)
