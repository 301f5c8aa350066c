"""Edits of plain words amid plain words: they print as typed, and nothing need be read again.

No inline mark of Markdown is a letter, a figure, a blank within a line, or a comma or full stop
behind a word; and whether a mark opens or closes is said by the signs that touch it (CommonMark
0.31.2, 6.2). So where an edit and the words on both its sides are only these, all else is read as
before. Tables, whose columns a word may shift, are left to the parser.
"""

import re
from collections.abc import Iterable, Iterator

from briefing.model.memo_review import MemoEdit
from briefing.review.placing.memo_tree import Node, NodeKind
from briefing.text.markdown_atoms import Atom, AtomKind

_WORDS = re.compile(r"(?:[^\W_]+[,.]?(?: |$))*[^\W_]*|(?: [^\W_]+[,.]?)+ ?")
_BEFORE = re.compile(r"(?<= )[^\W_]+,? [^\W_]*$")
_BEHIND = re.compile(r"[^\W_]*[,.]? [^\W_]")
_FAR = 80  # characters in which the words on either side are looked for
_KINDS = (NodeKind.PARAGRAPH, NodeKind.HEADING)


def is_plain(body: str, edit: MemoEdit, node: Node, atoms: Iterable[Atom]) -> bool:
    """Tell whether an edit of a node's words can do nothing but what its atoms say."""
    if node.kind not in _KINDS or not (edit.text or edit.end > edit.start):
        return False
    if any(one.wraps or one.kind is not AtomKind.TEXT or one.text != one.source for one in atoms):
        return False
    if any(run.wraps for run in _touched(node, edit)):
        return False  # what is put amid bold words would be bold
    words = body[node.words.start : node.words.end]
    if "--" in words or "|" in words:
        return False
    before = body[max(node.words.start, edit.start - _FAR) : edit.start]
    behind = body[edit.end : min(node.words.end, edit.end + _FAR)]
    both = (body[edit.start : edit.end], edit.text)
    if not (_BEFORE.search(before) and _BEHIND.match(behind)):
        return False
    return all(_WORDS.fullmatch(one) for one in both)


def _touched(node: Node, edit: MemoEdit) -> Iterator[Atom]:
    """Yield the words of a node that an edit takes out or stands beside."""
    runs = node.atoms.runs() if node.atoms else ()
    return (run for run in runs if run.start <= edit.end and run.end >= edit.start)
