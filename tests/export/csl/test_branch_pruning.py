import re

import pytest
from lxml import etree

from briefing.export.csl.branch_pruning import Settled, pruned

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl">'
SAID = frozenset({"URL", "title"})
BOOK = Settled(frozenset({"book"}), SAID, "page", is_numeric=True, is_near=False)
TWO = Settled(frozenset({"book", "report"}), SAID, "", is_numeric=False, is_near=True)


def cut(inside: str, settled: Settled) -> str:
    root = etree.fromstring(f"{HEAD}<citation><layout>{inside}</layout></citation></style>")
    pruned(root, settled)
    text = etree.tostring(root, encoding="unicode").replace(HEAD, "")
    return re.sub(r"</?(?:style|citation|layout)>", "", text)


A, B = '<text value="a"/>', '<text value="b"/>'


@pytest.mark.parametrize(
    ("choose", "settled", "left"),
    [
        (f'<if type="song">{A}</if><else>{B}</else>', BOOK, B),
        (f'<if type="book">{A}</if><else>{B}</else>', BOOK, A),
        (f'<if type="song book" match="any">{A}</if>', BOOK, A),
        (f'<if type="song" match="none">{A}</if><else>{B}</else>', BOOK, A),
        (f'<if type="book" match="none">{A}</if><else>{B}</else>', BOOK, B),
        (f'<if locator="page">{A}</if><else>{B}</else>', BOOK, A),
        (f'<if locator="page">{A}</if><else>{B}</else>', TWO, B),
        (f'<if is-numeric="locator">{A}</if>', BOOK, A),
        (f'<if position="near-note">{A}</if><else>{B}</else>', TWO, A),
        (f'<if variable="DOI">{A}</if><else>{B}</else>', BOOK, B),
        (f'<if variable="DOI PMID" match="none">{A}</if><else>{B}</else>', BOOK, A),
        (f'<if type="song">{A}</if>', BOOK, '<text value=""/>'),
    ],
)
def test_what_is_known_is_decided(choose: str, settled: Settled, left: str) -> None:
    assert cut(f"<choose>{choose}</choose>", settled) == left


def test_what_only_the_engine_knows_is_left_to_it() -> None:
    inside = f'<choose><if type="book" variable="URL">{A}</if><else>{B}</else></choose>'
    assert cut(inside, TWO) == inside
    assert cut(inside, BOOK) == inside.replace(' type="book"', "")


def test_a_first_branch_that_is_cut_makes_the_next_one_the_first() -> None:
    inside = f'<choose><if type="song">{A}</if><else-if variable="URL">{B}</else-if></choose>'
    assert cut(inside, BOOK) == f'<choose><if variable="URL">{B}</if></choose>'


def test_macros_that_nothing_calls_are_cut() -> None:
    macros = '<macro name="m"><text macro="n"/></macro><macro name="n"/><macro name="o"/>'
    text = f'{HEAD}{macros}<citation><layout><text macro="m"/></layout></citation></style>'
    root = etree.fromstring(text)
    pruned(root, BOOK)
    assert [macro.get("name") for macro in root.findall("{*}macro")] == ["m", "n"]
