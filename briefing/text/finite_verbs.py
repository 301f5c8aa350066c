"""Whether some words hold a verb that makes a sentence of them: `costs`, `was`, `have met`.

By the form of a word and its neighbours, not by a parser: what may be a verb is taken for one, so
that words without any are a fragment indeed (a caption, a byline, a row, a heading). English; words
of other languages are left alone. Source: Quirk et al., 3.2 (forms of the verb), 3.52 (finite).
"""

import re

from briefing.text.participles import is_participle
from briefing.text.verb_bases import is_base
from briefing.text.word_set import word_set

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
_STOPPED = re.compile(r"[.!?…][\W_]*$")
_ALWAYS = word_set("""
is are was were am be been has have had will would can could may might must shall should do does
did cannot isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't mustn't
shouldn't don't doesn't didn't ain't i'm you're we're they're i've you've we've they've i'll
you'll we'll they'll he'll she'll it'll i'd you'd we'd they'd he'd she'd it's that's there's
here's what's who's he's she's let's
""")
_IRREGULAR = word_set("""
arose ate became began bent blew bore bought broke brought built came caught chose clung cost cut
dealt drank drew drove fed fell felt fled flew forbade forgot fought found froze gave got grew
heard held hid hit hurt kept knew laid lay led left lent let lit lost made meant met paid put ran
rang read rode rose said sang sank sat saw sent set shook shot showed shut slept sold sought spent
spoke spread sprang stole stood struck stuck swore swam taught thought threw told took understood
undertook upheld went withdrew woke won wore wrote rebuilt overcame foresaw undid underwent
withheld beat bade
""")
_SUBJECTS = word_set("""
i you we they he she it who which that this these those there what everyone nobody people police
men women children many most some all both few others none one
""")
_ASKED = re.compile(r"\W*(?:how|what|why|where|whether|when|which|who)\b", re.IGNORECASE)
_CUT_OFF = frozenset({"s", "re", "ve", "ll"})  # `it 's`
_COUNT = re.compile(r"\W*\d[\d,.]* [a-z]{3}")  # `59 arrests.`
_NAME = re.compile(r"(?<=[^\s.!?:*_(] )[A-Z]\w+|^[\W_]*[A-Z]\w+(?= [A-Z])")
_ADVERBS = word_set(
    "also now still often never always already then just even sometimes usually generally"
)
_ASIDE = frozenset(",()*_\"“”’'`—–-") | _ADVERBS
_BEFORE_OBJECTS = frozenset('$€£"“‘`.!?')
_RELATIVES = frozenset({"who", "which"})  # their verb is not the sentence's
_OBJECTS = word_set("""
the a an that this these those it its their his her our your my them him us me no not any some all
each every more less two three four five six to how what whether why where who
""")
_NOUN_BEFORE = word_set("the a an of its their his her our your my no in on for by")
_PLURALS_BEFORE = frozenset({"these", "those", "many", "most", "some", "all", "both", "few"})
_FOREIGN = word_set("""
el los las una del que se su sus es son fue des du une est sont dans pour sur qui et les aux der das
und ist sind mit zu dem ein eine
""")
_MAYBE_FOREIGN = word_set("la le de en un uno con por para y au die den von im auf")
_ELIDED = re.compile(r"(?:[cdjlnst]|qu)['’][^\W\d_]{2}")
_ENDINGS = (("ies", "y"), ("es", ""), ("es", "e"), ("s", ""))


def has_verb(words: str) -> bool:
    """Tell whether some words hold a finite verb, as far as forms tell; in doubt they do."""
    each = _words(words)
    return _is_foreign(words) or any(_is_verb(each, at) for at in range(len(each)))


def is_fragment(words: str) -> bool:
    """Tell whether some words are no sentence: a title, a row, a byline, a caption.

    Without a stop at its end, what may as well be a participle or a plural makes none.
    """
    each = _words(words)
    is_stopped = bool(_STOPPED.search(words))
    if _is_foreign(words) or (is_stopped and _COUNT.match(words)):
        return False
    if not is_stopped and _ASKED.match(words):
        return True
    return not any(
        _is_verb(each, at) and (is_stopped or _is_sure(each, at)) for at in range(len(each))
    )


def _words(text: str) -> list[str]:
    """Return the words in lower case and the marks between them."""
    return [match[0].lower().replace("’", "'") for match in _WORD.finditer(text)]


def _is_foreign(words: str) -> bool:
    """Tell whether words are of another language; names such as *El Paso* do not tell it."""
    if _ELIDED.match(words.lstrip("*_( ").lower()):
        return True
    plain = _WORD.findall(_NAME.sub(" ", words))
    sure = sum(word.lower() in _FOREIGN for word in plain)
    return bool(sure) or sum(word in _MAYBE_FOREIGN for word in plain) > 1


def _is_verb(each: list[str], at: int) -> bool:
    """Tell whether a word may be a finite verb among its neighbours."""
    word = each[at]
    after = each[at + 1] if at + 1 < len(each) else "."
    before = next((one for one in reversed(each[:at]) if one not in _ASIDE), "")
    if before in _RELATIVES and at > 1:
        return False
    if word in _ALWAYS or word in _IRREGULAR or _is_cut_off(each, at):
        return True
    is_past = word.endswith("ed") and is_participle(word)
    if not before[:1].isalnum():  # `Keeps the channel open.`
        return after in _OBJECTS and (is_past or _third_person(word))
    if is_past:
        return True
    if before in _NOUN_BEFORE:
        return False
    if _third_person(word) and before not in _PLURALS_BEFORE:
        return after[0].isalnum() or after in _BEFORE_OBJECTS
    if is_base(word) and at and each[at - 1] in _ADVERBS:
        return True
    return is_base(word) and (before in _SUBJECTS or before.endswith(("s", "ly")))


def _is_cut_off(each: list[str], at: int) -> bool:
    return each[at] in _CUT_OFF and at > 1 and not each[at - 1].isalnum() and each[at - 1] in "'’;"


def _is_sure(each: list[str], at: int) -> bool:
    """Tell whether what may be a verb is one: by its form, or by the object behind it."""
    word, before = each[at], each[at - 1] if at else ""
    if word in _ALWAYS or before in _SUBJECTS or before.endswith("ly"):
        return True
    after = each[at + 1] if at + 1 < len(each) else ""
    if after in _OBJECTS or after[:1].isdigit():
        return True
    return after.isalpha() and (_third_person(word) or (is_base(word) and before[-1:] == "s"))


def _third_person(word: str) -> bool:
    return any(
        word.endswith(ending) and is_base(word.removesuffix(ending) + base)
        for ending, base in _ENDINGS
    )
