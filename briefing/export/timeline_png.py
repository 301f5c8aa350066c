"""A timeline's picture as PNG: typst draws the SVG, with the fonts that ship."""

from pathlib import Path

import typst

from briefing.errors import ExportError
from briefing.export.timeline_svg import picture_size, timeline_svg
from briefing.export.typst_pages import fonts_in
from briefing.model.timeline import TimelineLayout

DOTS = 144  # an inch: two for each pixel of the picture
LARGEST = 16_000  # dots a side; a longer picture is for SVG
_PAGE = """\
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")
"""


def timeline_png(layout: TimelineLayout, heading: str, fonts: Path) -> bytes:
    """Return the picture as PNG; ExportError where it would be too large."""
    if max(picture_size(layout)) * DOTS / 72 > LARGEST:
        raise ExportError(
            "The timeline is too large for a PNG file; narrow the search, or write an SVG file."
        )
    return typst.compile(
        _PAGE.encode(),
        format="png",
        ppi=DOTS,
        sys_inputs={"svg": timeline_svg(layout, heading)},
        font_paths=fonts_in(fonts),
    )
