"""Anchors: the words of a quote with their surroundings, and where they stand in a text now.

A quote is found only where its very words stand, apart from what typesetting changes (`folding`).
Nothing is scored and nothing is nearest. The rules, in their order:

1. What surrounds the quote, before and behind, stands whole around one occurrence: that is it,
   if it stands at the old place or no other keeps much of the surroundings (a copy made with
   them would look the same, while those of the quote itself may have been edited). Around
   several: ambiguous.
2. The words stand once: that is it, if one side is whole, or enough is left around them, or
   there are enough of them. But where similar words stand elsewhere, right beside the lost part
   of the surroundings, the quote was changed there and this is a copy: ambiguous.
3. The words stand several times: only the one at the very place where the quote stood counts,
   and only if one side of its surroundings is whole and no other has that. Else: ambiguous.

An occurrence inside a longer word or figure (59 in 159, 3 in 3.2, likely in unlikely) is none.
"""

from briefing.model.anchor import CONTEXT, Anchor, AnchorState, Located
from briefing.text.anchor_search import Occurrence, Search

MAX_CONTEXT = 2_048  # how far the surroundings of a repeated passage may grow to be its own
SHOWN = 20  # candidates that are handed on


def make_anchor(text: str, start: int, end: int) -> Anchor:
    """Return the anchor of `text[start:end]`, spaces at its ends left out.

    The surroundings are CONTEXT long, longer where the same words stand elsewhere with the same
    around them.
    """
    words = text[start:end].strip()
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(words)
    width = CONTEXT
    while True:
        first, last = max(0, start - width), min(len(text), end + width)
        is_unique = text.find(text[first:last], text.find(text[first:last]) + 1) < 0
        if is_unique or width >= MAX_CONTEXT or (first == 0 and last == len(text)):
            return Anchor(words, text[first:start], text[end:last], start)
        width *= 2


def locate(text: str, anchor: Anchor) -> Located:
    """Find a quote again; an anchor whose start is negative does not know where it stood.

    `exact`: at its old place. `moved`: elsewhere, for the stated reason. `ambiguous`: not to be
    told, with the candidates. `lost`: its words stand nowhere.
    """
    if not anchor.quote.strip():
        return Located(AnchorState.LOST, reason="The evidence holds no words.")
    if _stands_unchanged(text, anchor):
        return Located(AnchorState.EXACT, anchor.start, anchor.start + len(anchor.quote))
    search = Search(text, anchor)
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
    place = text.find(whole)
    return place == first and text.find(whole, place + 1) < 0


def _whole(search: Search, found: Occurrence) -> Located:
    rivals = [] if search.is_at_old_place(found) else search.rivals(found)
    if rivals:
        reason = "The words stand several times, with nearly the same around them."
        return _ambiguous(search, [found, *rivals], reason)
    return _found(search, found)


def _only_one(search: Search, found: Occurrence) -> Located:
    if search.has_no_surroundings or (found.has_whole_side and search.is_at_old_place(found)):
        return _found(search, found)
    if search.has_near_copy(found) or search.rivals(found):
        reason = "Where the quote stood, the words changed; the same words stand in another place."
        return _ambiguous(search, [found], reason)
    if found.has_whole_side or search.is_distinctive(found):
        return _found(search, found)
    return _ambiguous(search, [found], "The words stand once, but nothing around them is the same.")


def _one_of_several(search: Search, occurrences: list[Occurrence]) -> Located:
    with_side = [found for found in occurrences if found.has_whole_side]
    if len(with_side) == 1 and search.is_at_old_place(with_side[0]):
        return _found(search, with_side[0])
    reason = "The words stand several times, and what stood around them changed."
    return _ambiguous(search, with_side or occurrences, reason)


def _found(search: Search, found: Occurrence) -> Located:
    start, end = search.source_span(found)
    if search.anchor.start < 0 or search.is_at_old_place(found):
        return Located(AnchorState.EXACT, start, end, _change_around(found))
    reason = _change_around(found) or "The text before it changed."
    return Located(AnchorState.MOVED, start, end, reason)


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
