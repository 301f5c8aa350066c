"""A lazy group lists commands unseen, and imports the one that is called."""

import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from briefing.commands.lazy_group import LazyCommand, LazyGroup

MODULE = '''import click
@click.command("greet")
def greet():
    """Say good day. And more."""
    click.echo("Good day.")
NOTHING = 1
'''
TABLE = (
    LazyCommand("zeal", "lazy_probe:NOTHING", "Fail: this is no command."),
    LazyCommand("greet", "lazy_probe:greet", "Say good day."),
)


@pytest.fixture
def group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LazyGroup:
    """A group of two, whose module is not imported yet."""
    (tmp_path / "lazy_probe.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "lazy_probe", raising=False)
    return LazyGroup(name="all", table=TABLE)


def test_list_of_commands_imports_none(group: LazyGroup) -> None:
    result = CliRunner().invoke(group, ["--help"])
    assert result.exit_code == 0
    assert result.output.index("zeal") < result.output.index("greet  Say good day.")
    assert "lazy_probe" not in sys.modules


def test_list_is_the_one_that_click_writes(group: LazyGroup) -> None:
    eager = click.Group("all")
    for entry in TABLE[1:]:
        eager.add_command(entry.load())
    lazy = LazyGroup(name="all", table=TABLE[1:])
    helps = [CliRunner().invoke(one, ["--help"]).output for one in (eager, lazy)]
    assert helps[0] == helps[1]
    assert group.list_commands(click.Context(group)) == ["zeal", "greet"]


def test_command_that_is_called_is_imported(group: LazyGroup) -> None:
    result = CliRunner().invoke(group, ["greet"])
    assert (result.exit_code, result.output) == (0, "Good day.\n")
    assert "lazy_probe" in sys.modules


def test_unknown_command_is_a_usage_error(group: LazyGroup) -> None:
    result = CliRunner().invoke(group, ["gret"])
    assert result.exit_code == 2
    assert "No such command 'gret'" in result.output
    assert "lazy_probe" not in sys.modules


def test_what_is_no_command_is_our_fault(group: LazyGroup) -> None:
    with pytest.raises(TypeError, match="lazy_probe:NOTHING is no command"):
        group.get_command(click.Context(group), "zeal")
