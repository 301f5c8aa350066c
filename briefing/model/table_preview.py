"""A table as it is shown before its rows become articles: its columns and what they may mean."""

from dataclasses import dataclass

NEEDED = frozenset(("title", "body"))  # fields: without either no row is an article


@dataclass(frozen=True, slots=True)
class TablePreview:
    """The columns of a table, its first rows, and the field that each column goes to.

    `mapping` has every column; one that goes to no field keeps its name among the further fields
    and has an empty string here. `is_remembered` where a table with these columns was mapped
    before; else it is a guess.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mapping: dict[str, str]
    is_remembered: bool = False
