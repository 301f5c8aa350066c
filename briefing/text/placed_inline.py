"""Inline parsing that keeps the place of each citation, link, code and marker in its content."""

import re
from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_MARKS = re.compile(r"[\n&*<@\[\\_`~]")  # without one of these a content is plain words


class Place(NamedTuple):
    """What a rule read, from `start` up to `end`; a link's words end at `words_end`."""

    kind: str
    start: int
    end: int
    words_end: int
    token: Token | None


@dataclass(slots=True)
class InlineParse:
    """The tokens of one inline content, and the places in it, in reading order."""

    tokens: list[Token]
    places: list[Place] = field(default_factory=list[Place])
    notes: "list[tuple[int, int, InlineParse]]" = field(
        default_factory=list["tuple[int, int, InlineParse]"]
    )


class PlacedInline(StateInline):
    """markdown-it's inline state with a list of places; nested ones come after their parent."""

    def __init__(
        self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]
    ) -> None:
        super().__init__(src, md, env, tokens)
        self.places: list[Place | None] = []
        self.inline_notes: list[tuple[int, int, InlineParse]] = []

    def reserve_place(self) -> int:
        """Keep a place for a rule that may read others inside its own."""
        self.places.append(None)
        return len(self.places) - 1

    def release_place(self, mark: int) -> None:
        """Give back the place of a rule that did not match."""
        del self.places[mark:]

    def fill_place(self, mark: int, kind: str, start: int, end: int) -> None:
        """Note what was read; backticks that opened no code are plain text."""
        token = self.tokens[-1] if self.tokens else None
        if kind == "code" and (token is None or token.type != "code_inline"):
            self.release_place(mark)
            return
        words_end = end
        if kind in {"link", "tagged"}:
            words_end = self.md.helpers.parseLinkLabel(_at(self, start), start, True)  # noqa: FBT003
        self.places[mark] = Place(kind, start, end, words_end, token)


def _at(state: PlacedInline, position: int) -> StateInline:
    """Return a fresh state on the same text, so that looking again changes nothing."""
    fresh = StateInline(state.src, state.md, state.env, [])
    fresh.pos = position
    return fresh


def parse_inline(parser: MarkdownIt, content: str, env: MutableMapping[str, Any]) -> InlineParse:
    """Parse one inline content."""
    if not _MARKS.search(content):
        return InlineParse([Token("text", "", 0, content=content)] if content else [])
    tokens: list[Token] = []
    state = PlacedInline(content, parser, env, tokens)
    parser.inline.tokenize(state)
    for rule in parser.inline.ruler2.getRules(""):
        rule(state)
    places = [place for place in state.places if place is not None]
    return InlineParse(state.tokens, places, state.inline_notes)
