"""Citations that come out alike are asked of the engine once: its time grows by their square.

Of a memo's citations those are alike that cite the same sources in the same variant, each for the
first time or again, and look back at the one before in the same way. What the engine has to see
before such a citation is cited for the purpose, and not used.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from briefing.export.csl.csl_style import CslStyle
from briefing.export.csl.typst_citing import Cite, Request

_IBID = b"ibid"
_POSITIONS = (b"position=", b"et-al-subsequent")


class Back(Enum):
    """How a citation looks back at the one before (CSL 1.0.2, "Choose", position)."""

    NOT = "another source"
    SAME = "ibid"
    ELSEWHERE = "ibid-with-locator"


@dataclass(frozen=True, slots=True)
class Wish:
    """A citation as it stands in the memo; the places of its sources are signs for them."""

    cites: tuple[Cite, ...]
    variant: int
    back: Back


@dataclass(frozen=True, slots=True)
class Plan:
    """What the engine is asked, and for each wish the number of the answer that serves it."""

    requests: tuple[Request, ...]
    numbers: tuple[int, ...]


def planned(wishes: Sequence[Wish], style: CslStyle, dummy: str) -> Plan:
    """Return what to ask, first citations in their order; `dummy` is a source that nobody cites."""
    looks_back = _IBID in style.data
    tells_again = any(word in style.data for word in _POSITIONS)
    seen: set[str] = set()
    known: dict[tuple[object, ...], int] = {}
    requests: list[Request] = []
    numbers: list[int] = []
    for wish in wishes:
        back = wish.back if looks_back else Back.NOT
        firsts = tuple(_firsts(wish, seen)) if tells_again else ()
        key = (wish.cites, wish.variant, firsts, back)
        if key not in known:
            if looks_back:
                requests += _before(requests[-1:], wish, dummy)
            known[key] = len(requests)
            requests.append(Request(wish.cites, wish.variant))
        numbers.append(known[key])
    return Plan(tuple(requests), tuple(numbers))


def _firsts(wish: Wish, seen: set[str]) -> Iterator[bool]:
    for cite in wish.cites:
        yield cite.entry not in seen
        seen.add(cite.entry)


def _before(last: Sequence[Request], wish: Wish, dummy: str) -> Iterator[Request]:
    """Yield what the engine must have seen just before, where it has not."""
    first = wish.cites[0]
    needed = {Back.SAME: first, Back.ELSEWHERE: Cite(first.entry)}.get(wish.back)
    if needed is None:
        if last and last[0].cites[-1].entry == first.entry:
            yield Request((Cite(dummy),), wish.variant)
    elif not last or last[0].cites != (needed,):
        yield Request((needed,), wish.variant)
