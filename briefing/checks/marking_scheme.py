"""Marking schemes as data: their levels from the closest to the most open, and marks for them."""

from dataclasses import dataclass
from functools import lru_cache

from briefing.checks.standards_data import Data, standards_like
from briefing.errors import InputError


@dataclass(frozen=True, slots=True)
class MarkingScheme:
    """A scheme: its labels from the closest down, and by which marks each is known."""

    name: str
    title: str
    labels: tuple[str, ...]
    marks: tuple[frozenset[str], ...]

    def rank(self, mark: str) -> int | None:
        """Return the place of a mark or label, 0 the closest; None for one of no level.

        What stands behind `//` is a caveat, as in `C//NF`, and no part of the level.
        """
        plain = plain_mark(mark).split("//")[0]
        return next((rank for rank, marks in enumerate(self.marks) if plain in marks), None)


@lru_cache(maxsize=1)
def every_scheme() -> tuple[MarkingScheme, ...]:
    """Return all schemes there are: TLP, and each `marking-NAME.json`."""
    return tuple(map(_scheme, (*standards_like("tlp.json"), *standards_like("marking-*.json"))))


def scheme_of(mark: str) -> MarkingScheme | None:
    """Return the first scheme that knows a mark."""
    return next((scheme for scheme in every_scheme() if scheme.rank(mark) is not None), None)


def plain_mark(mark: str) -> str:
    """Return a mark as marks are compared: capitals, without spaces."""
    return "".join(mark.upper().split())


def _scheme(data: Data) -> MarkingScheme:
    try:
        return _made(data)
    except (AttributeError, KeyError, TypeError) as fault:
        raise InputError(
            f"A marking scheme of the folder “standards” cannot be used: it lacks {fault}."
        ) from fault


def _made(data: Data) -> MarkingScheme:
    rows: list[dict[str, str]] = data["markings"]
    return MarkingScheme(
        str(data["name"]),
        str(data["title"]),
        tuple(row["label"] for row in rows),
        tuple(
            frozenset(plain_mark(row[key]) for key in ("label", "portion") if row.get(key))
            for row in rows
        ),
    )
