"""Lines are joined without losing a letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.intake.pdf_hyphens import joined, spelled_out, vocabulary

HYPHENS = "-\u2010\u00ad"


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("the export", "of goods", "the export of goods"),
        ("as amend\u00ad", "ed by section", "as amended by section"),
        ("for appro-", "priate controls", "for appropriate controls"),
        ("the Franco-", "German accord", "the Franco-German accord"),
        ("GOVERN-", "MENT OFFICE", "GOVERNMENT OFFICE"),
        ("the demand 2023-", "0379", "the demand 2023-0379"),
        ("of long-", "term value", "of long-term value"),
        ("a self-", "evident truth", "a self-evident truth"),
        ("an out-of-", "time claim", "an out-of-time claim"),
        ("北京", "时间", "北京时间"),
        ("one –", "another", "one – another"),
    ],
)
def test_lines_become_running_text(before: str, after: str, whole: str) -> None:
    assert joined(before, after, vocabulary(["the long-term view", "more"])) == whole


def test_word_that_stands_whole_elsewhere_beats_its_hyphenated_form() -> None:
    words = vocabulary(["a co-operation", "the cooperation of all"])
    assert joined("good co-", "operation", words) == "good cooperation"


def test_ligatures_are_spelled_out_and_visible_hyphens_kept() -> None:
    assert spelled_out("eﬃcient ﬁre, well\u00adknown and amend\u00ad") == (
        "efficient fire, well-known and amend\u00ad"
    )


@given(st.text(min_size=1), st.text(min_size=1), st.lists(st.text()))
def test_nothing_but_a_hyphen_is_lost(before: str, after: str, lines: list[str]) -> None:
    whole = joined(before, after, vocabulary(lines))
    assert whole.startswith(before.rstrip(HYPHENS) if before[-1] in HYPHENS else before)
    assert whole.endswith(after)

    def letters(text: str) -> str:
        return "".join(char for char in text if char not in HYPHENS and not char.isspace())

    assert letters(whole) == letters(before) + letters(after)
