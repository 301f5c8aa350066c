"""Where a citation in the text stands: in its sentence, before the stop (Chicago 17, 15.25).

Our memos cite behind the sentence, `…said. [@a] Then`, which suits a note's mark; in the text the
citation is drawn before the full stop or comma: `…said (Smith 2020). Then`.
"""

import re

from briefing.export.mark_places import MarkOf, OwnMarkOf, with_neighbours
from briefing.model.block import Citation, Inline, Inlines, NoteMark, SoftBreak, Text

_ENDED = re.compile(r"(?<=[^.\s])(?P<stop>\.)(?P<closing>[”’\"'»)]*)\s*$")
_PAUSED = re.compile(r"(?<=\w)(?P<stop>[,;:])(?P<closing>[”’\"'»)]*)\s*$")
_NEXT_SENTENCE = re.compile(r"\s*(?:$|[\s“‘\"'«(¿¡—–]*[^\W\d_a-zß-öø-ÿ])")


def put_in_text(inlines: Inlines, worded: MarkOf, own_mark: OwnMarkOf) -> Inlines:
    """Return inlines with `worded` in place of each citation, and with the author's own marks."""
    line: list[Inline] = []
    waiting = list(reversed(inlines))  # a stack: the next inline is the last
    while waiting:
        inline = waiting.pop()
        match inline:
            case Citation():
                stands_for = worded(with_neighbours(inline, waiting))
                stop = "" if inline.bare else _drawn_before(line, waiting)
                if stop or _touches(line):
                    line.append(Text(" "))
                line += stands_for
                line += [Text(stop)] if stop else []
            case NoteMark():
                line.append(own_mark(inline))
            case _:
                line.append(inline)
    return tuple(line)


def _drawn_before(line: list[Inline], waiting: list[Inline]) -> str:
    """Take the stop or comma that stands before a citation, and return it."""
    at = len(line) - 1
    while at >= 0 and isinstance(line[at], SoftBreak):
        at -= 1
    last = line[at] if at >= 0 else None
    if not isinstance(last, Text):
        return ""
    found = _PAUSED.search(last.text)
    if found is None and _sentence_starts(waiting):
        found = _ENDED.search(last.text)
    if found is None:
        return ""
    line[at:] = [Text(last.text[: found.start()] + found["closing"])]
    return found["stop"]


def _sentence_starts(waiting: list[Inline]) -> bool:
    following = waiting[-1] if waiting else None
    if isinstance(following, Text):
        return bool(_NEXT_SENTENCE.match(following.text))
    return True


def _touches(line: list[Inline]) -> bool:
    """Tell whether a word ends just before a citation, as in `word[@a]`."""
    last = line[-1] if line else None
    return isinstance(last, Text) and last.text[-1:].isalnum()
