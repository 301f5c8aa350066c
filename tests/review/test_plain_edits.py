import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefing.model.memo_review import MemoEdit
from briefing.review.placing.markdown_proof import Proof, Prover
from briefing.review.placing.memo_tree import Node, memo_tree
from briefing.review.placing.plain_edits import is_plain
from briefing.text.blocks import parse
from briefing.text.markdown_atoms import Atom, AtomKind, Atoms
from tests.review.memos import MEMOS

TYPED = st.one_of(
    st.sampled_from(["", "other ", " other", "s", "more words, in a row. ", "amp", "12", "x. y"]),
    st.text("ab1 ,.é", max_size=8),
    st.text("ab1 ,.*_[@<&`\n-|#", max_size=4),
)


def typed_atoms(text: str) -> list[Atom]:
    return [Atom(AtomKind.TEXT, sign, sign) for sign in text]


def worded(body: str) -> list[Node]:
    return [node for node in memo_tree(body, parse(body))[0].leaves() if node.atoms]


@settings(max_examples=300)
@given(MEMOS, st.data(), TYPED)
def test_edit_that_is_called_plain_prints_what_was_typed(
    body: str, data: st.DataObject, text: str
) -> None:
    nodes = worded(body)
    assume(nodes)
    node = data.draw(st.sampled_from(nodes))
    atoms = node.atoms or Atoms(())
    first = data.draw(st.integers(0, len(atoms) - 1))
    last = min(len(atoms) - 1, first + data.draw(st.integers(0, 12)))
    edit = MemoEdit(atoms[first].start, atoms[last].start, text)
    made = typed_atoms(text)
    if is_plain(body, edit, node, [*made, *atoms[first:last]]):
        whole = [*atoms.runs(0, first), *made, *atoms.runs(last)]
        assert Prover(body).proof(edit, node, whole) is Proof.WHOLE


@pytest.mark.parametrize(
    ("body", "old", "new", "expected"),
    [
        ("It was a long day for us.", "long", "short", True),
        ("It was a long day for us.", "long ", "", True),
        ("It was a long, hard day for us.", "long, ", "short and ", True),
        ("It was a long day for us.", "It", "That", False),
        ("It was a long day.", "day", "night", False),
        ("It was a @long day for us.", "day", "night", False),
        ("It was a R&D unit for us all.", "D", "amp;D", False),
        ("It was a *long* day for us.", "long", "short", False),
        ("It **was a long day for** us.", "long", "short", False),
        ("It was\nlong day for us.", "long", "short", False),
        ("It was a long day for us.", "long", "*long*", False),
        ("It was a www.long.org day for us.", "long", "short", False),
    ],
)
def test_only_words_amid_words_are_plain(body: str, old: str, new: str, expected: bool) -> None:  # noqa: FBT001
    (node,) = worded(body)
    start = body.index(old)
    edit = MemoEdit(start, start + len(old), new)
    assert is_plain(body, edit, node, typed_atoms(new)) is expected
