"""Words that hint at a chance without a scale: epistemic *may*, *might*, *could*, *possibly* ….

Epistemic is what can be put as "it is possible that …". Passed over: permission and power, ability,
offers and proposals, conditions, purposes, concessions, questions and legal drafting, as far as
the words around the modal tell (Palmer, Mood and Modality; Quirk et al. 4.49-4.53).
"""

import re
from functools import lru_cache

from briefing.text.outcome_verbs import is_harm, is_outcome, is_outcome_of_thing
from briefing.text.participles import is_participle
from briefing.text.word_set import word_set

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
_MODALS = frozenset({"may", "might", "could"})
_FUTURE = frozenset({"may", "might", "could", "will", "would"})
_BETWEEN = word_set("""
not also well even still soon yet therefore then thus already again only perhaps
possibly potentially conceivably maybe instead  ultimately easily just ever never
eventually
""")
_PERSONS = word_set("i we you he she they who one anyone everyone someone people")
_THINGS = word_set("it this that these those which there what")
_THING = re.compile(
    r"(?:tions?|sions?|ments?|it(?:y|ies)|ness(?:es)?|isms?|ures?|ances?|ences?|ages?|wars?|prices?"
    r"|costs?|rates?|risks?|strikes?|delays?|tariffs?|taxes|talks|markets?|shortages?|attacks?|losses"
    r"|loss|crisis|crises|growth|demand|suppl(?:y|ies)|trade|votes?|laws?|plans?|polic(?:y|ies)"
    r"|reforms?|changes?|moves?|steps?|deals?|floods?|droughts?|conflicts?|protests?|data|ings?)$"
)
_BEFORE = re.compile(
    r"\b(?:if|whether|so (?:\w+ ){0,3}that|in order that|while|although|though|whatever"
    r"|what ever|however"
    r"|whoever|whichever|wherever|whenever|unless|lest|no matter|hop(?:e|ed|ing) that|such \w+ as"
    r")\b[^,;:]*$|(?<!well )\bas (?:\w+ ){0,3}$",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\b(?:any|every|all|each|such)\b[^,;]{0,60}\b(?:that|which|who|as)\s*$", re.IGNORECASE
)
_CONCEDED = re.compile(r"^[^.;]{0,90},? but\b|^[^.;]{0,60}, (?:it|they|this) (?:is|are|do|does)n")
_LEGAL = re.compile(
    r"\b(?:shall|pursuant|thereof|thereto|hereby|hereunder|subsections?|sub-sections?|paragraph \("
    r"|section \d|the said|prescribed)\b"
)
_QUESTION = re.compile(r"\?[\W_]*$")
_HABIT = re.compile(r"\b(?:example|instance|e\.g\.)", re.IGNORECASE)

_PHRASES = re.compile(
    r"\b(?:(?:it(?:'s|’s| is| was| remains| seems| appears| may be| might be)"
    r" (?:also |still |even |entirely |quite |just |at least |therefore )?"
    r"(?P<possible>possible|conceivable|thinkable|unthinkable|imaginable)(?=,? that\b|,? though\b))"
    r"|(?P<ruled>(?:cannot|can't|can’t|can not|could not|couldn't|couldn’t) (?:yet |entirely |fully"
    r" |completely |be (?:yet |entirely |fully |completely )?)?rul(?:e|ed) out)"
    r"|there(?:'s|’s| is| was| remains| are| exists) (?:also |still |now |always )?"
    r"(?:a|an|some|the|every|a real|a serious|a good|a fair|a small|a slight|a strong|a high|a low"
    r"|a growing|a significant|a substantial|little|no) ?"
    r"(?P<chance>chance|risk|possibility|prospect|danger|likelihood|probability)"
    r"(?=,? (?:that\b|of (?:\w+ ){0,3}\w+ing\b)|(?<=possibility) of\b|(?<=chance) of\b)"
    r"|(?P<are>(?:the )?(?:chances|odds) are(?=,? (?:that\b|it\b|the\b|he\b|she\b|they\b|we\b)))"
    r"|(?P<all>in all (?:likelihood|probability)))",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"may|might|could|perhaps|possibl|conceivabl|potential|thinkable|imaginable|rul(?:e|ed) out"
    r"|chance|risk|possibilit|prospect|danger|likelihood|probability|odds are",
    re.IGNORECASE,
)
_ADVERBS = word_set("perhaps maybe possibly conceivably potentially")


