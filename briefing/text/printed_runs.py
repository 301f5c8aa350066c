"""What an inline content prints, with the look of each run of words."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from markdown_it.token import Token

from briefing.text.block_tree import Content
from briefing.text.markdown_atoms import WrapKind

_KINDS = {"strong": WrapKind.STRONG, "em": WrapKind.EMPHASIS, "s": WrapKind.STRIKE}
_KINDS["link"] = WrapKind.LINK
THING = "\ufffc"  # stands for a citation, a note, a picture or a cross reference

PLAIN = frozenset[WrapKind]()

Look = TypeVar("Look")
PrintedRuns = list[tuple[str, frozenset[WrapKind]]]


def printed_runs(content: Content) -> PrintedRuns:
    """Return what a content prints, in runs that have the same kinds of wraps round them."""
    return joined(_runs(content))


def joined(runs: Iterable[tuple[str, Look]]) -> list[tuple[str, Look]]:
    """Return runs as one where they stand side by side and look the same."""
    said = (run for run in runs if run[0])
    return [
        ("".join(text for text, _ in some), look) for look, some in groupby(said, itemgetter(1))
    ]


def _runs(content: Content) -> Iterator[tuple[str, frozenset[WrapKind]]]:
    look: list[WrapKind] = []
    tokens = content.parse.tokens
    for number, token in enumerate(tokens):
        if _is_reference(token, tokens[number + 1 : number + 2]):
            yield THING, frozenset(look)
        kind = _KINDS.get(token.type.rpartition("_")[0])
        if kind is not None and token.nesting:
            look = [*look, kind] if token.nesting > 0 else look[:-1]
        elif token.type == "code_inline":
            yield token.content, frozenset((*look, WrapKind.CODE))
        else:
            yield _leaf(token), frozenset(look)


def _is_reference(token: Token, following: list[Token]) -> bool:
    """Return whether a link without words begins, which prints what it leads to."""
    if token.type != "link_open" or not str(token.attrGet("href") or "").startswith("#"):
        return False
    return bool(following) and following[0].type == "link_close"


def _leaf(token: Token) -> str:
    match token.type:
        case "text" | "text_special":
            return token.content
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "html_inline":
            return "\n" if token.content[:3].casefold() == "<br" else ""
        case "citation" | "note_mark" | "image":
            return THING
        case _:
            return ""
