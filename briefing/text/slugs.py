"""Slugs: the name by which a memo is called on the command line and in file names."""

import re
import unicodedata
from collections.abc import Callable

LENGTH = 48


def make_slug(title: str, taken: Callable[[str], bool]) -> str:
    """Return a lower-case name of letters, digits and hyphens that is not yet taken."""
    spread = unicodedata.normalize("NFKD", title)
    plain = "".join(char for char in spread if not unicodedata.combining(char)).lower()
    words = re.findall(r"\w+", plain.replace("_", " "))
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:LENGTH]
        if len(longer) > LENGTH:
            break
        slug = longer
    slug = slug or "memo"
    if not taken(slug):
        return slug
    number = 2
    while taken(f"{slug}-{number}"):
        number += 1
    return f"{slug}-{number}"
