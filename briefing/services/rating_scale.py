"""The scale that sources are rated on, from resources/standards, where users may replace it."""

import json
from dataclasses import dataclass
from pathlib import Path

from briefing.paths import resources_dir


@dataclass(frozen=True, slots=True)
class Grade:
    """One step of the scale: its sign, its words, and what it means."""

    sign: str
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class RatingScale:
    """The two questions of the Admiralty code (AJP-2.1), asked apart and never averaged."""

    reliability: tuple[Grade, ...]
    credibility: tuple[Grade, ...]


def read_scale(path: Path | None = None) -> RatingScale:
    """Return the scale of a file, of `standards/admiralty.json` where none is named."""
    file = path or resources_dir() / "standards" / "admiralty.json"
    read = json.loads(file.read_text(encoding="utf-8"))
    return RatingScale(_grades(read["reliability"]), _grades(read["credibility"]))


def _grades(rows: list[dict[str, str | int]]) -> tuple[Grade, ...]:
    return tuple(Grade(str(row["grade"]), str(row["label"]), str(row["meaning"])) for row in rows)
