"""Edits of a text around and in a quote; it is known of every letter where it went."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from briefing.model.anchor import CONTEXT, Anchor, AnchorState, Located
from briefing.text.anchors import make_anchor
from briefing.text.folding import fold

_FILLING = """
    the minister of state said on Tuesday that never before had 12 of them agreed about 3.5
    million officials and their plans for what is left
"""
FILLING = _FILLING.split()
REACH = 100  # code points that an edit may put between the quote and its neighbours
LETTERS = 12  # of the shortest quote
FOUND = frozenset({AnchorState.EXACT, AnchorState.MOVED})
_SHAPES = {
    " ": ("\n", "  ", "\u00a0", " \n "),
    '"': ("“", "”", "«"),
    "“": ('"', "„"),
    "”": ('"', "“"),
    "'": ("’", "‘"),
    "’": ("'", "ʼ"),
    "-": ("\u2010", "\u2011"),
    "–": ("-",),
    "—": (" — ", "--", "―"),
    "…": ("...",),
}
_JOINED = {"fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ"}


@dataclass
class Edited:
    """A text whose letters remember where they came from, and what was done to it."""

    body: str
    anchor: Anchor
    letters: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])
    is_imitated: bool = False  # a look-alike stands in half of the quote's own surroundings
    is_copied: bool = False
    done: list[str] = field(default_factory=list[str])

    def __post_init__(self) -> None:
        self.letters = [(letter, place) for place, letter in enumerate(self.body)]

    @property
    def start(self) -> int:
        """Where the quote began."""
        return self.anchor.start

    @property
    def end(self) -> int:
        """Where it ended."""
        return self.anchor.start + len(self.anchor.quote)

    @property
    def text(self) -> str:
        """The text as it is now."""
        return "".join(letter for letter, _ in self.letters)

    def neighbours(self, start: int, end: int) -> list[int]:
        """Return where the letters that stood from `start` up to `end` stand now, blanks not."""
        return [
            at
            for at, (letter, place) in enumerate(self.letters)
            if start <= place < end and not letter.isspace()
        ]

    def spots(self) -> list[int]:
        """Return where the quote's letters stand now."""
        return [at for at, (_, place) in enumerate(self.letters) if self.start <= place < self.end]

    def insert(self, at: int, words: str) -> None:
        """Put in letters that stood nowhere; within the quote only where it is meant."""
        self.letters[at:at] = [(letter, -1) for letter in words]

    def true_span(self) -> tuple[int, int] | None:
        """Return where the quote stands with all its words and no others, or None."""
        spots = self.spots()
        if not spots:
            return None
        span = spots[0], spots[-1] + 1
        now = self.text[span[0] : span[1]]
        is_whole = any(
            fold(now, is_loose=loose).text == fold(self.anchor.quote, is_loose=loose).text
            for loose in (False, True)
        )
        return span if is_whole and self._stands_apart(*span) else None

    def _stands_apart(self, start: int, end: int) -> bool:
        """Tell whether no letter or figure was joined to the quote's ends."""
        text = self.text
        edges = (start - 1, self.start - 1), (end, self.end)
        for now, then in edges:
            new = text[now] if 0 <= now < len(text) else " "
            old = self.body[then] if 0 <= then < len(self.body) else " "
            if new != old and (re.match(r"[\w.,'’%$€£¥‰°+/−-]", new)):
                return False
        return True


Edit = Callable[[random.Random, Edited], None]


