"""What sort of word a word is, as far as it tells by itself: preposition, determiner, ending."""

from briefing.text.participles import is_participle
from briefing.text.word_set import word_set

_DETERMINERS = word_set("""
the a an this that these those its their his her our your my some any no such more less each every
all
""")
_PRONOUNS = word_set("it them him her us me you they we i he she one")
_PREPOSITIONS = word_set("""
of in on at for with from by as about into through during after before under against between among
over upon across within without to
""")
_ENDINGS = ("ing", "ly", "s")


def is_preposition(word: str) -> bool:
    """Tell whether a lower-case word is a preposition."""
    return word in _PREPOSITIONS


def word_kind(word: str) -> str:
    """Return the sort of a lower-case word: its class, its ending, or `word`."""
    if not word[:1].isalnum():
        return "mark"
    if word in _DETERMINERS:
        return "determiner"
    if word in _PRONOUNS:
        return "pronoun"
    if word in _PREPOSITIONS:
        return "preposition"
    if word[0].isdigit():
        return "figure"
    if is_participle(word):
        return "participle"
    return next((ending for ending in _ENDINGS if word.endswith(ending)), "word")
