"""How fast long work goes and how long it will still take, in words."""

_SETTLED = 1.5  # seconds before a rate says anything


def pace(done: int, total: int, seconds: float) -> str:
    """Return `1,200 of 9,000 · 540 a second · 15 s left`; without a rate while it is too early.

    `total` is 0 when it is not known: `1,200 so far · 540 a second`.
    """
    counted = f"{done:,} of {total:,}" if total else f"{done:,} so far"
    if seconds < _SETTLED or not done:
        return counted
    rate = done / seconds
    parts = [counted, f"{rate:,.0f} a second" if rate >= 1 else f"{rate * 60:,.0f} a minute"]
    if total > done:
        parts.append(f"{_span((total - done) / rate)} left")
    return " · ".join(parts)


def _span(seconds: float) -> str:
    if seconds < 60:
        return f"{max(round(seconds), 1)} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
