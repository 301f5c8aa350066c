"""The lines of a code block as atoms: its words stand for themselves, nothing is escaped."""

from briefing.model.block import CodeBlock
from briefing.text.markdown_atoms import Atom, AtomKind, Atoms


def code_atoms(body: str, block: CodeBlock) -> Atoms | None:
    """Return the characters of a code block with their places, or None where one has no place."""
    lines = block.text.rstrip("\n").split("\n")
    places = _line_places(body, block, lines)
    if places is None:
        return None
    atoms: list[Atom] = []
    for line, start, following in zip(lines, places, [*places[1:], None], strict=True):
        end = start + len(line)
        if line:
            atoms.append(Atom(AtomKind.TEXT, line, line, (), start, end))
        if following is not None:
            source = body[end:following]
            atoms.append(Atom(AtomKind.LINE, "\n", source, (), end, following))
    return Atoms(atoms)


def _line_places(body: str, block: CodeBlock, lines: list[str]) -> list[int] | None:
    """Return where each line of the code begins in the body."""
    at = block.span.start
    opener = body[at : body.find("\n", at)] if "\n" in body[at:] else body[at:]
    if opener.lstrip().startswith(("```", "~~~")):
        at += len(opener) + 1
    places: list[int] = []
    for line in lines:
        end = body.find("\n", at)
        end = len(body) if end < 0 else end
        raw = body[at:end].removesuffix("\r")
        if not raw.endswith(line):
            return None
        places.append(at + len(raw) - len(line))
        at = end + 1
    return places
