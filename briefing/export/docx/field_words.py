"""The names that houses give to places in their Word files, and what each stands for."""

import json
from functools import cache
from pathlib import Path

from briefing.export.docx.style_words import Tokens, tokens

FIELD_WORDS = Path("docx") / "field_words.json"


class FieldWords:
    """Knows the names of the place for a memo's text, and other names of its fields."""

    def __init__(self, content: set[Tokens], fields: dict[Tokens, str]) -> None:
        self._content = content
        self._fields = fields

    @classmethod
    @cache
    def read(cls, resources: Path) -> "FieldWords":
        """Read the list that ships."""
        data = json.loads((resources / FIELD_WORDS).read_text("utf-8"))
        fields = {tokens(word): name for name, words in data["fields"].items() for word in words}
        fields |= {tokens(name): name for name in data["fields"]}
        return cls({tokens(word) for word in data["content"]}, fields)

    def is_content(self, name: str) -> bool:
        """Say whether a bookmark, control or placeholder of that name is for a memo's text."""
        return tokens(name) in self._content

    def usual(self, name: str) -> str:
        """Return the usual name of the field that a name stands for; nothing where none does."""
        return self._fields.get(tokens(name), "")
