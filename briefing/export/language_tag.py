"""Which languages a file may name: tags of BCP 47, as far as a writer of documents needs them."""

import re
from collections.abc import Mapping
from typing import TypeVar

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_PARTS = re.compile(r"([A-Za-z]{2,3})(?:[-_](?:[A-Za-z]{4}[-_])?([A-Za-z]{2}))?\b")

Words = TypeVar("Words")


def language_tag(text: str) -> str:
    """Return a language as `en-US` writes it, or nothing where it is no tag."""
    tag = text.strip().replace("_", "-")
    return tag if _TAG.fullmatch(tag) else ""


def language_and_region(text: str) -> tuple[str, str]:
    """Return `("en", "US")` of `en-US`; either may be empty."""
    found = _PARTS.match(language_tag(text))
    return (found[1].lower(), (found[2] or "").upper()) if found else ("", "")


def words_in(language: str, known: Mapping[str, Words], english: Words) -> Words:
    """Return the words of a language that is named by a tag, the English ones of an unknown one."""
    return known.get(language_and_region(language)[0], english)
