"""The words themselves around a word of chance, as named signs: verb, subject, object, topic.

What can be permitted and what can only happen is told by words: a committee may meet, a drought
may last. Nouns stand in the singular, and the verb with the word that carries its meaning (`be
closed`, `have left`, `need to sell`).
"""

from collections.abc import Iterator

from briefing.text.modal_clause import ModalClause
from briefing.text.participles import is_participle
from briefing.text.word_kinds import is_preposition
from briefing.text.word_set import word_set

_DETERMINERS = word_set("""
the a an this that these those our their its his her your my some such any no all both each every
another more most much many several few two three four five
""")
_PHRASE_ENDS = word_set("""
that which who whom whose what when where how why if whether because since while although though
unless until and or but so than as to will would can shall should must may might could is are was
were
""")
_COMMON = word_set("""
the a an this that these those our their its his her your my some such any no of in for on to with
from by at is are was were be been being am do does did has have had and or but not as it they we he
she you i there if so than which who whom whose what when where how why also just very more most
much many all both each other into about up out over under then will would can shall should must may
might could
""")
_MODALS = word_set("will would can shall should must ought need")
_OF_CHANCE = word_set("may might could")
_PAST = word_set("was were had did said told thought went came made took")
_GOVERNING = word_set("""
need have want seem appear wish choose decide begin continue try come help
""")
_LINKS = word_set("able unable likely going required used")
_PHRASE = 7  # words in which the head of a noun phrase is looked for
_NEAR = 5  # words after the verb in which its preposition is looked for
_ENDING, _LONG_ENDING = 3, 4  # letters a word has at least to lose a plural ending


def clause_words(clause: ModalClause) -> Iterator[str]:
    """Yield the words that a modal's clause turns on, alone and in pairs."""
    verb, used = _core(clause)
    subject, rest = _singular(clause.subject), clause.after[used:]
    thing = _head(rest)
    near = next((word for word in rest[:_NEAR] if word == "to" or is_preposition(word)), "")
    done = f"not {verb}" if clause.is_negated else verb
    yield f"core {done}"
    yield f"core {verb} {near}"
    yield f"head {subject}"
    yield f"object {thing}"
    yield f"{subject} does {verb}"
    yield f"{verb} to {thing}"
    yield f"{clause.kind} does {done}"
    yield f"{clause.kind} to {thing}"
    if verb != clause.verb:
        yield f"main {verb.split()[-1]}"


def other_verbs(words: tuple[str, ...], at: int) -> Iterator[str]:
    """Yield the other modals of the sentence, and whether it tells of the past."""
    others = frozenset(words[:at] + words[at + 1 :])
    yield from (f"with {word}" for word in (_MODALS | _OF_CHANCE) & others)
    if _PAST & others:
        yield "past verb"


def sentence_words(words: tuple[str, ...], at: int) -> Iterator[str]:
    """Yield the words of the sentence that tell its topic."""
    for place, word in enumerate(words):
        if place != at and word[0].isalpha() and word not in _COMMON:
            yield f"has {_singular(word)}"


def _core(clause: ModalClause) -> tuple[str, int]:
    """Return the verb with the word that carries its meaning, and how many words that took."""
    verb, after = clause.verb, clause.after
    first = after[0] if after else ""
    second = after[1] if len(after) > 1 else ""
    if verb == "have" and first == "been" and second:
        return f"been {second}", 2
    if verb == "have" and is_participle(first):
        return f"have {first}", 1
    if verb == "be" and first in _LINKS and len(after) > 2:
        return f"be {first} {after[2]}", 3
    if verb in {"be", "get"} and first:
        told = _head(after) or first if first in _DETERMINERS else first
        return f"{verb} {told}", 1
    if verb in _GOVERNING and first == "to" and second:
        return f"{verb} to {second}", 2
    return verb, 0


def _head(words: tuple[str, ...]) -> str:
    """Return the noun that the phrase at the beginning turns on; "" where none stands there."""
    head = ""
    for word in words[:_PHRASE]:
        if not word[0].isalpha() or word in _PHRASE_ENDS or is_preposition(word):
            break
        if word not in _DETERMINERS:
            head = word
        elif head:
            break
    return _singular(head)


def _singular(word: str) -> str:
    """Return a noun or verb without its *-s*."""
    if len(word) > _LONG_ENDING and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > _LONG_ENDING and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > _ENDING and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
