"""A quote is found at its own words, or said to be in doubt, or lost: never at others."""

import random
import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.anchor import CONTEXT, Anchor, AnchorState
from briefing.text.anchors import locate, make_anchor
from briefing.text.folding import fold
from tests.text.texts import documents

TEXT = (
    "On 3 September the two governments noted the arrest of 59 high-value targets by Mexico,"
    " officials said. More text follows here and there."
)
QUOTE = "the arrest of 59 high-value targets by Mexico"
WORDS = [
    "the",
    "of",
    "a",
    "minister",
    "said",
    "never",
    "about",
    "12",
    "3.5",
    "million",
    "officials",
    "agreed",
]


def _anchor(text: str = TEXT, quote: str = QUOTE) -> Anchor:
    start = text.index(quote)
    return make_anchor(text, start, start + len(quote))


def test_an_anchor_keeps_the_words_and_their_surroundings() -> None:
    anchor = _anchor()
    assert anchor.quote == QUOTE
    assert anchor.prefix == TEXT[anchor.start - CONTEXT : anchor.start]
    assert anchor.suffix.startswith(", officials")
    assert len(anchor.suffix) == CONTEXT


def test_spaces_at_the_ends_of_a_selection_are_left_out() -> None:
    start = TEXT.index(QUOTE)
    assert make_anchor(TEXT, start - 1, start + len(QUOTE)) == _anchor()


def test_surroundings_grow_until_they_are_their_own() -> None:
    text = "First. " + "Row one is the same as any. " * 9 + "Here the rows end."
    start = 7 + 28 * 4
    anchor = make_anchor(text, start, start + 7)
    assert len(anchor.prefix) > CONTEXT
    assert text.count(anchor.prefix + anchor.quote + anchor.suffix) == 1
    assert locate("New. " + text, anchor).start == start + 5


def test_an_unchanged_text_is_exact() -> None:
    found = locate(TEXT, _anchor())
    assert (found.state, TEXT[found.start : found.end], found.reason) == ("exact", QUOTE, "")


@pytest.mark.parametrize(
    ("change", "state", "says"),
    [
        (lambda t: "New first words. " + t, "moved", "before it"),
        (lambda t: t.replace("high-value", "high-\nvalue"), "exact", ""),
        (lambda t: t.replace(" ", "\n"), "exact", ""),
        (lambda t: t.replace("noted", "noted never"), "moved", "just before"),
        (lambda t: t.replace(", officials", ", some officials"), "exact", "just behind"),
        (lambda t: t.replace("59", "60"), "lost", "60 high-value"),
        (lambda t: t.replace("by Mexico", "not by Mexico"), "lost", "not by Mexico"),
        (lambda t: t.replace("59", "159"), "lost", "159"),
        (lambda t: t.replace("59", "59.5"), "lost", "59.5"),
        (lambda t: t.replace("Mexico", "mexico"), "lost", "mexico"),
        (lambda t: t + " " + t, "ambiguous", "several times"),
        (lambda t: t.replace("59", "60") + f" Once: {QUOTE}.", "ambiguous", "changed"),
        (lambda _: "Nothing of it.", "lost", "nowhere"),
        (lambda _: "", "lost", "nowhere"),
    ],
)
def test_a_changed_text_says_what_changed(
    change: Callable[[str], str], state: str, says: str
) -> None:
    found = locate(change(TEXT), _anchor())
    assert found.state == state
    assert says in found.reason
    assert bool(found.candidates) == (state == "ambiguous")


def test_a_copy_elsewhere_does_not_take_the_place_of_the_quote() -> None:
    text = f"They spoke of {QUOTE} again. " + TEXT
    found = locate(text, _anchor())
    assert (found.state, found.start) == ("moved", text.rindex(QUOTE))


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("59", "It was 159 then."),
        ("59", "It was 59,000 then."),
        ("59", "It was 3.59 then."),
        ("59", "It was $59 then."),
        ("59", "It was 59% then."),
        ("59", "It was 40–59 then."),
        ("likely", "It was unlikely."),
        ("arrest", "They arrested him."),
    ],
)
def test_a_part_of_a_longer_word_or_figure_is_not_the_quote(quote: str, text: str) -> None:
    assert locate(text, Anchor(quote, "", "", -1)).state is AnchorState.LOST


