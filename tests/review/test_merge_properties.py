"""Merging, whatever the texts: nothing is lost, and the order of the files makes no difference."""

import string
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.memo_review import Decision, MemoReview, ReviewChange, Verdict
from briefing.model.review_record import ConflictChoice, ConflictDecision
from briefing.review.merging.three_way import merge
from tests.review.reviewed import accepted, make_change, make_content

WORDS = st.sampled_from(
    ["alpha", "beta", "[@x, p. 3]", "\n\n", " ", ". ", "**bold**", "\n\n## Part\n\n", "| a | b |"]
)
BODIES = st.lists(WORDS, min_size=1, max_size=25).map("".join)


@st.composite
def contents(draw: st.DrawFn, *, files: int = 2, moves: bool = True) -> MemoReview:
    """Draw a body with changes that do not overlap within one file."""
    body = draw(BODIES)
    found: list[ReviewChange] = []
    for file in range(files):
        cuts = sorted(draw(st.sets(st.integers(0, len(body)), max_size=8)))
        name = "ab"[file]
        edits = [
            (start, end, draw(st.text(string.ascii_uppercase + " ", max_size=6)))
            for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        ]
        while edits:  # some changes, as moves, do two things
            count = draw(st.integers(1, min(2, len(edits)))) if moves else 1
            change = make_change(1, *edits[:count], author=name.upper(), file=f"{name}.docx")
            found.append(change)
            edits = edits[count:]
    ordered = sorted(found, key=lambda one: (one.edits[0].start, one.file))
    return make_content(
        body, *(replace(one, number=number) for number, one in enumerate(ordered, 1))
    )


def _all(content: MemoReview) -> dict[int, Decision]:
    return accepted(*(change.number for change in content.changes))


@given(contents(files=1, moves=False))
def test_without_own_changes_merging_is_applying(content: MemoReview) -> None:
    merged = merge(content, content.body, _all(content))
    expected = content.body
    for change in reversed(content.changes):
        (edit,) = change.edits
        expected = expected[: edit.start] + edit.text + expected[edit.end :]
    assert merged.body == expected
    assert not merged.conflicts


@given(contents(), BODIES)
def test_without_accepted_changes_the_memo_stays_as_it_is(
    content: MemoReview, current: str
) -> None:
    assert merge(content, current).body == current
    rejected = {number: Decision(Verdict.REJECTED) for number in _all(content)}
    merged = merge(content, current, rejected)
    assert (merged.body, merged.conflicts) == (current, ())


@given(contents(), BODIES)
def test_every_accepted_insertion_is_there_or_in_a_conflict(
    content: MemoReview, current: str
) -> None:
    merged = merge(content, current, _all(content))
    assert "".join(piece.text for piece in merged.pieces if piece.is_in_body) == merged.body
    disputed = {number for one in merged.conflicts for number in one.changes}
    for change in content.changes:
        for edit in change.edits:
            assert change.number in disputed or edit.text in merged.body
    assert len({one.number for one in merged.conflicts}) == len(merged.conflicts)
    for one in (*merged.spans, *merged.conflicts):
        assert 0 <= one.start <= one.end <= len(merged.body)


@given(contents(), BODIES)
def test_the_order_of_the_files_makes_no_difference(content: MemoReview, current: str) -> None:
    other = replace(content, changes=content.changes[::-1])
    one, two = (merge(each, current, _all(content)) for each in (content, other))
    assert one.body == two.body
    assert [each.about for each in one.conflicts] == [each.about for each in two.conflicts]


@given(contents(), BODIES, st.sampled_from(ConflictChoice))
def test_settled_conflicts_leave_none_open(
    content: MemoReview, current: str, choice: ConflictChoice
) -> None:
    first = merge(content, current, _all(content))
    settled = {
        one.number: ConflictDecision(choice, text="X", about=one.about) for one in first.conflicts
    }
    again = merge(content, current, _all(content), settled)
    if choice is not ConflictChoice.OPEN:
        assert not again.open_conflicts
    disputed = {number for one in first.conflicts for number in one.changes}
    if choice is ConflictChoice.MINE and disputed == set(_all(content)):
        assert again.body == current


PARAGRAPHS = [
    "On 3 September the two governments agreed to do more together.",
    "Mexico has sent 59 high-value targets to the United States.",
    "Public opinion hardened after that, as the polls of May say.",
    "A further strike could well bring the talks to their end.",
    "- The duties are in doubt since a court ruled against them.",
]


@given(
    order=st.permutations(range(len(PARAGRAPHS))),
    words=st.dictionaries(st.integers(0, 4), st.integers(1, 8), min_size=1),
    taken=st.booleans(),
)
def test_what_is_changed_in_paragraphs_goes_along_with_them(
    *, order: list[int], words: dict[int, int], taken: bool
) -> None:
    body = "\n\n".join(PARAGRAPHS) + "\n"
    changed = list(PARAGRAPHS)
    changes: list[ReviewChange] = []
    for number, (at, place) in enumerate(sorted(words.items()), 1):
        word = PARAGRAPHS[at].split()[place]
        start = body.index(PARAGRAPHS[at]) + f" {PARAGRAPHS[at]} ".index(f" {word} ")
        changes.append(make_change(number, (start, start + len(word), "NEW")))
        changed[at] = f" {PARAGRAPHS[at]} ".replace(f" {word} ", " NEW ", 1).strip()
    current, expected = (
        "\n\n".join(texts[at] for at in order) + "\n" for texts in (PARAGRAPHS, changed)
    )
    content = make_content(body, *changes)
    merged = merge(content, current, _all(content) if taken else {})
    assert not merged.conflicts
    assert merged.body == (expected if taken else current)
    assert taken is all(merged.body[one.start : one.end] == "NEW" for one in merged.spans)
