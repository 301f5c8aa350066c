"""How many changed memos say, once all is accepted, what the Word file says.

`python -m tests.bench.placing_scores [COUNT]`: memos are made by Hypothesis, exported, changed by a
reviewer, tracked, and set against the version that was sent.
"""

import sys
from collections import Counter

from hypothesis import HealthCheck, Phase, given, settings

from tests.review.memos import DEEDS, MEMOS, Deed, do
from tests.review.returned import applied, placed_file, printed, sent
from tests.review.test_placing_properties import told

COUNT = 200


def main(count: int) -> None:
    """Print the score."""
    score: Counter[str] = Counter()

    @settings(
        max_examples=count,
        phases=(Phase.generate,),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        deadline=None,
        database=None,
    )
    @given(MEMOS, DEEDS)
    def review(body: str, deeds: list[Deed]) -> None:
        file = sent(body)
        score["memos"] += 1
        score["untouched, unchanged"] += not placed_file(body, file.saved()).changes
        for deed in deeds:
            do(file, deed)
        data = file.saved()
        changes = placed_file(body, data).changes
        score["changes"] += len(changes)
        score["changes placed"] += sum(1 for one in changes if one.edits)
        if all(one.edits for one in changes):
            score["memos with all placed"] += 1
            new = sent(applied(body, changes)).saved()
            score["of these, printed alike"] += told(printed(new)) == told(printed(data))

    review()
    for name, number in score.items():
        print(f"{number:6}  {name}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
