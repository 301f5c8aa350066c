import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.markdown_atoms import Atom, AtomKind, Atoms

RUNS = (
    Atom(AtomKind.TEXT, "Mexico agreed ", "Mexico agreed ", (), 0, 14),
    Atom(AtomKind.CITATION, "", "[@nyt]", (), 14, 20),
    Atom(AtomKind.TEXT, "&", "&amp;", (), 20, 25),
    Atom(AtomKind.TEXT, " to act", " to act", (), 25, 32),
    Atom(AtomKind.HIDDEN, "", "\\", (), 32, 33),
)
PLACES = st.integers(0, 25)


def test_words_are_one_atom_a_character() -> None:
    atoms = Atoms(RUNS)
    assert len(atoms) == 14 + 1 + 1 + 7 + 1
    assert atoms[2] == Atom(AtomKind.TEXT, "x", "x", (), 2, 3)
    assert atoms[14].source == "[@nyt]"
    assert atoms[15].source == "&amp;"
    assert atoms[-2] == Atom(AtomKind.TEXT, "t", "t", (), 31, 32)
    with pytest.raises(IndexError):
        atoms[24]


@given(PLACES, PLACES)
def test_part_of_atoms_is_that_of_a_list_of_them(first: int, last: int) -> None:
    atoms, each = Atoms(RUNS), list(Atoms(RUNS))
    assert list(atoms[first:last]) == each[first:last]
    assert "".join(one.source for one in atoms.runs(first, min(last, len(each)))) == "".join(
        one.source for one in each[first:last]
    )


def test_runs_are_as_long_as_they_can_be() -> None:
    assert [one.text for one in Atoms(RUNS).runs(7, 18)] == ["agreed ", "", "&", " t"]


def test_each_run_comes_with_the_number_of_its_first_atom() -> None:
    assert [number for number, _ in Atoms(RUNS).numbered()] == [0, 14, 15, 16, 23]
