"""What the columns of tables were said to mean, on its way to the reader of a table."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TableChoice:
    """From columns to fields of an article: what was said now, and what was said before.

    `remembered` is by the signature of a table's columns (table_mapping).
    """

    mapping: Mapping[str, str] | None = None
    remembered: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict[str, Mapping[str, str]]
    )
