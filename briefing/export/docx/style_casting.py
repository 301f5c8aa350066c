"""The styles of a house cast for a memo: those that were chosen first, then those guessed."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefing.export.docx.number_formats import NumberFormats
from briefing.export.docx.style_guess import Guess, StyleGuess
from briefing.export.docx.style_list import StyleList, identity_of
from briefing.export.docx.style_names import PARTS
from briefing.export.docx.style_words import StyleWords
from briefing.export.docx.xml_text import Element

WORDS = Path("docx") / "style_words.json"
CHOSEN = "chosen in the template"


@dataclass(frozen=True, slots=True)
class Casting:
    """Which style plays which part; `warnings` tell of those chosen that are not there."""

    guesses: Mapping[str, Guess]
    chosen: frozenset[str] = frozenset()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StyleSource:
    """What a casting is made from: a file's styles and numberings, and what its text uses."""

    styles: StyleList
    numbering: Element | None = None
    usage: Counter[str] = field(default_factory=Counter[str])


def cast(source: StyleSource, chosen: Mapping[str, str], resources: Path) -> Casting:
    """Cast the parts; `chosen` names styles by the parts that they are to play."""
    words = StyleWords.read(resources / WORDS)
    formats = NumberFormats(source.numbering)
    guesses = StyleGuess(source.styles, formats, source.usage, words).guesses()
    found: set[str] = set()
    warnings: list[str] = []
    for part, name in chosen.items():
        wanted = PARTS.get(part)
        if wanted is None:
            warnings.append(f"“{part}” is no role of a memo, so its style “{name}” is not used.")
            continue
        style = source.styles.named(wanted.kind, name)
        if style is None:
            label = wanted.label or part
            warnings.append(f"The house style has no {wanted.kind} style “{name}” for: {label}.")
            continue
        guesses[part] = Guess(identity_of(style), CHOSEN)
        found.add(part)
    return Casting(guesses, frozenset(found), tuple(warnings))
