from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.commands.conftest import CITEKEY, Run


def test_tags_are_added_listed_renamed_and_removed(
    library: Path, run: Run, read: Callable[..., Any]
) -> None:
    added = read("tag", "add", library, CITEKEY, "region/mx", "topic/cartels")
    assert added == {"citekey": CITEKEY, "tags": ["region/mx", "topic/cartels"]}
    assert run("tag", "rename", library, "region/mx", "region/mexico").exit_code == 0
    assert read("tag", "list", library) == [
        {"tag": "region/mexico", "articles": 1, "below": 1},
        {"tag": "topic/cartels", "articles": 1, "below": 1},
    ]
    assert run("tag", "remove", library, CITEKEY, "topic/cartels").stdout == "region/mexico\n"
    assert run("tag", "list", library).stdout == "     1  region/mexico\n"


def test_tags_are_moved_merged_and_deleted(
    library: Path, run: Run, read: Callable[..., Any]
) -> None:
    read("tag", "add", library, CITEKEY, "mexico/border", "mexiko", "misc")
    assert run("tag", "move", library, "mexico", "region").exit_code == 0
    assert run("tag", "merge", library, "mexiko", "--into", "region/mexico").exit_code == 0
    assert run("tag", "delete", library, "misc").exit_code == 0
    assert (
        run("tag", "list", library).stdout
        == "     1  region/mexico\n     1  region/mexico/border\n"
    )
    assert run("tag", "move", library, "region/mexico").exit_code == 0
    assert {one["tag"] for one in read("tag", "list", library)} == {"mexico", "mexico/border"}
