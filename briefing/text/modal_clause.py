"""The clause of a modal: its subject, its verb and what form that has, read from the words alone.

No parser stands behind it: the head of the subject is the noun before its first preposition or
relative clause, the verb the first word after adverbs.
"""

import re
from dataclasses import dataclass

from briefing.text.participles import is_participle, is_state
from briefing.text.subject_kinds import SubjectKind, is_pronoun, subject_kind
from briefing.text.word_set import word_set

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
_ADVERBS = word_set("""
not also well even still soon yet therefore then thus already again only perhaps possibly maybe
instead just ever never very now always often sometimes otherwise indeed too once later somehow
conceivably both all each quite rather at least most once more
""")
_NO_ADVERBS = frozenset({"rely", "apply", "supply", "reply", "comply", "imply", "fly", "family"})
_BOUNDS = word_set("""
, ; : — – ( ) that if when while because since but although though whether whereas unless until
where how why what and or as than so therefore may might could can will would shall should
""")
_PREPOSITIONS = word_set("""
of in for on to with from by at between among against under over about across into within without
through during after before around near toward towards who which that affecting involving
""")
_DETERMINERS = word_set("the this that these those a an our their its his her your my some such")


_AMOUNTS = word_set("""
some many most all both each any none much few several one next number part lot majority minority
half thousands hundreds millions kind sort type
""")
_PHRASES = frozenset(
    {"in fact", "in turn", "in time", "in future", "in the future", "one day", "some day"}
    | {"at times", "at length", "at last", "at least", "at any time", "at some point"}
    | {"at some stage", "in theory", "in practice", "in due course", "over time", "to some extent"}
)
# A noun made from a verb or an adjective, a capital only because its sentence begins with it.
_ABSTRACT = re.compile(r"(?:tion|sion|ment|ness|ity|ism|ance|ence|ure|ing|age|acy)$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of a sentence: in lower case, as written, and where."""

    plain: str
    written: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ModalClause:
    """A modal in its clause.

    `verb` and `after` are the first word after it and its adverbs, and the next words but adverbs;
    `adverbs` those between; `before` what stands directly before the subject, "" at the start.
    """

    modal: str
    kind: SubjectKind
    subject: str
    before: str
    adverbs: tuple[str, ...]
    verb: str
    after: tuple[str, ...]

    @property
    def is_negated(self) -> bool:
        """Tell whether *not* or *never* stands between."""
        return bool({"not", "never"} & set(self.adverbs))

    @property
    def is_perfect(self) -> bool:
        """Tell whether it is *have* and a participle."""
        return self.verb == "have" and any(
            is_participle(word) or word == "been" for word in self.after[:1]
        )

    @property
    def is_passive(self) -> bool:
        """Tell whether it is *be* and a participle."""
        return (
            self.verb == "be"
            and bool(self.after)
            and (
                self.after[0] == "had"
                or (is_participle(self.after[0]) and not is_state(self.after[0]))
            )
        )

    @property
    def is_progressive(self) -> bool:
        """Tell whether it is *be* and a form in *-ing*."""
        return self.verb == "be" and bool(self.after) and self.after[0].endswith("ing")

    @property
    def is_stacked(self) -> bool:
        """Tell whether *be able*, *have to* or *need to* follows: the modal tells no power then."""
        after = self.after[:1]
        return (self.verb == "be" and after in (("able",), ("unable",))) or (
            self.verb in {"have", "need"} and after == ("to",)
        )


def words_of(sentence: str) -> tuple[Word, ...]:
    """Return the words and marks of a sentence."""
    return tuple(
        Word(match[0].lower(), match[0], match.start(), match.end())
        for match in _TOKEN.finditer(sentence)
    )


def modal_clause(words: tuple[Word, ...], at: int) -> ModalClause | None:
    """Return the clause of the modal at a place; None where no subject or no verb is there."""
    verb = _skip(words, at + 1)
    head = _head(words, at)
    if verb is None or head is None:
        return None
    place, before = head
    after: list[str] = []
    for word in words[verb + 1 : verb + 9]:
        if not (_is_adverb(word.plain) and len(after) < 1):
            after.append(word.plain)
    return ModalClause(
        words[at].plain,
        _kind(words, place, at),
        words[place].plain,
        before,
        tuple(word.plain for word in words[at + 1 : verb]),
        words[verb].plain,
        tuple(after),
    )


def _is_adverb(word: str) -> bool:
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NO_ADVERBS)


