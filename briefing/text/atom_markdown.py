"""The Markdown of printed characters put together again, each wrap round what it wraps."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from briefing.text.markdown_atoms import Atom, Wrap

_AS_TYPED: Mapping[Wrap, Wrap] = MappingProxyType({})


def together(atoms: Sequence[Atom], typed_as: Mapping[Wrap, Wrap] = _AS_TYPED) -> Iterator[str]:
    """Yield the Markdown of atoms, each wrap opened and closed in its place.

    `typed_as` are wraps that are now typed otherwise.
    """
    open_wraps: tuple[Wrap, ...] = ()
    for atom in atoms:
        if atom.wraps != open_wraps:
            yield from _turn(open_wraps, atom.wraps, typed_as)
            open_wraps = atom.wraps
        yield atom.source
    yield from _turn(open_wraps, (), typed_as)


def _turn(
    before: tuple[Wrap, ...], after: tuple[Wrap, ...], typed_as: Mapping[Wrap, Wrap]
) -> Iterator[str]:
    """Yield what closes some wraps and opens others."""
    kept = 0
    while kept < min(len(before), len(after)) and before[kept] is after[kept]:
        kept += 1
    yield from (typed_as.get(wrap, wrap).closing for wrap in reversed(before[kept:]))
    yield from (typed_as.get(wrap, wrap).opening for wrap in after[kept:])
