import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.atom_markdown import together
from briefing.text.contents import contents_of
from briefing.text.markdown_atoms import Atom, AtomKind, Atoms
from briefing.text.printed_runs import printed_runs
from briefing.text.rendered_map import atoms_of
from tests.export.publications import EVERY_ELEMENT

PIECES = st.sampled_from(
    [
        *("a", "b c", " ", "*", "**", "_", "`", "``", "~~", "[", "](http://x/)", "]", "![", "\\"),
        *("&amp;", "\n", "  \n", "\\\n", "<br>", "<i>", "<http://x/>", "@nyt", "[@nyt]", "[^n]"),
        *("^[", "> ", "- ", "| ", "1. ", "\r\n", "é", "\t"),
    ]
)
TEXTS = st.lists(PIECES, max_size=14).map("".join)


def atoms_in(body: str) -> list[tuple[str, Atoms]]:
    """Return the atoms of each content, with the Markdown that they stand for."""
    found: list[tuple[str, Atoms]] = []
    for placed in contents_of(body):
        atoms = atoms_of(body, placed)
        if atoms:
            start, end = placed.span(0, len(placed.content.text))
            found.append((body[start:end], atoms))
    return found


@given(TEXTS)
def test_atoms_together_are_the_markdown_that_was_typed(text: str) -> None:
    for typed, atoms in atoms_in(text + "\n\n[^n]: x"):
        assert "".join(together(atoms)).rstrip() == typed.rstrip()


@given(TEXTS)
def test_atoms_print_what_the_content_prints(text: str) -> None:
    body = text + "\n\n[^n]: x"
    for placed in contents_of(body):
        atoms = atoms_of(body, placed)
        if atoms is not None:
            printed = "".join(sign for sign, _ in printed_runs(placed.content)).rstrip()
            assert "".join(_words(atom) for atom in atoms).rstrip() == printed


def _words(atom: Atom) -> str:
    if atom.kind in {AtomKind.CITATION, AtomKind.NOTE, AtomKind.PICTURE}:
        return "\ufffc"
    return atom.text


def test_each_atom_knows_its_place() -> None:
    for _, atoms in atoms_in(EVERY_ELEMENT):
        for atom in atoms:
            assert EVERY_ELEMENT[atom.start : atom.end] == atom.source


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("**a *b* c**", [["strong"], ["strong", "emphasis"], ["strong"]]),
        ("`a b c`", [["code"]]),
        ("[a b c](http://x/)", [["link"]]),
        ("~~a~~ b c", [["strike"], []]),
    ],
)
def test_wraps_are_told_outermost_first(body: str, kinds: list[list[str]]) -> None:
    ((_, atoms),) = atoms_in(body)
    letters = [[wrap.kind.value for wrap in atom.wraps] for atom in atoms if atom.text in "abc"]
    assert [one for n, one in enumerate(letters) if n == 0 or one != letters[n - 1]] == kinds
