"""Words of a query as FTS5 phrases: in the text, in one column, in tags, near one another.

A beginning of words that stands in many articles is slow to ask for: FTS5 reads every word that
begins so. Most of what is wanted has one of the most frequent ones, and asking for those is quick.
"""

from dataclasses import dataclass

from briefing.model.query import Near, Words
from briefing.store import index_tokens
from briefing.store.folded_words import folded_words
from briefing.store.index_words import has_words, index_words, sound
from briefing.store.known_values import Known

ABSENT = ""  # nothing that can be searched for, so that it is as if it were not there
_COLUMNS = {"title": "title", "publisher": "publisher", "author": "authors"}


def phrase(text: str) -> str:
    """Return text as an FTS5 string: its words in this order, nothing in it an operator."""
    words = index_words(sound(text)).replace('"', " ")
    return f'"{words}"' if has_words(words) else ABSENT


@dataclass(frozen=True, slots=True)
class WordMatch:
    """Makes phrases; `column` is where words without a field are looked for, if not everywhere.

    `is_quick`: of the words that begin as asked for, only the most frequent ones count.
    """

    known: Known
    column: str = ""
    is_quick: bool = False

    def words(self, words: Words) -> str:
        """Return what finds a word or phrase."""
        if phrase(words.text) == ABSENT:
            return ABSENT
        in_text = self._in_text(words)
        column = _COLUMNS.get(words.field, self.column)
        if column:
            return f"{column} : {in_text}"
        in_tags = self._in_tags(words)
        return f"({in_text} OR {in_tags})" if in_tags else in_text

    def near(self, near: Near) -> str:
        """Return what finds words close together; the same column holds them all."""
        phrases = [phrase(one.text) + (" *" if one.prefix else "") for one in near.words]
        if len(phrases) < 2 or not all(map(has_words, phrases)):  # no pair
            parts = [part for part in map(self.words, near.words) if part]
            return f"({' AND '.join(parts)})" if len(parts) > 1 else "".join(parts)
        column = _COLUMNS.get(near.words[0].field, self.column)
        close = f"NEAR({' '.join(phrases)}, {max(near.distance, 0)})"
        return f"{column} : {close}" if column else close

    def _in_text(self, words: Words) -> str:
        whole = phrase(words.text)
        if not words.prefix:
            return whole
        tokens = folded_words(index_words(sound(words.text)))
        return (self._beginning(tokens) if tokens else "") or f"{whole} *"

    def _in_tags(self, words: Words) -> str:
        """Return what finds the words in tags; nothing where no tag has them."""
        tokens = index_tokens.words(sound(words.text)).split()
        whole = tokens[:-1] if words.prefix else tokens
        if not tokens or not self.known.tag_words.issuperset(whole):
            return ""
        if not words.prefix:
            return f"tags : {_quoted(tokens)}"
        beginning = self.known.beginnings.get(tokens[-1])
        if beginning and not beginning.words:
            return ""
        return f"tags : {self._beginning(tokens) or _quoted(tokens) + ' *'}"

    def _beginning(self, tokens: list[str]) -> str:
        """Return any of the frequent words that begin so; nothing where FTS5 does as well."""
        beginning = self.known.beginnings.get(tokens[-1])
        if beginning is None or not beginning.is_wide:
            return ""
        if not (beginning.is_whole or self.is_quick):
            return ""
        return "(" + " OR ".join(_quoted([*tokens[:-1], word]) for word in beginning.words) + ")"


def _quoted(words: list[str]) -> str:
    return f'"{" ".join(words)}"'