_ARTICLES = word_set("a an the one")
# What is feared, expected or judged is no permission.
_JUDGED = re.compile(
    r"\b(?:fear(?:s|ed|ing)?|suspect(?:s|ed)?|warn(?:s|ed|ing)?|worr(?:y|ies|ied)|predict(?:s|ed)?"
    r"|concern(?:s|ed)?|speculat\w+|assess(?:es|ed)?|judge[sd]?|anticipate[sd]?|expect(?:s|ed)?"
    r"|believe[sd]?|signs|indications)\b (?:that )?[^.;:,]{0,60}$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"(?:may|might) or (?:may|might) not\b")
_CONCEDING = word_set("it that this these those they he she you we i")
_STATIVE = word_set("have know need want feel think believe prefer differ contain exist lack")
_WISHES = frozenset(
    {"as", "like", "want", "wish", "explore", "say", "ask", "consider", "add", "note"}
)


@lru_cache(maxsize=20_000)
def find_off_scale(words: str, vague: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of the words that hint at a chance; `vague` are those to look for."""
    if not _HINT.search(words) or _QUESTION.search(words) or _LEGAL.search(words):
        return ()
    found = [match.span() for match in _PHRASES.finditer(words) if _is_judged(match, vague)]
    tokens = [(match[0].lower(), match.start(), match.end()) for match in _TOKEN.finditer(words)]
    plain = [token[0] for token in tokens]
    for at, (word, start, end) in enumerate(tokens):
        if word not in vague:
            continue
        is_modal = word in _MODALS and not (word == "may" and words[start] == "M")
        if (is_modal and _is_epistemic(words, plain, at, start)) or (
            word in _ADVERBS and _colours_future(plain, at)
        ):
            found.append((start, end))
    return tuple(sorted(found))


def _is_judged(match: re.Match[str], vague: frozenset[str]) -> bool:
    """Tell whether a phrase is among what the scale calls vague."""
    if match["possible"]:
        return "possible" in vague
    if match["ruled"]:
        return "cannot be ruled out" in vague
    return "a chance" in vague


def _is_epistemic(text: str, words: list[str], at: int, start: int) -> bool:
    """Tell whether a modal says that something is possible."""
    before = text[:start]
    if _OPEN.match(text, start):
        return True  # may or may not
    verb = _verb_after(words, at)
    if not at or verb is None or words[verb] in _PERSONS or _is_set_apart(before):
        return False
    is_perfect = _is_perfect(words, verb, words[at])
    is_granted = (
        words[at - 1] in _CONCEDING
        or words[verb] in {"seem", "sound", "appear", "look"}
        or (is_perfect and words[at] == "might")
    )
    if is_perfect or (is_granted and _CONCEDED.search(text[start:])):
        return is_perfect and not (is_granted and _CONCEDED.search(text[start:]))
    if words[at] == "could" and "not" in words[at + 1 : verb]:
        return False
    subject = words[at - 2] if at > 1 and words[at - 1].endswith("ly") else words[at - 1]
    if _JUDGED.search(before) and subject not in {"i", "we", "you", "one"}:
        return True
    if words[verb] == "be":
        return _is_state(words, verb, words[at], subject)
    if subject in {"i", "we", "you", "one"}:
        return False
    return _tells_outcome(words[verb], words[at], subject)


def _is_set_apart(before: str) -> bool:
    """Tell whether a condition, a purpose or a general case leads to the modal."""
    return any(pattern.search(before) for pattern in (_BEFORE, _GENERIC, _HABIT))


def _is_perfect(words: list[str], verb: int, modal: str) -> bool:
    perfect = words[verb + 1 : verb + 3]
    is_perfect = any(is_participle(word) or word == "been" for word in perfect)
    return words[verb] == "have" and is_perfect and modal != "could"


def _tells_outcome(verb: str, modal: str, subject: str) -> bool:
    """Tell whether a verb after a modal tells what comes about, with such a subject."""
    if modal != "could" and verb in _STATIVE:
        return True
    if modal == "might" and subject not in _PERSONS:
        return verb not in _WISHES
    if subject in _THINGS or _THING.search(subject):
        return is_outcome_of_thing(verb)
    return is_outcome(verb)


def _verb_after(words: list[str], at: int) -> int | None:
    for place in range(at + 1, min(at + 5, len(words))):
        word = words[place]
        if word not in _BETWEEN and not (word.endswith("ly") and word not in {"rely", "apply"}):
            return place if word[:1].isalpha() else None
    return None


def _is_state(words: list[str], verb: int, modal: str, subject: str) -> bool:
    """Tell whether `may be …` tells a state of affairs, not what somebody may do."""
    place = verb + 1
    while place < len(words) and (words[place] in _BETWEEN or words[place].endswith("ly")):
        place += 1
    if place >= len(words) or not words[place][:1].isalnum() or subject in {"i", "we", "you"}:
        return False
    word = words[place]
    if is_participle(word) and word not in {"left", "lost", "set"}:
        return is_harm(word)
    if word.endswith("ing"):
        return modal != "could"
    if modal == "could":
        return subject not in _PERSONS and not (subject in {"that", "this"} and word in _ARTICLES)
    return True


def _colours_future(words: list[str], at: int) -> bool:
    """Tell whether an adverb makes a clause uncertain, not a rank, a request or a proposal."""
    word, after = words[at], words[at + 1 : at + 9]
    before = words[at - 1] if at else ""
    if {"not", "could"} & set(words[max(at - 2, 0) : at]) and word != "potentially":
        return False
    if before in {"as", "cannot", "can't", "can’t", "can"}:
        return False
    if not after or _is_ranked(after) or _proposes(after):
        return False
    if word == "potentially":
        return before in _FUTURE and is_outcome_of_thing(after[0])
    if before in _AUXILIARIES | _SHORT_AUXILIARIES:
        return after[0].endswith(("ing", "ed", "en")) or after[0] in {"be", "have", "never"}
    if after[0] in _WHEN and before in {",", "and", "or", "("}:
        return True
    is_clause = before in _CLAUSE or not at
    return is_clause and any(_is_finite(one) for one in after[:_WITHIN])


def _is_ranked(after: list[str]) -> bool:
    """Tell `perhaps the most serious` and `perhaps more importantly`: a rank, not a chance."""
    first = after[:3]
    ranked = any(one in _RANKS or one.endswith("est") for one in first)
    return ranked and first[0] in {
        "the",
        "a",
        "an",
        "most",
        "more",
        "even",
        "one",
        "our",
        "my",
        "no",
    }


def _proposes(after: list[str]) -> bool:
    proposed = {"should", "could", "might", "can", "may", "ought", "must", "shall"}
    return bool(proposed & set(after[:4])) and "can't" not in after and "can’t" not in after


def _is_finite(word: str) -> bool:
    return word in _FINITE or word.endswith(("n't", "n’t", "'s", "’s", "'re", "’re"))


_WITHIN = 7  # words from the adverb to the verb of its clause
_CLAUSE = word_set("mean think , ; : and or but so that because when — –")
_AUXILIARIES = word_set("is are was were am be been has have had will would do does did")
_SHORT_AUXILIARIES = word_set("they're they’re it's it’s he's he’s she's she’s we're we’re i'm i’m")
_RANKS = word_set("most more less least best worst last first one only even greater better no")
_WHEN = word_set("this next later earlier tomorrow tonight today sooner by before after within")
_FINITE = word_set(
    "is are was were has have had will would does did do makes made said came went seems sounds"
    " thought learnt learned knew felt got took means meant needs wants thinks comes goes"
)
