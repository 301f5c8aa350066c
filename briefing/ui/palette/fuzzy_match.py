"""Fuzzy matching of a few typed letters against short texts, such as the names of commands."""

from dataclasses import dataclass

_START = 12  # a match at the start of the text
_WORD = 8  # at the start of a word
_RUN = 5  # right after the letter before
_GAP = -1  # for each letter passed over inside the match
_POOR = 0  # letters strewn over a text, at no start of a word, are no match


@dataclass(frozen=True, slots=True)
class FuzzyMatch:
    """How well it matches (higher is better), and the places of the letters, ascending."""

    score: int
    places: tuple[int, ...]


def fuzzy_match(typed: str, text: str) -> FuzzyMatch | None:
    """Match every word of `typed`, in any order; None when a letter is not there.

    Letters of one word stand in their order in `text`, case set aside.
    """
    places: set[int] = set()
    score = 0
    for word in typed.casefold().split():
        found = _match_word(word, text.lower())
        if found is None or found.score <= _POOR:
            return None
        score += found.score
        places.update(found.places)
    return FuzzyMatch(score, tuple(sorted(places)))


def _match_word(word: str, text: str) -> FuzzyMatch | None:
    """Return the best match among those that begin at each place of the first letter."""
    best: FuzzyMatch | None = None
    start = text.find(word[0])
    while start >= 0:
        found = _match_from(word, text, start)
        if found is not None and (best is None or found.score > best.score):
            best = found
        start = text.find(word[0], start + 1)
    return best


def _match_from(word: str, text: str, start: int) -> FuzzyMatch | None:
    """Take the letters greedily from `start`, the next letter or the next word's start first."""
    places = [start]
    for letter in word[1:]:
        after = places[-1] + 1
        place = after if text[after : after + 1] == letter else _next_place(letter, text, after)
        if place < 0:
            return None
        places.append(place)
    return FuzzyMatch(_score(text, places), tuple(places))


def _next_place(letter: str, text: str, after: int) -> int:
    """Return the next start of a word with that letter, else its next place, else -1."""
    at_word = text.find(" " + letter, after - 1)
    return at_word + 1 if at_word >= 0 else text.find(letter, after)


def _score(text: str, places: list[int]) -> int:
    score = 0
    for number, place in enumerate(places):
        if place == 0:
            score += _START
        elif not text[place - 1].isalnum():
            score += _WORD
        if number and place == places[number - 1] + 1:
            score += _RUN
    return score + _GAP * (places[-1] - places[0] + 1 - len(places))