def _skip(words: tuple[Word, ...], place: int) -> int | None:
    """Return the first word from a place that is no adverb, words set off by commas passed over."""
    end = min(place + 9, len(words))
    while place < end:
        plain = words[place].plain
        if plain == ",":
            closing = next((at for at in range(place + 1, end) if words[at].plain == ","), None)
            if closing is None:
                return None
            place = closing + 1
        elif (length := _phrase(words, place)) and place + length < end:
            place += length
        elif _is_adverb(plain):
            place += 1
        else:
            return place if plain[:1].isalpha() else None
    return None


def _phrase(words: tuple[Word, ...], place: int) -> int:
    """Return how many words an adverbial phrase has that stands there; 0 where none does."""
    for length in (2, 3):
        if " ".join(word.plain for word in words[place : place + length]) in _PHRASES:
            return length
    return 0


def _head(words: tuple[Word, ...], at: int) -> tuple[int, str] | None:
    """Return where the head of the subject stands, and the word before the subject."""
    last = at - 1
    while last >= 0 and _is_adverb(words[last].plain) and not is_pronoun(words[last].plain):
        last -= 1
    if last >= 0 and words[last].plain in {",", ")"}:
        opening = "(" if words[last].plain == ")" else ","
        last = next((p for p in range(last - 1, -1, -1) if words[p].plain == opening), 0) - 1
    if last >= 0 and words[last].plain in {"and", "or", "but", "then"}:
        return _of_joined_verb(words, last)
    if last < 0 or not words[last].plain[:1].isalnum():
        return None
    if is_pronoun(words[last].plain):
        return last, words[last - 1].plain if last else ""
    first = last
    while first > 0 and last - first < 14 and words[first - 1].plain not in _BOUNDS:
        first -= 1
    before = words[first - 1].plain if first else ""
    for place in range(first + 1, last + 1):
        if words[place].plain in _PREPOSITIONS and words[place - 1].plain[:1].isalpha():
            if words[first].plain in _PREPOSITIONS or _is_amount_of(words, place):
                continue
            return place - 1, before
    return last, before


def _is_amount_of(words: tuple[Word, ...], place: int) -> bool:
    """Tell whether `of` at a place joins an amount to the noun that counts: `some of the banks`."""
    if words[place].plain != "of" or words[place - 1].plain not in _AMOUNTS:
        return False
    return words[place - 1].plain != "number" or words[max(place - 2, 0)].plain != "the"


def _of_joined_verb(words: tuple[Word, ...], last: int) -> tuple[int, str] | None:
    """Return the subject that a second verb shares: the first word of the sentence's subject."""
    begin = 0
    if words[0].plain in _BOUNDS:
        commas = [at for at in range(last) if words[at].plain == ","]
        begin = commas[-1] + 1 if commas else 0
    for place in range(begin, last):
        if is_pronoun(words[place].plain):
            return place, ""
        if words[place].plain in _DETERMINERS and place + 1 < last:
            continue
        if words[place].plain[:1].isalpha():
            return place, ""
    return None


def _kind(words: tuple[Word, ...], place: int, at: int) -> SubjectKind:
    written = words[place].written
    start = place
    while start > 0 and words[start - 1].written[:1].isupper() and at - start < 6:
        start -= 1
    is_bare = not start or words[start - 1].plain not in _DETERMINERS
    is_name = (
        written[:1].isupper() and is_bare and (place > 0 or at - place > 1 or len(written) > 1)
    )
    if place == 0 and is_name:
        # A sentence's first word is a capital in any case: plural nouns are no names.
        is_name = not _ABSTRACT.search(written) and (
            not written.endswith("s") or written in {"Paris", "Athens", "Honduras", "Cyprus"}
        )
    return subject_kind(written, is_name=is_name)
