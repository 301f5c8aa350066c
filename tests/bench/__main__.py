"""Print the table: what the user waits for, ours, a peer or the floor in this run, the budget."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from briefing.garbage import collect_seldom
from tests.bench.corpus import ROOT
from tests.bench.timing import Row, print_table

SIZES = {"1k": 1_000, "10k": 10_000, "100k": 100_000, "1m": 1_000_000}
ROOMS = ("front_matter", "library", "documents", "typing", "preview", "ripple", "review", "start")


def main() -> int:
    """Run the rooms that were asked for; return 1 where a budget was missed."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--size", choices=SIZES, default="10k", help="articles in the library")
    parser.add_argument("--only", choices=ROOMS, action="append", help="only these rows")
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "bench")
    parser.add_argument(
        "--fill",
        choices=("auto", "files", "direct"),
        default="auto",
        help="how the library is filled: by importing files, or (quicker, for 1m) without them",
    )
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    collect_seldom()  # as both fronts do
    return 0 if print_table(_rows(chosen)) else 1


def _rows(chosen: argparse.Namespace) -> Iterator[Row]:
    """Import each room only when its turn comes, so that one can be measured without the others."""
    rooms, folder = chosen.only or ROOMS, chosen.folder
    if "front_matter" in rooms:
        from tests.bench.front_matter_rows import front_matter_rows

        yield from front_matter_rows(folder)
    if "library" in rooms:
        from tests.bench.library_rows import library_rows

        yield from library_rows(folder, SIZES[chosen.size], chosen.fill)
    if "documents" in rooms:
        from tests.bench.document_rows import document_rows

        yield from document_rows(folder)
    if "typing" in rooms:
        from tests.bench.typing_rows import typing_rows

        yield from typing_rows()
    if "preview" in rooms:
        from tests.bench.preview_rows import preview_rows

        yield from preview_rows(folder)
    if "ripple" in rooms:
        from tests.bench.ripple_rows import ripple_rows

        yield from ripple_rows(folder)
    if "review" in rooms:
        from tests.bench.review_rows import review_rows

        yield from review_rows(folder)
    if "start" in rooms:
        from tests.bench.start_rows import start_rows

        yield from start_rows(folder)


if __name__ == "__main__":
    sys.exit(main())
