"""What an inline content prints, character by character, with the look of each."""

from markdown_it.token import Token

from briefing.text.block_tree import Content
from briefing.text.rendered_map import WrapKind

_KINDS = {"strong": WrapKind.STRONG, "em": WrapKind.EMPHASIS, "s": WrapKind.STRIKE}
_KINDS["link"] = WrapKind.LINK
THING = "\ufffc"  # stands for a citation, a note, a picture or a cross reference

PrintedSigns = list[tuple[str, frozenset[WrapKind]]]


def printed_signs(content: Content) -> PrintedSigns:
    """Return each character that a content prints; its look is the kinds of wraps round it."""
    printed: PrintedSigns = []
    look: list[WrapKind] = []
    tokens = content.parse.tokens
    for number, token in enumerate(tokens):
        if _is_reference(token, tokens[number + 1 : number + 2]):
            printed.append((THING, frozenset(look)))
        kind = _KINDS.get(token.type.rpartition("_")[0])
        if kind is not None and token.nesting:
            look = [*look, kind] if token.nesting > 0 else look[:-1]
        else:
            printed += _leaf(token, frozenset(look))
    return printed


def _is_reference(token: Token, following: list[Token]) -> bool:
    """Return whether a link without words begins, which prints what it leads to."""
    if token.type != "link_open" or not str(token.attrGet("href") or "").startswith("#"):
        return False
    return bool(following) and following[0].type == "link_close"


def _leaf(token: Token, look: frozenset[WrapKind]) -> PrintedSigns:
    match token.type:
        case "text" | "text_special":
            return [(sign, look) for sign in token.content]
        case "code_inline":
            in_code = look | {WrapKind.CODE}
            return [(sign, in_code) for sign in token.content]
        case "softbreak":
            return [(" ", look)]
        case "hardbreak":
            return [("\n", look)]
        case "html_inline":
            return [("\n", look)] if token.content[:3].casefold() == "<br" else []
        case "citation" | "note_mark" | "image":
            return [(THING, look)]
        case _:
            return []
