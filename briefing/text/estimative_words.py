"""Words that hint at a chance without a scale: epistemic *may*, *might*, *could*, *possibly* ….

Epistemic is what can be put as "it is possible that …". Passed over: permission and power, ability,
offers and proposals, conditions, purposes, concessions, questions and legal drafting (Palmer, Mood
and Modality; Quirk et al. 4.49-4.53). Rules read the words around; what they and the other signs
weigh together was fitted to labelled sentences (`text.chance_weights`).
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from briefing.text.chance_lexis import sentence_words
from briefing.text.chance_signs import signs_of
from briefing.text.chance_weights import ChanceWeights
from briefing.text.modal_clause import ModalClause, Word, modal_clause, words_of
from briefing.text.modal_places import is_alone, is_drafting, is_set_apart, is_wish, places_of
from briefing.text.modal_reading import tells_chance
from briefing.text.outcome_verbs import is_outcome_of_thing
from briefing.text.participles import is_participle
from briefing.text.subject_kinds import SubjectKind
from briefing.text.word_set import word_set

_MODALS = frozenset({"may", "might", "could"})
_FUTURE = frozenset({"may", "might", "could", "will", "would"})
_OURS = frozenset({SubjectKind.SPEAKER, SubjectKind.READER})
_QUESTION = re.compile(r"\?[\W_]*$")

_PHRASES = re.compile(
    r"\b(?:(?:it(?:'s|’s| is| was| remains| seems| appears| may be| might be)"
    r" (?:also |still |even |entirely |quite |just |at least |therefore )?"
    r"(?P<possible>possible|conceivable|thinkable|unthinkable|imaginable)(?=,? that\b|,? though\b))"
    r"|(?P<ruled>(?:cannot|can't|can’t|can not|could not|couldn't|couldn’t) (?:yet |entirely |fully"
    r" |completely |be (?:yet |entirely |fully |completely )?)?rul(?:e|ed) out)"
    r"|\brun(?:s|ning)? (?:a|the) (?:\w+ )?(?P<run>risk) (?=that\b|of \w+ing\b)"
    r"|there(?:'s|’s| is| was| remains| are| exists) (?:also |still |now |always )?"
    r"(?:a|an|some|the|every|a real|a serious|a good|a fair|a small|a slight|a strong|a high|a low"
    r"|a growing|a significant|a substantial|little|no) ?"
    r"(?P<chance>chance|risk|possibility|prospect|danger|likelihood|probability)"
    r"(?=,? (?:that|they|it|he|she|we|the)\b|(?<!no possibility)(?<!no prospect)(?<!no chance)"
    r" of (?:\w+ ){0,3}\w+ing\b|(?<=(?<!no )possibility) of\b|(?<=(?<!no )chance) of\b)"
    r"|(?P<are>(?:\bthe|^|[,;:]) ?(?:chances|odds) are"
    r"(?! (?:of|for|given|available|being|\w+ed)\b))"
    r"|(?P<worth>could)(?= be worth (?:\w+ ){0,3}[$€£]?\d)"
    r"|(?P<all>in all (?:likelihood|probability)))",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"may|might|could|perhaps|possibl|conceivabl|potential|thinkable|imaginable|rul(?:e|ed) out"
    r"|chance|risk|possibilit|prospect|danger|likelihood|probability|odds are",
    re.IGNORECASE,
)
_ADVERBS = word_set("perhaps maybe possibly conceivably potentially")


# What is feared, expected or judged is no permission.
_JUDGED = re.compile(
    r"\b(?:fear(?:s|ed|ing)?|suspect(?:s|ed)?|warn(?:s|ed|ing)?|worr(?:y|ies|ied)|predict(?:s|ed)?"
    r"|concern(?:s|ed)?|speculat\w+|assess(?:es|ed)?|judge[sd]?|anticipate[sd]?|expect(?:s|ed)?"
    r"|believe[sd]?|indicate[sd]?|suggest(?:s|ed)?|signs|indications)\b (?:that )?[^.;:,]{0,60}$",
    re.IGNORECASE,
)
_NEAR = 160  # letters in which what is judged is looked for
_OPEN = re.compile(r"(?:may|might) or (?:may|might) not\b")


@lru_cache(maxsize=20_000)
def find_off_scale(
    words: str, vague: frozenset[str], weights: ChanceWeights
) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of the words that hint at a chance; `vague` are those to look for."""
    if not can_tell_chance(words):
        return ()
    found = [match.span() for match in _PHRASES.finditer(words) if _is_judged(match, vague)]
    tokens = words_of(words)
    for at, token in enumerate(tokens):
        if (
            token.plain in vague
            and is_word_of_chance(token)
            and weights.speak_for(chance_signs(words, tokens, at))
        ):
            found.append((token.start, token.end))
    return tuple(sorted(set(found)))


