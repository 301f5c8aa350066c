"""Merging near-copies into the one that is kept: nothing that they brought is lost."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.errors import InputError
from briefing.model.anchor import AnchorState
from briefing.model.article import Article, Usage
from briefing.model.fact import Evidence, Fact
from briefing.model.ids import Uid
from briefing.model.near_copies import MergePreview
from briefing.store import (
    article_index,
    article_versions,
    articles,
    citekey_aliases,
    facts,
    traces,
)
from briefing.store.connections import Connection
from briefing.text.anchors import locate, make_anchor
from briefing.text.page_map import page_of

_FOUND = (AnchorState.EXACT, AnchorState.MOVED)
_USAGES = (Usage.USED, Usage.SHORTLISTED)  # the best first; a rejection is no merit
_FILLED = ("url", "authors", "language", "summary", "accessed", "colour")


def preview(connection: Connection, keep: Uid, others: Sequence[Uid]) -> MergePreview:
    """Return what merging would bring to the kept article, and the quotes it does not have."""
    kept, merged = _read(connection, keep, others)
    has = {tag.casefold() for tag in kept.tags}
    tags = {tag.casefold(): tag for other in merged for tag in other.tags}
    resting = {
        fact.uid: fact for other in merged for fact in facts.of_article(connection, other.uid)
    }
    keys = [key for other in merged for key in traces.keys_of_article(connection, other.uid)]
    gone = {other.uid for other in merged}
    lost = [
        (fact.key, piece.anchor.quote)
        for fact in resting.values()
        for piece in fact.evidence
        if piece.article_uid in gone and _anchored(kept, piece).state not in _FOUND
    ]
    return MergePreview(
        tags=tuple(tag for folded, tag in tags.items() if folded not in has),
        facts=len(resting),
        memos=len(traces.memos_citing(connection, keys)),
        lost_quotes=tuple(dict.fromkeys(lost)),
    )


def merge(connection: Connection, keep: Uid, others: Sequence[Uid]) -> None:
    """Bring all that other articles have into the kept one, and remove them.

    Their texts and files become earlier versions of it, by which an import knows them again, and
    their citekeys go on naming it. The places they came from do not lead to it: what a file or an
    address says later is another paper's text, not a new state of the kept one.
    """
    kept, merged = _read(connection, keep, others)
    articles.update(connection, _united(kept, merged))
    kept_pk = articles.pk_of(connection, keep)
    for other in merged:
        _move_evidence(connection, kept, other)
        pk = articles.pk_of(connection, other.uid)
        article_versions.keep(connection, other.uid, f"Merged from {other.citekey}.")
        article_versions.hand_over(connection, pk, kept_pk)
        citekey_aliases.hand_over(connection, pk, kept_pk)
        articles.remove(connection, (other.uid,))
        citekey_aliases.add(connection, other.citekey, kept_pk)
    article_index.refresh(connection, (kept_pk,))


def _read(
    connection: Connection, keep: Uid, others: Sequence[Uid]
) -> tuple[Article, list[Article]]:
    chosen = [uid for uid in dict.fromkeys(others) if uid != keep]
    if not chosen:
        raise InputError("Name another article to merge into the one that is kept.")
    return articles.get(connection, keep), [articles.get(connection, uid) for uid in chosen]


def _united(kept: Article, others: Sequence[Article]) -> Article:
    """Return the kept article with what it lacks: its own always goes before the others'."""
    tags = {tag.casefold(): tag for other in (kept, *others) for tag in other.tags}
    notes = dict.fromkeys(one.note.strip() for one in (kept, *others))
    ranks = [one.rank for one in others if one.rank is not None]
    rated = next((one for one in (kept, *sorted(others, key=_trust)) if one.rating), kept)
    dated = next((one for one in (kept, *others) if one.published), kept)
    filled = {
        name: next((value for one in (kept, *others) if (value := getattr(one, name))), None)
        for name in _FILLED
    }
    return replace(
        kept,
        tags=tuple(tags.values()),
        note="\n\n".join(note for note in notes if note),
        usage=_usage(kept, others),
        rank=kept.rank if kept.rank is not None else min(ranks, default=None),
        reliability=rated.reliability,
        credibility=rated.credibility,
        published=dated.published,
        date_origin=dated.date_origin,
        **{name: value for name, value in filled.items() if value},
    )


def _usage(kept: Article, others: Sequence[Article]) -> Usage:
    if kept.usage is not Usage.CANDIDATE:
        return kept.usage
    usages = {other.usage for other in others}
    return next((usage for usage in _USAGES if usage in usages), kept.usage)


def _trust(article: Article) -> tuple[str, int]:
    """Order articles by their rating, the most reliable first (A1 before B2)."""
    return article.reliability or "G", article.credibility or 7


def _move_evidence(connection: Connection, kept: Article, other: Article) -> None:
    for fact in facts.of_article(connection, other.uid):
        facts.update(connection, replace(fact, evidence=_moved(kept, other, fact)))


def _moved(kept: Article, other: Article, fact: Fact) -> tuple[Evidence, ...]:
    """Return a fact's evidence with that of the other article in the kept one's text.

    Where both articles had the same passage, it is there once.
    """
    pieces: list[Evidence] = []
    passages: set[tuple[Uid, int, str]] = set()
    staying = [piece for piece in fact.evidence if piece.article_uid != other.uid]
    coming = [_anchored(kept, piece) for piece in fact.evidence if piece.article_uid == other.uid]
    for piece in (*staying, *coming):
        passage = (piece.article_uid, piece.anchor.start, piece.anchor.quote)
        if passage not in passages or piece.article_uid != kept.uid:
            pieces.append(piece)
        passages.add(passage)
    return tuple(pieces)


def _anchored(kept: Article, piece: Evidence) -> Evidence:
    """Return a quote as it stands in the kept text; one that is not there stays as it was."""
    found = locate(kept.body, replace(piece.anchor, start=-1))
    if found.state not in _FOUND:
        return replace(piece, article_uid=kept.uid, state=found.state)
    anchor = make_anchor(kept.body, found.start, found.end)
    page = page_of(kept.pages, anchor.start, anchor.start + len(anchor.quote))
    return replace(piece, article_uid=kept.uid, anchor=anchor, page=page, state=AnchorState.EXACT)
