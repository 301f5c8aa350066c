"""Build a corpus of articles from real text: seeded, so that every run has the same one.

Each article is a composite of paragraphs of real policy documents, 4.1 KB at the median, in the
seed format. The text is that of ../shared/data beside the checkout, or else of resources/sample.
"""

import functools
import json
import lzma
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ROOT.parent / "shared" / "data" / "articles" / "policy_docs_2152.jsonl.xz"
SAMPLE = ROOT / "resources" / "sample" / "articles"
FIRST_DAY = date(2005, 1, 1)
DAYS = 365 * 20
FILES_A_FOLDER = 1000


@dataclass(frozen=True)
class RealText:
    """What the composites are cut from."""

    titles: tuple[str, ...]
    publishers: tuple[str, ...]
    paragraphs: tuple[str, ...]


@functools.cache
def real_text() -> RealText:
    """Return titles, publishers and paragraphs of real documents."""
    titles, publishers, paragraphs = [], [], []
    for title, publisher, text in _documents():
        titles.append(" ".join(title.split())[:120])
        publishers.append(publisher)
        blocks = (block.strip() for block in text.split("\n\n"))
        paragraphs.extend(block for block in blocks if 120 <= len(block) <= 1500)
    return RealText(tuple(titles), tuple(publishers), tuple(paragraphs))


def _documents() -> Iterator[tuple[str, str, str]]:
    if DOCUMENTS.exists():
        with lzma.open(DOCUMENTS, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if row["lang"] == "en" and len(row["text"]) > 1000:
                    yield row["title"], row["publisher"], row["text"]
        return
    for path in sorted(SAMPLE.iterdir()):
        yield path.stem.replace("-", " "), "Sample", path.read_text(encoding="utf-8")


def build_corpus(folder: Path, size: int) -> Path:
    """Write `size` articles under the folder, once; return the folder."""
    stamp = folder / "complete"
    if stamp.exists():
        return folder
    text = real_text()
    chance = random.Random(20250903)
    for number in range(size):
        path = folder / f"{number // FILES_A_FOLDER:04}" / f"{number:07}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article_text(text, chance, number), encoding="utf-8")
    stamp.touch()
    return folder


def article_text(text: RealText, chance: random.Random, number: int) -> str:
    """Return one article as a file holds it."""
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    wanted = min(40_000, int(chance.lognormvariate(8.25, 0.6)))
    body: list[str] = []
    while sum(map(len, body)) < wanted:
        body.append(chance.choice(text.paragraphs))
    title = f"{chance.choice(text.titles)} ({number})"
    return (
        f"---\nurl: https://example.org/{day:%Y/%m/%d}/{number}.html\ntitle: {title}\n"
        f"publisher: {chance.choice(text.publishers)}\n"
        f"usage: {chance.choice(('candidate', 'candidate', 'shortlisted', 'used', 'rejected'))}\n"
        f"initial_rank: {chance.randrange(1, 10)}\n---\n"
        "## Article summary\n" + body[0] + "\n\n## Article text\n" + "\n\n".join(body[1:]) + "\n"
    )


def long_memo(pages: int, seed: int = 7) -> str:
    """Return the Markdown of a memo of so many pages, of 400 words each, with all it may hold."""
    text = real_text()
    chance = random.Random(seed)
    parts: list[str] = []
    words = 0
    while words < pages * 400:
        paragraph = " ".join(chance.choice(text.paragraphs).split())
        words += len(paragraph.split())
        parts.append(_dressed(paragraph, chance, len(parts)))
    return "\n\n".join(parts) + "\n"


def _dressed(paragraph: str, chance: random.Random, number: int) -> str:
    plain = "".join(c for c in paragraph if c not in "*_[]<>`|#\\~^@{}$&")
    if number % 9 == 0:
        return f"## Section {number // 9 + 1}\n\n{plain}"
    if number % 9 == 4:
        return "\n".join(f"- {sentence.strip()}." for sentence in plain.split(". ")[:4])
    if number % 27 == 13:
        rows = "\n".join(
            f"| Year {2015 + n} | {chance.randrange(999)} | **{n}** |" for n in range(6)
        )
        return f"| Year | Cases | Rank |\n|---|--:|---|\n{rows}"
    words = plain.split()
    if len(words) > 12:
        words[3], words[8] = f"**{words[3]}**", f"*{words[8]}*"
        words[10] = f"[{words[10]}](https://example.org/{number})"
    return " ".join(words)
