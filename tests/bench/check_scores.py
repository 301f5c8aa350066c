"""Score the checks on passages of real texts, labelled by reading: precision and recall a rule.

The sets are told in tests/data/labelled/README; a label of null counts neither way. Run
`python -m tests.bench.check_scores RULE` to see what a rule finds wrongly and misses.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.services.linting import LintWishes, lint
from tests.bench.scoring import Score

LABELLED = Path(__file__).parents[1] / "data" / "labelled"
PARTS = {
    "open": "checks_open.jsonl",
    "development": "checks_development.jsonl",
    "held out": "checks_held_out.jsonl",
    "second open": "checks_second_open.jsonl",
    "second held out": "checks_second_held_out.jsonl",
}
FOR_WRITERS = ("open", "development", "second open")  # what one may tune a rule on
PRECISION, RECALL = 0.95, 0.90
ENOUGH = 10  # positives, below which a share says little


@dataclass(frozen=True, slots=True)
class LabelledPassage:
    """A passage with what each rule should say of it: a hit, none, or not known."""

    name: str
    text: str
    language: str
    labels: dict[str, bool | None]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule found rightly, found wrongly and missed."""

    rule: str
    right: tuple[LabelledPassage, ...]
    wrong: tuple[LabelledPassage, ...]
    missed: tuple[LabelledPassage, ...]

    @property
    def precision(self) -> float:
        """Return the share of the findings that are hits."""
        found = len(self.right) + len(self.wrong)
        return len(self.right) / found if found else 1.0

    @property
    def recall(self) -> float:
        """Return the share of the hits that were found."""
        wanted = len(self.right) + len(self.missed)
        return len(self.right) / wanted if wanted else 1.0


def labelled_passages(part: str) -> list[LabelledPassage]:
    """Return the passages of a part; none where its file is not there."""
    path = LABELLED / PARTS[part]
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    rows = [json.loads(line) for line in lines]
    return [LabelledPassage(row["id"], row["text"], row["lang"], row["labels"]) for row in rows]


def verdicts(passages: list[LabelledPassage]) -> Iterator[Verdict]:
    """Yield how each rule that has labels does."""
    rules = sorted({rule for passage in passages for rule in passage.labels})
    found = {passage.name: _found(passage) for passage in passages}
    for rule in rules:
        known = [one for one in passages if one.labels.get(rule) is not None]
        hits = [one for one in known if rule in found[one.name]]
        yield Verdict(
            rule,
            tuple(one for one in hits if one.labels[rule]),
            tuple(one for one in hits if not one.labels[rule]),
            tuple(one for one in known if one.labels[rule] and rule not in found[one.name]),
        )


def scores(data: Path) -> Iterator[Score]:
    """Yield precision and recall of each rule, part by part."""
    del data  # the labelled set lies with the tests
    for part in PARTS:
        for verdict in verdicts(labelled_passages(part)):
            wanted = len(verdict.right) + len(verdict.missed)
            found = len(verdict.right) + len(verdict.wrong)
            is_enough = wanted >= ENOUGH
            name = f"checks, {part}: {verdict.rule}"
            target = PRECISION if is_enough else None
            yield Score(f"{name}, precision", verdict.precision, found, target)
            yield Score(f"{name}, recall", verdict.recall, wanted, RECALL if is_enough else None)


def _found(passage: LabelledPassage) -> frozenset[str]:
    """Return the names of the rules that find something in a passage."""
    head = f"---\nlang: {passage.language}\n---\n\n" if passage.language != "en" else ""
    wishes = LintWishes(rules=tuple(passage.labels))
    return frozenset(finding.rule for finding in lint(head + passage.text + "\n", wishes))


def main(rules: list[str]) -> None:
    """Print what the rules find wrongly and miss, but for the parts held out."""
    passages = [one for part in FOR_WRITERS for one in labelled_passages(part)]
    for verdict in verdicts(passages):
        if verdict.rule in rules:
            for what, some in (("WRONG", verdict.wrong), ("MISSED", verdict.missed)):
                for one in some:
                    print(f"{what} {one.name} {one.text}")


if __name__ == "__main__":
    main(sys.argv[1:])
