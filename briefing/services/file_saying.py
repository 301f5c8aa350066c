"""What a file says of its article, in few words: kept, so that its next state can be compared."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from enum import Enum
from operator import attrgetter
from typing import cast

from briefing.intake.draft_article import DraftArticle
from briefing.model.article import Article
from briefing.model.partial_date import PartialDate
from briefing.store.index_words import sound, sound_bytes

Saying = Mapping[str, object]
Said = str | int | list["Said"]

SAID = (
    *("title", "body", "url", "publisher", "authors", "published", "date_origin", "accessed"),
    *("language", "summary", "usage", "rank", "reliability", "credibility", "note", "colour"),
    *("tags", "fields"),
)
_HELD = tuple(name for name in SAID if name != "body")
_held = attrgetter(*_HELD)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_DIGEST = 12  # bytes; enough to tell two states of one text apart


def saying(source: DraftArticle | Article) -> dict[str, Said]:
    """Return every field that is not empty as JSON can hold it; of the text, a digest."""
    values = zip(_HELD, _held(source), strict=True)
    said = {name: _plain(value) for name, value in values if value or value == 0}
    said["body"] = text_digest(source.body)
    return said


def write_saying(source: DraftArticle | Article) -> str:
    """Return a saying as it is kept."""
    return _encode(saying(source))


def read_saying(kept: str) -> Saying | None:
    """Return a saying that was kept; None where none was."""
    return json.loads(kept) if kept else None


def tags_of(said: Saying | None) -> list[str]:
    """Return the tags that a file gave."""
    tags = said.get("tags") if said else None
    return [str(tag) for tag in cast("list[object]", tags)] if isinstance(tags, list) else []


def text_digest(body: str) -> str:
    """Return what is the same for the same text."""
    return hashlib.blake2b(sound_bytes(body), digest_size=_DIGEST).hexdigest()


def _plain(value: object) -> Said:
    if type(value) is str:  # most are, and a match would take its time
        return sound(value)
    match value:
        case Enum() | PartialDate():
            return str(value)
        case str():
            return sound(value)
        case int():
            return value
        case _:
            return [_plain(one) for one in cast("Sequence[object]", value)]
