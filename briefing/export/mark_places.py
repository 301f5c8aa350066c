"""Where a note's mark stands: after the stop or comma, with no space before it."""

import re
from collections.abc import Callable

from briefing.model.block import Citation, Inline, Inlines, NoteMark, SoftBreak, Text

MarkOf = Callable[[Citation], tuple[Inline, ...]]
OwnMarkOf = Callable[[NoteMark], NoteMark]
_PUNCTUATION = re.compile(r"[.,;:!?…]+[”’\"'»)\]]*")


def put_marks(inlines: Inlines, mark_of: MarkOf, own_mark_of: OwnMarkOf) -> Inlines:
    """Return inlines with a mark for each citation: `Text [@a].` becomes `Text.¹`.

    Citations with nothing but space between them share one note. An author's own mark stays
    where the author put it.
    """
    line: list[Inline] = []
    waiting = list(reversed(inlines))  # a stack: the next inline is the last
    while waiting:
        inline = waiting.pop()
        match inline:
            case Citation():
                stands_for = mark_of(with_neighbours(inline, waiting))
                if not inline.bare:
                    _drop_space(line)
                line += stands_for[:-1]
                _take_punctuation(line, waiting)
                line.append(stands_for[-1])
            case NoteMark():
                _drop_space(line)
                line.append(own_mark_of(inline))
            case _:
                line.append(inline)
    return tuple(line)


def with_neighbours(citation: Citation, waiting: list[Inline]) -> Citation:
    """Return a citation joined with those that follow it at once; they are taken from `waiting`."""
    items = citation.items
    while True:
        ahead = len(waiting) - 1
        while ahead >= 0 and _is_space(waiting[ahead]):
            ahead -= 1
        following = waiting[ahead] if ahead >= 0 else None
        if not isinstance(following, Citation) or following.bare:
            return Citation(items, citation.bare)
        items += following.items
        del waiting[ahead:]


def _is_space(inline: Inline) -> bool:
    return isinstance(inline, SoftBreak) or (isinstance(inline, Text) and not inline.text.strip())


def _drop_space(line: list[Inline]) -> None:
    while line and _is_space(line[-1]):
        line.pop()
    if line and isinstance(line[-1], Text):
        line[-1] = Text(line[-1].text.rstrip())


def _take_punctuation(line: list[Inline], waiting: list[Inline]) -> None:
    following = waiting[-1] if waiting else None
    if not isinstance(following, Text):
        return
    found = _PUNCTUATION.match(following.text)
    if found is None:
        return
    before = line[-1].text if line and isinstance(line[-1], Text) else ""
    if found[0] != "." or not before.endswith((".", "!", "?")):
        line.append(Text(found[0]))
    rest = following.text[found.end() :]
    waiting[-1:] = [Text(rest)] if rest else []
