"""The mark by which a Word file that came back is known to be cited in a style of CSL.

It stands beside the memo's mark as the name of a hidden bookmark: the file is compared with the
memo worded in the same style, else every citation would read as changed.
"""

import re
from collections.abc import Iterable

_PREFIX = "_bfg_c_"  # a bookmark's name holds letters, digits and `_`, 40 characters at most
_LONGEST = 33
_NAME = re.compile(rf"{_PREFIX}(\w{{1,{_LONGEST}}})\Z", re.ASCII)
_PLAIN = re.compile(rf"[a-z0-9-]{{1,{_LONGEST}}}")


def style_mark(style: str) -> str:
    """Return the bookmark's name for a style's, or nothing where it has no plain name."""
    return _PREFIX + style.replace("-", "_") if _PLAIN.fullmatch(style) else ""


def style_in(names: Iterable[str]) -> str:
    """Return the style named among bookmarks, or nothing."""
    found = (_NAME.match(name) for name in names)
    return next((match[1].replace("_", "-") for match in found if match), "")
