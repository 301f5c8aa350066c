"""Score the suggestions on sentences labelled by reading, beside two plain ways to choose.

The plain ways are given as many sentences as the rules suggest: an article's first, and its
longest. `held out` is what was labelled after the rules were frozen (tests/data/labelled/README).
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.text.key_sentences import key_sentences
from tests.bench.scoring import Score

LABELLED = Path(__file__).parents[1] / "data" / "labelled" / "suggestions.jsonl"
TOP = 5
OPEN_PRECISION = 0.85  # of the first five an article


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article: where its sentences stand, and which of them (by number) are key facts."""

    part: str
    language: str
    title: str
    text: str
    spans: tuple[tuple[int, int], ...]
    key: frozenset[int]


Choice = Callable[[LabelledArticle], list[int]]


def labelled_articles() -> list[LabelledArticle]:
    """Return the labelled set."""
    rows = [json.loads(line) for line in LABELLED.read_text("utf-8").splitlines()]
    return [
        LabelledArticle(
            row["part"],
            row["lang"],
            row["title"],
            row["text"],
            tuple((start, end) for start, end, _ in row["sentences"]),
            frozenset(at for at, (_, _, kind) in enumerate(row["sentences"]) if kind),
        )
        for row in rows
    ]


def suggested(article: LabelledArticle) -> list[int]:
    """Return the numbers of the sentences that are suggested, best first."""
    found: list[int] = []
    for key in key_sentences(article.text, article.title, article.language):
        at = max(
            range(len(article.spans)),
            key=lambda at: (
                min(key.end, article.spans[at][1]) - max(key.start, article.spans[at][0])
            ),
        )
        if at not in found:
            found.append(at)
    return found


def precision_and_recall(
    articles: list[LabelledArticle], choice: Choice, top: int | None = None
) -> tuple[float, float, int]:
    """Return both, over all articles, and how many sentences were chosen."""
    chosen = right = wanted = 0
    for article in articles:
        found = choice(article)[:top]
        chosen += len(found)
        right += len(article.key & set(found))
        wanted += len(article.key)
    return right / max(chosen, 1), right / max(wanted, 1), chosen


def scores(data: Path) -> Iterator[Score]:
    """Yield what the rules and the plain ways reach, by part and by language."""
    del data  # the labelled set lies with the tests
    every = labelled_articles()
    for part, name in (("open", "open"), ("held_out", "held out")):
        articles = [article for article in every if article.part == part]
        for choice, told in ((suggested, "rules"), (_first, "first"), (_longest, "longest")):
            target = OPEN_PRECISION if told == "rules" else None
            yield from _pair(f"suggestions, {name}, {told}", articles, choice, target)
        for language in ("en", "es", "fr"):
            own = [article for article in articles if article.language == language]
            yield from _pair(f"suggestions, {name}, rules, {language}", own, suggested, None)


def _pair(
    what: str, articles: list[LabelledArticle], choice: Choice, target: float | None
) -> Iterator[Score]:
    precision, recall, chosen = precision_and_recall(articles, choice)
    top, _, at_top = precision_and_recall(articles, choice, TOP)
    wanted = sum(len(article.key) for article in articles)
    yield Score(f"{what}: precision of the first {TOP}", top, at_top, target)
    yield Score(f"{what}: precision", precision, chosen)
    yield Score(f"{what}: recall", recall, wanted)


def _first(article: LabelledArticle) -> list[int]:
    return list(range(len(article.spans)))[: len(suggested(article))]


def _longest(article: LabelledArticle) -> list[int]:
    by_length = sorted(range(len(article.spans)), key=lambda at: _length(article.spans[at]))
    return by_length[: len(suggested(article))]


def _length(span: tuple[int, int]) -> int:
    return span[0] - span[1]
