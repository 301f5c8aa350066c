"""Verbs that hide in nouns: `conduct a review of` for `review`, also `a review was conducted`.

A light verb is followed by its noun, with an article and up to two adjectives between. Passed over:
nouns with a number, in the plural with `its`, or with a rank, which the verb alone cannot tell.
Source: U.S. Federal Plain Language Guidelines, 2011, "Avoid hidden verbs".
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from briefing.text.word_set import word_set

_WORD = re.compile("[a-z]+")
HiddenNouns = Mapping[str, str]
HiddenVerbs = Mapping[str, Mapping[str, str]]

_FORMS = {
    "make": "make|makes|made|making",
    "take": "take|takes|took|taken|taking",
    "give": "give|gives|gave|given(?! (?:the|that|this|these|those|its|their) )|giving",
    "have": "have|has|had|having",
    "hold": "hold|holds|held|holding",
    "do": "do|does|did|done|doing",
    "undertake": "undertake|undertakes|undertook|undertaken|undertaking",
    "carry out": "(?:carry|carries|carried|carrying) out",
    "come to": "(?:come|comes|came|coming) to",
    "enter into": "(?:enter|enters|entered|entering) into",
    "be in": "(?:be|is|are|was|were|been|being|am) in",
}
_PASSIVE = {
    "make": "made",
    "take": "taken",
    "give": "given",
    "hold": "held",
    "do": "done",
    "undertake": "undertaken",
    "carry out": "carried out",
    "conduct": "conducted",
    "perform": "performed",
    "reach": "reached",
    "achieve": "achieved",
    "effect": "effected",
}
# Any words between article and noun, but those that begin another phrase, and figures and ranks,
# which the verb alone cannot tell.
_NOT_BETWEEN = (
    r"(?:of|to|in|on|at|for|with|from|by|and|or|but|that|which|who|the|an?|his|her|its|their|our|my"
    r"|your|this|it|is|are|was|were|be|one|two|three|four|five|six|seven|eight|nine|ten|several|many"
    r"|few|both|each|every|first|second|third|last|next|another|other|own|as|than|if|when|not|what"
    r"|people|us|them|him|me|you|been|known)\b"
)
_ADJECTIVES = rf"(?:(?!{_NOT_BETWEEN})[a-z][a-z-]* (?:and (?!{_NOT_BETWEEN})[a-z-]+ )?){{0,2}}"
_CAUSED = (
    r"(?! (?:look|seem|stick|work|happen|possible|clear|easy|easier|harder|hard|more|less|better"
    r"|worse|sound|appear|feel|last|known|public|stand)\b)"
    r"(?![^.;]{0,90}\b(?:available|look|possible|easier|harder|clear|clearer)\b)"
)
_BARE = word_set("""
action consideration approval assistance consent encouragement permission recognition
agreement attendance opposition possession receipt payment use precedence reference
analysis notification clarification confirmation authorization authorisation assurance
reimbursement contact provision change testing monitoring violation compliance breach need conflict
advice notice
""")


@dataclass(frozen=True, slots=True)
class HiddenVerb:
    """A verb in a noun: where, and the verb to write."""

    start: int
    end: int
    verb: str


@dataclass(frozen=True, eq=False)
class HidingPlace:
    """A light verb to be looked for: its nouns with the verbs in them, and the forms of both."""

    light: str
    nouns: HiddenNouns
    verbs: frozenset[str]
    forms: frozenset[str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return what finds it, made when a text has both: each takes some milliseconds."""
        return _pattern(self.light, self.nouns)


@dataclass(frozen=True, slots=True, eq=False)
class HidingPlaces:
    """All light verbs, and all forms of all their nouns."""

    each: tuple[HidingPlace, ...]
    forms: frozenset[str]


def hiding_places(pairs: HiddenVerbs) -> HidingPlaces:
    """Return what to look for, made once for a list of light verbs and nouns."""
    each = tuple(
        HidingPlace(light, nouns, _verbs(light), frozenset(one for n in nouns for one in _both(n)))
        for light, nouns in pairs.items()
        if nouns
    )
    return HidingPlaces(each, frozenset[str]().union(*(place.forms for place in each)))


