"""The statement of a figure that can be read by itself, out of a sentence.

`This would cost $3m`, `it fell by 5%`, `a couple with two children gains £400` tell of something
that the sentence before or an example gives: two of them may differ and both be right. So do rows,
references, requests, and what is said of another time or case.
"""

import re
from functools import lru_cache

from briefing.text.finite_verbs import has_verb
from briefing.text.imperatives import is_imperative
from briefing.text.number_words import words_pattern
from briefing.text.quoted_words import without_quotes

_CASES = (
    "household|family|person|couple|filer|taxpayer|parent|worker|user|individual|man|woman|child"
    "|student|employee|company|firm"
)
_LINKED = re.compile(
    # what the sentences before tell of
    r"^\W*(?:this|these|that|those|it|its|they|their|he|his|she|her|such|another|each|both|some"
    r"|others?|one|either|neither|there|here|then|as|by comparison|esto|estos|este|esta|ello|ce"
    r"|cette|ces|il|elle|ils|elles"
    r"|the (?:other|former|latter|same|rest|remaining|above|following))\b"
    r"|[,;] (?:it|they|he|she|its|their|his|her|this|these)\b"
    r"|\b(?:this|these|those|such) (?!(?:year|month|week|decade|century)\b)[a-z]"
    r"|\b(?:of|for|in|at|by|with|from|to|on|under) (?:that|it|them|which)\b|\bthereof\b"
    # an example, or a case among several
    r"|^\W*(?:if|when|whenever|once|suppose|assuming|imagine|consider|while|although|unlike|whereas"
    r"|(?:at|with) (?=\W*\d)|an? [$€£]?\d|\w+ing\b.*\d.*\bwould\b"
    rf"|(?:an?|one|another|any|every) (?:\w+[ -]){{0,3}}?(?:{_CASES})\b)"
    r"|\b(?:the|an?) (?:household|family|person|couple|filer|taxpayer)\b"
    r"|\b(?:e\.g|i\.e|for example|for instance|hypothetical\w*|scenarios?|examples?|illustrat\w+"
    r"|suppose)\b"
    # not stated for good, or of another time or hand than the figure before
    r"|\b(?:disput\w+|alleg\w+|revis\w+|initial\w*|earlier|previous\w*|former\w*|original\w*"
    r"|instead|options?|should|if|another|additional|others?|remaining|compared|versus|whereas"
    r"|respectively|per cent of those|of these|of which|of them|not|antes|después|si|otros?|otras?"
    r"|autres?)\b|n['’]t\b",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\brang(?:e[sd]?|ing)\b"
    r"|\b(?:from|between) (?!(?:19|20)\d\d\b)[-+]?[$€£]?\d\S*(?: \w+)? (?:to|and) "
)
# A label with its value, what amends a law, a volume or a page of a book, a formula.
_ROW = re.compile(
    r"\s/\s|:\s*[-+$€£]?\d|^(?:Sub)?[Ss]ection\s|^Article\s|\bsubstitution\b|\bamended by\b"
    r"|\d\(\d|\bet (?:al|seq)\b|\bU\.S\.C|\bpp?\. ?\d|\bdoi\b|https?:|\bvol(?:ume)?\b|[=×<>|{}]"
)
_WHOLE = re.compile(r"^[^\W_].*[.!…][\W\d]*$", re.DOTALL)  # no list item, label or row
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LABEL = re.compile(r"^\s*\(?[\da-zA-Z]{1,3}[.)]\s+")
_CLAUSE_END = re.compile(r"[,;:—–](?=\s|$)|\s[-–—]{1,2}\s|--|\s(?:while|whereas|but)\s")
_YEAR = r"(?:1[5-9]|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?\b"
_DATE = re.compile(
    rf"\b(?i:in|since|by|from|between|and|to|until|year) (?:[A-Z][a-z]+ )?{_YEAR}"
    rf"|\b(?:[A-Z][a-z]+ \d{{1,2}}|\d{{1,2}} [A-Z][a-z]+),? {_YEAR}|\b{_YEAR} (?=[a-z])"
)
_FIGURE = re.compile(rf"\d(?:[\d.,]*\d)?|\b(?:{words_pattern()})\b", re.IGNORECASE)
_FEWEST = 4  # words


@lru_cache(maxsize=20_000)
def statement_alone(words: str) -> str:
    """Return what a sentence states of its first figure, where that can be read by itself.

    It ends with the clause in which the figure stands; what is in brackets or quoted is left out.
    Without a figure it is the whole sentence, and empty where it hangs on others.
    """
    plain = _LABEL.sub("", _BRACKETS.sub(" ", without_quotes(words)).strip())
    if not _WHOLE.search(plain) or plain[0].islower() or is_imperative(plain):
        return ""
    figure = _FIGURE.search(_DATE.sub(lambda match: "_" * len(match[0]), plain))
    end = _CLAUSE_END.search(plain, figure.end()) if figure else None
    stated = plain[: end.start()] if end else plain
    if len(stated.split()) < _FEWEST or not has_verb(stated):
        return ""
    return "" if any(sign.search(stated) for sign in (_ROW, _LINKED, _RANGE)) else stated
