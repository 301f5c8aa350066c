"""Hidden verbs whose noun stands first: `the decision that they took`, `the audit done by him`.

A clause follows the noun, with *that* or *which* or without; its subject is a pronoun, a name or a
noun with an article, and the light verb has no other object. Or work is said to be done by
somebody; what is only called after its making is a thing (`the study conducted by the university`,
`the changes made by the Senate`). Source: Quirk et al., 17.9-17.15, 17.28.
"""

import re
from collections.abc import Iterable

from briefing.text.light_verbs import ADJECTIVES, INNER, PASSIVE, any_of, forms_of
from briefing.text.word_set import word_set

_BEFORE_BARE = "of on about with by and for from in to all"
_ARTICLE = r"(?P<article>(?:the|this|that|these|those|any|no|such an?|an?) )"
# Where a plural may stand without an article: a number before it would tell more than its verb.
_BEFORE = [rf"(?<=\b{word} )" for word in _BEFORE_BARE.split()]
_BARE_PLURAL = rf"(?:^|{'|'.join(_BEFORE)})(?=\w+s\b)"
# What stands behind an article may be what the clause tells of: `the delivery of the goods that …`.
_ABOUT = (
    r"(?:(?:of|on|into|about|for|to) "
    rf"(?:(?!(?:the|these|those|our|their|its|his|her|my)\b){INNER} ){{1,3}}?)?"
)
_PRONOUN = r"(?:i|we|you|he|she|it|they|one) "
_NAME = r"(?-i:(?:[A-Z][\w’'.-]* ){1,4})"
_NOUN = rf"(?:the|our|their|his|her|its|my|your|this) (?:{INNER} ){{1,3}}?"
_CLOSE_NOUN = rf"(?:the|our|their) (?:{INNER} ){{1,2}}?"
_AUXILIARY = (
    r"(?:(?:have|has|had|will|would|can|could|may|might|must|shall|should|did|do|does|need|needs"
    r"|wants?|wanted|is|are|was|were|going|able|to|not|also|already|just|now|then|ever|never|always"
    r"|recently|[a-z]+ly) ){0,4}?"
)
# What may follow a verb whose object stands before it.
_NO_OBJECT = (
    r"(?=\s*(?:[.,;:!?)\]—–]|$)|\s(?:in|on|at|for|with|about|of|by|from|during|before|after|when"
    r"|last|today|yesterday|as|and|or|but|is|are|was|were|will|has|have|had|can|could|would|should"
    r"|may|might|earlier|then|here|there|regarding|concerning|under|until|since|over|because"
    r"|through|without|within|this (?:year|month|week|morning)|to (?!be\b)))"
)
_DONE_BY = frozenset({"carry out", "conduct", "perform", "undertake"})
_WORK = word_set("""
analysis assessment audit calculation calibration check comparison consultation enquiry evaluation
evacuation examination inquiry inspection investigation maintenance measurement monitoring
negotiation reconciliation repair review validation verification
""")


def noun_first(light: str, nouns: Iterable[str]) -> re.Pattern[str]:
    """Return what finds the nouns of a light verb with a clause behind that has the verb."""
    verb = f"{forms_of(light)}|{PASSIVE[light]}" if light in PASSIVE else forms_of(light)
    no_duty = r"(?! to\b)" if light == "have" else ""  # `the need we have to …`
    return re.compile(
        rf"(?:\b{_ARTICLE}(?:{ADJECTIVES})|{_BARE_PLURAL})(?P<noun>{any_of(nouns)}) "
        rf"(?:{_ABOUT}(?:that|which) (?:{_PRONOUN}|{_NOUN}|{_NAME})"
        rf"|{_PRONOUN}|{_CLOSE_NOUN}|{_NAME}){_AUXILIARY}(?:{verb})\b{no_duty}{_NO_OBJECT}",
        re.IGNORECASE,
    )


def work_done(light: str, nouns: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds work of which it is told by whom it is done, if the verb tells so."""
    work = sorted(_WORK.intersection(nouns))
    if light not in _DONE_BY or not work:
        return None
    return re.compile(
        rf"\b{_ARTICLE}(?:{ADJECTIVES})(?P<noun>{any_of(work)}) {_ABOUT}(?:\w+ly )?"
        rf"(?:(?:that |which )?(?:was|were|is|are|(?:has|have|had) been) (?:\w+ly )?)?"
        rf"{PASSIVE[light]} by\b",
        re.IGNORECASE,
    )
