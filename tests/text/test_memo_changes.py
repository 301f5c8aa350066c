"""Paragraphs of two states of a memo: what came, went, moved or was reworded."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.memo_change import ChangeKind, MemoChange
from briefing.text.memo_changes import memo_changes, without_change

BEFORE = """\
## Summary

Mexico arrested 59 high-value targets in 2025.

The joint statement names no members.

## Options

- One
- Two

The existing duties were kept for 90 days from 31 July.
"""


def _kinds(after: str) -> list[tuple[ChangeKind, str]]:
    return [(one.kind, one.section) for one in memo_changes(BEFORE, after)]


def test_equal_texts_have_no_changes() -> None:
    assert memo_changes(BEFORE, BEFORE.replace("in 2025", "in\n2025") + "\n\n") == ()


def test_changed_word_is_a_rewording_with_its_words() -> None:
    (change,) = memo_changes(BEFORE, BEFORE.replace("59", "61"))
    assert (change.kind, change.section) == (ChangeKind.REWORDED, "Summary")
    assert ("delete", "59") in change.words
    assert ("insert", "61") in change.words


def test_added_and_removed_paragraphs_are_told_apart() -> None:
    after = BEFORE.replace(
        "The joint statement names no members.", "A wholly other thing: tariffs."
    )
    assert sorted(_kinds(after)) == [(ChangeKind.ADDED, "Summary"), (ChangeKind.REMOVED, "Summary")]


def test_paragraph_that_moved_is_one_change() -> None:
    line = "The joint statement names no members.\n\n"
    after = BEFORE.replace(line, "").rstrip() + "\n\n" + line
    assert _kinds(after) == [(ChangeKind.MOVED, "Options")]


def test_a_fence_with_blank_lines_is_one_paragraph() -> None:
    fenced = "```\na\n\nb\n```\n"
    (change,) = memo_changes(fenced, fenced.replace("b", "c"))
    assert change.was.startswith("```")
    assert change.now.endswith("```")


def test_each_change_can_be_taken_back_alone() -> None:
    after = BEFORE.replace("59", "61").replace(
        "## Options\n\n", "## Options\n\nNew words here.\n\n"
    )
    after = after.replace("The joint statement names no members.\n\n", "")
    for change in memo_changes(BEFORE, after):
        left = memo_changes(BEFORE, without_change(after, change))
        assert len(left) == 2
        assert change.kind not in {one.kind for one in left}


_PARAGRAPHS = st.lists(
    st.lists(
        st.sampled_from(["tariff", "border", "visa", "court", "vote", "talks", "week"]), min_size=1
    )
    .map(" ".join)
    .map(str.capitalize),
    max_size=8,
)


@given(_PARAGRAPHS, _PARAGRAPHS)
def test_taking_all_back_gives_the_text_before(old: list[str], new: list[str]) -> None:
    before, after = "\n\n".join(old) + "\n", "\n\n".join(new) + "\n"
    body = after
    for _ in range(len(old) + len(new) + 1):
        changes = [one for one in memo_changes(before, body) if one.kind is not ChangeKind.MOVED]
        if not changes:
            break
        body = without_change(body, changes[-1])
    else:
        raise AssertionError(body)
    assert sorted(_words(body)) == sorted(_words(before))


def _words(body: str) -> list[str]:
    return [part.strip() for part in body.split("\n\n") if part.strip()]


@given(st.text(alphabet="ab# \n`:-", max_size=60), st.text(alphabet="ab# \n`:-", max_size=60))
def test_spans_hold_the_paragraphs(before: str, after: str) -> None:
    for change in memo_changes(before, after):
        assert isinstance(change, MemoChange)
        if change.kind is not ChangeKind.REMOVED:
            assert after[change.after.start : change.after.end] == change.now
        if change.kind is not ChangeKind.ADDED:
            assert before[change.before.start : change.before.end] == change.was
