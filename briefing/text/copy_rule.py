"""Whether two texts are near-copies: a wire story reprinted, a page collected twice, a reissue.

The rule, of the shorter text's words. A word is *shared* where it stands in a run of five that the
longer text has too; it is *form* where it stands in a run that many articles of the same source
have (notices, templates, footers); what is not form is the text's *own*. They are copies where

1. the shorter one has SHORTEST own words, they are OWN_SHARE of it, and it is LEAST_SIZE of the
   longer one;
2. LEAST_SHARED of its own words are shared, LEAST_OF_PART where it is a part of the longer one;
3. no stretch of own words that is not shared is longer than LONGEST_GAP words, or GAP_SHARE of
   the text where that is more: two texts round one footer differ in one piece;
4. but for one in WORDS_A_FIGURE words and two at most, no figure is missing in the longer one,
   apart from those near the edges, where bylines and times stand: what is made by one pattern,
   as laws and notices are, differs in its figures.

A text that is mostly form is a copy only of one that is the same throughout, or that has the same
title; a text that is too short, of one that is both.
"""

from dataclasses import dataclass
from itertools import groupby

from briefing.text.shingles import RUN, Shingled

SHORTEST = 60
OWN_SHARE = 0.5
LEAST_SIZE = 0.25
LEAST_SHARED = 0.8
LEAST_OF_PART = 0.9
SAME = 0.98
LONGEST_GAP = 40
GAP_SHARE = 0.12
EDGE = 25  # words, or EDGE_SHARE of the text where that is less
EDGE_SHARE = 0.1
WORDS_A_FIGURE = 200
FEW = 2
PART = 0.5  # a shorter text below this share of the longer one is a part of it


@dataclass(frozen=True, slots=True)
class CopyPair:
    """How much of the shorter text stands in the longer one, and whether it is but a part of it."""

    similarity: float
    is_part: bool


def resemblance(one: Shingled, other: Shingled) -> float:
    """Return the share of runs that two texts have in common (Jaccard)."""
    both = len(one.kinds & other.kinds)
    return both / (len(one.kinds) + len(other.kinds) - both) if both else 0.0


def judge(
    one: Shingled, other: Shingled, form: frozenset[int] = frozenset(), *, same_title: bool = False
) -> CopyPair | None:
    """Return in what way two texts are near-copies, or nothing where they are not.

    `form` are runs that many articles of the shorter text's source have.
    """
    shorter, longer = sorted((one, other), key=lambda text: len(text.kinds))
    size = len(shorter.kinds) / len(longer.kinds) if longer.kinds else 0.0
    if size < LEAST_SIZE:
        return None
    shared = _covered(shorter, longer.kinds)
    is_form = _covered(shorter, form) if form else [False] * len(shared)
    own = [here for here, known in zip(shared, is_form, strict=True) if not known]
    if len(own) < max(SHORTEST, OWN_SHARE * len(shared)):
        own = shared
        is_same = resemblance(shorter, longer) >= SAME
        if not (is_same and same_title if len(shared) < SHORTEST else is_same or same_title):
            return None
    similarity = sum(own) / len(own) if own else 0.0
    least = LEAST_OF_PART if size < PART else LEAST_SHARED
    if similarity < least or _longest_gap(own) > max(LONGEST_GAP, GAP_SHARE * len(own)):
        return None
    if _missing_figures(shorter, longer, shared) > min(FEW, len(own) // WORDS_A_FIGURE):
        return None
    return CopyPair(similarity, size < PART)


def _covered(text: Shingled, runs: frozenset[int]) -> list[bool]:
    """Return for each word whether it stands in one of these runs."""
    covered = [False] * len(text.words)
    end = 0
    for start, run in enumerate(text.runs):
        if run in runs:
            for index in range(max(start, end), start + RUN):
                covered[index] = True
            end = start + RUN
    return covered


def _longest_gap(own: list[bool]) -> int:
    gaps = (sum(1 for _ in group) for is_shared, group in groupby(own) if not is_shared)
    return max(gaps, default=0)


def _missing_figures(shorter: Shingled, longer: Shingled, shared: list[bool]) -> int:
    edge = min(EDGE, int(len(shared) * EDGE_SHARE))
    inner = range(edge, len(shared) - edge)
    unshared = (shorter.words[index] for index in inner if not shared[index])
    figures = {word for word in unshared if word[:1].isdigit()}
    return len(figures.difference(longer.words))
