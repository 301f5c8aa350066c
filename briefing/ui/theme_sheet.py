"""The one stylesheet: `resources/themes/window.qss` with its tokens and sizes filled in."""

import re
from collections.abc import Callable, Mapping

# `@px(13)` is a length that grows with the text; `@icon(check, on_accent)` is a file's address;
# `@accent_soft` is a token.
_PLACE = re.compile(
    r"@px\((?P<px>[\d.]+)\)|@icon\((?P<icon>[\w-]+), *(?P<ink>\w+)\)|@(?P<token>\w+)"
)


def fill_sheet(
    sheet: str,
    tokens: Mapping[str, str],
    scale: float,
    icon_address: Callable[[str, str], str],
) -> str:
    """Return the stylesheet for a scheme and a text size.

    `icon_address` gives the file of an icon in an ink. Raises KeyError for an unknown token.
    """

    def replace(match: re.Match[str]) -> str:
        if match["px"]:
            return f"{max(1, round(float(match['px']) * scale))}px"
        if match["icon"]:
            return icon_address(match["icon"], match["ink"])
        return tokens[match["token"]]

    return _PLACE.sub(replace, sheet)
