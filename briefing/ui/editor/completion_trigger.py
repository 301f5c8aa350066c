"""Whether what stands before the cursor begins a citation that can be completed."""

import re
from dataclasses import dataclass

_BEGUN = re.compile(r"(?<![\w@\\])@([\w:.\-/]*)$")
_CODE = re.compile(r"`[^`]*`")


@dataclass(frozen=True, slots=True)
class Trigger:
    """The sign `@` at column `start` and what was typed after it.

    `in_brackets` tells that it stands within `[…` already, so that only the key is wanted.
    """

    start: int
    typed: str
    in_brackets: bool


def find_trigger(text: str, column: int) -> Trigger | None:
    """Return the citation that is begun before `column` of a line, or nothing."""
    before = text[:column]
    match = _BEGUN.search(before)
    if match is None or _CODE.sub("", before).count("`") % 2:
        return None
    start = match.start()
    opened = before.rfind("[", 0, start)
    in_brackets = opened >= 0 and before.find("]", opened, start) < 0
    return Trigger(start, match[1], in_brackets)


def completed(trigger: Trigger, key: str, after: str) -> tuple[str, int]:
    """Return the text that takes the place of what was typed, and where the cursor goes in it.

    `after` is what follows the cursor: a bracket that is closed already stays the one.
    """
    if not trigger.in_brackets:
        return f"[@{key}]", len(key) + 3
    closing = "" if "]" in after.split("[", 1)[0] else "]"
    return f"@{key}{closing}", len(key) + 1 + len(closing)
