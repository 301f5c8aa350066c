"""Score the search for near-copies on real documents, edited as papers edit a wire story.

The gold is made: each of some documents is reprinted under another headline, cut, with its byline
and quotes changed, or set into a longer piece. What must not be joined is real: notices, laws and
advisories made by one pattern, and press releases round one footer.
"""

import json
import lzma
import random
import re
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from briefing.model.article import Article
from briefing.model.ids import new_uid
from briefing.services.copies import Copies
from briefing.store import articles, duplicate_members
from briefing.store.connections import Connection
from briefing.store.library_file import Library
from tests.bench.scoring import Score

DOCUMENTS = Path("articles") / "policy_docs_2152.jsonl.xz"
REPRINTED = 250
FOOTERS = 8
RELEASES = 12  # a footer
PAPERS = ("Herald", "Tribune", "Evening Post", "Daily Courier", "Morning Star", "Gazette")
# The same text that two offices of one government published, or one office twice; found by hand.
SAME = ({"FAQs Done Right", "Avoid FAQs"},)

Text = tuple[str, str, str]  # title, publisher, body


@dataclass
class Labelled:
    """Texts, and which of them are copies of one another; `unsure` pairs count neither way."""

    texts: list[Text] = field(default_factory=list[Text])
    groups: dict[int, int] = field(default_factory=dict[int, int])
    unsure: set[frozenset[int]] = field(default_factory=set[frozenset[int]])

    def add(self, text: Text, group: int | None = None) -> int:
        """Keep a text; return its number."""
        self.texts.append(text)
        number = len(self.texts) - 1
        if group is not None:
            self.groups[number] = group
        return number


def scores(data: Path) -> Iterator[Score]:
    """Yield the precision and recall of pairs, and how quick the search was."""
    labelled = _labelled(_documents(data))
    clusters, seconds = _clusters(labelled.texts)
    found = {frozenset(pair) for group in clusters for pair in combinations(group, 2)}
    found -= labelled.unsure
    wanted = _wanted(labelled)
    both = len(found & wanted)
    print(f"copies: {len(labelled.texts):,} articles in {seconds:.1f} s")
    yield Score("copies: pairs joined that are copies", both / max(len(found), 1), len(found), 0.99)
    yield Score("copies: copies that were joined", both / len(wanted), len(wanted), 0.95)


def wrong_and_missed(data: Path) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the titles of pairs that were joined wrongly, and of those that were not joined."""
    labelled = _labelled(_documents(data))
    clusters, _ = _clusters(labelled.texts)
    found = {frozenset(pair) for group in clusters for pair in combinations(group, 2)}
    wanted = _wanted(labelled)

    def titles(pairs: set[frozenset[int]]) -> list[tuple[str, str]]:
        return [
            (labelled.texts[min(pair)][0], labelled.texts[max(pair)][0])
            for pair in sorted(pairs, key=sorted)
        ]

    return titles(found - wanted - labelled.unsure), titles(wanted - found)


def _documents(data: Path) -> list[Text]:
    with lzma.open(data / DOCUMENTS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [(row["title"], row["publisher"], row["text"]) for row in rows]


def _labelled(documents: list[Text]) -> Labelled:
    chance = random.Random(20250903)
    labelled = Labelled()
    for text in documents:
        labelled.add(text)
    _mark_real_copies(labelled)
    prose = [
        number
        for number, (_, publisher, body) in enumerate(documents)
        if 250 < len(body.split()) < 4000 and publisher != "CISA" and body.count("\n\n") > 3
    ]
    others = [documents[number][2] for number in prose]
    for group, number in enumerate(chance.sample(prose, REPRINTED), 1000):
        labelled.groups[number] = labelled.groups.get(number, group)
        for _ in range(chance.randint(1, 3)):
            reprint = _reprint(documents[number], chance, others)
            labelled.add(reprint, labelled.groups[number])
    for _ in range(FOOTERS):
        for release in _releases(chance, others):
            labelled.add(release)
    return labelled


def _mark_real_copies(labelled: Labelled) -> None:
    """Two documents of one title, or that were found to be the same, are not for us to judge."""
    by_title: dict[str, list[int]] = {}
    for number, (title, _, _) in enumerate(labelled.texts):
        key = next((min(same) for same in SAME if title in same), title)
        by_title.setdefault(key.casefold(), []).append(number)
    for numbers in by_title.values():
        labelled.unsure |= {frozenset(pair) for pair in combinations(numbers, 2)}


def _reprint(text: Text, chance: random.Random, others: list[str]) -> Text:
    title, _, body = text
    blocks = [block for block in body.split("\n\n") if block.strip()]
    kept = max(2, round(len(blocks) * chance.choice((1.0, 1.0, 0.9, 0.8, 0.6))))
    blocks = [_edited(block, chance) for block in blocks[:kept]]
    paper = chance.choice(PAPERS)
    if chance.random() < 0.5:
        blocks[0] = f"By {chance.choice(PAPERS)} staff, 10:{chance.randint(10, 59)}. {blocks[0]}"
    if chance.random() < 0.3:
        blocks.append(f"Subscribe to the {paper} for more stories like this one.")
    if chance.random() < 0.15:  # set into a piece of the paper's own
        own = [block for block in chance.choice(others).split("\n\n") if block.strip()]
        blocks = [*own[:3], *blocks]
    words = title.split()
    chance.shuffle(words)
    return f"{paper}: {' '.join(words)}", paper, "\n\n".join(blocks)


def _edited(block: str, chance: random.Random) -> str:
    """Change a quote, and one word in a hundred."""
    block = re.sub(
        r"[“\"][^”\"]{20,120}[”\"]",
        lambda quote: "he said so" if chance.random() < 0.2 else quote[0],
        block,
    )
    return " ".join(
        "indeed" if chance.random() < 0.01 and not word[:1].isdigit() else word
        for word in block.split(" ")
    )


def _releases(chance: random.Random, others: list[str]) -> Iterator[Text]:
    publisher = f"Ministry {chance.randint(1, 9)}"
    footer = " ".join(chance.choice(others).split()[: chance.randint(60, 200)])
    for number in range(chance.randint(2, RELEASES)):
        own = chance.choice(others).split()
        start = chance.randrange(max(1, len(own) - 200))
        news = " ".join(own[start : start + chance.randint(60, 200)])
        yield f"{publisher} release {number}", publisher, f"{news}\n\n{footer}"


def _wanted(labelled: Labelled) -> set[frozenset[int]]:
    groups: dict[int, list[int]] = {}
    for number, group in labelled.groups.items():
        groups.setdefault(group, []).append(number)
    pairs = (frozenset(pair) for group in groups.values() for pair in combinations(group, 2))
    return set(pairs)


def _clusters(texts: list[Text]) -> tuple[list[list[int]], float]:
    """Return which texts are found to be copies of one another, and in how many seconds."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.create(Path(folder) / "copies.briefing") as library,
    ):
        library.write("Add", lambda connection: _add(connection, texts), undoable=False)
        start = time.perf_counter()
        Copies(library).find()
        seconds = time.perf_counter() - start
        reader = library.reader()
        numbers = duplicate_members.clusters(reader, 0, len(texts))
        found = [duplicate_members.members(reader, number) for number in numbers]
        return [[pk - 1 for pk, _ in members] for members in found], seconds


def _add(connection: Connection, texts: list[Text]) -> None:
    for number, (title, publisher, body) in enumerate(texts):
        article = Article(
            uid=new_uid(), citekey=f"text{number}", title=title, body=body, publisher=publisher
        )
        articles.add(connection, article)
