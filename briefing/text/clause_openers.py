"""How the clause of a word opens: with `that`, `if`, `how`, `because` … or with no such word.

The opener is looked for to the left, first up to the next mark, then also past brackets and marks.
Whether a relative restricts its noun, and whether a question is embedded, is told by the word
before the opener.
"""

from collections.abc import Iterator

from briefing.text.word_set import word_set

_OPENERS = word_set("""
that if whether what how why where when who which whom whose because as than although though while
unless until whatever whoever whichever wherever however lest so since whereby but and or for given
provided like before after once nor
""")
_JOINING = frozenset({"and", "or", "for"})
_ASKING = word_set("what how why where when who whom whether")
_LEADING = word_set("""
if when while although though because since unless once after before until as like given provided
""")
_SAYING = word_set("""
say says said think thinks thought believe believes believed suspect suspects fear fears feared
feel feels felt hope hopes hoped know knows knew suggest suggests suggested worry worried warn
warned understand recognise recognize realise realize realized find found mean means ensure ensures
sure likely see concerned aware clear show shows suppose guess imagine expect expected
""")
_STEPS, _WIDE_STEPS, _WITHIN = 14, 25, 8


def opener_signs(words: tuple[str, ...], at: int) -> Iterator[str]:
    """Yield the signs of how the clause of a word opens."""
    place = _opener(words, at)
    opener = words[place] if place >= 0 else "^"
    behind = words[place - 1] if place > 0 else "^"
    yield f"opens {opener}"
    yield f"opens {behind} {opener}"
    yield f"opener {_distance(place, at)}"
    if opener in {"that", "which", "who"}:
        role = "subject" if place == at - 1 else "clause"
        yield f"{opener} as {role}, {_link(behind)}"
    yield from _wide_signs(words, at)
    yield from (f"told {word}" for word in _SAYING.intersection(words[max(0, at - _WITHIN) : at]))


def _opener(words: tuple[str, ...], at: int) -> int:
    """Return where the clause opens: an opener, a mark, or -1 for the sentence's beginning."""
    for place in range(at - 1, max(-1, at - 1 - _STEPS), -1):
        if words[place] in _OPENERS or not (words[place][0].isalnum() or words[place] in "'’"):
            return place
    return at - 1 - _STEPS if at > _STEPS else -1


def _distance(place: int, at: int) -> str:
    if place < 0:
        return "none"
    return "beside" if place == at - 1 else "near" if place >= at - 3 else "far"


def _link(behind: str) -> str:
    """Return how a relative or a `that` hangs on the word before it."""
    if behind == ",":
        return "loose"
    return "said" if behind in _SAYING else "close"


def _wide_signs(words: tuple[str, ...], at: int) -> Iterator[str]:
    depth = 0
    for place in range(at - 1, max(-1, at - 1 - _WIDE_STEPS), -1):
        word = words[place]
        depth += (word == ")") - (word == "(")
        if depth > 0 or word in _JOINING or not (word in _OPENERS or word in ";:"):
            continue
        if word in _LEADING and "," in words[place + 1 : at]:
            yield f"past {word}"  # its clause is over: `if it fails, it may …`
            continue
        yield f"under {word}"
        behind = words[place - 1] if place else "^"
        if word in _ASKING and behind[0].isalnum():
            yield "embedded question"
            yield f"embedded {word}"
        elif word in _ASKING:
            yield f"leading {word}"
        return
    yield "under nothing"