@lru_cache(maxsize=20_000)
def find_hidden_verbs(words: str, places: HidingPlaces) -> tuple[HiddenVerb, ...]:
    """Return where verbs hide, in order."""
    there = frozenset(_WORD.findall(words.lower()))
    if places.forms.isdisjoint(there):
        return ()
    found: list[HiddenVerb] = []
    for place in places.each:
        if place.forms.isdisjoint(there) or place.verbs.isdisjoint(there):
            continue
        for match in place.pattern.finditer(words):
            verb = _verb(match, place.nouns)
            if verb:
                found.append(HiddenVerb(match.start(), match.end(), verb))
    return tuple(sorted(found, key=lambda hidden: hidden.start))


def _verb(match: re.Match[str], nouns: HiddenNouns) -> str:
    """Return the verb in the noun that was found; nothing where the noun is another thing."""
    noun = (match["noun"] or match["subject"]).lower()
    single = _singular(noun)
    is_named = match["article"] or ("counted" in match.re.groupindex and match["counted"])
    if not (is_named or single in _BARE or noun != single):
        return ""
    return nouns.get(noun) or nouns.get(single, "")


def _verbs(light: str) -> frozenset[str]:
    """Return words of which a text that has the light verb has one at least."""
    if light in _FORMS:
        return frozenset(_WORD.findall(_FORMS[light]))
    stem = light.removesuffix("e")
    return frozenset(stem + ending for ending in ("", "e", "s", "es", "ed", "ing"))


def _pattern(light: str, nouns: Mapping[str, str]) -> re.Pattern[str]:
    stem = light.removesuffix("e")
    forms = _FORMS.get(light, rf"{stem}e?s?|{stem}ed|{stem}ing")
    each = "|".join(sorted({form for noun in nouns for form in _both(noun)}, key=len, reverse=True))
    active = (
        rf"(?<!decision )(?<!policy )(?<!law )(?<!rule )(?<!it )\b(?:{forms}) "
        rf"(?P<article>(?:an?|the|our|its|their|his|her|your|my|such an?|any|some|no"
        r"|this|that|these|those) )?"
        rf"{_ADJECTIVES}(?P<noun>{each})\b"
        rf"{_CAUSED}"
        r"(?![-’']|\s(?:call|process|power|maker|making|letter|form|fee|card|tool|system|service|page)s?\b"
        r"|\s(?-i:[A-Z]{2}))"
    )
    if light not in _PASSIVE:
        return re.compile(rf"{active}(?P<subject>\b\B)?", re.IGNORECASE)
    passive = (
        rf"\b(?:(?P<counted>an?|the|no|any|some|this|these|those|such)"
        rf"(?: (?:kind|sort|form)s? of)? {_ADJECTIVES})?"
        rf"(?P<subject>{each})(?: of (?:\w+ ){{1,5}}?| )"
        r"(?:(?:that|which) )?"
        r"(?:(?:(?:to be|is|was|are|were|be|been|being|has been|have been|had been"
        r"|(?:will|shall|should|must|can|could|may|might|would) be) )"
        rf"(?:\w+ly |also |then |being |already )?{_PASSIVE[light]}\b"
        # `the changes made by the Senate` are things
        rf"|(?:\w+ly |also |then |already )?{_PASSIVE[light]}\b(?! by\b))"
    )
    return re.compile(rf"{active}|{passive}", re.IGNORECASE)


def _both(noun: str) -> tuple[str, ...]:
    if noun.endswith("sis"):
        return noun, f"{noun[:-2]}es"
    if noun.endswith("y"):
        return noun, f"{noun[:-1]}ies"
    return noun, f"{noun}s"


def _singular(noun: str) -> str:
    if noun.endswith("yses"):
        return f"{noun[:-2]}is"
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "sis")) else noun
