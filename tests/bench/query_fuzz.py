"""Ask a library 100,000 lines that nobody would type; say how many raised, and how long they took.

`python -m tests.bench.query_fuzz [LINES [SEED]]`. Words are of 34 languages, between them every
sign of the query language, well and badly placed, and characters of any kind.
"""

import json
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from briefing.services.searching import Searching
from briefing.services.typed_line import as_typed
from briefing.store.library_file import Library
from briefing.text.query_fields import query_fields
from briefing.text.query_language import format_query, parse_query
from tests.bench.timing import percentile
from tests.store.records import (
    add_articles,
    add_fact,
    add_memo,
    make_article,
    make_evidence,
    make_fact,
    make_memo,
)

LINES = 100_000
ARTICLES = 200
_SHOWN = 5
_DECLARATION = Path(__file__).parents[1] / "data" / "scripts" / "udhr.json"
_SORTS = ("auto", "date", "relevance", "rank", "added", "title")
_SIGNS = [
    *("AND", "OR", "NOT", "NEAR", "NEAR/3", "NEAR(", "NEAR/0(", "(", ")", ",5)", ",9999)"),
    *("-+*'’:,;.…/\\%_?!#@&=[]{}^~|`$§€"),
    *("--", "**", ":=", ":<", ">=", "##"),
    *('"', "“", "”", "«", "»", "C++", "OPEC+", "👍🏽", "🇲🇽", "\u200b", "\u202e", "\ud800", "\0"),
    *("\ue000", "\ufffe", "e\u0301", "http://x.y/z?a=b", "title:=", 'publisher:="a(b"'),
    *(f"{name}:" for name in (*query_fields(), "foo")),
    *("rank:<3", "rank:>=x", "after:2025-13", "on:2025-9", "before:0000", "on:9999-12-31"),
    *("after:0001", "tag:a/b", "tag://", "usage:used", "-usage:used", "has:pdf", "has:nonsense"),
    *("in:memo", "in:none", "in:memo3", "dup:yes", "dup:article3", "dup:none", "colour:red"),
    *("cited:no", "lang:en", "lang:x", "status:current", "kind:figure"),
]


def lines(chance: random.Random, words: list[str]) -> Iterator[str]:
    """Yield lines without end: words, signs, beginnings of words, and noise."""
    while True:
        parts: list[str] = []
        for _ in range(chance.choice((0, 1, 1, 2, 2, 3, 3, 4, 5, 8, 13, 21))):
            kind = chance.random()
            if kind < 0.4:
                parts.append(chance.choice(words))
            elif kind < 0.85:
                parts.append(chance.choice(_SIGNS))
            elif kind < 0.95:
                parts.append(chance.choice(words)[: chance.randint(1, 4)])
            else:
                parts.append("".join(chr(chance.randrange(0x11_0000)) for _ in range(3)))
        yield chance.choice(("", " ", " ", "\t")).join(parts)


def ask(searching: Searching, number: int, line: str) -> None:
    """Ask for a line in every way; raise whatever is raised."""
    query = parse_query(line)
    if parse_query(format_query(query)).root != query.root:
        raise AssertionError(f"another tree comes back: {format_query(query)!r}")
    page = searching.search(line, sort=_SORTS[number % len(_SORTS)], limit=5)
    if page.after:
        searching.search(line, sort=_SORTS[number % len(_SORTS)], limit=5, after=page.after)
    match number % 6:
        case 0:
            searching.facets(line)
        case 1:
            searching.facts(line)
        case 2:
            searching.memos(line)
        case 3:
            searching.search(as_typed(line))
        case 4:
            searching.anything(line)
        case _:
            searching.count(line)


def make_library(path: Path) -> tuple[Library, list[str]]:
    """Make a library of articles in all languages, with facts and memos; return its words too."""
    declared = list(json.loads(_DECLARATION.read_text(encoding="utf-8")).values())
    library = Library.create(path)
    texts = [declared[number % len(declared)] for number in range(ARTICLES)]
    made = add_articles(
        library,
        *(
            make_article(
                number,
                **{**text, "title": f"{text['title']} {number}", "rank": number % 9 or None},
                citekey=f"article{number}",
                tags=("a/b",) if number % 3 else ("a",),
            )
            for number, text in enumerate(texts)
        ),
    )
    for number in range(20):
        article = made[number]
        quote = make_evidence(article, article.body[:40])
        add_fact(library, make_fact(quote, statement=article.title, tags=("a/b",)))
        add_memo(library, make_memo(f"memo{number}", article.body))
    return library, sorted({word for text in declared for word in text["body"].split()})


def main(count: int, seed: int) -> int:
    """Ask, print what came of it, and return how many lines raised."""
    chance = random.Random(seed)
    raised: Counter[str] = Counter()
    times: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        library, words = make_library(Path(folder) / "fuzz.briefing")
        searching = Searching(library)
        asked = lines(chance, words)
        with library:
            for number in range(count):
                line = next(asked)
                began = time.perf_counter()
                try:
                    ask(searching, number, line)
                except Exception as fault:  # noqa: BLE001 - any fault at all is what is looked for
                    place = traceback.extract_tb(fault.__traceback__)[-1]
                    raised[f"{type(fault).__name__} at {place.name}: {fault}"[:200]] += 1
                    if sum(raised.values()) <= _SHOWN:
                        print(f"raised by {line!r}")
                times.append((time.perf_counter() - began) * 1_000)
    for fault, number in raised.most_common(20):
        print(f"{number:>7}  {fault}")
    print(
        f"{count:,} lines (seed {seed}): {sum(raised.values())} raised;"
        f" p50 {percentile(times, 0.5):.1f} ms, p99 {percentile(times, 0.99):.1f} ms,"
        f" longest {max(times):.0f} ms"
    )
    return sum(raised.values())


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(given + [LINES, 1][len(given) :])) > 0)
