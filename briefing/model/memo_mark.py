"""The mark by which a Word file that came back is known: its memo, and the text it was made from.

It stands in the file as the name of a hidden bookmark, which survives a save in Word and in
LibreOffice. It is derived from the text alone, so that the same memo makes the same file.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

_PREFIX = "_bfg_m_"  # Word hides a bookmark whose name begins with `_`; names have ≤ 40 characters
_DIGITS = 12
MARK_PATTERN = rf"{_PREFIX}([0-9a-f]{{{_DIGITS}}})_([0-9a-f]{{{_DIGITS}}})"
_NAME = re.compile(rf"{MARK_PATTERN}\Z")

Fields = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class MemoMark:
    """The beginning of a memo's uid, and that of the hash of its text; hexadecimal digits."""

    memo: str
    text: str

    @property
    def name(self) -> str:
        """Return the bookmark's name."""
        return f"{_PREFIX}{self.memo}_{self.text}"


def memo_mark(memo_uid: str, fields: Fields, body: str) -> MemoMark:
    """Return the mark of a memo as it reads."""
    said = json.dumps([[*fields], body], ensure_ascii=False)
    digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
    return MemoMark(memo_uid[:_DIGITS], digest[:_DIGITS])


def mark_in(names: Iterable[str]) -> MemoMark | None:
    """Return the first mark among the names of bookmarks, or nothing."""
    found = (_NAME.match(name) for name in names)
    return next((MemoMark(match[1], match[2]) for match in found if match), None)