def test_an_anchor_may_not_know_where_it_stood() -> None:
    found = locate(TEXT, Anchor("59 high-value targets", "arrest of ", " by Mexico", -1))
    assert (found.state, TEXT[found.start : found.end]) == ("exact", "59 high-value targets")
    assert locate(TEXT, Anchor("59 high-value targets", "", "", -1)).state == "exact"
    assert locate(TEXT + TEXT, Anchor("59 high-value targets", "", "", -1)).state == "ambiguous"


def test_one_side_tells_the_same_words_apart_where_the_place_is_not_known() -> None:
    text = "In May, exports rose by 5 to Mexico. In May, exports rose by 5 to Canada."
    found = locate(text, Anchor("rose by 5", "In May, exports ", " to Canada", -1))
    assert (found.state, found.start) == ("exact", text.rindex("rose"))


def test_end_of_a_quote_in_a_decomposed_text_is_its_own() -> None:
    text = unicodedata.normalize("NFD", "Ça. هر کس حق دارد أَ، و ديگر. Fin.")
    quote = unicodedata.normalize("NFC", "حق دارد أَ")
    found = locate(text, Anchor(quote, "", "، و", -1))
    assert text[found.start : found.end] == unicodedata.normalize("NFD", quote)


def test_quote_that_begins_a_list_is_found_without_what_stood_before_it() -> None:
    text = "Three points:\n- The desk reports.\n- The board reads.\n"
    found = locate(text, Anchor("- The board reads.", "", "", -1))
    assert (found.state, text[found.start : found.end]) == ("exact", "- The board reads.")


def test_an_anchor_without_words_is_lost() -> None:
    assert locate(TEXT, Anchor(" ", "", "", 0)).state is AnchorState.LOST


@given(st.text(alphabet="ab1 \n-“”.é", min_size=1, max_size=60), st.data())
def test_an_anchor_made_in_a_text_is_exact_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = make_anchor(text, start, end)
    if anchor.quote:
        found = locate(text, anchor)
        assert (found.state, found.start) == ("exact", anchor.start)
        assert text[found.start : found.end] == anchor.quote


class _Page:
    """A text whose characters remember where they came from."""

    def __init__(self, text: str) -> None:
        self.letters = [(letter, place) for place, letter in enumerate(text)]

    @property
    def text(self) -> str:
        return "".join(letter for letter, _ in self.letters)

    def insert(self, at: int, words: str) -> None:
        self.letters[at:at] = [(letter, -1) for letter in words]

    def where(self, start: int, end: int) -> list[int]:
        """Return where the letters that stood from `start` up to `end` stand now."""
        return [at for at, (_, place) in enumerate(self.letters) if start <= place < end]

    def holds(self, start: int, end: int) -> bool:
        """Tell whether those letters still stand together, all of them."""
        at = self.where(start, end)
        return len(at) == end - start and at[-1] - at[0] == end - start - 1


def _look_alike(chance: random.Random, quote: str) -> str:
    """Return the quote with a changed figure, or a negation, or another word."""
    figure = re.search(r"\d", quote)
    if figure:
        return quote[: figure.start()] + str((int(figure[0]) + 1) % 10) + quote[figure.end() :]
    words = quote.split(" ")
    at = chance.randrange(1, len(words)) if len(words) > 1 else 0
    words[at] = f"not {words[at]}" if at and chance.random() < 0.5 else "Other" + words[at]
    return " ".join(words)


