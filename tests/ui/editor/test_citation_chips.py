from briefing.services.citing import CitationLabel, CitedState
from briefing.ui.editor.citation_chips import Chip, Tone, chip_look, find_chips
from briefing.ui.editor.inline_spans import inline_spans


def chips(text: str) -> tuple[Chip, ...]:
    return find_chips(text, inline_spans(text))


def test_citations_are_found_and_code_is_not() -> None:
    found = chips("As said [@a, p. 3; see @b]. `[@no]` but @bare.")
    assert [(chip.start, chip.keys) for chip in found] == [(8, ("a", "b")), (40, ("bare",))]


def test_address_is_no_citation() -> None:
    assert chips("write to me@example.org") == ()


def test_chip_is_open_within_and_not_beside() -> None:
    chip = chips("x [@a] y")[0]
    assert [column for column in range(9) if chip.is_open_at(column)] == [3, 4, 5]


def test_bare_key_is_open_while_it_is_typed() -> None:
    chip = chips("x @abc")[0]
    assert chip.is_open_at(6)
    assert not chip.is_open_at(2)


def test_chip_says_key_and_locator() -> None:
    chip = chips("[see @a, pp. 3-5; @b]")[0]
    assert chip_look(chip.citation, {}).text == "see a, pp. 3-5; b"


def test_gravest_state_is_shown_in_words_and_by_an_icon() -> None:
    labels = {
        "a": CitationLabel("a", "a", "Title"),
        "fact:7k2": CitationLabel("fact:7k2", "fact changed", "Why", CitedState.CHANGED),
        "b": CitationLabel("b", "b", "Not in this library.", CitedState.MISSING),
    }
    changed = chip_look(chips("[@a; @fact:7k2]")[0].citation, labels)
    assert (changed.text, changed.tone, changed.icon) == ("fact changed", Tone.WARN, "refresh-cw")
    missing = chip_look(chips("[@a; @fact:7k2; @b]")[0].citation, labels)
    assert (missing.text, missing.tone) == ("b: not in the library", Tone.BAD)
