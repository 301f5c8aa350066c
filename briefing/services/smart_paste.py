"""What is pasted into a memo from Word or the web, as Markdown."""

import re
from dataclasses import dataclass

from briefing.intake.clipboard_html import read_clipboard

_NOTE = re.compile(r"^\[\^([^\]\s]+)\]:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PastedMarkdown:
    """The Markdown (empty where the plain text is to be taken) and the pictures left behind."""

    markdown: str
    dropped_pictures: int


def pasted_markdown(html: str, memo: str) -> PastedMarkdown:
    """Return Markdown for a memo that has the text `memo`: its notes keep their numbers."""
    taken = frozenset(_NOTE.findall(memo))
    found = read_clipboard(html, taken)
    return PastedMarkdown(found.markdown, found.dropped_pictures)
