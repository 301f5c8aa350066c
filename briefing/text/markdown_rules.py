"""The parser's rules: CommonMark with tables, strikethrough, and pandoc's divs, notes, citations.

This file and the ones that read its tokens are the only ones that know markdown-it-py.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def

from briefing.text.attribute_rules import InlineRule, tagged, with_attributes
from briefing.text.citation_syntax import citation_at
from briefing.text.div_rule import div_block
from briefing.text.placed_inline import PlacedInline, parse_inline
from briefing.text.ruled_table_rule import ruled_table_block

MAX_BLOCK_LEVEL = 60  # a list and its item are two levels; deeper markers are plain words
MAX_NOTE_DEPTH = 3  # notes within notes

_CONTAINERS = ("blockquote", "list", "footnote_def", "div")


class PlacedBlocks(ParserBlock):
    """The block rules; each block's first token learns where the block begins."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """Read the lines from `startLine` up to `endLine` into tokens.

        As markdown-it's own, but a block that stands too deep is read as plain words, where
        the original would drop it with all that follows.
        """
        rules = self._leaf_rules() if state.level >= MAX_BLOCK_LEVEL else self.ruler.getRules("")
        line = startLine
        has_blank = False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            begin = state.bMarks[line] + state.tShift[line]
            first = len(state.tokens)
            for rule in rules:
                if rule(state, line, endLine, False):  # noqa: FBT003
                    break
            if first < len(state.tokens):
                state.tokens[first].meta.setdefault("begin", begin)
            state.tight = not has_blank
            line = state.line
            has_blank = has_blank or (line - 1 < endLine and state.isEmpty(line - 1))
            if line < endLine and state.isEmpty(line):
                has_blank = True
                line += 1
                state.line = line

    def _leaf_rules(self) -> list[Callable[[StateBlock, int, int, bool], bool]]:
        containers = {rule.fn for rule in self.ruler.__rules__ if rule.name in _CONTAINERS}
        return [rule for rule in self.ruler.getRules("") if rule not in containers]


@cache
def markdown_parser() -> MarkdownIt:
    """Return the one parser; it holds no state between texts."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    blocks = PlacedBlocks()
    blocks.ruler = parser.block.ruler
    parser.block = blocks
    everywhere: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    parser.block.ruler.before("fence", "div", div_block, everywhere)
    parser.block.ruler.before(
        "reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]}
    )
    parser.block.ruler.before("table", "ruled_table", ruled_table_block)
    for rule in parser.inline.ruler.__rules__:
        if rule.name in {"link", "image"}:
            rule.fn = with_attributes(rule.fn)
        if rule.name in _PLACED:
            rule.fn = _placed(*_PLACED[rule.name], rule.fn)
    inline = parser.inline.ruler
    inline.after("link", "tagged", _placed("tagged", "[", tagged))
    inline.before("link", "note_mark", _placed("note", "[", _note_mark))
    inline.before("link", "inline_note", _placed("note", "^", _inline_note))
    inline.before("link", "citation", _placed("citation", "[@-", _citation))
    return parser


# What the prose of a sentence leaves out or passes over whole.
_PLACED = {
    "backticks": ("code", "`"),
    "emphasis": ("marker", "*_"),
    "strikethrough": ("marker", "~"),
    "link": ("link", "["),
    "image": ("image", "!"),
    "autolink": ("autolink", "<"),
    "html_inline": ("html", "<"),
}


def _placed(kind: str, begins: str, rule: InlineRule) -> InlineRule:
    """Wrap a rule so that it notes where what it read begins and ends.

    `begins` holds the characters that it can begin with.
    """

    def run(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
        start = state.pos
        if state.src[start] not in begins:
            return False
        if silent or not isinstance(state, PlacedInline):
            return rule(state, silent)
        mark = state.reserve_place()
        if not rule(state, silent):
            state.release_place(mark)
            return False
        state.fill_place(mark, kind, start, state.pos)
        return True

    return run


def _citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    found = citation_at(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("citation", "", 0).meta = {"citation": found[0]}
    state.pos = found[1]
    return True


def _note_mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    if not state.src.startswith("[^", state.pos):
        return False
    close = state.src.find("]", state.pos + 2, state.posMax)
    label = state.src[state.pos + 2 : close]
    if close < 0 or label not in state.env["labels"]:
        return False
    if not silent:
        state.push("note_mark", "", 0).meta = {"label": label}
    state.pos = close + 1
    return True


def _inline_note(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    if not state.src.startswith("^[", state.pos) or state.env["note_depth"] >= MAX_NOTE_DEPTH:
        return False
    start = state.pos + 2
    close = state.md.helpers.parseLinkLabel(state, state.pos + 1)
    if close <= start:
        return False
    if not silent:
        content = state.src[start:close]
        env: dict[str, Any] = {**state.env, "note_depth": state.env["note_depth"] + 1}
        inner = parse_inline(state.md, content, env)
        state.push("note_mark", "", 0).meta = {"label": "^" + content, "inner": inner}
        if isinstance(state, PlacedInline):
            state.inline_notes.append((start, close, inner))
    state.pos = close + 1
    return True


def block_tokens(text: str, env: dict[str, Any]) -> list[Token]:
    """Return a normalised text's block tokens; link definitions and notes are left in `env`."""
    line = text.rstrip("\n")
    if line[:1].isalpha() and "\n" not in line:
        return _one_line(line)
    parser = markdown_parser()
    tokens: list[Token] = []
    parser.block.parse(text, parser, env, tokens)
    return tokens


def _one_line(line: str) -> list[Token]:
    """Return the tokens of a paragraph on one line that begins with a letter: it can be no other.

    Most of a memo is such paragraphs; this saves half of the time of reading it.
    """
    place = [0, 1]
    begin = Token("paragraph_open", "p", 1, map=place, block=True, meta={"begin": 0})
    content = Token("inline", "", 0, map=place, level=1, content=line.strip(), children=[])
    return [begin, content, Token("paragraph_close", "p", -1, block=True)]
