"""Whether hunks of several hands fit together as Markdown: what is marked up stays marked up."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import cast

from briefing.model.block import Citation, Span, Text
from briefing.review.merging.hunks import Hunk, with_hunks
from briefing.text.blocks import parse

Shape = Counter[str]


def fit_together(base: str, parties: Sequence[Sequence[Hunk]], start: int, end: int) -> bool:
    """Tell whether all hunks of a stretch make of it what each party's alone make, summed up.

    Compared are its blocks, emphasis, links, code and citations, each counted.
    """
    before = _shape(base[start:end])
    expected = Counter(before)
    for party in parties:
        own = _shape(with_hunks(base, party, start, end))
        for name in own.keys() | before.keys():
            expected[name] += own[name] - before[name]
    every = [hunk for party in parties for hunk in party]
    found = _shape(with_hunks(base, every, start, end))
    return all(found[name] == expected[name] for name in found.keys() | expected.keys())


@lru_cache(maxsize=1_000)
def _shape(markdown: str) -> Shape:
    return Counter(_names(parse(markdown)))


def _names(node: object) -> Iterator[str]:
    """Yield the kind of each block and inline of a tree, a citation by its keys."""
    if isinstance(node, tuple):
        for one in cast("tuple[object, ...]", node):
            yield from _names(one)
    elif isinstance(node, Citation):
        yield from (f"@{item.key}" for item in node.items)
    elif is_dataclass(node) and not isinstance(node, Text | Span):
        yield type(node).__name__
        for one in fields(node):
            yield from _names(getattr(node, one.name))
