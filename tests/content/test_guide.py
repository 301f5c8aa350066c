"""The guide is whole and true: its links lead somewhere, its keys are those of the program."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from briefing.checks.rule_book import RULES
from briefing.cli import cli, main
from briefing.text.query_fields import query_fields
from briefing.text.query_language import parse_query
from briefing.ui.action_table import ACTIONS, ActionSpec

HELP = Path(__file__).parents[2] / "resources" / "help"
SEED = HELP.parent / "sample" / "articles" / "000_c11b9f58635f8ad9.txt"
PAGES = sorted(path.name for path in HELP.glob("*.md"))
FACT_FIELDS = {"status", "kind", "confidence", "key"}  # told on the page of memos
ROOMS = {
    "Everywhere": "",
    "In the Library": "library",
    "In Facts": "facts",
    "In Memos": "memos",
    "In Review": "review",
    "In the Timeline": "timeline",
}


def text_of(page: str) -> str:
    return (HELP / page).read_text(encoding="utf-8")


def key_rows(spec: ActionSpec) -> str:
    keys = ", ".join(f"`{key}`" for key in (spec.key, *spec.more_keys))
    return f"| {keys} | {spec.text.removesuffix('…')} |"


def room_text(heading: str) -> str:
    page = text_of("keyboard.md")
    return page.partition(f"## {heading}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("page", PAGES)
def test_page_has_one_title_and_its_links_lead_somewhere(page: str) -> None:
    text = text_of(page)
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    assert len(re.findall(r"^# ", prose, re.MULTILINE)) == 1
    for target in re.findall(r"\]\(([^)#]+)", prose):
        assert (HELP / target).is_file(), target


def test_index_leads_to_every_page() -> None:
    linked = set(re.findall(r"\]\(([^)]+)\)", text_of("index.md")))
    assert linked == set(PAGES) - {"index.md"}


@pytest.mark.parametrize(("heading", "workspace"), ROOMS.items())
def test_keyboard_page_lists_every_key_of_the_table(heading: str, workspace: str) -> None:
    rows = [line for line in room_text(heading).splitlines() if line.startswith("| `")]
    expected = [
        key_rows(spec)
        for spec in ACTIONS
        if spec.workspace == workspace and spec.key and not spec.name.startswith("library.rank_")
    ]
    assert [row for row in rows if "Rank 1" not in row] == expected


def test_keyboard_page_gives_the_ranks_in_one_row() -> None:
    ranks = [spec.key for spec in ACTIONS if spec.name.startswith("library.rank_")]
    assert ranks == [str(rank) for rank in range(1, 10)]
    assert "| `1` … `9` | Rank 1 … Rank 9 |" in room_text("In the Library")


def test_searching_page_has_a_row_for_every_field() -> None:
    page = text_of("searching.md")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    shown = {field for row in rows for field in re.findall(r"`([a-z]+):`", row.split("|")[1])}
    assert shown >= set(query_fields()) - FACT_FIELDS


def test_searching_page_gives_lines_that_parse() -> None:
    rows = [line for line in text_of("searching.md").splitlines() if line.startswith("| `")]
    lines = [line for row in rows for line in re.findall(r"`([^`]*:[^`]+)`", row)]
    assert len(lines) > 10
    assert {line: parse_query(line).problems for line in lines} == dict.fromkeys(lines, ())


def commands(group: click.Group, before: str) -> Iterator[str]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            if command.invoke_without_command:
                yield f"{before} {name}"
            yield from commands(command, f"{before} {name}")
        else:
            yield f"{before} {name}"


def test_command_page_lists_every_command_and_no_other() -> None:
    rows = re.findall(r"^\| `(briefing [^`]+)` \|", text_of("command-line.md"), re.MULTILINE)
    shown = [re.sub(r" (?:[A-Z_-]).*", "", row) for row in rows]
    assert sorted(shown) == sorted(commands(cli, "briefing"))


def test_command_page_leads_from_article_to_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = text_of("command-line.md").partition("## From article to Word")[2]
    lines = re.findall(r"^briefing .+$", page, re.MULTILINE)
    (tmp_path / "articles").mkdir()
    shutil.copy(SEED, tmp_path / "articles")
    monkeypatch.chdir(tmp_path)
    assert [main(shlex.split(line)[1:]) for line in lines] == [0] * len(lines)
    assert (tmp_path / "memo.docx").stat().st_size > 5_000


def test_memo_page_names_every_rule() -> None:
    rows = re.findall(
        r"^\| ([a-z, -]+) \| ", text_of("memos.md").partition("## Checks")[2], re.MULTILINE
    )
    named = {name.strip() for row in rows for name in row.split(",")} - {"rule"}
    assert named == {rule.name for rule in RULES}