def quote_of(chance: random.Random, body: str) -> Anchor:
    """Return the anchor of some words, a sentence or a paragraph of a text."""
    starts = [m.start() for m in re.finditer(r"(?<=\s)\w", body)]
    while True:
        start = chance.choice(starts[: -len(starts) // 4])
        form = r"(?:\S+\s+){2,25}?\S*[.!?]"
        if chance.random() < 0.5:
            form = rf"(?:\S+\s+){{{chance.randint(2, 14)}}}\S*\w"
        found = re.compile(rf"{form}(?=[\s,;.])").match(body, start)
        if found and sum(map(str.isalpha, found[0])) >= LETTERS:
            break
    end = found.end()
    return make_anchor(body, start, end)


def edit(chance: random.Random, page: Edited, edits: Sequence[Edit]) -> None:
    """Do one of the edits."""
    chosen = chance.choice(edits)
    page.done.append(chosen.__name__)
    chosen(chance, page)


def _words(chance: random.Random, most: int) -> str:
    return " ".join(chance.choice(FILLING) for _ in range(chance.randint(1, most)))


def _outside(page: Edited, at: int) -> int:
    """Return the place, or the beginning of the quote if it is within."""
    spots = page.spots()
    return spots[0] if spots and spots[0] < at <= spots[-1] else max(0, at)


def _near(chance: random.Random, page: Edited) -> int:
    spots = page.spots()
    if not spots:
        return chance.randrange(len(page.letters) + 1)
    return _outside(page, chance.choice([spots[0], spots[-1] + 1]) + chance.randint(-60, 60))


def _gap(page: Edited, at: int) -> int:
    """Return the nearest place behind which a paragraph begins, else the end."""
    found = page.text.find("\n\n", at)
    return _outside(page, found if found >= 0 else len(page.letters))


def insert_anywhere(chance: random.Random, page: Edited) -> None:
    """Put in some words."""
    at = _outside(page, chance.randrange(len(page.letters) + 1))
    page.insert(at, f" {_words(chance, 8)} ")


def insert_near(chance: random.Random, page: Edited) -> None:
    """Put in some words close by."""
    page.insert(_near(chance, page), f" {_words(chance, 6)} ")


def insert_paragraph(chance: random.Random, page: Edited) -> None:
    """Put in a paragraph."""
    page.insert(_gap(page, chance.randrange(len(page.letters))), f"\n\n{_words(chance, 60)}.")


def delete_outside(chance: random.Random, page: Edited) -> None:
    """Take out some letters, close by or not, none of the quote's."""
    near = chance.random() < 0.5
    at = _near(chance, page) if near else chance.randrange(len(page.letters))
    stop = at + chance.randint(1, 40)
    kept = {spot for each in page.spots() for spot in (each - 1, each, each + 1)}
    page.letters = [
        letter
        for place, letter in enumerate(page.letters)
        if not at <= place < stop or place in kept
    ]


def reword_near(chance: random.Random, page: Edited) -> None:
    """Replace a word or two on each side of the quote."""
    for _ in range(chance.randint(1, 3)):
        text = page.text
        at = _near(chance, page)
        word = re.compile(r"(?<=\s)\w+(?=\s)").search(text, at)
        spots = page.spots()
        if word and not (spots and spots[0] - 1 <= word.end() and word.start() <= spots[-1] + 1):
            new = chance.choice(FILLING)
            page.letters[word.start() : word.end()] = [(letter, -1) for letter in new]


def move_paragraph(chance: random.Random, page: Edited) -> None:
    """Move the paragraph that holds the quote, or the end of it."""
    text, spots = page.text, page.spots()
    if not spots:
        return
    first = text.rfind("\n\n", 0, spots[0] + 1)
    last = text.find("\n\n", spots[-1])
    first, last = max(first, 0), last if last >= 0 else len(text)
    taken = page.letters[first:last]
    rest = [*page.letters[:first], *page.letters[last:]]
    joined = "".join(letter for letter, _ in rest)
    gaps = [match.start() for match in re.finditer(r"\n\n", joined)] or [len(rest)]
    at = chance.choice(gaps)
    lead = [] if first else [("\n", -1), ("\n", -1)]
    page.letters = [*rest[:at], *lead, *taken, *rest[at:]]


def reset_type(chance: random.Random, page: Edited) -> None:
    """Change white space, marks, dashes and hyphens, also within the quote."""
    share = chance.choice((0.02, 0.1, 0.4))
    kinds = frozenset(chance.sample(sorted(_SHAPES), chance.randint(1, len(_SHAPES))))
    letters: list[tuple[str, int]] = []
    before = ""
    for index, (letter, place) in enumerate(page.letters):
        new = letter
        behind = page.letters[index + 1][0] if index + 1 < len(page.letters) else ""
        between_words = before.isalpha() and behind.isalpha()
        if letter in kinds and chance.random() < share and (letter not in "-–—" or between_words):
            new = chance.choice(_SHAPES[letter])
        letters += [(one, place) for one in new]
        if letter.isalpha() and behind.isalpha() and chance.random() < share / 20:
            letters += [(one, place) for one in chance.choice(("\u00ad", "-\n", "\u200b"))]
        before = letter
    page.letters = letters


def reset_marks(chance: random.Random, text: str) -> str:
    """Return a text with other white space and quotation marks."""
    shapes = {letter: _SHAPES[letter] for letter in (" ", "'", "’", '"', "“", "”")}
    return "".join(
        chance.choice(shapes[letter]) if letter in shapes and chance.random() < 0.3 else letter
        for letter in text
    )


def join_letters(chance: random.Random, page: Edited) -> None:
    """Set ligatures."""
    del chance
    letters: list[tuple[str, int]] = []
    for letter, place in page.letters:
        pair = (letters[-1][0] if letters else "") + letter
        is_edge = place in {page.start, page.end}
        if pair in _JOINED and 0 <= letters[-1][1] == place - 1 and not is_edge:
            letters[-1] = (_JOINED[pair], letters[-1][1])
        else:
            letters.append((letter, place))
    page.letters = letters


def imitation(chance: random.Random, quote: str) -> str:
    """Return the quote with a figure changed, a `not` put in, or a word replaced."""
    figures = list(re.finditer(r"\d", quote))
    words = quote.split(" ")
    if figures and chance.random() < 0.6:
        at = chance.choice(figures).start()
        return quote[:at] + str((int(quote[at]) + chance.randint(1, 9)) % 10) + quote[at + 1 :]
    if len(words) < 2:
        return "Other" + quote
    at = chance.randrange(1, len(words))
    words[at] = f"not {words[at]}" if chance.random() < 0.5 else "other" + words[at]
    return " ".join(words)


def change_quote(chance: random.Random, page: Edited) -> None:
    """Change a figure or a word of the quote, or put a `not` into it."""
    spots = page.spots()
    if not spots:
        return
    first, last = spots[0], spots[-1] + 1
    new = imitation(chance, page.text[first:last])
    page.letters[first:last] = [(letter, -1) for letter in new]
    page.letters[first] = (new[0], page.start)


def take_out_quote(chance: random.Random, page: Edited) -> None:
    """Take the quote out, alone."""
    del chance
    spots = set(page.spots())
    page.letters = [each for place, each in enumerate(page.letters) if place not in spots]


def _plant(chance: random.Random, page: Edited, words: str) -> None:
    before, behind = page.anchor.prefix, page.anchor.suffix
    kind = chance.random()
    if kind < 0.5:
        before, behind = " ", " "
    elif kind < 0.8:
        before = before[len(before) - chance.randint(0, len(before)) :]
        behind = behind[: chance.randint(0, len(behind))]
    size = len(page.anchor.prefix) + len(page.anchor.suffix)
    page.is_imitated |= 2 * (len(before) + len(behind)) > size
    spot = chance.choice((_near(chance, page), chance.randrange(len(page.letters) + 1)))
    own = page.neighbours(page.start - REACH, page.end + REACH)
    if words == page.anchor.quote and own and own[0] < spot <= own[-1]:
        spot = own[0]  # not into the quote's own surroundings, which it would break
    page.insert(_outside(page, spot), f" {before}{words}{behind} ")


def plant_look_alike(chance: random.Random, page: Edited) -> None:
    """Put in what looks like the quote, bare or among words that surround it."""
    _plant(chance, page, imitation(chance, page.anchor.quote))


def plant_copy(chance: random.Random, page: Edited) -> None:
    """Put in the very words of the quote, bare or among words that surround it."""
    page.is_copied = True
    _plant(chance, page, page.anchor.quote)


AROUND: tuple[Edit, ...] = (
    insert_anywhere,
    insert_near,
    insert_paragraph,
    delete_outside,
    reword_near,
    move_paragraph,
    reset_type,
    join_letters,
    plant_look_alike,
)
EVERY: tuple[Edit, ...] = (*AROUND, change_quote, take_out_quote, plant_copy, plant_copy)


def is_wrong(page: Edited, found: Located) -> bool:
    """Tell whether a quote is said to stand where it does not.

    Not where a copy was put between the very neighbours of the quote, or was planted with all of
    them at the old place, or after they were torn apart: these cannot be told from the quote.
    """
    if found.state not in FOUND or (found.start, found.end) == page.true_span():
        return False
    before = page.neighbours(page.start - CONTEXT, page.start)
    behind = page.neighbours(page.end, page.end + CONTEXT)
    if before and behind and before[-1] < found.start and found.end <= behind[0]:
        return False
    anchor, text = page.anchor, fold(page.text).text
    whole = fold(anchor.prefix + anchor.quote + anchor.suffix).text.strip()
    room = len(anchor.quote) + 3 * CONTEXT
    is_torn = not before or not behind or not 0 < behind[0] - before[-1] < room
    is_old = found.start == page.start
    return not ((is_torn or is_old) and text.count(whole) == 1)


def is_findable(page: Edited) -> bool:
    """Tell whether a quote stands whole, once, by half of its neighbours, and is not imitated."""
    span = page.true_span()
    if span is None or page.is_imitated:
        return False
    if fold(page.text).text.count(fold(page.anchor.quote).text) > 1:
        return False
    before = page.neighbours(page.start - CONTEXT, page.start)
    behind = page.neighbours(page.end, page.end + CONTEXT)
    near = [at for at in (*before, *behind) if span[0] - REACH < at < span[1] + REACH]
    around = page.anchor.prefix[-CONTEXT:] + page.anchor.suffix[:CONTEXT]
    return 2 * len(near) >= len("".join(around.split()))
