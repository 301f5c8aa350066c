"""The mark by which a Word file that came back is known to be cited in a style of CSL.

It stands beside the memo's mark as the name of a hidden bookmark: the file is compared with the
memo worded in the same style, else every citation would read as changed.
"""

import hashlib
import re
from collections.abc import Iterable

from briefing.model.citation_style import CslFile

_PREFIX = "_bfg_c_"  # a bookmark's name holds letters, digits and `_`, 40 characters at most
_LONGEST = 33
_NAME = re.compile(rf"{_PREFIX}(\w{{1,{_LONGEST}}})\Z", re.ASCII)
_OF_FILE = "_bfg_d_"  # for a style that has no name here: the hash of its file
_DIGITS = 12
_FILE = re.compile(rf"{_OF_FILE}[0-9a-f]{{{_DIGITS}}}\Z")
_PLAIN = re.compile(rf"[a-z0-9-]{{1,{_LONGEST}}}")


def style_mark(style: str) -> str:
    """Return the bookmark's name for a style's, or nothing where it has no plain name."""
    return _PREFIX + style.replace("-", "_") if _PLAIN.fullmatch(style) else ""


def style_in(names: Iterable[str]) -> str:
    """Return the style named among bookmarks, or nothing."""
    found = (_NAME.match(name) for name in names)
    return next((match[1].replace("_", "-") for match in found if match), "")


def csl_mark(file: CslFile) -> str:
    """Return the bookmark's name for a style: by its name, else by what stands in its file."""
    mark = style_mark(file.name) if file.is_ready else ""
    return mark or _OF_FILE + hashlib.sha256(file.data).hexdigest()[:_DIGITS]


def csl_file_in(names: Iterable[str]) -> str:
    """Return the mark of a style's file among bookmarks, or nothing."""
    return next((name for name in names if _FILE.match(name)), "")
