"""Score the readers of PDF and Word files against texts of the same documents."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from lxml import etree

from briefing.errors import IntakeError
from briefing.intake.draft_article import DraftArticle
from briefing.intake.found_article import FoundArticle
from briefing.intake.pdf_article import read_pdf
from briefing.intake.word_article import read_docx, read_old_word
from briefing.text.dates import read_date
from tests.bench.scoring import Overlap, Score, overlap

Read = Callable[[str, bytes], Iterable[FoundArticle]]
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]*>")
# What the text edition of the orders adds to what is printed.
_ADDED = re.compile(r"\[\[Page \d+\]\]|\(Presidential Sig\.\).*")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MARKED_LINE = re.compile(r"^ *(#|-|\d+\.)#* +(.*)$", re.MULTILINE)
_AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_PRINTED = "Federal Register / Vol"


def scores(data: Path) -> Iterator[Score]:
    """Yield the figures of each format."""
    yield from _orders(data / "pdf" / "executive_orders")
    yield _ended("PDF: a record or a reason", sorted((data / "pdf").rglob("*.pdf")), read_pdf)
    word = data / "docx"
    yield from _tables_and_lists(word / "docling_gold")
    yield from _judgments(word / "uk_judgments")
    yield from _accepted(word / "accept_reject_gold")
    yield from _second_opinion(word / "tracked_and_comments")
    files = [*word.rglob("*.docx"), *word.rglob("*.docm"), *(data / "templates").rglob("*.docx")]
    files += (data / "hostile").rglob("*.docx")
    yield _ended("Word: a record or a reason", sorted(files), read_docx)
    yield _ended("old Word: a reason", sorted((data / "hostile").rglob("*.doc")), read_old_word)


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


def _tables_and_lists(folder: Path) -> Iterator[Score]:
    """Compare with another converter's Markdown; it writes merged cells again in each place."""
    found: list[Overlap] = []
    lines = wanted_lines = 0
    files = sorted(folder.glob("*.docx"))
    for path in files:
        body = _draft(read_docx, path).body
        gold = _COMMENT.sub("", Path(f"{path}.md").read_text(encoding="utf-8"))
        found.append(overlap(_words(body.replace("<br>", " ")), _words(gold)))
        ours, wanted = _line_starts(body), _line_starts(gold)
        lines += (ours & wanted).total()
        wanted_lines += wanted.total()
    yield Score("Word: words of docling's Markdown (recall)", _recall(found), len(files))
    yield Score("Word: words found that it has too (precision)", _precision(found), len(files))
    yield Score("Word: its headings and items found as such", lines / wanted_lines, len(files))


def _judgments(folder: Path) -> Iterator[Score]:
    found: list[Overlap] = []
    files = sorted(folder.glob("*.xml"))
    for path in files:
        gold = etree.fromstring(path.read_bytes())
        parts = [node for tag in ("header", "judgmentBody") for node in gold.iter(f"{_AKN}{tag}")]
        text = " ".join(words for part in parts for words in part.itertext())
        body = _draft(read_docx, path.with_suffix(".docx")).body
        found.append(overlap(_words(body.replace("<br>", " ")), _words(text)))
    yield Score("Word: words of the judgments found (recall)", _recall(found), len(files))
    yield Score("Word: words found that are theirs (precision)", _precision(found), len(files))


def _accepted(folder: Path) -> Iterator[Score]:
    """Compare with what Word itself makes of all changes accepted."""
    files = sorted(folder.glob("*/source.docx"))
    same = sum(
        _draft(read_docx, path).body == _draft(read_docx, path.with_name("accepted.docx")).body
        for path in files
    )
    yield Score("Word: tracked changes accepted as Word does", same / len(files), len(files), 1.0)


def _second_opinion(folder: Path) -> Iterator[Score]:
    found: list[Overlap] = []
    for path in sorted(folder.glob("*.docx")):
        other = folder / "oracle" / f"{path.stem}.accept.txt"
        if other.exists():
            body = _draft(read_docx, path).body.replace("<br>", " ")
            found.append(overlap(_words(body), _words(other.read_text(encoding="utf-8"))))
    yield Score("Word: words that pandoc finds, changes accepted", _recall(found), len(found))
    yield Score("Word: words found that pandoc finds too", _precision(found), len(found))


def _line_starts(markdown: str) -> Counter[str]:
    """Return the headings and items of a text: their kind with their first words."""
    return Counter(
        f"{kind[0]} {' '.join(_words(rest)[:4])}" for kind, rest in _MARKED_LINE.findall(markdown)
    )


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
