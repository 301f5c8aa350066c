"""How large a picture is to be: `{width=50%}`, `{width=8cm}`, `{height=2in}`.

Source: the Pandoc User's Guide, "Extension: link_attributes".
"""

import re
from dataclasses import dataclass

from briefing.model.block import Image
from briefing.text.picture_links import picture_link

_LENGTH = re.compile(r"\s*(\d{1,5}(?:\.\d{1,4})?)\s*(%|px|cm|mm|in|inch|pt|)\s*")
_POINTS = {"px": 0.75, "": 0.75, "cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72, "inch": 72, "pt": 1}


@dataclass(frozen=True, slots=True)
class PictureSize:
    """What was asked for; nothing of it is 0. `share` is hundredths of the text's width."""

    share: float = 0
    width: float = 0  # points
    height: float = 0  # points


def picture_size(image: Image) -> PictureSize:
    """Return the size that a picture's attributes or its address ask for."""
    link = picture_link(image.source)
    share = float(link.share) if link else 0.0
    unit, number = _length(image.attribute("width"))
    width = number if unit == "pt" else 0.0
    if unit == "%" and 0 < number <= 100:
        share = number
    unit, height = _length(image.attribute("height"))
    return PictureSize(0 if width else share, width, height if unit == "pt" else 0.0)


def _length(text: str) -> tuple[str, float]:
    found = _LENGTH.fullmatch(text)
    if found is None:
        return "", 0.0
    number = float(found[1])
    return ("%", number) if found[2] == "%" else ("pt", number * _POINTS[found[2]])
