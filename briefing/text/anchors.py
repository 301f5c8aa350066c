"""Anchors: the words of a quote with their surroundings, and where they stand in a text now.

A quote is found only where its very words stand, apart from what typesetting changes (`folding`).
Nothing is scored and nothing is nearest. The rules, in their order:

1. What surrounds the quote, before and behind, stands whole around one occurrence: that is it,
   if it stands at the old place, or nothing elsewhere keeps much of the surroundings (a copy made
   with them would look the same, while the quote itself was changed; where the old place is not
   known, something of both sides). Around several: ambiguous.
2. The words stand once: that is it, if it stands at the old place with surroundings of its own,
   or its surroundings went along: enough of them stands around it and nowhere else, and nowhere
   else do they enclose other words, nor stand beside a part of the quote. Else what is found may
   be a copy of words that were changed or taken out: ambiguous.
3. The words stand several times: only the one at the very place where the quote stood counts,
   and only if one side of its surroundings is whole and no other has that. Else: ambiguous.

An occurrence inside a longer word or figure (59 in 159, 3 in 3.2, likely in unlikely) is none.
An anchor that does not know where it stood is exact where one place has both sides whole.
"""

from briefing.model.anchor import CONTEXT, Anchor, AnchorState, Located
from briefing.text.anchor_search import Occurrence, Search
from briefing.text.anchor_surroundings import PIECE
from briefing.text.folding import fold

MAX_CONTEXT = 2_048  # how far the surroundings of a repeated passage may grow to be its own
SHOWN = 20  # candidates that are handed on

_DASHES = frozenset("-‐‑‒–—―")
_COPIED = "Where the quote stood, the words changed; the same words stand in another place."
_ALONE = "The words stand once, but what stood around them is not there."


def make_anchor(text: str, start: int, end: int) -> Anchor:
    """Return the anchor of `text[start:end]`, spaces at its ends left out.

    The surroundings are CONTEXT long, runs of blanks counted as one, and longer where the same
    words stand elsewhere with the same around them.
    """
    words = text[start:end].strip()
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(words)
    width = CONTEXT
    while True:
        first = start - _reach(text[max(0, start - 4 * width) : start][::-1], width)
        last = end + _reach(text[end : end + 4 * width], width)
        is_unique = text.find(text[first:last], text.find(text[first:last]) + 1) < 0
        if is_unique or width >= MAX_CONTEXT or (first == 0 and last == len(text)):
            return Anchor(words, text[first:start], text[end:last], start)
        width *= 2


def _reach(side: str, width: int) -> int:
    """Return how far from the quote so many code points of a side reach."""
    count = 0
    for place, letter in enumerate(side):
        count += not (letter.isspace() and side[place - 1 : place].isspace())
        if count == width:
            return place + 1
    return len(side)


def locate(text: str, anchor: Anchor) -> Located:
    """Find a quote again; an anchor whose start is negative does not know where it stood.

    `exact`: at its old place. `moved`: elsewhere, for the stated reason. `ambiguous`: not to be
    told, with the candidates. `lost`: its words stand nowhere.
    """
    if not anchor.quote.strip():
        return Located(AnchorState.LOST, reason="The evidence holds no words.")
    if _stands_unchanged(text, anchor):
        return Located(AnchorState.EXACT, anchor.start, anchor.start + len(anchor.quote))
    found = _located(Search(text, anchor))
    if found.state is AnchorState.LOST and set(anchor.quote) & _DASHES:
        loose = _located(Search(text, anchor, is_loose=True))
        return found if loose.state is AnchorState.LOST else loose
    return found


def _located(search: Search) -> Located:
    whole = search.with_whole_surroundings()
    if len(whole) > 1:
        return _ambiguous(
            search, whole, "The words stand several times, with the same around them."
        )
    if whole:
        return _whole(search, whole[0])
    occurrences = search.occurrences()
    if not occurrences:
        return Located(AnchorState.LOST, reason=_loss(search))
    if len(occurrences) == 1:
        return _only_one(search, occurrences[0])
    return _one_of_several(search, occurrences)


def _stands_unchanged(text: str, anchor: Anchor) -> bool:
    """Tell whether quote and surroundings stand at the old place and nowhere else."""
    first = anchor.start - len(anchor.prefix)
    whole = anchor.prefix + anchor.quote + anchor.suffix
    if first < 0 or not text.startswith(whole, first) or not (anchor.prefix or anchor.suffix):
        return False
    folded, sought = fold(text).text, fold(whole).text.strip()
    place = folded.find(sought)
    return place >= 0 and folded.find(sought, place + 1) < 0


def _whole(search: Search, found: Occurrence) -> Located:
    if search.is_at_old_place(found):
        return _found(search, found)
    rivals = [
        other
        for other in search.rivals(found)
        if search.knows_its_place or search.surroundings.is_on_both_sides(other.start, other.end)
    ]
    if rivals:
        reason = "The words stand several times, with nearly the same around them."
        return _ambiguous(search, [found, *rivals], reason)
    lead = 1 if search.is_hardly_shifted(found) else PIECE
    is_rivalled = search.surroundings.is_rivalled(found.start, found.end, lead)
    if search.knows_its_place and is_rivalled:
        return _ambiguous(search, [found], _COPIED)
    return _found(search, found)


def _only_one(search: Search, found: Occurrence) -> Located:
    if search.has_no_surroundings or (found.has_whole_side and search.is_at_old_place(found)):
        return _found(search, found)
    if search.has_near_copy(found) or search.rivals(found):
        return _ambiguous(search, [found], _COPIED)
    is_near = search.is_hardly_shifted(found)
    if is_near or search.surroundings.went_along(found.start, found.end):
        return _found(search, found)
    return _ambiguous(search, [found], _ALONE)


def _one_of_several(search: Search, occurrences: list[Occurrence]) -> Located:
    with_side = [found for found in occurrences if found.has_whole_side]
    if len(with_side) == 1 and search.is_at_old_place(with_side[0]):
        return _found(search, with_side[0])
    reason = "The words stand several times, and what stood around them changed."
    return _ambiguous(search, with_side or occurrences, reason)


def _found(search: Search, found: Occurrence) -> Located:
    start, end = search.source_span(found)
    change = _change_around(found)
    if search.is_at_old_place(found) or (not search.knows_its_place and not change):
        return Located(AnchorState.EXACT, start, end, change)
    return Located(AnchorState.MOVED, start, end, change or "The text before it changed.")


def _change_around(found: Occurrence) -> str:
    if found.is_broken_before and found.is_broken_behind:
        return "The words around it changed."
    if found.is_broken_before:
        return "The words just before it changed."
    return "The words just behind it changed." if found.is_broken_behind else ""


def _ambiguous(search: Search, occurrences: list[Occurrence], reason: str) -> Located:
    spans = tuple(search.source_span(found) for found in occurrences[:SHOWN])
    return Located(AnchorState.AMBIGUOUS, *spans[0], reason, spans)


def _loss(search: Search) -> str:
    now = search.words_in_place()
    if now:
        return f"The words changed; in their place stands “{now}”."
    return "The words stand nowhere in the text any more."
