"""The inline rules of pandoc's attributes: behind links and pictures, and `[words]{lang=fr}`.

Source: the Pandoc User's Guide, "Extension: link_attributes" and "bracketed_spans".
"""

from collections.abc import Callable

from markdown_it.rules_inline import StateInline

from briefing.text.attributes import attributes_at

InlineRule = Callable[[StateInline, bool], bool]
_HOLDS = frozenset({"link_open", "image"})


def with_attributes(rule: InlineRule) -> InlineRule:
    """Wrap the rule of links or of pictures so that it takes the attributes behind them."""

    def run(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
        first = len(state.tokens)
        if not rule(state, silent):
            return False
        found = attributes_at(state.src, state.pos)
        if found is not None:
            state.pos = found[1]
            token = next((one for one in state.tokens[first:] if one.type in _HOLDS), None)
            if token is not None:
                token.meta["attributes"] = found[0]
        return True

    return run


def tagged(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Read words in brackets with attributes behind them."""
    end = state.md.helpers.parseLinkLabel(state, state.pos)
    found = attributes_at(state.src, end + 1) if end >= 0 else None
    if found is None:
        return False
    after, limit = found[1], state.posMax
    if not silent:
        state.pos, state.posMax = state.pos + 1, end
        state.push("tagged_open", "span", 1).meta["attributes"] = found[0]
        state.md.inline.tokenize(state)
        state.push("tagged_close", "span", -1)
    state.pos, state.posMax = after, limit
    return True
