"""Score the reader of returned Word files against files settled before, and a second opinion."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from briefing.errors import InputError
from briefing.model.word_review import ReviewedFile
from briefing.review.comparing.word_compare import compared
from briefing.review.reading.resolved_text import resolved_text
from briefing.review.reading.word_reading import read_reviewed
from tests.bench.raw_word_text import comment_anchors, settled_lines
from tests.bench.scoring import Score

_WORD = re.compile(r"[^\W_]+")
_SIDES = (("accepted", "accept", True), ("rejected", "reject", False))
# Where our text of a file differs from that of pandoc 3.9, and why ours is kept.
DIFFERENCES = {
    "011-InsertedMathChar": "a power is r^2 here, r² there; its change is not seen there",
    "Jupiter": "captions are left out there, file names of pictures put in",
    "Preregistration_Original": "numbers of lists and notes are put in there",
    "Preregistration_final": "links that say their own address are left out there",
    "Saturn": "captions are left out there, file names of pictures put in",
    "Sun": "captions are left out there, file names of pictures put in",
    "WordWithAttachments": "words beside embedded files are left out there",
    "sample-docx": "the title is left out there; numbers and file names are put in",
    "testWORD_2006ml": "notes stand elsewhere there, captions too; a formula is TeX",
    "testWORD_embedded_pics": "file names of pictures are put in there, lists numbered",
    "testWORD_numbered_list": "numbers of lists are put in there",
    "test_file_with_comments": "names of pictures are put in there",
}


def scores(data: Path) -> Iterator[Score]:
    """Yield the figures: settled text, second opinion, comments, compared pairs, hostile files."""
    word = data / "docx"
    yield from _gold(word / "accept_reject_gold")
    yield from _oracle(word / "tracked_and_comments")
    yield from _comments(word / "tracked_and_comments")
    yield from _pairs(word / "compare_pairs")
    yield _ended(sorted(data.rglob("*.docx")))


def _gold(folder: Path) -> Iterator[Score]:
    sources = sorted(folder.glob("*/source.docx"))
    for name, _, accept in _SIDES:
        same = raw = 0
        for path in sources:
            text = resolved_text(_read(path), accept=accept)
            gold = path.with_name(f"{name}.docx")
            same += text == resolved_text(_read(gold), accept=True)
            raw += text.split("\n") == settled_lines(gold)
        count = len(sources)
        yield Score(f"review: text with all {name} as the gold", same / count, count, 1.0)
        yield Score(f"review: the same, gold read another way ({name})", raw / count, count, 1.0)


def _oracle(folder: Path) -> Iterator[Score]:
    differ: set[str] = set()
    files = [one for one in sorted(folder.glob("*.docx")) if _side(one, "accept").exists()]
    for path in files:
        file = _read(path)
        for _, name, accept in _SIDES:
            theirs = _WORD.findall(_side(path, name).read_text(encoding="utf-8"))
            if _WORD.findall(resolved_text(file, accept=accept)) != theirs:
                differ.add(path.stem)
    unexplained = differ - DIFFERENCES.keys()
    share = 1 - len(unexplained) / len(files)
    yield Score("review: text as pandoc's, or for a known reason not", share, len(files), 1.0)
    for name in sorted(differ):
        reason = DIFFERENCES.get(name, "not known why")
        yield Score(f"review: differs: {name}: {reason}", float(name in DIFFERENCES), 1)


def _comments(folder: Path) -> Iterator[Score]:
    right = total = threads = 0
    found = wanted = 0
    for path in sorted(folder.glob("*.docx")):
        file = _read(path)
        ours = sorted((one.author, one.date, _bare(one.anchor)) for one in file.comments)
        theirs = comment_anchors(path)
        total += len(theirs)
        right += len(theirs) - len(_missing(theirs, ours))
        threads += sum(one.parent > 0 for one in file.comments)
        events = _side(path, "").with_suffix(".events.json")
        seen = json.loads(events.read_text(encoding="utf-8")) if events.exists() else []
        names = [(one.author, one.date) for one in file.comments]
        for one in seen:
            if one["kind"] == "comment-start":
                wanted += 1
                found += (one.get("author", ""), one.get("date", "")) in names
    yield Score("review: comments with author, date and words", right / total, total, 1.0)
    yield Score("review: comments that pandoc sees", found / wanted, wanted, 1.0)
    yield Score("review: answers among them", threads / total, total)


def _pairs(folder: Path) -> Iterator[Score]:
    cases = json.loads((folder / "cases.json").read_text(encoding="utf-8"))
    shown = settled = 0
    for case in cases:
        before, after = (_read(folder / case[side]) for side in ("before", "after"))
        file = compared(before, after)
        shown += bool(file.revisions)
        settled += resolved_text(file, accept=True) == resolved_text(after, accept=True) and (
            resolved_text(file, accept=False) == resolved_text(before, accept=True)
        )
    yield Score("review: pairs whose change is shown", shown / len(cases), len(cases), 1.0)
    yield Score("review: pairs told apart word by word", settled / len(cases), len(cases), 1.0)


def _ended(files: list[Path]) -> Score:
    """Return the share of files that were read, or refused in one sentence."""
    good = 0
    for path in files:
        try:
            good += bool(_read(path).name)
        except InputError as fault:
            good += str(fault).endswith(".")
    return Score("review: files read, or one reason", good / len(files), len(files), 1.0)


def _read(path: Path) -> ReviewedFile:
    return read_reviewed(path.read_bytes(), path.name)


def _side(path: Path, name: str) -> Path:
    return path.parent / "oracle" / f"{path.stem}.{name}.txt".replace("..", ".")


def _bare(text: str) -> str:
    return "".join(text.split())


def _missing(
    wanted: list[tuple[str, str, str]], ours: list[tuple[str, str, str]]
) -> list[tuple[str, str, str]]:
    """Return what is wanted and not there; a date may stand in another part of the file."""
    left = list(ours)
    missing: list[tuple[str, str, str]] = []
    for author, date, words in wanted:
        match = [one for one in left if one[0] == author and one[1] in (date or one[1])]
        match = [one for one in match if one[2] == words]
        if match:
            left.remove(match[0])
        else:
            missing.append((author, date, words))
    return missing
