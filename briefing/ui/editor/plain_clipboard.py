"""What is copied out of a memo and what is pasted into it: Markdown as plain text, exactly."""

import re
from itertools import pairwise

from PySide6.QtCore import QMimeData

RECORD_TYPE = "application/x-briefing-record"  # `fact UID` or `article UID`, dragged
_BULLET = re.compile(r"^[ \t]*[•·▪◦‣][ \t]+")
_LINE_ENDS = str.maketrans({"\u2029": "\n", "\x00": None, "\ufdd0": None, "\ufdd1": None})


def copied(text: str) -> QMimeData:
    """Return raw Markdown for the clipboard: Qt's own way turns no-break spaces into spaces."""
    data = QMimeData()
    data.setText(text)
    return data


def pasted(data: QMimeData) -> str:
    """Return what can be pasted, as plain text with one sign for each line end."""
    text = data.text() if data.hasText() else ""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    return as_paragraphs(text) if data.hasHtml() else text


def as_paragraphs(text: str) -> str:
    """Part the paragraphs of a text from Word or the web, which has one on each line."""
    if "\n\n" in text.strip() or "\n" not in text.strip():
        return text
    lines = [_BULLET.sub("- ", line.rstrip()) for line in text.split("\n") if line.strip()]
    parted = lines[0]
    for above, below in pairwise(lines):
        both_items = above.startswith("- ") and below.startswith("- ")
        parted += ("\n" if both_items else "\n\n") + below
    return parted


def record_in(data: QMimeData) -> tuple[str, str] | None:
    """Return the kind and the uid of a record that is dragged, if one is."""
    if not data.hasFormat(RECORD_TYPE):
        return None
    words = bytes(data.data(RECORD_TYPE).data()).decode("utf-8", "replace").split()
    return (words[0], words[1]) if len(words) == 2 else None


def record_data(kind: str, uid: str, text: str) -> QMimeData:
    """Return a record to be dragged; what is not a memo gets its `text`."""
    data = QMimeData()
    data.setData(RECORD_TYPE, f"{kind} {uid}".encode())
    data.setText(text)
    return data
