"""Titles and authors from a document's properties, where a person and no program wrote them."""

import re
from dataclasses import dataclass

from briefing.intake import field_readers

_PROGRAM = re.compile(
    r"^(?:Microsoft (?:Word|PowerPoint|Excel)|PowerPoint Presentation)\s*[-–]?\s*"
)
_FILE_NAME = re.compile(
    r"\.(?:docx?|docm|dotx?|odt|rtf|pdf|indd|qxp|qxd|tex|dvi|pptx?|xlsx?|wpd|ps|eps|html?|txt|ai)$",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"(?:untitled|no title|title|document|doc|unbenannt|sans titre|sin título|slide|print|layout"
    r"|full page|unknown|presentation|word document|template)[\s\d._-]*|\(?anonymous\)?",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"(?:user|users?\d*|admin\w*|owner|unknown|anonymous|author|default|guest|test|none|root|pc|hp"
    r"|windows user|microsoft office user|microsoft|python-docx|apache poi|preferred customer|.)",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"[a-z0-9][a-z0-9._@-]*|[A-Z]?[a-z]*\d+")
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class DocumentProperties:
    """What a document's properties state, as it stands there; `created` is ISO 8601."""

    title: str = ""
    authors: str = ""
    created: str = ""
    language: str = ""
    others: tuple[tuple[str, str], ...] = ()


def sensible_title(title: str) -> str:
    """Return a title as it stands in a document's properties; nothing where it says nothing."""
    words = " ".join(title.replace("\0", " ").split())
    bare = _PROGRAM.sub("", words)
    is_name = _FILE_NAME.search(bare) or (bare != words) or ("_" in bare and " " not in bare)
    letters = sum(map(str.isalpha, bare))
    if is_name or letters < 3 or len(bare) > _LONGEST or _NO_TITLE.fullmatch(bare):
        return ""
    return bare


def sensible_authors(names: str) -> tuple[str, ...]:
    """Return the people that a document's properties name; accounts and programs are none."""
    found = field_readers.authors(" ".join(names.replace("\0", " ").split())) or ()
    return tuple(
        name
        for name in found
        if sum(map(str.isalpha, name)) > 2
        and len(name) <= _LONGEST
        and not _NO_AUTHOR.fullmatch(name)
        and not _ACCOUNT.fullmatch(name)
    )
