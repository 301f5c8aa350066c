"""The fields of a memo as a house's Word file asks for them, by whatever name."""

from briefing.export.docx.field_words import FieldWords
from briefing.export.docx.style_words import Tokens, tokens
from briefing.export.legal_text import legal
from briefing.model.publication import Publication

MARKING, HEADING, SUBJECT = "marking", "heading", "subject"


class MemoFields:
    """Finds values by name; remembers which were placed, so that none is printed twice."""

    def __init__(self, publication: Publication, words: FieldWords) -> None:
        self._words = words
        self._values: dict[Tokens, str] = {}
        named = (*publication.front_matter, *publication.fields)
        known = ((HEADING, publication.heading), (SUBJECT, publication.subject))
        for name, value in (*named, *known, (MARKING, publication.marking)):
            self._values[tokens(name)] = legal(value).replace("\n", " ").strip()

    def value(self, name: str) -> str | None:
        """Return what a name stands for; None where the memo has no such field."""
        found = self._values.get(tokens(name))
        return found if found is not None else self._values.get(tokens(self._words.usual(name)))

    def key(self, name: str) -> Tokens:
        """Return what is the same for all names of one field."""
        own = tokens(name)
        return own if own in self._values else tokens(self._words.usual(name)) or own
