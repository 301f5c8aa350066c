"""Score the readers of PDF and Word files against texts of the same documents."""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from briefing.errors import IntakeError
from briefing.intake.draft_article import DraftArticle
from briefing.intake.found_article import FoundArticle
from briefing.intake.pdf_article import read_pdf
from briefing.text.dates import read_date
from tests.bench.scoring import Overlap, Score, overlap

Read = Callable[[str, bytes], Iterable[FoundArticle]]
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]*>")
# What the text edition of the orders adds to what is printed.
_ADDED = re.compile(r"\[\[Page \d+\]\]|\(Presidential Sig\.\).*")
_PRINTED = "Federal Register / Vol"


def scores(data: Path) -> Iterator[Score]:
    """Yield the figures of each format."""
    yield from _orders(data / "pdf" / "executive_orders")
    yield _ended("PDF: a record or a reason", sorted((data / "pdf").rglob("*.pdf")), read_pdf)


def _orders(folder: Path) -> Iterator[Score]:
    found: list[Overlap] = []
    dates = 0
    files = sorted(folder.glob("*.pdf"))
    for path in files:
        draft = _draft(read_pdf, path)
        gold = path.with_suffix(".htm").read_text(encoding="utf-8", errors="replace")
        found.append(overlap(_words(draft.body), _words(_order(gold))))
        dates += str(draft.published) in _issue_date(gold)
    yield Score("PDF: words of the orders found (recall)", _recall(found), len(files), 0.97)
    yield Score("PDF: words found that are the orders' (precision)", _precision(found), len(files))
    yield Score("PDF: worst order's recall", min(one.recall for one in found), len(files))
    yield Score("PDF: date of the issue", dates / len(files), len(files))


def _order(gold: str) -> str:
    """Return what of the text edition is printed."""
    text = html.unescape(_TAG.sub("", gold))
    return _ADDED.sub("", text[text.index(_PRINTED) :])


def _issue_date(gold: str) -> set[str]:
    """Return the day that the title of the text edition names."""
    stated = re.search(r"\(\w+, (\w+ \d+, \d{4})\)", gold)
    found = read_date(stated[1]) if stated else None
    return {str(found)}


def _draft(read: Read, path: Path) -> DraftArticle:
    draft = next(iter(read(path.name, path.read_bytes()))).draft
    if draft is None:
        raise ValueError(path.name)
    return draft


def _ended(what: str, files: list[Path], read: Read) -> Score:
    """Return the share of files that ended as an article with text, or as one reason."""
    good = 0
    for path in files:
        try:
            found = list(read(path.name, path.read_bytes()))
        except IntakeError as fault:
            good += str(fault).endswith(".")
        else:
            good += bool(found) and all(one.draft and one.draft.body for one in found)
    return Score(what, good / max(1, len(files)), len(files), 1.0)


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if word.strip("_")]


def _recall(found: list[Overlap]) -> float:
    return sum(one.both for one in found) / sum(one.wanted for one in found)


def _precision(found: list[Overlap]) -> float:
    return sum(one.both for one in found) / sum(one.found for one in found)
