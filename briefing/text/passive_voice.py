"""Passive verb groups in English: *be* or *get*, perhaps an adverb, and a past participle.

None are: perfects, participles that tell a state as an adjective does (`text.participles`) unless
a *by*-agent follows, participles after *very* or *too*, `there is` with a participle before its
noun, and set phrases (`is supposed to`, `is set to`).
"""

import re
from functools import lru_cache

from briefing.text.participles import is_participle, is_state
from briefing.text.word_set import word_set

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
_BE = word_set("""
am is are was were be been being isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t we're
they're you're we’re they’re you’re i'm i’m ain't ain’t
""")
_PRESENT = frozenset({"am", "is", "are", "isn't", "aren't", "isn’t", "aren’t", "they’re", "we’re"})
_GET = frozenset({"get", "gets", "getting", "got", "gotten"})
_ADVERBS = word_set("""
not never also already just still only now often always soon then thus later again either both
all even ever far first hereby long once perhaps rather seldom sometimes thereby therefore
together too twice usually well yet best better further however indeed instead probably almost
nearly quite so very more most less least as each half in-part largely being been hereinafter
formerly otherwise simply elsewhere above below today somewhat
""")
_DEGREE = word_set(
    "very too so quite more most less least as rather extremely deeply somewhat how pretty"
    " incredibly particularly"
)
_AFTER_GET = word_set("""
by in on at for to from with and or but when because as if before after over under into out off
up through during while again quickly there here
""")
_NO_GET = frozenset(
    {"started", "rid", "going", "set", "put", "used", "done", "left", "let", "read"}
)
_SET_PHRASES = frozenset(
    {
        ("supposed", "to"),
        ("set", "to"),
        ("bound", "to"),
        ("poised", "to"),
        ("agreed", "on"),
        ("done", "with"),
        ("finished", "with"),
    }
)
_PERSONS = frozenset(
    {"we", "i", "you", "they", "he", "she", "we're", "we’re", "they’re", "i'm", "i’m"}
)
# `it's` is *it is* before these; before others it may be *it has*.
_SHORT_IS = word_set("it's that's what's it’s that’s what’s who's who’s there's there’s")
_AFTER_SHORT = word_set(
    "called needed required known made used said expected meant done written supposed named being"
)
_AGENT_WITHIN = 4  # words from a participle to its by-agent
_LONGEST_GAP = 4  # words between be and its participle


@lru_cache(maxsize=20_000)
def find_passives(words: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of each passive verb group, from its *be* to its participle."""
    tokens = [(match[0].lower(), match.start(), match.end()) for match in _TOKEN.finditer(words)]
    plain = [token[0] for token in tokens]
    found: list[tuple[int, int]] = []
    for at, word in enumerate(plain):
        is_short = word in _SHORT_IS and plain[at + 1 : at + 2] and plain[at + 1] in _AFTER_SHORT
        if word not in _BE and word not in _GET and not is_short:
            continue
        end = _participle_after(plain, at)
        if end is not None and (not found or tokens[at][1] >= found[-1][1]):
            found.append((tokens[at][1], tokens[end][2]))
    return tuple(found)


def _participle_after(words: list[str], at: int) -> int | None:
    """Return where the participle of a passive stands that begins here."""
    for place in range(at + 1, min(at + 2 + _LONGEST_GAP, len(words))):
        word = words[place]
        if is_participle(word):
            return place if _is_passive(words, at, place) else None
        if word in _BE and word not in {"been", "being"}:
            return None
        is_between = word in _ADVERBS or (word.endswith("ly") and len(word) > 3) or word == ","
        if not is_between:
            return None
    return None


def _is_passive(words: list[str], at: int, place: int) -> bool:
    verb, word = words[at], words[place]
    after = words[place + 1] if place + 1 < len(words) else "."
    before = words[at - 1] if at else ""
    if "," in words[at + 1 : place] and words[at + 1 : place].count(",") == 1:
        return False  # a list goes on, `it is fair, balanced and …`
    if (word, after) in _SET_PHRASES or (word == "used" and not _is_put_to_use(words, place)):
        return False
    if verb in _GET:
        return word not in _NO_GET and not is_state(word) and _ends_group(after)
    if "by" in words[place + 1 : place + 1 + _AGENT_WITHIN] and after != "-":
        return word not in {"gone", "retired", "aged", "born", "situated", "located"}
    is_present = verb in _PRESENT and words[place - 1] not in {"being", "been"}
    if is_state(word, is_present=is_present) or words[place - 1] in _DEGREE:
        return False
    if word in {"agreed", "done", "finished"} and (before in _PERSONS or verb in _PERSONS):
        return False
    if before == "there" or (at > 1 and words[at - 2] == "there"):
        return after == "to" or _ends_group(after)
    return not (word == "known" and words[place - 1] in {"well", "best", "better"})


def _is_put_to_use(words: list[str], place: int) -> bool:
    """Tell `is used to measure` from `is used to the cold` and `is used to waiting`."""
    following = words[place + 1 : place + 3]
    if not following or following[0] != "to":
        return True
    verb = following[1] if len(following) > 1 else ""
    return bool(verb) and not verb.endswith("ing") and verb not in _DETERMINERS


_DETERMINERS = word_set(
    """
the a an this that these those it them him her us me you my your his its our their such
"""
)


def _ends_group(after: str) -> bool:
    return after in _AFTER_GET or not after[:1].isalnum()
