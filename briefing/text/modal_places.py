"""Where *may*, *might* and *could* tell no chance, whatever verb follows.

Conditions, purposes, embedded questions, general and concessive relatives, concessions that a
*but* takes back, wishes, examples, and the drafting of laws.
"""

import re

_CLAUSE = r"(?:(?! - )[^,;:.()–—]|(?<=\b[A-Z])\.|\.(?=\w))"
_WITHIN = rf"(?:(?!\b(?:that|but|because)\b){_CLAUSE})"
_BEFORE = re.compile(
    rf"\b(?:whether|so (?:\w+ ){{0,3}}that|in order that|although|though|whatever|however"
    rf"|whoever|whichever|wherever|whenever|whereby|unless|lest|no matter|such \w+ as)"
    rf"\b{_CLAUSE}*$"
    # what is hoped is wished, not judged, whatever is set off between
    r"|\b(?:hop(?:e|es|ed|ing)|wish(?:es|ed)?)\b(?! (?:for|to|of|is|are)\b)(?= \w+ )"
    r"(?:(?!\b(?:but|because|so|and)\b)[^.;:])*$"
    # a purpose told first: `That these may be had, …`
    r"|^that (?:it|he|she|we|they|these|this|(?:the|their|our) \w+(?: \w+)?) $"
    # more than it may be
    r"|\bthan(?: (?:it|they|he|she|we|you|i|one|(?:the|this|that|their|our) \w+))? $"
    r"|\bso that [^,;.()]*,[^,;.()]*$"
    # a relative of place or means: `a form by which they may ask`
    rf"|\b(?:by|through|under|with|from|to|for|upon|in|on) (?:which|whom) {_WITHIN}{{1,60}}$"
    # an embedded question, or a relative without an antecedent
    rf"|(?:\b(?:how|why|whom|whose)|(?<!^)\bwhat|(?<!, )\bwhere|\bwhich \w+)\b"
    rf" {_WITHIN}{{1,60}}$"
    # people who may …: a restrictive relative
    r"|[^\W_] who(?: \w+)? ?$"
    r"|\bwhat $"
    r"|(?<!well )\bas (?:\w+ ){0,2}$",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    rf"\b(?:any|every|all|each|such|those|no|nothing|anything|everything)\b{_CLAUSE}{{0,60}}"
    r"\b(?:that|which|who|as)\s*$"
    r"|\b(?:any|every|each)(?: (?!(?:we|they|it|he|she|you|i)\b)\w+){0,2} $"
    r"|\b(?:nothing|no one|nobody|little|(?<!a )few|no)(?: \w+){0,3} $",
    re.IGNORECASE,
)
# `the costs they may incur`, `the impact our project could make`: a relative without a pronoun.
_CONTACT = re.compile(
    r"\b(?:the|a|an|some|any|these|those|other|more|of|and|or|its|their|your|our)"
    r" (?!\w*(?:ed|es) )"
    r"(?!(?:of|in|to|for|and|or|said|think|thought|says|know|knew|feel|fear|hope|believe|found"
    r"|means?)\b)\w+"
    r" (?:(?:they|we|you|i|he|she|it|one|someone|people)|(?:the|our|their|its|this|your|my) \w+)"
    r" (?:\w+ly )?$"
    r"|\b(?:best|only|first|last|most \w+)(?: \w+){1,2}"
    r" (?:they|we|you|i|he|she|it|this \w+|the \w+) $"
    r"|\b(?:ways|things|something|anything|everything|times|places|types|kinds|all|best|much|reasons)"
    r"(?: that)?"
    r" (?!of\b)(?:\w+ ){1,2}$",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"\b(?:shall|pursuant|thereof|thereto|hereby|hereunder|subsections?|sub-sections?|paragraph \("
    r"|section \d|the said|prescribed|hereinafter|aforesaid)\b|^\W*\((?:\d+|[a-z]|[ivx]+)\)"
)
_HABIT = re.compile(r"\b(?:(?:for|an) (?:example|instance)|e\.g\.)", re.IGNORECASE)
# What happens now and then is known.
_SOMETIMES = re.compile(r"\w+ (?:sometimes|occasionally|often|in some cases|at times)\b")
_OPTATIVE = re.compile(
    r" (?:god|the|these|those|an?|people|he|she|they|it|i|we|you|this|that|all|your|his|her|our"
    r"|their|peace)\b",
    re.IGNORECASE,
)
# `We may as well wait`, `I suggest the two might meet`: proposed.
_AS_WELL = re.compile(r"\w+ (?:just )?as well \w")
_SUGGESTED = re.compile(r"\b(?:I|[Ww]e|would|to) suggest(?: that)? [^,.;:]{1,40}$")
# `It might, for example, ask …`
_FOR_EXAMPLE = re.compile(r"\w+,? (?:for (?:example|instance)|say),? ", re.IGNORECASE)
# A state granted, and taken back: `It may sound hard, but …`
_CONCEDED = re.compile(
    r"\w+ (?:(?:not|well|still|also) )?"
    r"(?:be(?! \w+ed\b)|seem|sound|look|appear|feel|like|have|know|want)\b"
    r"(?:[^.;]{0,250}?, but\b|[^.;,]{0,60} but\b)"
)
_ALONE = re.compile(r"(?: well)?(?:\W*$|[.;!]|, (?:and|but)\b)")
_ALONE_SUBJECT = re.compile(
    r"(?:^|[,;:.–—-] |\b(?:but|and|because|think|course|yes) )(?:it|they|that|this|there|he|she) $",
    re.IGNORECASE,
)


