"""Print how well each reader does on the real files beside the checkout that have gold."""

import argparse
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.corpus import ROOT
from tests.bench.scoring import Score, print_scores

DATA = ROOT.parent / "shared" / "data"
ROOMS = (
    "web",
    "document",
    "mail_and_feed",
    "reference",
    "csl",
    "copy",
    "conflict",
    "suggestions",
    "anchors",
    "checks",
    "review",
    "house_styles",
)


def main() -> int:
    """Run the rooms that were asked for; return 1 where a target was missed."""
    parser = argparse.ArgumentParser(prog="make scores", description=__doc__)
    parser.add_argument("--only", choices=ROOMS, action="append", help="only these readers")
    parser.add_argument("--data", type=Path, default=DATA, help="where the files lie")
    chosen = parser.parse_args()
    return 0 if print_scores(_scores(chosen.only or ROOMS, chosen.data)) else 1


def _scores(rooms: tuple[str, ...], data: Path) -> Iterator[Score]:
    """Import each room only when its turn comes: its libraries are heavy."""
    for room in rooms:
        module = importlib.import_module(f"tests.bench.{room.removesuffix('s')}_scores")
        yield from module.scores(data)


if __name__ == "__main__":
    sys.exit(main())