def can_tell_chance(sentence: str) -> bool:
    """Tell whether a sentence has such a word at all, and is no question and no law."""
    return bool(
        _HINT.search(sentence) and not _QUESTION.search(sentence) and not is_drafting(sentence)
    )


def is_word_of_chance(word: Word) -> bool:
    """Tell whether a word can tell a chance where its signs speak for it."""
    return word.plain in _MODALS or word.plain in _ADVERBS


def chance_signs(text: str, words: tuple[Word, ...], at: int) -> frozenset[str]:
    """Return the signs around a word that can tell a chance, alone and with the word itself.

    What the rules say of the word is one of them.
    """
    word = words[at]
    clause, places = None, frozenset[str]()
    if word.plain in _MODALS:
        clause, places = modal_clause(words, at), places_of(text, word.start)
    found = signs_of(text, words, at, clause, places)
    found.update(_ruled(text, words, at, clause, places))
    return frozenset(
        {
            f"word {word.plain}",
            *found,
            *(f"{word.plain}: {sign}" for sign in found),
            *sentence_words(tuple(one.plain for one in words), at),
        }
    )


def _ruled(
    text: str, words: tuple[Word, ...], at: int, clause: ModalClause | None, places: frozenset[str]
) -> Iterator[str]:
    """Yield what the rules on the word's surroundings say."""
    word = words[at]
    if word.plain in _ADVERBS:
        if _colours_future([one.plain for one in words], at):
            yield "a chance by rule"
        return
    said = {
        "set apart": is_set_apart(text, word.start, places),
        "wish": is_wish(text, word.end),
        "alone": is_alone(text, word.start, word.end),
        "open": bool(_OPEN.match(text, word.start)),
        "judged": bool(_JUDGED.search(text[max(0, word.start - _NEAR) : word.start])),
    }
    yield from (name for name, is_so in said.items() if is_so)
    if _is_epistemic(words, at, clause, said):
        yield "a chance by rule"


def _is_judged(match: re.Match[str], vague: frozenset[str]) -> bool:
    """Tell whether a phrase is among what the scale calls vague."""
    if match["possible"]:
        return "possible" in vague
    if match["worth"]:
        return "could" in vague
    if match["ruled"]:
        return "cannot be ruled out" in vague
    return "a chance" in vague


def _is_epistemic(
    words: tuple[Word, ...], at: int, clause: ModalClause | None, said: Mapping[str, bool]
) -> bool:
    """Tell whether by rule a modal says that something is possible."""
    if not at or said["set apart"] or said["wish"]:
        return False
    if words[at - 1].plain == "or" and at > 1 and words[at - 2].plain == words[at].plain:
        return False  # the first of the two was looked at
    if said["alone"] or said["open"] or clause is None:
        return said["alone"] or said["open"]
    if clause.kind not in _OURS and said["judged"]:
        return not (clause.modal == "could" and clause.is_negated)
    return tells_chance(clause)


def _colours_future(words: list[str], at: int) -> bool:
    """Tell whether an adverb makes a clause uncertain, not a rank, a request or a proposal."""
    rest = words[at + 1 : at + 9]
    word, after = words[at], _to_mark(rest[1:] if rest[:1] == [","] else rest)
    before = words[at - 1] if at else ""
    is_able = bool({"not", "could"} & set(words[max(at - 2, 0) : at])) and word != "potentially"
    if is_able or before in {"as", "cannot", "can't", "can’t", "can"}:
        return False
    if not after or _is_ranked(after) or _proposes(after) or after[1:2] in (["better"], ["best"]):
        return False
    if after[0] == "you" and after[1:2] in (["would"], ["want"], ["wish"]):
        return False
    if word == "potentially":
        is_will = before in _FUTURE and is_outcome_of_thing(after[0])
        return is_will or _is_verb(before, after) or after[0] in {"can", "will"}
    if word == "perhaps" and before in {"been", "being"}:
        return True
    if before.isalpha() and before not in _JOINING | _AUXILIARIES | _CLAUSE | _LIGHT:
        return _is_verb(before, after)
    if word == "possibly" and before in _BEING and after[0] not in _ARTICLES | _JOINING:
        return True
    return _opens_clause(before, after, is_first=set(words[:at]) <= _LIGHT)