def _edit(chance: random.Random, page: _Page, anchor: Anchor, end: int) -> None:
    """Change the text around a quote, or plant what looks like it."""
    at = chance.randrange(len(page.letters) + 1)
    quote = page.where(anchor.start, end)
    if chance.random() < 0.3 and quote:
        at = max(0, chance.choice([quote[0], quote[-1]]) + chance.randint(-60, 60))
    if quote and quote[0] < at <= quote[-1]:
        at = quote[0]
    kind = chance.random()
    if kind < 0.35:
        words = " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 6)))
        page.insert(at, f" {words} ")
    elif kind < 0.5:
        far = [spot - 1 for spot in quote if at <= spot]  # the blank before the quote stays
        if quote and at == quote[-1] + 1:
            at += 1
        del page.letters[at : min(at + chance.randint(1, 40), far[0] if far else at + 40)]
    elif kind < 0.65:
        page.letters = [
            ("\n" if letter == " " and chance.random() < 0.2 else letter, place)
            for letter, place in page.letters
        ]
    elif kind < 0.7:
        curly = {'"': "“", "'": "’", "“": '"', "’": "'"}
        page.letters = [(curly.get(letter, letter), place) for letter, place in page.letters]
    else:
        before = anchor.prefix[-chance.randint(1, CONTEXT) :] if chance.random() < 0.5 else " "
        behind = anchor.suffix[: chance.randint(1, CONTEXT)] if chance.random() < 0.5 else " "
        page.insert(at, f" {before}{_look_alike(chance, anchor.quote)}{behind} ")


def _quote(chance: random.Random, body: str) -> tuple[int, int]:
    """Return some words or a sentence of a text."""
    starts = [m.start() for m in re.finditer(r"(?<=\s)\w", body)]
    start = chance.choice(starts[: -len(starts) // 4])
    if chance.random() < 0.5:
        found = re.compile(r"(?:\S+\s+){0,15}?\S*[.!?](?=\s|$)").match(body, start)
    else:
        found = re.compile(rf"(?:\S+\s+){{{chance.randint(1, 12)}}}\S*\w(?!\w)").match(body, start)
    return (start, found.end()) if found else (start, start + 20)


@settings(max_examples=25)
@given(st.integers(0, 10**9))
def test_no_quote_is_found_at_a_look_alike(seed: int) -> None:
    chance = random.Random(seed)
    for body in documents():
        start, end = _quote(chance, body)
        anchor = make_anchor(body, start, end)
        start, end = anchor.start, anchor.start + len(anchor.quote)
        page = _Page(body)
        for _ in range(chance.randint(0, 6)):
            _edit(chance, page, anchor, end)
        if chance.random() < 0.2:  # the quote itself is changed
            spot = chance.choice(page.where(start, end))
            page.letters[spot] = ("9" if page.letters[spot][0] != "9" else "8", -1)
        text = page.text
        found = locate(text, anchor)
        is_found = found.state in {AnchorState.EXACT, AnchorState.MOVED}
        if not page.holds(start, end):
            copies = fold(text).text.count(fold(anchor.quote).text)
            assert not is_found or copies, (anchor, found)
            continue
        spots = page.where(start, end)
        if fold(text[spots[0] : spots[-1] + 1]).text != fold(anchor.quote).text:
            continue
        if is_found:
            # A quote that was cut within a line of dashes comes back with the whole line.
            words = fold(text[found.start : found.end]).text
            assert words == fold(anchor.quote).text, (anchor, found)
            assert found.start <= spots[0] <= spots[-1] < found.end, (anchor, found)


@pytest.mark.parametrize("quote", ["world around\nthem —", "— they're open", "around\nthem"])
def test_dash_at_the_edge_of_a_quote_stays_in_it(quote: str) -> None:
    body = "We are beginning to learn about the world around\nthem —\xa0they're open to new ideas."
    start = body.index(quote.replace("— they", "—\xa0they"))
    anchor = make_anchor(body, start, start + len(quote))
    for text in (body, "Before. " + body, body.replace("beginning to", "starting to")):
        found = locate(text, anchor)
        assert text[found.start : found.end] == anchor.quote
