from pathlib import Path

from briefing.services.desk import open_desk
from briefing.ui.memo.lookup_words import is_lookup, looked_up


def test_block_of_facts_says_query_and_count(library_file: Path) -> None:
    with open_desk(library_file) as desk:
        found = looked_up(desk.evidence, '::: {.facts query="tag:topic/cartels" limit="2"}')
    assert (found.facts, found.words) == (2, "facts: tag:topic/cartels — 2 facts, kept up to date")


def test_empty_answer_and_wrong_order_are_said(library_file: Path) -> None:
    with open_desk(library_file) as desk:
        empty = looked_up(desk.evidence, '::: {.timeline query="tag:nowhere"}')
        wrong = looked_up(desk.evidence, '::: {.facts sort="height"}')
        sources = looked_up(desk.evidence, "::: {.sources}")
    assert empty.words == "timeline: tag:nowhere — no facts, kept up to date"
    assert "cannot be sorted" in wrong.words
    assert sources.words.startswith("sources:")


def test_only_opening_lines_are_lookups() -> None:
    assert is_lookup('::: {.facts query="a"}')
    assert not is_lookup(":::")
    assert not is_lookup("::: {.warning}")
    assert not is_lookup("text")
