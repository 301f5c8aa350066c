"""Score anchors on quotes of real documents that were edited, with look-alikes planted.

It is known of every letter where it went, so that a quote found anywhere else is seen to be wrong.
"""

import json
import lzma
import random
from collections.abc import Iterator
from pathlib import Path

from briefing.text.anchors import locate
from tests.bench.scoring import Score
from tests.text.anchor_edits import (
    AROUND,
    EVERY,
    FOUND,
    Edited,
    edit,
    is_findable,
    is_wrong,
    quote_of,
)

DOCUMENTS = Path("articles") / "policy_docs_2152.jsonl.xz"
QUOTES = 3_000
LONGEST = 30_000  # code points used of one document
SHORTEST = 1_500
SEED = 20250903


def scores(data: Path) -> Iterator[Score]:
    """Yield the share of quotes that are not found wrongly, and of the findable ones found."""
    bodies = list(_bodies(data))
    wrong = findable = found_again = 0
    for number in range(QUOTES):
        chance = random.Random(SEED + number)
        page = _edited(chance, bodies[number % len(bodies)], number)
        found = locate(page.text, page.anchor)
        wrong += is_wrong(page, found)
        if is_findable(page):
            findable += 1
            found_again += found.state in FOUND
    print(f"anchors: {wrong} wrong of {QUOTES:,}; {found_again:,} of {findable:,} findable found")
    yield Score("anchors: quotes that are not found elsewhere", 1 - wrong / QUOTES, QUOTES, 1.0)
    yield Score("anchors: findable quotes found", found_again / findable, findable, 0.95)


def _edited(chance: random.Random, body: str, number: int) -> Edited:
    page = Edited(body, quote_of(chance, body))
    for _ in range(chance.randint(1, 4)):
        edit(chance, page, EVERY if number % 2 else AROUND)
    return page


def _bodies(data: Path) -> Iterator[str]:
    with lzma.open(data / DOCUMENTS, "rt", encoding="utf-8") as lines:
        for line in lines:
            body = json.loads(line)["text"][:LONGEST]
            if len(body) >= SHORTEST:
                yield body
