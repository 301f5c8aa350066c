"""Names in BibTeX: split while they are LaTeX, then made plain."""

import re
from collections.abc import Iterator

from bibtexparser.middlewares.names import (
    InvalidNameError,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from briefing.intake.bibtex_latex import decoded, with_tildes
from briefing.intake.reference_names import person

_EXTENDED = re.compile(r"\b(family|given|prefix|suffix)\s*=\s*(\{[^{}]*\}|\"[^\"]*\"|[^,]*)")
_MOST = 2000  # characters of one name
_MOST_NAMES = 5000


def bibtex_names(value: str) -> Iterator[str]:
    """Yield each name of a list joined by `and`: `Family, Given`, or an office in braces."""
    for name in split_multiple_persons_names(value)[:_MOST_NAMES]:
        said = _read(with_tildes(" ".join(name.split())))
        if said and said != "others":
            yield said


def _read(name: str) -> str:
    if _is_braced(name) or len(name) > _MOST:
        return decoded(name[:_MOST]).strip()
    said = {key: words.strip('{}" ') for key, words in _EXTENDED.findall(name)}
    if "family" in said:
        family = f"{said.get('prefix', '')} {said['family']}"
        return person(
            decoded(family), decoded(said.get("given", "")), decoded(said.get("suffix", ""))
        )
    try:
        parts = parse_single_name_into_parts(name, strict=False)
    except InvalidNameError:
        return decoded(name).strip()
    family = decoded(" ".join((*parts.von, *parts.last)))
    return person(family, decoded(" ".join(parts.first)), decoded(" ".join(parts.jr)))


def _is_braced(name: str) -> bool:
    """Return whether one pair of braces holds all of it."""
    if not (name.startswith("{") and name.endswith("}")):
        return False
    depth = 0
    for at, char in enumerate(name):
        depth += (char == "{") - (char == "}")
        if not depth:
            return at == len(name) - 1
    return False
