from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefing.errors import InputError, NotFoundError
from tests.commands.conftest import CITEKEY, Run


def test_rule_is_previewed_kept_applied_and_removed(
    library: Path, run: Run, read: Callable[..., Any]
) -> None:
    preview = read("rules", "preview", library, "topic/cartels", "cartels")
    assert (preview["count"], preview["have"]) == (1, 0)
    assert [one["citekey"] for one in preview["articles"]] == [CITEKEY]
    assert read("rules", "list", library) == []
    added = read("rules", "add", library, "topic/cartels", "cartels", "--automatic")
    assert (added["automatic"], added["query"]) == (True, "cartels")
    assert read("rules", "apply", library) == {"tagged": 1}
    assert read("rules", "apply", library, "topic/cartels") == {"tagged": 0}
    (rule,) = read("rules", "list", library)
    assert (rule["tag"], rule["have"], rule["count"]) == ("topic/cartels", 1, 0)
    assert "topic/cartels  cartels  automatic, 0 to tag" in run("rules", "list", library).stdout
    assert read("rules", "remove", library, rule["uid"]) == {"removed": 1}
    assert read("show", library, CITEKEY)["tags"] == ["topic/cartels"]


def test_rule_without_a_query_or_of_no_name_is_told(library: Path, run: Run) -> None:
    assert isinstance(run("rules", "add", library, "topic/x", " ").exception, InputError)
    assert isinstance(run("rules", "add", library, "/", "cartels").exception, InputError)
    assert isinstance(run("rules", "apply", library, "topic/x").exception, NotFoundError)


def test_problems_of_a_query_are_told(library: Path, run: Run, read: Callable[..., Any]) -> None:
    assert read("rules", "preview", library, "topic/x", "rank:many")["problems"]
    assert run("rules", "preview", library, "topic/x", "rank:many").stderr.count("rank") >= 1
