"""The block rule of fenced divs, `::: {.facts query="…"}` … `:::`, nested.

Source: the Pandoc User's Guide, "Extension: fenced_divs". A div without its closing line is
plain words, so that a half-typed one never swallows what follows.
"""

from markdown_it.rules_block import StateBlock

from briefing.text.line_scan import div_attributes, is_div_opener, scan_lines


def div_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Read a div; `silent` asks only whether one begins here."""
    begin = state.bMarks[start] + state.tShift[start]
    if state.src[begin : begin + 3] != ":::" or state.is_code_block(start):
        return False
    attributes = div_attributes(state.src[begin : state.eMarks[start]])
    if attributes is None:
        return False
    closer = _closer(state, start, end)
    if closer is None:
        return False
    if silent:
        return True
    _push_div(state, start, closer, attributes)
    return True


def _push_div(
    state: StateBlock,
    start: int,
    closer: int,
    attributes: tuple[tuple[str, ...], tuple[tuple[str, str], ...]],
) -> None:
    token = state.push("div_open", "div", 1)
    token.map = [start, closer + 1]
    token.meta = {"classes": attributes[0], "pairs": attributes[1]}
    outer = state.parentType, state.lineMax, state.tight
    state.parentType, state.lineMax = "div", closer
    state.md.block.tokenize(state, start + 1, closer)
    state.parentType, state.lineMax, state.tight = outer
    state.push("div_close", "div", -1)
    state.line = closer + 1


def _closer(state: StateBlock, start: int, end: int) -> int | None:
    """Return the line that closes the div opened at `start`."""
    ends: dict[int, int] = state.env["div_ends"]
    indent = min(state.blkIndent, state.sCount[start])  # less: it ends what stands above it
    if (not state.blkIndent or indent < state.blkIndent) and (
        state.bMarks[start] in state.env["line_starts"]
    ):
        return ends.get(start)
    known: dict[tuple[int, int, int], int | None] = state.env["inner_div_ends"]
    key = (start, end, indent)
    if key not in known:
        _scan_inner(state, key, known)
    return known[key]


def _scan_inner(
    state: StateBlock, key: tuple[int, int, int], known: dict[tuple[int, int, int], int | None]
) -> None:
    """Pair the divs of a list item, a quotation or a note, all that open here at one go."""
    start, end, indent = key
    lines: list[str] = []
    for line in range(start, end):
        if state.sCount[line] < indent and not state.isEmpty(line):
            break
        words = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
        lines.append(" " * max(0, state.sCount[line] - indent) + words)
    pairs = scan_lines(lines).div_ends
    for number, text in enumerate(lines):
        if number == 0 or is_div_opener(text.lstrip()):
            closer = pairs.get(number)
            known[start + number, end, indent] = None if closer is None else start + closer
