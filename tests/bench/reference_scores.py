"""Score the readers of references and tables: nothing lost, and what Zotero reads from BibTeX."""

import json
import lzma
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from briefing.errors import IntakeError
from briefing.intake.draft_article import DraftArticle
from briefing.intake.found_article import FoundArticle
from briefing.intake.reference_dates import reference_date
from briefing.intake.reference_words import plain_line
from briefing.intake.register import reader_for
from briefing.intake.text_file import decode_text
from tests.bench.scoring import Score

_ENTRY = re.compile(r"^[ \t]*@(?!comment|string|preamble)\w+\s*[{(]", re.MULTILINE | re.IGNORECASE)
_RIS = re.compile(r"^\ufeff?TY {1,2}-", re.MULTILINE)
_RIS_END = re.compile(r"^ER {1,2}-", re.MULTILINE)
_NOT_LETTERS = re.compile(r"[\W_]+")
Tally = dict[str, list[bool]]


def scores(data: Path) -> Iterator[Score]:
    """Yield the figures of each format, over the files in `references` and `articles`."""
    folder = data / "references"
    yield from _lost("RIS", _files(folder, "ris", "ris_nist", suffix=".ris"), _count_ris)
    bibtex = _files(folder, "bibtex", "bibtex_zotero_gold", suffix=".bib")
    yield from _lost("BibTeX", bibtex, lambda text: len(_ENTRY.findall(text)))
    yield from _lost("CSL-JSON", _csl(folder), lambda text: len(json.loads(text)))
    yield from _lost("Web of Science", _files(folder, "other_formats", suffix=".isi"), _count_isi)
    yield from _against_zotero(folder / "bibtex_zotero_gold")
    yield from _policy_documents(data / "articles" / "policy_docs_2152.jsonl.xz")


def _files(folder: Path, *names: str, suffix: str) -> list[Path]:
    return sorted(path for name in names for path in (folder / name).glob(f"*{suffix}"))


def _csl(folder: Path) -> list[Path]:
    files = _files(folder, "csl_json", suffix=".json")
    return [path for path in files if isinstance(json.loads(path.read_bytes()), list)]


def _count_ris(text: str) -> int:
    """Count begins or ends, whichever there are more of: either may be missing."""
    return max(len(_RIS.findall(text)), len(_RIS_END.findall(text)))


def _count_isi(text: str) -> int:
    return len(re.findall(r"^PT ", text, re.MULTILINE))


def _lost(what: str, files: list[Path], count: Callable[[str], int]) -> Iterator[Score]:
    """Yield how many records are found of those that are there, and how many read again alike."""
    there = found = same = 0
    for path in files:
        there += count(decode_text(path.read_bytes()).text)
        for one in _read(path):
            found += one.draft is not None
            same += one.draft is not None and _again(one) == one.draft
    yield Score(f"{what}: records found", min(found / there, 1.0), there, 1.0)
    yield Score(f"{what}: records that read again alike", same / found, found, 1.0)


def _read(path: Path) -> list[FoundArticle]:
    data = path.read_bytes()
    reader = reader_for(path, data)
    try:
        return list(reader.read(path.name, data)) if reader else []
    except IntakeError:
        return []


def _again(found: FoundArticle) -> DraftArticle | None:
    """Return what the original of one record gives by itself."""
    original = found.original
    reader = reader_for(Path(original.name), original.data) if original else None
    if original is None or reader is None:
        return None
    return next(iter(reader.read(original.name, original.data))).draft


def _against_zotero(folder: Path) -> Iterator[Score]:
    """Yield how far entries agree with what Better BibTeX for Zotero makes of them."""
    tally: Tally = {"title": [], "authors": [], "year": [], "date": [], "container": []}
    for path in sorted(folder.glob("*.bib")):
        gold = path.with_suffix(".json")
        if not gold.exists():
            continue
        drafts = {one.part: one.draft for one in _read(path) if one.draft}
        items = json.loads(gold.read_bytes())["items"]
        keys = Counter(item.get("citationKey", "") for item in items)
        for item in items:
            draft = drafts.get(item.get("citationKey", ""))
            # A key that comes twice is of a second file that was read into the same library.
            if draft and keys[item["citationKey"]] == 1:
                _compare(item, draft, tally)
    for what, marks in tally.items():
        target = 0.95 if what in {"title", "authors", "year"} else None
        yield Score(f"BibTeX as Zotero reads it: {what}", _share(marks), len(marks), target)


def _compare(item: dict[str, Any], draft: DraftArticle, tally: Tally) -> None:
    if item.get("title"):
        tally["title"].append(_folded(item["title"]) == _folded(draft.title))
    wanted = [_name(one) for one in item.get("creators", ()) if one["creatorType"] == "author"]
    if wanted:
        ours = [_folded(name.replace(",", "")) for name in draft.authors]
        tally["authors"].append([sorted(name) for name in wanted] == [sorted(n) for n in ours])
    date, _ = reference_date(item.get("date", ""))
    if date:
        published = draft.published
        tally["year"].append(published is not None and published.year == date.year)
        tally["date"].append(published == date)
    container = item.get("publicationTitle")
    if container:
        said = (draft.publisher, *(words for _, words in draft.fields))
        tally["container"].append(_folded(container) in map(_folded, said))


def _name(creator: dict[str, str]) -> str:
    names = (creator.get("name", ""), creator.get("lastName", ""), creator.get("firstName", ""))
    return _folded(" ".join(names))


def _folded(words: str) -> str:
    return _NOT_LETTERS.sub("", plain_line(words).casefold())


def _policy_documents(path: Path) -> Iterator[Score]:
    """Yield how far the rows of a table without any mapping become the right articles."""
    data = lzma.decompress(path.read_bytes())
    gold = [json.loads(line) for line in data.decode().split("\n") if line.strip()]
    reader = reader_for(Path("policy_docs.jsonl"), data)
    found = list(reader.read("policy_docs.jsonl", data)) if reader else []
    yield Score("JSON Lines: rows found", len(found) / len(gold), len(gold), 1.0)
    drafts = [one.draft for one in found]
    for field, name in (("date", "published"), ("publisher", "publisher"), ("url", "url"),
                        ("lang", "language")):  # fmt: skip
        marks = [
            str(getattr(draft, name) or "") == row[field]
            for row, draft in zip(gold, drafts, strict=True)
        ]
        yield Score(f"JSON Lines: {field}", _share(marks), len(marks), 1.0)
    titles = [
        bool(draft) and (not row["title"] or _folded(row["title"]) == _folded(draft.title))
        for row, draft in zip(gold, drafts, strict=True)
    ]
    yield Score("JSON Lines: title", _share(titles), len(titles), 1.0)


def _share(marks: Iterable[bool]) -> float:
    found = list(marks)
    return sum(found) / len(found) if found else 0.0
