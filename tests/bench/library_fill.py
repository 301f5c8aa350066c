"""Fill a library with the bench's articles, without files: for sizes that take long to import."""

import hashlib
import random
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from briefing.model.article import Article, DateOrigin, Original, Usage
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.store.article_batches import NewArticle, add_all, ready_rows
from briefing.store.library_file import Library
from briefing.store.originals import pack
from tests.bench.corpus import RealText, article_text, real_text

BATCH = 1000
_AHEAD = 4
_WORKERS = 2


def fill_library(path: Path, size: int) -> None:
    """Make a library of so many articles; no step of it can be undone."""
    with Library.create(path) as library:
        for batch in _batches(size):
            library.write(
                "Fill", lambda connection, new=batch: add_all(connection, new), undoable=False
            )


def _batches(size: int) -> Iterator[list[NewArticle]]:
    starts = iter(range(0, size, BATCH))
    with ProcessPoolExecutor(_WORKERS, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[list[NewArticle]]] = deque()
        waiting.extend(pool.submit(_batch, start, size) for start in islice(starts, _AHEAD))
        while waiting:
            yield waiting.popleft().result()
            waiting.extend(pool.submit(_batch, start, size) for start in islice(starts, 1))


def _batch(start: int, size: int) -> list[NewArticle]:
    text, chance = real_text(), random.Random(f"batch {start}")
    numbers = range(start, min(start + BATCH, size))
    return sorted((_new(text, chance, number) for number in numbers), key=_day)


def _day(new: NewArticle) -> str:
    return str(new.published)


def _new(text: RealText, chance: random.Random, number: int) -> NewArticle:
    written = article_text(text, chance, number)
    head, body = written.split("\n---\n", 1)
    fields = dict(line.split(": ", 1) for line in head.splitlines()[1:])
    data = written.encode()
    original = Original(f"{number:07}.txt", "text/plain", data, hashlib.sha256(data).hexdigest())
    article = Article(
        uid=Uid(f"bench{number}"),
        citekey=f"bench{number}",
        title=fields["title"],
        body=body,
        url=fields["url"],
        publisher=fields["publisher"],
        published=PartialDate.parse(fields["url"][20:30].replace("/", "-")),
        date_origin=DateOrigin.URL,
        usage=Usage(fields["usage"]),
        rank=int(fields["initial_rank"]),
    )
    place = (f"file:{number}", original.sha256)
    rows = ready_rows(article, "text/plain")
    packed = pack(original)
    return NewArticle(article.uid, article.citekey, article.published, (), packed, (place,), rows)