def _is_verb(before: str, after: list[str]) -> bool:
    """Tell whether a verb follows directly: `possibly delays`, `perhaps killed a man`."""
    first = after[0]
    stems = {first[:-1], first[:-2]} if first.endswith("s") else set[str]()
    if any(is_outcome_of_thing(stem) for stem in stems):
        return before not in _NO_VERB
    has_object = after[1:2] and (after[1] in _ARTICLES | _COMPARED or after[1][:1].isdigit())
    return is_participle(first) and before not in _NO_VERB and bool(has_object)


def _to_mark(after: list[str]) -> list[str]:
    """Return the words up to the first mark that ends their clause."""
    end = next((at for at, word in enumerate(after) if word in _MARKS), len(after))
    return after[:end]


def _opens_clause(before: str, after: list[str], *, is_first: bool) -> bool:
    if before in _AUXILIARIES | _SHORT_AUXILIARIES:
        return after[0].endswith(("ing", "ed", "en")) or after[0] in {"be", "have", "never"}
    timed = after[1:] if after[0] == "even" else after
    is_when = timed[0] in _WHEN or tuple(timed[:2]) in _HOW_SOON if timed else False
    if is_when and before in {",", "and", "or", "("}:
        return True
    is_clause = before in _CLAUSE or is_first
    if is_clause and _pronoun(after[0]) in _PRONOUNS and len(after) > 1:
        return True
    if is_clause and after[0] in _ARTICLES and _has_verb(after):
        return True
    return is_clause and any(_is_finite(one) for one in after[:_WITHIN])


def _pronoun(word: str) -> str:
    """Return the pronoun of `it's` and `they’ll`; the word itself where it is none."""
    return re.split("['’]", word, maxsplit=1)[0]


def _has_verb(after: list[str]) -> bool:
    """Tell whether the third word is the verb of an article and its noun: what follows tells."""
    return (
        len(after) > _LEAST
        and after[2].endswith(("s", "ed"))
        and (after[3] in _ARTICLES or after[3] in _COMPARED)
    )


def _is_ranked(after: list[str]) -> bool:
    """Tell `perhaps the most serious` and `perhaps more importantly`: a rank, not a chance."""
    first = after[:3]
    if first[0] == "even" and first[1:2] and first[1] in _WHEN:
        return False
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
    proposed = {"should", "could", "might", "may", "ought", "must", "shall"}
    ours = {"can"} if after[0] in {"we", "you", "i"} else set[str]()
    return bool((proposed | ours) & set(after[:4]))


def _is_finite(word: str) -> bool:
    return word in _FINITE or word.endswith(("n't", "n’t", "'s", "’s", "'re", "’re"))


_MARKS = word_set(", ; : — – ( ) . !")
_ARTICLES = word_set("the a an this our their its his her")
_LEAST = 3  # article, noun, verb
_COMPARED = frozenset({"more", "less", "to", "it", "them", "no", "not"})
# What may stand before the first word of a clause.
_LIGHT = word_set("quite very just well oh yes no now so and but then yet i think mean or")
_PRONOUNS = word_set("he she it they there we this that")
_BEING = word_set("is are was were be been am")
_NO_VERB = word_set(
    "a an the of to with for as or so quite very its their his her our my some any no"
)
_HOW_SOON = frozenset(
    {("as", "early"), ("as", "soon"), ("as", "late"), ("for", "weeks")}
    | {("for", "months"), ("for", "years"), ("for", "days"), ("for", "decades")}
)
_WITHIN = 7  # words from the adverb to the verb of its clause
_CLAUSE = word_set("which mean think , ; : and or but so that because when — –")
_JOINING = word_set("and or but a an the of to in with for as so quite very can could may might")
_AUXILIARIES = word_set("is are was were am be been has have had will would do does did")
_SHORT_AUXILIARIES = word_set("they're they’re it's it’s he's he’s she's she’s we're we’re i'm i’m")
_RANKS = word_set("most more less least best worst last first one only even greater better no")
_WHEN = word_set("this next later earlier tomorrow tonight today sooner by before after within")
_FINITE = word_set(
    "is are was were has have had can can't can’t will would does did do makes"
    " made said came went seems sounds"
    " thought learnt learned knew felt got took means meant needs wants thinks comes goes"
)