# `What he could do is wait`, not `what he gets could be less`.
_WHAT_ONE_CAN = re.compile(
    r"^what (?:.* )?(?<!\bto )(?<!\bfor )(?<!\bwith )"
    r"(?:i|we|you|he|she|they|it|one|people|(?:the|a|an|our|their|its|his|her|your) \w+)"
    r" (?:\w+ly |also )?$",
    re.IGNORECASE,
)
# What stands farther before tells nothing of a modal, and would be read again for each of them.
_NEAR = 600

# `If it fails …`, and not the clause that follows on it without a comma.
_CONDITION = re.compile(rf"\bif\b(?P<inside>(?:(?!\bif\b){_CLAUSE})*)$", re.IGNORECASE)
_FOLLOWS = re.compile(
    r"(?: (?:can|is|are|was|were|has|have|had|do|does|did|will|\w{3,}ed|\w{3,}[^s]s|gets?|go|comes?"
    r"|caught|got|fell|broke|went|came|took|made|found|lost|began|won|held|kept|left)"
    r"|['’](?:s|re|ve|ll|d))"
    r" (?:[^,]* )?(?:it|they|this|there|we|he|she|you|i) $",
    re.IGNORECASE,
)
# `While it may seem dear, …`: a state granted in a clause of its own.
_GRANTING = re.compile(rf"\bwhile\b{_CLAUSE}*$", re.IGNORECASE)
_GRANTING_FIRST = re.compile(rf"^while\b{_CLAUSE}*$", re.IGNORECASE)
_STATE = re.compile(
    r"\w+ (?:(?:not|also|still|already|well|\w+ly) ){0,3}"
    r"(?:be|seem|sound|look|appear|feel|like|have|know)\b"
)


_BEHIND = {
    "subordinate": _BEFORE,
    "what one can": _WHAT_ONE_CAN,
    "general": _GENERIC,
    "for example": _HABIT,
    "of a noun": _CONTACT,
    "granting": _GRANTING,
    "granting first": _GRANTING_FIRST,
    "suggested": _SUGGESTED,
}
_AHEAD = {
    "conceded": _CONCEDED,
    "sometimes": _SOMETIMES,
    "say": _FOR_EXAMPLE,
    "as well": _AS_WELL,
}
_FORBIDDING = frozenset(
    {"subordinate", "what one can", "general", "for example", "of a noun", "suggested", "condition"}
    | {"granting first", "granting a state", "sometimes", "say", "as well"}
)


def is_drafting(sentence: str) -> bool:
    """Tell whether a sentence is of a law or an order."""
    return bool(_LEGAL.search(sentence))


def is_alone(sentence: str, start: int, end: int) -> bool:
    """Tell whether a pronoun and the modal are a whole clause, as in `…, but they could`."""
    return bool(_ALONE.match(sentence, end) and _ALONE_SUBJECT.search(sentence[:start]))


def places_of(sentence: str, start: int) -> frozenset[str]:
    """Return the names of the places a modal stands in, whether they make it no chance or not."""
    before = sentence[max(0, start - _NEAR) : start]
    found = {name for name, pattern in _BEHIND.items() if pattern.search(before)}
    found |= {name for name, pattern in _AHEAD.items() if pattern.match(sentence, start)}
    if _is_condition(before):
        found.add("condition")
    if "conceded" in found and before.lower().endswith("there "):
        found.add("there conceded")
    if "granting" in found and _STATE.match(sentence, start):
        found.add("granting a state")
    if "granting first" in found and sentence.startswith("could", start):
        found.discard("granting first")
    return frozenset(found)


def is_set_apart(sentence: str, start: int, places: frozenset[str] | None = None) -> bool:
    """Tell whether the place of a modal makes it no chance; `places` where they are known."""
    if sentence.startswith("May", start):  # the month
        return True
    known = places_of(sentence, start) if places is None else places
    if "conceded" in known and "there conceded" not in known:
        return True
    return not _FORBIDDING.isdisjoint(known)


def is_wish(sentence: str, end: int) -> bool:
    """Tell whether a subject follows the modal: `may he rest`, `might I ask`."""
    return bool(_OPTATIVE.match(sentence, end))


def _is_condition(before: str) -> bool:
    found = _CONDITION.search(before)
    return found is not None and not _FOLLOWS.search(found["inside"])
