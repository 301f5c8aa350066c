"""Verbs that hide in nouns: `conduct a review of` for `review`, also `a review was conducted`.

A light verb is followed by its noun, with an article and up to two adjectives between; or the noun
stands first, as told in `text.noun_first`. Passed over: nouns with a number, in the plural with
`its`, or with a rank, which the verb alone cannot tell.
Source: U.S. Federal Plain Language Guidelines, 2011, "Avoid hidden verbs".
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from briefing.text.light_verbs import ADJECTIVES, FORMS, INNER, PASSIVE, any_of, both, forms_of
from briefing.text.noun_first import noun_first, work_done
from briefing.text.word_set import word_set

_WORD = re.compile("[a-z]+")
_NEXT = re.compile(r" ([A-Za-z]+)")
HiddenNouns = Mapping[str, str]
HiddenVerbs = Mapping[str, Mapping[str, str]]

# Whom one gives a promise, stands between: `gave the House an assurance`.
_RECEIVER = (
    r"(?:(?:people|them|him|us|(?:the|our|their|its|his|her|my|this|that) [\w’'-]+)"
    r" (?=(?:an?|any|some|no|such|(?:[a-z-]+ )?(?:consideration|approval|notice|permission|consent"
    r"|assistance|encouragement|recognition)\b)))?"
)
_RECEIVING = frozenset({"give", "offer"})
_MUCH = r"a lot of|lots of|a great deal of|a good deal of|plenty of"
# What is made possible, harder, known … is there already.
_CAUSED = word_set("""
look seem stick work happen possible clear easy easier harder hard more less better worse sound
appear feel last known public stand
""")
# `makes the link between the two clearer`: the thing is there, and is made something.
_MADE_SO = re.compile(r"[^.;,]{0,90}\b(?:available|look|possible|easier|harder|clear|clearer)\b")
_NEW = re.compile(r"(?:an?|any|some|no|such an?|a lot of|lots of) ", re.IGNORECASE)
_MAKE = re.compile("ma[kd]", re.IGNORECASE)
# `the review made a case`: what looks like a participle is the verb of its sentence.
_NO_OBJECT = (
    r"(?! (?:an?|the|some|any|no|it|its|their|our|his|her|my|your|this|that|these|those|us|them|me"
    r"|you|him|sense|sure|clear|use|way|place|part|effect|advantage|note|care|time|off|up|out)\b)"
)
# `the payment could be made free of tax`: what is made is a state.
_NO_STATE = r"(?! (?:free|available|clear|possible|public|known|aware|easy|easier|use)\b)"
# `a payment plan`, `a training session`: the noun only says of what sort the next one is.
_HEADS = word_set("""
call process power maker making letter form fee card tool system service page package plan team
program programme project contract policy strategy procedure data document criteria method officer
office staff board committee group session exercise workshop centre center rate cost price request
book guide gap skill area period agency business track record course mechanism arrangement facility
post rule
""")
_BARE = word_set("""
action consideration approval assistance consent encouragement permission recognition
agreement attendance opposition possession receipt payment use precedence reference
analysis notification clarification confirmation authorization authorisation assurance
reimbursement contact provision change testing monitoring violation compliance breach need conflict
advice notice knowledge discussion negotiation consultation preparation dispute decline
competition existence favour favor operation communication defiance praise resistance training
planning maintenance allowance
""")
# `having complex needs` tells of things, `having a need` of needing.
_SINGLE = frozenset({"need"})


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
    def active(self) -> re.Pattern[str]:
        """Return what finds `made a decision`, made when a text has both: it takes milliseconds."""
        return _active(self.light, self.nouns)

    @cached_property
    def passive(self) -> re.Pattern[str]:
        """Return what finds `a decision was made`."""
        return _passive(self.light, self.nouns)

    @cached_property
    def noun_first(self) -> tuple[re.Pattern[str], ...]:
        """Return what finds `the decision that they made` and `the review conducted by them`."""
        done = work_done(self.light, self.nouns)
        return (noun_first(self.light, self.nouns), *([done] if done else []))

    def matches(self, words: str, there: frozenset[str]) -> Iterator[re.Match[str]]:
        """Yield where it stands in some words; `there` are they, in lower case."""
        yield from self.active.finditer(words)
        if self.light in PASSIVE and PASSIVE[self.light].split()[0] in there:
            yield from self.passive.finditer(words)
        for pattern in self.noun_first:
            yield from pattern.finditer(words)


@dataclass(frozen=True, slots=True, eq=False)
class HidingPlaces:
    """All light verbs, and all forms of all their nouns."""

    each: tuple[HidingPlace, ...]
    forms: frozenset[str]


def hiding_places(pairs: HiddenVerbs) -> HidingPlaces:
    """Return what to look for, made once for a list of light verbs and nouns."""
    each = tuple(
        HidingPlace(light, nouns, _verbs(light), frozenset(one for n in nouns for one in both(n)))
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
        for match in place.matches(words, there):
            verb = _verb(match, place.nouns)
            if verb:
                found.append(HiddenVerb(match.start(), match.end(), verb))
    return tuple(sorted(found, key=lambda hidden: hidden.start))


def _verb(match: re.Match[str], nouns: HiddenNouns) -> str:
    """Return the verb in the noun that was found; nothing where the noun is another thing."""
    noun = match["noun"].lower()
    single = _singular(noun)
    if noun != single and single in _SINGLE:
        return ""
    if not (match["article"] or single in _BARE or noun != single):
        return ""
    is_active = match.end() == match.end("noun")
    if is_active and (_is_made_so(match) or _is_of_next(match)):
        return ""
    return nouns.get(noun) or nouns.get(single, "")


def _is_made_so(match: re.Match[str]) -> bool:
    """Tell whether a thing that is there is made something: `makes the link clearer`."""
    if not _MAKE.match(match[0]) or _NEW.match(match["article"] or ""):
        return False
    return bool(_MADE_SO.match(match.string, match.end()))


def _is_of_next(match: re.Match[str]) -> bool:
    """Tell whether the next word makes the noun another thing: a head, or what it is made."""
    following = _NEXT.match(match.string, match.end())
    word = following[1].lower() if following else ""
    return word in _CAUSED or word in _HEADS or _singular(word) in _HEADS


def _verbs(light: str) -> frozenset[str]:
    """Return words of which a text that has the light verb has one at least."""
    if light in FORMS:
        return frozenset(_WORD.findall(FORMS[light]))
    stem = light.removesuffix("e")
    return frozenset(stem + ending for ending in ("", "e", "s", "es", "ed", "ing"))


def _active(light: str, nouns: HiddenNouns) -> re.Pattern[str]:
    of_topic = r"(?<!it )" if light == "come to" else ""  # `when it comes to the choice of …`
    return re.compile(
        rf"(?<!decision )(?<!policy )(?<!law )(?<!rule ){of_topic}\b(?:{forms_of(light)}) "
        rf"{_RECEIVER if light in _RECEIVING else ''}"
        rf"(?P<article>(?:{_MUCH}|an?|the|our|its|their|his|her|your|my|such an?|any|some|no"
        r"|this|that|these|those) )?"
        rf"{ADJECTIVES}(?P<noun>{any_of(nouns)})\b"
        r"(?![-’']|\s(?-i:[A-Z]{2}))",
        re.IGNORECASE,
    )


def _passive(light: str, nouns: HiddenNouns) -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?P<article>an?|the|no|any|some|this|these|those|such)"
        rf"(?: (?:kind|sort|form)s? of)? {ADJECTIVES})?"
        rf"(?P<noun>{any_of(nouns)})"
        r"(?: of (?:(?!(?:that|which|who|i|we|you|he|she|they)\b)\w+ ){1,5}?"
        rf"| (?:about|on|in|for) (?:{INNER} ){{1,3}}?| )"
        r"(?:(?:(?:that |which )?(?:to be|is|was|are|were|be|been|being"
        rf"|(?:has|have|had) (?:(?:now|already|just|not|never|also|yet) ){{0,2}}been"
        r"|(?:will|shall|should|must|can|could|may|might|would) (?:now |also |not |only )?be) )"
        rf"(?:\w+ly |also |then |being |already )?{PASSIVE[light]}\b{_NO_STATE}"
        # `the changes made by the Senate` are things
        rf"|(?:\w+ly |also |then |already )?{PASSIVE[light]}\b(?! by\b){_NO_OBJECT})",
        re.IGNORECASE,
    )


def _singular(noun: str) -> str:
    if noun.endswith("yses"):
        return f"{noun[:-2]}is"
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "sis")) else noun
