"""The name of a heading that has none of its own (pandoc User's Guide, auto_identifiers)."""

import re
import unicodedata


def automatic_identifier(words: str) -> str:
    """Return the name that pandoc gives a heading of these words."""
    kept = re.sub(r"[^\w\s.-]", "", unicodedata.normalize("NFC", words))
    name = "-".join(kept.lower().split())
    first = next((at for at, letter in enumerate(name) if letter.isalpha()), len(name))
    return name[first:] or "section"
