"""Words that claim a rank, or that something holds always: the most, the first, never, only."""

from collections.abc import Iterable

from briefing.text.folding import fold

_RANKING = """
most first only never always best worst highest lowest largest smallest biggest greatest longest
shortest earliest strongest weakest fastest record unprecedented unique primero primera único única
nunca siempre mejor peor récord inédito premier première seul seule jamais toujours meilleur
meilleure pire meist meiste meisten erste ersten erster einzige einzigen nie niemals immer beste
besten größte größten höchste höchsten rekord beispiellos
"""
_FOLDED = frozenset(fold(word).text.casefold() for word in _RANKING.split())
_EDGES = ".,;:!?()[]“”\"'«»"


def ranking_words(words: Iterable[str]) -> frozenset[str]:
    """Return those of some words that claim a rank, folded."""
    found = (fold(word.strip(_EDGES)).text.casefold() for word in words)
    return frozenset(word for word in found if word in _FOLDED)
