"""Comments with their answers as parts of a Word file (ECMA-376 part 1, 17.13.4; [MS-DOCX] 2.5)."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.export.docx.comment_anchors import CommentAnchors
from briefing.export.docx.packed_parts import PackedParts
from briefing.export.docx.redline_atoms import W
from briefing.export.docx.xml_text import DECLARATION, WORD, attribute, escape
from briefing.model.outgoing_comment import OutgoingComment

_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATION = "http://schemas.microsoft.com/office/"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_W16 = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_STYLES = ("annotation text", "annotation reference")


@dataclass(frozen=True, slots=True)
class _Written:
    """A comment or an answer with its ids; `parent` is the paragraph id of what it answers."""

    number: int
    paragraph_id: str
    parent: str
    author: str
    date: str
    text: str
    is_resolved: bool


def commented(data: bytes, comments: Sequence[OutgoingComment]) -> bytes:
    """Return a finished Word file of ours with comments on its words, open or resolved.

    The same file and comments give the same bytes.
    """
    if not comments:
        return data
    parts = PackedParts(data)
    body = parts.root(parts.document).find(W + "body")
    if body is None:
        return data
    anchors = CommentAnchors(body)
    written: list[_Written] = []
    for comment in comments:
        thread = list(_thread(comment, len(written)))
        anchors.place(comment, [one.number for one in thread])
        written += thread
    _add(parts, "comments", f"{_MEDIA}comments+xml", "comments", _comments(parts, written))
    _add(
        parts, "commentsExtended", f"{_MEDIA}commentsExtended+xml",
        f"{_RELATION}2011/relationships/commentsExtended", _extended(written),
    )  # fmt: skip
    _add(
        parts, "commentsIds", f"{_MEDIA}commentsIds+xml",
        f"{_RELATION}2016/09/relationships/commentsIds", _identities(written),
    )  # fmt: skip
    return parts.packed()


def _thread(comment: OutgoingComment, first: int) -> Iterator[_Written]:
    said = [(comment.author, comment.date, comment.text)]
    said += [(one.author, one.date, one.text) for one in comment.replies]
    parent = ""
    for number, (author, date, text) in enumerate(said, first):
        identity = _identity(number, author, text)
        yield _Written(number, identity, parent, author, date, text, comment.is_resolved)
        parent = parent or identity


def _identity(number: int, *words: str) -> str:
    """Return eight hexadecimal digits between 0 and 80000000 ([MS-DOCX] 2.2.4); no two alike."""
    digest = hashlib.sha256("\n".join(words).encode("utf-8", "replace")).digest()
    return f"{(int.from_bytes(digest[:2]) << 15 | number & 0x7FFF) % 0x7FFFFFFF + 1:08X}"


def _add(parts: PackedParts, name: str, media: str, relation: str, content: str) -> None:
    place = parts.beside(name) or f"word/{name}.xml"
    if not parts.beside(name):
        parts.add(place, b"", media)
        parts.relate(parts.document, relation, place)
    parts.add(place, content.encode("utf-8", "replace"), media)


def _comments(parts: PackedParts, written: Sequence[_Written]) -> str:
    text_style, mark_style = (_style(parts, name) for name in _STYLES)
    inside = "".join(_comment(one, text_style, mark_style) for one in written)
    return (
        f'{DECLARATION}<w:comments xmlns:w="{WORD}" xmlns:w14="{_W14}" xmlns:mc="{_MC}"'
        f' mc:Ignorable="w14">{inside}</w:comments>'
    )


def _comment(one: _Written, text_style: str, mark_style: str) -> str:
    lines = one.text.split("\n")
    shape = f'<w:pPr><w:pStyle w:val="{attribute(text_style)}"/></w:pPr>' if text_style else ""
    look = f'<w:rPr><w:rStyle w:val="{attribute(mark_style)}"/></w:rPr>' if mark_style else ""
    paragraphs: list[str] = []
    for place, line in enumerate(lines):
        identity = f' w14:paraId="{one.paragraph_id}"' if place == len(lines) - 1 else ""
        mark = f"<w:r>{look}<w:annotationRef/></w:r>" if not place else ""
        words = f'<w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r>' if line else ""
        paragraphs.append(f"<w:p{identity}>{shape}{mark}{words}</w:p>")
    date = f' w:date="{attribute(one.date)}"' if one.date else ""
    return (
        f'<w:comment w:id="{one.number}" w:author="{attribute(one.author)}"{date}'
        f' w:initials="{attribute(_initials(one.author))}">{"".join(paragraphs)}</w:comment>'
    )


def _extended(written: Sequence[_Written]) -> str:
    entries = "".join(
        f'<w15:commentEx w15:paraId="{one.paragraph_id}"'
        + (f' w15:paraIdParent="{one.parent}"' if one.parent else "")
        + f' w15:done="{int(one.is_resolved)}"/>'
        for one in written
    )
    return f'{DECLARATION}<w15:commentsEx xmlns:w15="{_W15}">{entries}</w15:commentsEx>'


def _identities(written: Sequence[_Written]) -> str:
    entries = "".join(
        f'<w16cid:commentId w16cid:paraId="{one.paragraph_id}"'
        f' w16cid:durableId="{_identity(one.number, one.author, one.text, one.date)}"/>'
        for one in written
    )
    return f'{DECLARATION}<w16cid:commentsIds xmlns:w16cid="{_W16}">{entries}</w16cid:commentsIds>'


def _style(parts: PackedParts, name: str) -> str:
    """Return the id of the style of that name, which every Word knows; nothing if not there."""
    place = parts.beside("styles")
    for style in parts.root(place) if place else ():
        said = style.find(W + "name")
        if said is not None and (said.get(W + "val") or "").casefold() == name:
            return style.get(W + "styleId") or ""
    return ""


def _initials(author: str) -> str:
    return "".join(word[0] for word in author.split()[:3]).upper()
