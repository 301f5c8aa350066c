"""The references of a file as articles: each with a name of its own and its own original."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.intake.found_article import FoundArticle
from briefing.intake.reference_record import Reference
from briefing.model.article import Original
from briefing.text.citekeys import citekey_stem

MAX_BYTES = 64 * 1024 * 1024  # of a file of references

_ODD = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Form:
    """The format of a file of one record: how it is called, and which suffix it has."""

    suffix: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a file: what it says, or why it says nothing; and itself as a file."""

    reference: Reference | None
    source: str
    reason: str = ""
    key: str = ""


def found_references(
    records: Iterable[Record], form: Form, remark: str = ""
) -> Iterator[FoundArticle]:
    """Yield each record as an article; `remark` is how the whole file had to be read.

    A record is named by its key, else by who, when and what; a second one of the same name is
    `name#2`, so that none is lost.
    """
    seen: Counter[str] = Counter()
    for record in records:
        part = _part(record)
        seen[part] += 1
        if seen[part] > 1:
            part = f"{part}#{seen[part]}"
        if record.reference is None:
            yield FoundArticle(None, part, remark=record.reason)
            continue
        told = " ".join(filter(None, (record.reference.remark, record.reason, remark)))
        yield FoundArticle(record.reference.draft, part, _original(part, record.source, form), told)


def _part(record: Record) -> str:
    if record.reference is None:
        return record.key or "record"
    draft = record.reference.draft
    return record.reference.key or citekey_stem(
        draft.publisher, draft.authors, draft.published, draft.title, draft.url
    )


def _original(part: str, source: str, form: Form) -> Original:
    data = source.encode("utf-8", errors="replace")
    name = _ODD.sub("_", part)[:_LONGEST_NAME].strip("._") or "record"
    sha256 = hashlib.sha256(data).hexdigest()
    return Original(f"{name}{form.suffix}", form.media_type, data, sha256)
