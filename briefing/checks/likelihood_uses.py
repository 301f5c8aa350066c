"""Where a text uses terms of likelihood, of whatever scale, and levels of analytic confidence."""

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.checks.likelihood_scale import every_scale
from briefing.text.word_set import word_set

_NOT_BEFORE = re.compile(
    r" (?:voters?|candidates?|suspects?|causes?|lads?|villages?|areas?|regions?|work\w*|control\w*"
    r"|sensing|access|code|communities|places?|islands?|parts?|locations?|desktop|learning|server"
    r"|servers|exploit\w*|attackers?|past|sites?|teams?|users?|meetings?|employees?|staff)\b"
)
_REMOTE = re.compile(r"(?:\b(?:is|are|was|were|seems?|remains?|appears?|be|as|but) (?:\w+ )?$)")
_REMOTE_NOUN = re.compile(r" (?:chances?|possibilit|probabilit|prospects?|likelihood)")
_CONFIDENCE = re.compile(
    r"\b(?P<whose>\w+ )?(?:(?:very |fairly |relatively )?(?:low|moderate|medium|high|limited)"
    r"(?:(?: to |-|-to-)(?:moderate|medium|high|low))?[- ]confidence\b"
    r"(?![- ]building)(?! (?:in (?:the )?(?:government|market|economy|institution|parliament|police"
    r"|president|currency|bank|system|court)))"
    r"|(?:highly|moderately|very|fairly|reasonably) confident\b"
    r"|confidence(?: (?:level|in (?:this|our|that|these) \w+))? (?:is|remains|was) "
    r"(?:very |fairly |only |still )?(?:low|moderate|medium|high|limited)\b)",
    re.IGNORECASE,
)
_OTHERS = word_set(
    """
consumer business investor investors public market voter popular self lender donor their
"""
)


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term in a text: its plain words and where they stand."""

    term: str
    start: int
    end: int


@lru_cache(maxsize=20_000)
def term_uses(words: str) -> tuple[TermUse, ...]:
    """Return the terms of likelihood in some words, the longest that fits at each place."""
    found: list[TermUse] = []
    for match in _pattern().finditer(words):
        term = " ".join(match[0].lower().split())
        after = words[match.end() :]
        if term == "remote" and not (
            _REMOTE_NOUN.match(after)
            or (_REMOTE.search(words[: match.start()]) and not _NOT_BEFORE.match(after))
        ):
            continue
        if not _NOT_BEFORE.match(after):
            found.append(TermUse(term, match.start(), match.end()))
    return tuple(found)


def confidence_in(words: str) -> tuple[int, int] | None:
    """Return where a level of analytic confidence is told, not the confidence of others."""
    for match in _CONFIDENCE.finditer(words):
        whose = (match["whose"] or "").strip().lower()
        if whose not in _OTHERS:
            return match.start() + len(match["whose"] or ""), match.end()
    return None


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    terms = {term for scale in every_scale() for term in scale.words}
    longest = sorted(terms, key=len, reverse=True)
    one = "|".join(r"\s+".join(map(re.escape, term.split())) for term in longest)
    return re.compile(rf"(?<![\w-])(?:{one})(?![\w-])", re.IGNORECASE)
