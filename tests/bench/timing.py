"""Take times, and print them as rows: ours, a peer's or the floor in the same run, the budget."""

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of the table. Times are in milliseconds, None where there is none."""

    what: str
    ours_ms: float | None
    peer: str
    peer_ms: float | None
    budget: str
    is_kept: bool


def each_ms(calls: Iterable[Callable[[], object]]) -> list[float]:
    """Return how long each call took, in milliseconds."""
    times = []
    for call in calls:
        started = time.perf_counter()
        call()
        times.append((time.perf_counter() - started) * 1000)
    return times


def median_ms(call: Callable[[], object], repeats: int = 7) -> float:
    """Return the median time of a call, warm."""
    call()
    return statistics.median(each_ms([call] * repeats))


def percentile(times: Sequence[float], share: float) -> float:
    """Return the value below which `share` (0 to 1) of the times lie."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def budget_row(what: str, ours_ms: float, limit_ms: float, peer: str, peer_ms: float | None) -> Row:
    """Return the row of a time that has a limit of its own."""
    return Row(what, ours_ms, peer, peer_ms, f"≤ {_time(limit_ms)}", ours_ms <= limit_ms)


def print_table(rows: Iterable[Row]) -> bool:
    """Print the rows as they come; return whether every budget was kept."""
    widths = (44, 8, 34, 8, 6, 16)
    heads = ("what", "ours", "peer or floor in this run", "theirs", "ratio", "budget")
    _print_line(heads, widths)
    kept = True
    for row in rows:
        ratio = f"{row.ours_ms / row.peer_ms:.2f}" if row.ours_ms and row.peer_ms else ""
        budget = row.budget + ("" if row.is_kept else "  MISSED")
        times = _time(row.ours_ms), row.peer, _time(row.peer_ms)
        _print_line((row.what, *times, ratio, budget), widths)
        kept = kept and row.is_kept
    return kept


def _print_line(cells: Sequence[str], widths: Sequence[int]) -> None:
    line = "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    print(line.rstrip(), flush=True)


def _time(ms: float | None) -> str:
    if ms is None:
        return ""
    if ms < 1:
        return f"{ms * 1000:.0f} µs"
    if ms < 100:
        return f"{ms:.1f} ms"
    return f"{ms:.0f} ms" if ms < 10_000 else f"{ms / 1000:.1f} s"
