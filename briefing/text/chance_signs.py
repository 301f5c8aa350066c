"""What stands around a word of chance – `may`, `could`, `perhaps` – as named signs.

Each sign is something that a reader can check: the words beside it, how its clause opens, what its
sentence begins with, what follows. What signs weigh is told in `text.chance_weights`.
"""

import re
from collections.abc import Iterator

from briefing.text.chance_lexis import clause_words, other_verbs
from briefing.text.clause_openers import opener_signs
from briefing.text.clause_signs import clause_signs
from briefing.text.modal_clause import ModalClause, Word
from briefing.text.word_kinds import is_preposition, word_kind
from briefing.text.word_set import word_set

_LEADS = word_set("""
if when while although though unless as because since once for in without by with given depending
""")
_OF_HARM = word_set("""
risk risks loss losses lose damage damaged harm fail failure difficult difficulty difficulties
problem problems trouble danger dangerous cost expensive war attack attacks hard harder worse less
fewer delay delays conflict vulnerable hurt disrupt confuse confusion barriers struggle limited lack
denial unauthorized
""")
_OF_TIME = word_set("""
future soon eventually later someday years months weeks decades tomorrow tonight next ultimately
still yet already now today never ever
""")
_SEEMING = frozenset({"seem", "sound", "feel"})
_COMPARED = frozenset({"more", "less", "fewer", "better", "worse"})
_DOUBTED = re.compile(
    r"\b(?:don['’]t|do not|doesn['’]t|does not|not|never)"
    r" (?:think|believe|suggest|expect|say|know|see)\b(?: that)?[^,.;:]{0,30}$"
)
_REPORTED = re.compile(
    r"\b(?:said|says|told|reported|reports|suggested|suggests|argued|argue|claimed|warned|announced"
    r"|indicated)\b[^.;:]{0,60}$"
)
_PAST = re.compile(r"\b(?:thought|believed|felt|hoped|wanted|knew|was|were|had)\b[^.;:,]{0,40}$")
_SO_AS = re.compile(r"[^.;]{0,60}?\b(?:so|as|too)\b[^,.;:]{0,40}\b(?:as|to)\b")
_NEAR = 120  # letters before the word in which a verb of saying or thinking is looked for
_AHEAD = 10  # words


def signs_of(
    text: str, words: tuple[Word, ...], at: int, clause: ModalClause | None, places: frozenset[str]
) -> set[str]:
    """Return the signs around the word at a place; a modal's clause and places are known."""
    plain = tuple(one.plain for one in words)
    found = {
        *_beside(plain, at),
        *_ahead(plain, at),
        *_sentence(plain, at),
        *_before(text, words[at]),
        *opener_signs(plain, at),
        *(f"place {name}" for name in places),
        *other_verbs(plain, at),
        *(clause_signs(clause) if clause else ("no clause",)),
        *(clause_words(clause) if clause else ()),
    }
    if at and words[at].written[:1].isupper():
        found.add("capital")
    return found


def _beside(words: tuple[str, ...], at: int) -> Iterator[str]:
    """Yield the two words before and after."""
    before = ("^", "^", *words)[at : at + 2]
    after = (*words, "$", "$")[at + 1 : at + 3]
    yield f"after {before[1]}"
    yield f"after {before[0]} {before[1]}"
    yield f"before {after[0]}"
    yield f"before {after[0]} {after[1]}"
    yield f"before a {word_kind(after[0])}"


def _ahead(words: tuple[str, ...], at: int) -> Iterator[str]:
    """Yield what the words that follow tell."""
    rest = words[at + 1 :]
    near = rest[:_AHEAD]
    yield from (f"soon {word}" for word in rest[:5])
    yield from (f"{word} ahead" for word in ("but", "if") if word in rest)
    for name, is_there in (
        ("harm ahead", not _OF_HARM.isdisjoint(near)),
        ("time ahead", not _OF_TIME.isdisjoint(near)),
        ("figure ahead", any(word[0].isdigit() for word in near)),
        ("compared", any(_is_compared(word) for word in near[:4])),
        ("as well", rest[:2] == ("as", "well")),
        ("seeming", not _SEEMING.isdisjoint(rest[:2])),
    ):
        if is_there:
            yield name
    closing = next((place for place, word in enumerate(near) if not word[:1].isalnum()), None)
    if closing and is_preposition(near[closing - 1]):
        yield "stranded preposition"


def _is_compared(word: str) -> bool:
    return word in _COMPARED or (word.endswith("er") and len(word) > len("other"))


def _sentence(words: tuple[str, ...], at: int) -> Iterator[str]:
    """Yield how the sentence begins, and whether the word is in that first clause."""
    if words[0] in _LEADS and at:
        yield f"{words[0]} leads, {'left' if ',' in words[:at] else 'not left'}"
    if "if" in words[:at]:
        yield "if behind"
    if "neither" in words[:at]:
        yield "neither"


def _before(text: str, word: Word) -> Iterator[str]:
    """Yield whether what stands before reports, doubts or tells of the past."""
    before = text[max(0, word.start - _NEAR) : word.start]
    for name, pattern in (("doubted", _DOUBTED), ("reported", _REPORTED), ("past", _PAST)):
        if pattern.search(before):
            yield name
    if _SO_AS.match(text, word.end, word.end + _NEAR):
        yield "so as"
