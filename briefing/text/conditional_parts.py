"""Parts of a memo that are there only if a field has a value: `{.if kind=bill}`.

A section says so at its heading, anything else in a fenced div. Several pairs must all hold; `|`
parts values of which one must be there, and `*` stands for any value at all.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.model.block import Block, Div, Heading, Span
from briefing.text.blocks import parse

IF = "if"
Condition = tuple[tuple[str, str], ...]
_ANY = "*"
_OWN = frozenset({"words", "id"})  # attributes of a section that are no fields
_BLANKED = re.compile(r"(?:[ ]*\n)*[ ]{3,}\n(?:[ ]*\n)*")
_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_SIGN = re.compile(r"\.if\b")


def condition_of(classes: Sequence[str], pairs: Sequence[tuple[str, str]]) -> Condition:
    """Return what attributes ask for; nothing where they ask for nothing."""
    return tuple(pair for pair in pairs if pair[0] not in _OWN) if IF in classes else ()


def holds(condition: Condition, fields: Mapping[str, str]) -> bool:
    """Return whether the fields of a memo meet a condition; one that asks for nothing holds."""
    return all(_is_met(wanted, fields.get(name, "")) for name, wanted in condition)


def hidden_spans(markdown: str, fields: Mapping[str, str]) -> tuple[Span, ...]:
    """Return the parts of a memo's text whose conditions do not hold."""
    if not _SIGN.search(markdown):
        return ()
    return tuple(_hidden(parse(markdown).blocks, fields, len(markdown)))


def without_hidden(markdown: str, fields: Mapping[str, str]) -> str:
    """Return the text with the hidden parts blank, and their notes: places keep their number."""
    spans = hidden_spans(markdown, fields)
    shown = _blanked(markdown, spans)
    return _blanked(shown, _lost_notes(markdown, shown)) if spans else shown


def _blanked(markdown: str, spans: Iterable[Span]) -> str:
    for span in spans:
        part = re.sub(r"[^\n]", " ", markdown[span.start : span.end])
        markdown = markdown[: span.start] + part + markdown[span.end :]
    return markdown


def _lost_notes(markdown: str, shown: str) -> Iterator[Span]:
    """Yield the notes that were marked in hidden parts alone."""
    lost = _marked(markdown) - _marked(shown)
    yield from (note.span for note in parse(shown).notes if note.label in lost)


def _marked(markdown: str) -> set[str]:
    """Return the labels of the notes that a text marks outside its notes."""
    text = _blanked(markdown, (note.span for note in parse(markdown).notes))
    return set(_MARK.findall(text))


def closed_up(markdown: str) -> str:
    """Return a text in which parts were blanked without the room that they left."""
    return _BLANKED.sub("\n\n", markdown)


def _hidden(blocks: Sequence[Block], fields: Mapping[str, str], end: int) -> Iterator[Span]:
    """Yield the hidden parts of blocks that stand together; `end` is where the last one ends."""
    until = 0  # a part that is hidden already
    for number, block in enumerate(blocks):
        if block.span.start < until or not isinstance(block, Div | Heading):
            continue
        is_shown = holds(condition_of(block.classes, block.attributes), fields)
        if isinstance(block, Div) and is_shown:
            yield from _hidden(block.blocks, fields, block.span.end)
        elif not is_shown:
            until = _section_end(blocks[number:], end) if isinstance(block, Heading) else 0
            until = until or block.span.end
            yield Span(block.span.start, until)


def _section_end(blocks: Sequence[Block], end: int) -> int:
    """Return where the section ends that the first block, a heading, begins."""
    first, *rest = blocks
    level = first.level if isinstance(first, Heading) else 0
    following = (one for one in rest if isinstance(one, Heading) and one.level <= level)
    return next((heading.span.start for heading in following), _inner_end(blocks, end))


def _inner_end(blocks: Sequence[Block], end: int) -> int:
    return min(end, blocks[-1].span.end)


def _is_met(wanted: str, value: str) -> bool:
    given = _folded(value)
    if wanted.strip() == _ANY:
        return bool(given)
    return given in {_folded(one) for one in wanted.split("|")}


def _folded(value: str) -> str:
    return " ".join(value.casefold().split())
