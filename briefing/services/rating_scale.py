"""The scale that sources are rated on, from resources/standards, where users may replace it."""

import json
from dataclasses import dataclass
from typing import Any

from briefing.export.language_tag import words_in
from briefing.paths import resources_dir


@dataclass(frozen=True, slots=True)
class Grade:
    """One step of the scale: its sign, its words, and what it means.

    `labels` are its words in other languages, each with the language.
    """

    sign: str
    label: str
    meaning: str
    labels: tuple[tuple[str, str], ...] = ()

    def label_in(self, language: str) -> str:
        """Return its words in a language, the English ones where there are no others."""
        return words_in(language, dict(self.labels), self.label)


@dataclass(frozen=True, slots=True)
class RatingScale:
    """The two questions of the Admiralty code (AJP-2.1), asked apart and never averaged."""

    reliability: tuple[Grade, ...]
    credibility: tuple[Grade, ...]


def read_scale() -> RatingScale:
    """Return the scale of `standards/admiralty.json`."""
    file = resources_dir() / "standards" / "admiralty.json"
    read = json.loads(file.read_text(encoding="utf-8"))
    return RatingScale(_grades(read["reliability"]), _grades(read["credibility"]))


def _grades(rows: list[dict[str, Any]]) -> tuple[Grade, ...]:
    return tuple(
        Grade(str(row["grade"]), row["label"], row["meaning"], tuple(row.get("labels", {}).items()))
        for row in rows
    )
