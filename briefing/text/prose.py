"""The running words of an inline content, its citations lifted out, each place known in the source.

Left out: citations in brackets, note marks, emphasis marks, link addresses, pictures and tags.
Code and addresses keep their length but hold no stop at which a sentence could seem to end. A bare
citation, `@smith says`, stays as a word, for the sentence needs it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.block import Citation
from briefing.text.block_tree import Content
from briefing.text.placed_inline import Place
from briefing.text.source_map import SourceMap

AUTHOR = "Author"  # stands for a bare citation

_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_NOT_SPACE = re.compile(r"\S")
_CLOSING = re.compile(r"\s*[.,;:!?)\]”’»…]")


@dataclass(frozen=True, slots=True)
class ProseCitation:
    """A citation: where it stood in the prose, and where it stands in the content."""

    at: int
    start: int
    end: int
    citation: Citation


@dataclass(frozen=True, slots=True)
class Prose:
    """Words with a map back to their content."""

    text: str
    map: SourceMap
    citations: tuple[ProseCitation, ...]


def prose_of(content: Content) -> Prose:
    """Return the running words of a content."""
    source = content.text
    parts: list[str] = []
    here: list[int] = [0]
    there: list[int] = [0]
    citations: list[ProseCitation] = []
    position = length = 0
    for start, end, words, citation in _cuts(source, content.parse.places):
        if start < position:
            continue
        kept = source[position:start]
        if citation is not None and not citation.bare and _CLOSING.match(source, end):
            kept = kept.rstrip()
        parts += [kept, words]
        length += len(kept)
        if citation is not None:
            citations.append(ProseCitation(length, start, end, citation))
        if words:
            here.append(length)
            there.append(start)
        length += len(words)
        here.append(length)
        there.append(end)
        position = end
    parts.append(source[position:])
    text = "".join(parts).replace("\n", " ")
    return Prose(text, SourceMap(tuple(here), tuple(there)), tuple(citations))


def _cuts(source: str, places: list[Place]) -> Iterator[tuple[int, int, str, Citation | None]]:
    """Yield what to replace, in order: from, to, by which words, and the citation it is."""
    cuts: list[tuple[int, int, str, Citation | None]] = []
    for place in places:
        match place.kind:
            case "citation" if place.token is not None:
                citation: Citation = place.token.meta["citation"]
                cuts.append((place.start, place.end, AUTHOR if citation.bare else "", citation))
            case "code" | "autolink":
                masked = _NOT_SPACE.sub("x", source[place.start : place.end])
                cuts.append((place.start, place.end, masked, None))
            case "link" | "tagged":
                cuts.append((place.start, place.start + 1, "", None))
                cuts.append((place.words_end, place.end, "", None))
            case _:
                cuts.append((place.start, place.end, "", None))
    cuts += [(match.start(), match.end(), "", None) for match in _ESCAPE.finditer(source)]
    return iter(sorted(cuts, key=lambda cut: cut[:2]))
