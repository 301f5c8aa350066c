"""The mark by which a Word file that came back is known to wear a house style of its own.

It stands beside the memo's mark as the name of a hidden bookmark, where a memo was exported in
another style than its template's: the file is compared with the memo in the same style.
"""

import hashlib
import json
import re
from collections.abc import Iterable

from briefing.model.house_style import StyleRoles

_PREFIX = "_bfg_h_"
_DIGITS = 12
_NAME = re.compile(rf"{_PREFIX}([0-9a-f]{{{_DIGITS}}})\Z")


def house_mark(style: bytes, roles: StyleRoles = ()) -> str:
    """Return the bookmark's name for a Word file that gives a style, and roles it is told."""
    told = json.dumps([*roles]).encode() if roles else b""
    return _PREFIX + hashlib.sha256(style + told).hexdigest()[:_DIGITS]


def house_in(names: Iterable[str]) -> str:
    """Return the mark among the names of bookmarks, or nothing."""
    return next((name for name in names if _NAME.match(name)), "")
