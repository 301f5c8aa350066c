import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.fact_marks import marked, restored, without_marks


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.sampled_from(["", "a "]))
def test_what_was_marked_is_restored(was: str, before: str) -> None:
    text = f"{before}{marked(was, '[@nyt2025, p. 3]')} end"
    assert restored(text, lambda old, now: f"<{old}|{now}>") == (
        f"{before}<{was}|[@nyt2025, p. 3]> end"
    )
    assert without_marks(text) == f"{before}[@nyt2025, p. 3] end"


def test_marks_in_code_and_without_a_citation_stay() -> None:
    text = '`[]{cites="x"}[@a]` and []{cites="y"} alone, [@b]'
    assert without_marks(text) == text


@pytest.mark.pandoc
def test_pandoc_shows_nothing_of_a_mark() -> None:
    text = marked('see "@fact:7k2"\n{x}', "[@nyt2025]") + " " + marked("@fact:a", "@nyt2025 [p. 3]")
    result = subprocess.run(
        ["pandoc", "-t", "plain"], input=text, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[@nyt2025] @nyt2025 [p. 3]"
