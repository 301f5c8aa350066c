"""What speaks against a sentence as a key fact: questions, requests, notices, plain opinion."""

import re

_MIN_WORDS = 6
_RULES: tuple[tuple[float, re.Pattern[str]], ...] = tuple(
    (weight, re.compile(pattern, re.IGNORECASE | re.VERBOSE))
    for weight, pattern in (
        (6.0, r"\?[\W_]*$ | ^\s*¿"),
        (2.0, r":[\s*_]*$"),
        (
            3.0,
            r"""\[?FR\sDoc | Federal\sRegister | \bPages?\s\d+ | https?:// | \bwww\. | \{[{%]
            | \bmailto: | ^E\s?&\s?OE | copyright | all\srights\sreserved | legal\snotice
            | \bas\sis\b | immediate\srelease | click\shere | \bISBN\b | for\smore\sinformation
            | para\smás\sinformación | pour\s(?:plus\sd['’]informations|en\ssavoir\splus)
            | \bmedia\scontact | [^\s@]+@[^\s@]+\.\w | _{4,} | \bTRANSCRIPT\b""",
        ),
        (
            2.0,
            r"""^\W*(?:i|we|you)\s(?:all\s|also\s|just\s|really\s)?(?:think|believe|hope|want|know|feel
            |understand|recogni[sz]e|look\sforward|wish|need|say|mean|guess|suppose|thank)\b
            | \b(?:i\sthink|i\sbelieve|i\shope|i\sguess|i\sam\ssure|you\sknow|thank\syou
            |welcome\sto|ladies\sand\sgentlemen|proud\s(?:to|of)|let\sme|let['’]s|i\swish)\b
            | ^\W*(?:if|as\syou\sknow|join|please|refer|see|use|download|learn|read|visit|do\snot
            |contact|subscribe|register|make\ssure|note\sthat|imagine)\b
            | ^\W*(?:creo|pienso|espero|queremos|gracias|esperamos)\b
            | ^\W*(?:je\s(?:pense|crois|voudrais|remercie|souhaite)
            |nous\s(?:pensons|espérons))\b""",
        ),
        (
            0.8,
            r"""\b(?:would|could|might|perhaps|maybe|should|podría\w*|quizá\w*|pourrai\w+
            |aurai(?:t|ent)|serai(?:t|ent)|peut-être|tal\svez)\b""",
        ),
        (1.2, r"\b(?:your|you|yours)\b"),
    )
)
_LOOSE_MARKS = re.compile(r"[\[\]{}<>|_*#=]")
_MANY_MARKS = 6
_WORD = re.compile(r"[^\W\d_]{2,}")


def penalty(sentence: str) -> float:
    """Return what to take from the score of a sentence; what is quoted is not held against it."""
    lost = sum(weight for weight, pattern in _RULES if pattern.search(_unquoted(sentence)))
    if len(_WORD.findall(sentence)) < _MIN_WORDS:
        lost += 2.0
    if len(_LOOSE_MARKS.findall(sentence)) > _MANY_MARKS:
        lost += 2.0
    return lost


def _unquoted(sentence: str) -> str:
    return re.sub(r"[“\"«][^“”\"«»]{3,}[”\"»]", "“…”", sentence)
