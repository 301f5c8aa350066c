"""Sorting articles out: usage, rank, rating, tags and notes; each call is one step of undo."""

import re
from collections.abc import Callable, Mapping, Sequence

from briefing.errors import InputError
from briefing.model.article import Article, Colour, Usage
from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.store import articles, tags, traces
from briefing.store.connections import Connection
from briefing.store.library_file import Library

_CITEKEY = re.compile(r"[^\s@{}\[\]();,:\"'`\\]+")
_RANKS = range(1, 1_000_000)
_TagChange = Callable[[Connection, tags.Owner, int, Sequence[str]], None]


class Triage:
    """What can be done with articles that are in the library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def set_usage(self, uids: Sequence[Uid], usage: Usage) -> Changes:
        """Say how far articles have come."""
        return self._mark(_LABELS[usage], uids, {"usage": usage.value})

    def set_rank(self, uids: Sequence[Uid], rank: int | None) -> Changes:
        """Rank articles, 1 being the first; none takes the rank away."""
        if rank is not None and rank not in _RANKS:
            raise InputError("A rank is a whole number from 1 on.")
        return self._mark("Rank" if rank else "Clear rank", uids, {"rank": rank})

    def set_rating(self, uids: Sequence[Uid], reliability: str, credibility: int | None) -> Changes:
        """Rate source and information (AJP-2.1); nothing takes that half of the rating away."""
        _check_rating(reliability, credibility)
        values = {"reliability": reliability, "credibility": credibility}
        return self._mark("Rate", uids, values)

    def set_colour(self, uids: Sequence[Uid], colour: Colour) -> Changes:
        """Give articles a colour; none takes it away."""
        return self._mark("Colour" if colour else "Clear colour of", uids, {"colour": colour.value})

    def append_note(self, uids: Sequence[Uid], text: str) -> Changes:
        """Put a paragraph behind the notes of articles."""
        added = text.strip()
        if not added:
            raise InputError("Write the note that is to be added.")

        def work(connection: Connection) -> None:
            for uid in _each(uids):
                had = articles.get(connection, uid).note.rstrip()
                note = f"{had}\n\n{added}" if had else added
                articles.mark(connection, (uid,), {"note": note})

        return self._library.change(f"Note {_counted(uids)}", work)[1]

    def set_note(self, uid: Uid, text: str) -> Changes:
        """Keep a note on an article; an empty one takes it away."""
        return self._mark("Note", (uid,), {"note": text})

    def add_tags(self, uids: Sequence[Uid], paths: Sequence[str]) -> Changes:
        """Give tags to articles; a tag that is new is made."""
        wanted = [tags.normal_path(path) for path in paths]
        return self._tag("Tag", tags.attach, uids, wanted)

    def remove_tags(self, uids: Sequence[Uid], paths: Sequence[str]) -> Changes:
        """Take tags from articles; a tag that nothing has any more is gone."""
        gone = [tags.normal_path(path) for path in paths]
        return self._tag("Untag", tags.detach, uids, gone)

    def edit(self, article: Article) -> Changes:
        """Change an article to what is handed in, all but its uid and times."""
        _check_rating(article.reliability, article.credibility)
        if not article.title.strip():
            raise InputError("Give the article a title.")
        if not _CITEKEY.fullmatch(article.citekey):
            raise InputError(
                "A citekey is one word of letters, digits and hyphens, such as nyt2025vow."
            )

        def work(connection: Connection) -> None:
            _check_citekey(connection, article)
            articles.update(connection, article)

        return self._library.change("Edit article", work)[1]

    def remove(self, uids: Sequence[Uid]) -> Changes:
        """Remove articles, with their originals and the evidence in them; it can be undone."""

        def work(connection: Connection) -> None:
            articles.remove(connection, _each(uids))

        return self._library.change(f"Remove {_counted(uids)}", work)[1]

    def _mark(
        self, label: str, uids: Sequence[Uid], values: Mapping[str, str | int | None]
    ) -> Changes:
        def work(connection: Connection) -> None:
            articles.mark(connection, _each(uids), values)

        return self._library.change(f"{label} {_counted(uids)}", work)[1]

    def _tag(
        self, label: str, change: _TagChange, uids: Sequence[Uid], paths: Sequence[str]
    ) -> Changes:
        def work(connection: Connection) -> None:
            articles.retag(
                connection, _each(uids), lambda pk: change(connection, "article", pk, paths)
            )

        return self._library.change(f"{label} {_counted(uids)}", work)[1]


def _check_rating(reliability: str, credibility: int | None) -> None:
    if reliability not in ("", *"ABCDEF"):
        raise InputError("A source's reliability is a letter from A to F.")
    if credibility is not None and credibility not in range(1, 7):
        raise InputError("An information's credibility is a number from 1 to 6.")


def _check_citekey(connection: Connection, article: Article) -> None:
    owner = articles.find_by_citekey(connection, article.citekey)
    if owner not in (None, article.uid):
        raise InputError(f"The citekey “{article.citekey}” is another article's; choose another.")
    old = articles.get(connection, article.uid).citekey
    if old != article.citekey and traces.memos_citing(connection, (old,)):
        raise InputError(
            f"A memo cites this article as “{old}”, so its citekey must stay; take the citation out"
            " of the memo first."
        )


def _each(uids: Sequence[Uid]) -> tuple[Uid, ...]:
    return tuple(dict.fromkeys(uids))


def _counted(uids: Sequence[Uid]) -> str:
    count = len(_each(uids))
    return "article" if count == 1 else f"{count:,} articles"


_LABELS = {
    Usage.CANDIDATE: "Make candidate of",
    Usage.SHORTLISTED: "Shortlist",
    Usage.USED: "Mark as used",
    Usage.REJECTED: "Reject",
}
