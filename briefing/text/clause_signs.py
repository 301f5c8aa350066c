"""The clause of a modal as named signs: its subject, its verb, the verb's form and its object."""

import re
from collections.abc import Iterator

from briefing.text.modal_clause import ModalClause
from briefing.text.modal_reading import (
    is_by_leave,
    is_valued,
    lacks_object,
    tells_chance,
    verb_class,
)
from briefing.text.outcome_verbs import is_harm
from briefing.text.word_kinds import word_kind

_ABSTRACT = re.compile(r"(?:tion|ment|ness|ity|ism|ance|ence|ure)s?$")


def clause_signs(clause: ModalClause) -> Iterator[str]:
    """Yield the signs of the clause of a modal."""
    yield from _subject(clause)
    yield from _verb(clause)
    yield from _readings(clause)


def _subject(clause: ModalClause) -> Iterator[str]:
    word = clause.subject
    yield f"of a {clause.kind}"
    yield f"subject {word}"
    yield f"subject after {clause.before}"
    if word.endswith("ing"):
        yield "subject in -ing"
    if _ABSTRACT.search(word):
        yield "subject abstract"
    if word.endswith("s") and not word.endswith("ss"):
        yield "subjects"


def _verb(clause: ModalClause) -> Iterator[str]:
    sort = verb_class(clause.verb)
    shape = f"not {_shape(clause)}" if clause.is_negated else _shape(clause)
    following = clause.after[0] if clause.after else ""
    yield f"verb {clause.verb}"
    yield f"verb of {sort}"
    yield f"shape {shape}"
    yield f"{clause.kind}, {shape}"
    yield f"{clause.kind}, of {sort}"
    yield f"{clause.kind}, {clause.verb}"
    yield f"then {following}"
    yield f"then a {word_kind(following)}"
    yield f"{clause.verb} a {word_kind(following)}"
    yield f"{clause.verb} {following}"
    yield from (f"by {adverb}" for adverb in clause.adverbs)


def _shape(clause: ModalClause) -> str:
    """Return the form of the verb: what the clause says of the modal before its words do."""
    first = clause.after[0] if clause.after else ""
    if clause.is_perfect:
        return "perfect"
    if clause.is_stacked:
        return "stacked"
    if clause.is_passive:
        return "harmed" if is_harm(first) else "passive"
    if clause.is_progressive:
        return "progressive"
    return f"be {word_kind(first)}" if clause.verb == "be" else "plain"


def _readings(clause: ModalClause) -> Iterator[str]:
    for name, tells in (
        ("chance", tells_chance),
        ("leave", is_by_leave),
        ("valued", is_valued),
        ("no object", lacks_object),
    ):
        if tells(clause):
            yield f"read as {name}"
