"""What the rules of plain language look up in `standards/plain-language.json`."""

from functools import lru_cache

from briefing.checks.standards_data import standard_named
from briefing.text.hidden_verbs import HidingPlaces, hiding_places

_NAME = "plain-language"


@lru_cache(maxsize=8)
def longest_sentence(language: str) -> int:
    """Return how many words a sentence of a language may have."""
    limits: dict[str, int] = standard_named(_NAME)["longest_sentence"]
    return int(limits.get(language[:2].lower(), limits["default"]))


@lru_cache(maxsize=1)
def places_of_hidden_verbs() -> HidingPlaces:
    """Return the light verbs with the nouns in which verbs hide."""
    return hiding_places(standard_named(_NAME)["hidden_verbs"])
