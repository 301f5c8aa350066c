"""Two texts compared word by word."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.text.word_changes import word_changes

TEXTS = st.lists(
    st.lists(st.sampled_from(["cartel", "not", "59", "arrests,", "U.S.", "agreed"]), min_size=1),
    max_size=6,
).map(lambda paragraphs: "\n\n".join(" ".join(words) for words in paragraphs))


def test_a_changed_figure_stands_out() -> None:
    changes = word_changes(
        "It began.\n\nThey arrested 55 men.", "It began.\n\nThey arrested 59 men."
    )
    assert ("delete", "55") in changes
    assert ("insert", "59") in changes
    assert [text for kind, text in changes if kind != "equal"] == ["55", "59"]


def test_white_space_is_no_difference() -> None:
    assert {kind for kind, _ in word_changes("a  b\nc\n\n\nd", "a b c\n\nd")} == {"equal"}


def test_a_new_paragraph_is_new_as_a_whole() -> None:
    assert ("insert", "Two.") in word_changes("One.\n\nThree.", "One.\n\nTwo.\n\nThree.")


def test_a_very_long_rewrite_is_given_whole() -> None:
    old, new = "a " * 4000, "b " * 4000
    assert [kind for kind, _ in word_changes(old, new)] == ["delete", "insert", "equal"]


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_off(before: str, after: str) -> None:
    changes = word_changes(before, after)
    for without, text in (("insert", before), ("delete", after)):
        read = "".join(one for kind, one in changes if kind != without)
        assert read.split() == text.split()


def test_a_figure_is_changed_as_a_whole() -> None:
    changes = word_changes("data on 1,200 firearms, 3.5 tons", "data on 1,500 firearms, 3.7 tons")
    assert [text for kind, text in changes if kind == "delete"] == ["1,200", "3.5"]
    assert [text for kind, text in changes if kind == "insert"] == ["1,500", "3.7"]
