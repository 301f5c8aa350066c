"""A timeline as a picture: Scalable Vector Graphics (SVG 1.1), with a title for screen readers."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from briefing.model.timeline import PlacedEntry, TimelineKind, TimelineLayout
from briefing.text.label_width import shortened

LANE = 24.0  # pixels from one lane to the next
HEAD = 34.0  # pixels above the first lane, for the labels of the axis
FOOT = 16.0
_INK, _MUTED, _LINE, _STRONG = "#1f2328", "#6c6f75", "#e4e1da", "#8d8a83"
_FACT, _ARTICLE, _DOUBTFUL = "#1f4e79", "#8d8a83", "#a15c07"
_FONT = "Inter, 'Helvetica Neue', Arial, sans-serif"
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def picture_size(layout: TimelineLayout) -> tuple[int, int]:
    """Return width and height of the picture, in pixels."""
    return round(layout.width), round(HEAD + layout.lanes * LANE + FOOT)


def timeline_svg(layout: TimelineLayout, heading: str) -> str:
    """Return the picture as SVG; identical for identical input."""
    width, height = picture_size(layout)
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" role="img" aria-labelledby="title"'
        f' font-family="{_FONT}" font-size="12">'
    )
    parts = [
        opening,
        f'<title id="title">{_text(heading)}</title>',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        *_axis(layout, height),
        *(line for placed in layout.placed for line in _entry(placed)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _axis(layout: TimelineLayout, height: int) -> Iterator[str]:
    for tick in layout.ticks:
        x = f"{tick.x:.1f}"
        ink = _STRONG if tick.is_strong else _LINE
        yield f'<line x1="{x}" y1="22" x2="{x}" y2="{height}" stroke="{ink}" stroke-width="1"/>'
        yield f'<text x="{x}" y="15" fill="{_MUTED}" font-size="11">{_text(tick.label)}</text>'


def _entry(placed: PlacedEntry) -> Iterator[str]:
    entry = placed.entry
    ink = _ink(placed)
    middle = HEAD + placed.lane * LANE + LANE / 2
    is_span = entry.first != entry.last
    about = ' stroke-dasharray="3 2"' if entry.when.approximate else ""
    hover = f"{entry.when.human()} · {entry.title}" + (f" · {entry.detail}" if entry.detail else "")
    yield f"<g><title>{_text(hover)}</title>"
    if is_span:
        yield (
            f'<rect x="{placed.left:.1f}" y="{middle - 9:.1f}" rx="4" height="18"'
            f' width="{placed.right - placed.left:.1f}" fill="{ink}" fill-opacity="0.16"'
            f' stroke="{ink}" stroke-opacity="0.5"{about}/>'
        )
    else:
        at = (placed.left + placed.right) / 2
        yield f'<circle cx="{at:.1f}" cy="{middle:.1f}" r="3.5" fill="{ink}"{about}/>'
    is_struck = entry.status in {"retracted", "superseded"}
    struck = ' text-decoration="line-through"' if is_struck else ""
    x, words = placed.words_left, _text(shortened(entry.told))
    yield f'<text x="{x:.1f}" y="{middle + 4:.1f}" fill="{_INK}"{struck}>{words}</text></g>'


def _ink(placed: PlacedEntry) -> str:
    if placed.entry.kind is TimelineKind.ARTICLE:
        return _ARTICLE
    return _FACT if placed.entry.status in {"", "current"} else _DOUBTFUL


def _text(words: str) -> str:
    return escape(_UNPRINTABLE.sub("", words))
