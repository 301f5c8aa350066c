"""Mending evidence: saying which passage is the quote, and taking a piece of evidence away."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from briefing.errors import InputError
from briefing.model.anchor import AnchorState
from briefing.model.changes import Changes
from briefing.model.fact import Evidence
from briefing.model.fact_history import FactEventKind
from briefing.model.ids import Uid
from briefing.store import articles, fact_events, facts
from briefing.store.connections import Connection
from briefing.store.library_file import Library
from briefing.text.anchors import make_anchor
from briefing.text.page_map import page_of

Pieces = Sequence[Evidence]


class EvidenceMending:
    """What can be done with one piece of a fact's evidence. Every change is one step of undo."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def choose(self, fact_uid: Uid, evidence_uid: Uid, start: int, end: int) -> Changes:
        """Let `body[start:end]` of its article be the passage that the quote stands in."""

        def chosen(connection: Connection, pieces: Pieces) -> Pieces:
            piece = _piece(pieces, evidence_uid)
            article = articles.get(connection, piece.article_uid)
            if not article.body[start:end].strip():
                raise InputError("The article has changed meanwhile; open the fact again.")
            anchor = make_anchor(article.body, start, end)
            page = page_of(article.pages, anchor.start, anchor.start + len(anchor.quote))
            new = replace(piece, anchor=anchor, page=page, state=AnchorState.EXACT)
            return [new if one.uid == evidence_uid else one for one in pieces]

        return self._change("Choose the passage", fact_uid, chosen)

    def remove(self, fact_uid: Uid, evidence_uid: Uid) -> Changes:
        """Let a fact rest on its other evidence only; the last piece stays."""

        def rest(_connection: Connection, pieces: Pieces) -> Pieces:
            _piece(pieces, evidence_uid)
            if len(pieces) == 1:
                raise InputError(
                    "This is all the fact rests on. Add other evidence first, or remove the fact."
                )
            return [one for one in pieces if one.uid != evidence_uid]

        return self._change("Remove evidence", fact_uid, rest)

    def _change(
        self, label: str, fact_uid: Uid, mended: Callable[[Connection, Pieces], Pieces]
    ) -> Changes:
        def work(connection: Connection) -> None:
            fact = facts.get(connection, fact_uid)
            pieces = tuple(mended(connection, fact.evidence))
            fact_events.add(connection, fact, FactEventKind.EVIDENCE, label)
            facts.update(connection, replace(fact, evidence=pieces))

        return self._library.change(label, work)[1]


def _piece(pieces: Pieces, uid: Uid) -> Evidence:
    for piece in pieces:
        if piece.uid == uid:
            return piece
    raise InputError("This evidence was taken away meanwhile; open the fact again.")
