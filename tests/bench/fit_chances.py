"""Fit the weights of the signs around words of chance to the labelled sentences that are open.

`python -m tests.bench.fit_chances` prints how the weights do on sentences they were not fitted to
(fivefold, documents kept apart), and `--write` writes `resources/standards/chance-weights.json`.
The fit is FTRL-Proximal with a lasso, so that few signs keep a weight (McMahan et al., Ad Click
Prediction: a View from the Trenches, 2013, algorithm 1). It has no chance in it but a seed.
"""

import json
import lzma
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from briefing.text.chance_weights import ChanceWeights
from briefing.text.estimative_words import can_tell_chance, chance_signs, is_word_of_chance
from briefing.text.modal_clause import words_of
from briefing.text.quoted_words import without_quotes

LABELLED = Path(__file__).parents[1] / "data" / "labelled"
WEIGHTS = Path(__file__).parents[2] / "resources" / "standards" / "chance-weights.json"
TRAINING = ("checks_training.jsonl", "checks_training_more.jsonl.xz")
WHOLE = ("checks_open.jsonl", "checks_development.jsonl", "checks_second_open.jsonl")
RULE = "likelihood-words"
FOLDS, ROUNDS = 5, 4
STEP, LASSO, RIDGE = 0.1, 1.0, 1.0
RARE = 3  # signs seen less often are left out
THRESHOLD = 0.65
# What the rules say counts for more than was fitted, since they also hold for words that no
# labelled sentence has; by documents kept apart that costs nothing.
BY_RULE, LEAN = "a chance by rule", 1.25


@dataclass(frozen=True, slots=True)
class Example:
    """A word of chance with its signs: whether it tells one, its document, how it was drawn."""

    signs: frozenset[str]
    is_chance: bool
    source: str
    at_random: bool


def examples() -> list[Example]:
    """Return all labelled words that are open and not in doubt."""
    found = [one for name in TRAINING for row in _rows(name) if (one := _of_word(row))]
    for name in WHOLE:
        for row in _rows(name):
            if row["lang"] == "en" and row["labels"].get(RULE) is not None:
                found += _of_sentence(row)
    return found


def fit(rows: Sequence[Example]) -> dict[str, float]:
    """Return the weight of each sign that keeps one."""
    often = Counter(sign for row in rows for sign in row.signs)
    kept = [tuple(sign for sign in sorted(row.signs) if often[sign] >= RARE) for row in rows]
    sums: dict[str, float] = {}
    squares: dict[str, float] = {}
    order = list(range(len(rows)))
    dice = random.Random(1)
    for _ in range(ROUNDS):
        dice.shuffle(order)
        for at in order:
            _learn(kept[at], rows[at], sums, squares)
    weights = {sign: _weight(sign, sums, squares) for sign in sums}
    weights[BY_RULE] = weights.get(BY_RULE, 0.0) + LEAN
    return {sign: rounded for sign, weight in weights.items() if (rounded := round(weight, 2))}


def shares_apart(rows: Sequence[Example]) -> list[float]:
    """Return the share of each example by weights fitted without its document's fold."""
    shares = [0.0] * len(rows)
    for fold in range(FOLDS):
        rest = [row for row in rows if _fold(row) != fold]
        weights = ChanceWeights(fit(rest), 0.5)
        for at, row in enumerate(rows):
            if _fold(row) == fold:
                shares[at] = weights.share(row.signs)
    return shares


def precision_and_recall(
    shares: Sequence[float], rows: Sequence[Example], threshold: float
) -> tuple[float, float]:
    """Return both at a threshold."""
    found = [row.is_chance for share, row in zip(shares, rows, strict=True) if share >= threshold]
    wanted = sum(row.is_chance for row in rows)
    return sum(found) / max(1, len(found)), sum(found) / max(1, wanted)


def _learn(
    signs: Iterable[str], row: Example, sums: dict[str, float], squares: dict[str, float]
) -> None:
    held = {sign: _weight(sign, sums, squares) for sign in signs}
    share = ChanceWeights(held, 0.5).share(held)
    slope = share - row.is_chance
    for sign, weight in held.items():
        before = squares.get(sign, 0.0)
        after = before + slope * slope
        step = (math.sqrt(after) - math.sqrt(before)) / STEP
        sums[sign] = sums.get(sign, 0.0) + slope - step * weight
        squares[sign] = after


def _weight(sign: str, sums: Mapping[str, float], squares: Mapping[str, float]) -> float:
    total = sums.get(sign, 0.0)
    if abs(total) <= LASSO:
        return 0.0
    slowed = (1.0 + math.sqrt(squares[sign])) / STEP + RIDGE
    return -(total - math.copysign(LASSO, total)) / slowed


def _of_word(row: dict[str, Any]) -> Example | None:
    text = without_quotes(str(row["text"]))
    words = words_of(text)
    places = [at for at, word in enumerate(words) if word.start == row["start"]]
    if row["label"] is None or not places or not can_tell_chance(text):
        return None
    if not is_word_of_chance(words[places[0]]):
        return None
    signs = chance_signs(text, words, places[0])
    at_random = row["drawn"] == "at random"
    return Example(signs, bool(row["label"]), str(row["source"]), at_random)


def _of_sentence(row: dict[str, Any]) -> list[Example]:
    """Return the words of a sentence; a hit with several words does not tell which it is."""
    text = without_quotes(str(row["text"]))
    words = words_of(text)
    places = [at for at, word in enumerate(words) if is_word_of_chance(word)]
    label = row["labels"][RULE]
    if not can_tell_chance(text) or (label and len(places) > 1):
        return []
    return [
        Example(
            chance_signs(text, words, at),
            is_chance=label,
            source=str(row["source"]),
            at_random=False,
        )
        for at in places
    ]


def _rows(name: str) -> list[dict[str, Any]]:
    stored = (LABELLED / name).read_bytes()
    text = (lzma.decompress(stored) if name.endswith(".xz") else stored).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def _fold(row: Example) -> int:
    return crc32(row.source.encode()) % FOLDS


def _write(weights: Mapping[str, float]) -> None:
    data = {
        "name": "chance-weights",
        "title": "Signs of a chance",
        "source": "fitted to sentences of tests/data/labelled by tests/bench/fit_chances",
        "note": "What each sign around may, might, could, perhaps … speaks for (a chance above 0).",
        "threshold": THRESHOLD,
        "weights": dict(sorted(weights.items())),
    }
    WEIGHTS.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", "utf-8")
    print(len(weights), "signs written")


def main(wishes: Sequence[str]) -> None:
    """Print how the fit does, and write the weights where that is asked."""
    rows = examples()
    shares = shares_apart(rows)
    fresh = [at for at, row in enumerate(rows) if row.at_random]
    some, their = [shares[at] for at in fresh], [rows[at] for at in fresh]
    print(
        len(rows), "words,", sum(row.is_chance for row in rows), "chances;", len(fresh), "at random"
    )
    for step in (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9):
        each = ((some, their), (shares, rows))
        figures = [one for pair in each for one in precision_and_recall(*pair, step)]
        print(f"{step:.2f}  " + "  ".join(f"{figure:.3f}" for figure in figures))
    if "--write" in wishes:
        _write(fit(rows))


if __name__ == "__main__":
    main(sys.argv[1:])
