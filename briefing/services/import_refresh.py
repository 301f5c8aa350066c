"""An article that is in the library already, and a file that has something new to say of it."""

from briefing.intake.article_file import read_light_original
from briefing.model.anchor import AnchorState
from briefing.model.article import Article
from briefing.model.ids import Uid
from briefing.services.article_merge import merged
from briefing.services.file_saying import Saying, read_saying, saying
from briefing.services.import_identity import Known
from briefing.services.import_preparing import Prepared
from briefing.store import article_versions, articles, facts, originals
from briefing.store.connections import Connection
from briefing.store.originals import PackedOriginal, unpack
from briefing.text.anchors import locate
from briefing.text.passage_changes import passage_changes

_SHOWN = 5  # keys of facts that are named
_EXCERPT = 0.5  # of the text that is there: less is taken for an excerpt of it
_STANDS = frozenset({AnchorState.EXACT, AnchorState.MOVED})


def refresh(connection: Connection, known: Known, file: Prepared) -> str | None:
    """Bring a file into its article; return what changed, None where it says nothing new.

    Where the text, the title or the date becomes another, the article as it was is kept as a
    version, with its file.
    """
    article = articles.get(connection, known.uid)
    kept = originals.find_packed(connection, known.uid)
    before = _said_before(kept)
    is_one_kind = kept is None or kept.media_type == file.original.media_type
    is_excerpt = not known.by_place and not is_one_kind and _is_excerpt(article, file)
    changed, names = merged(
        article,
        before if known.by_place or is_one_kind else None,
        file.draft,
        gives_text=not is_excerpt,
        may_empty=known.by_place,
    )
    if not names and (is_excerpt or before == saying(file.draft)):
        return None
    told = [f"Changed: {', '.join(names)}." if names else "Only its file changed."]
    if is_excerpt:
        told.append("The text stays: this file has less of it.")
    else:
        told += _keep_version(connection, article, changed, file.original.name)
        originals.put(connection, articles.pk_of(connection, known.uid), file.original)
    articles.update(connection, changed)
    return " ".join(filter(None, told))


def _said_before(kept: PackedOriginal | None) -> Saying | None:
    """Return what an article's file said; one kept by an early Briefing is read once more."""
    if kept is None or kept.said:
        return read_saying(kept.said) if kept else None
    draft = read_light_original(unpack(kept))
    return saying(draft) if draft else None


def _is_excerpt(article: Article, file: Prepared) -> bool:
    """Return whether a feed, a reference or the like has much less text than the article has."""
    return len(file.draft.body) < _EXCERPT * len(article.body)


def _keep_version(connection: Connection, was: Article, now: Article, name: str) -> list[str]:
    """Keep an article that is about to change; return what the change does to its passages."""
    passages = passage_changes(was.body, now.body) if was.body != now.body else ()
    if not passages and (was.title, was.published) == (now.title, now.published):
        return []
    article_versions.keep(connection, was.uid, f"Replaced by {name}")
    if not passages:
        return []
    count = "1 passage" if len(passages) == 1 else f"{len(passages):,} passages"
    lost = _lost_quotes(connection, was.uid, was.body, now.body)
    return [f"{count} changed; {_told_of(lost)}." if lost else f"{count} changed."]


def _lost_quotes(connection: Connection, uid: Uid, was: str, now: str) -> list[str]:
    """Return the keys of the facts whose quote stood in the text and does no more."""
    return [
        fact.key
        for fact in facts.of_article(connection, uid)
        if any(
            locate(was, piece.anchor).state in _STANDS
            and locate(now, piece.anchor).state not in _STANDS
            for piece in fact.evidence
            if piece.article_uid == uid
        )
    ]


def _told_of(keys: list[str]) -> str:
    shown = ", ".join(keys[:_SHOWN]) + ", …" * (len(keys) > _SHOWN)
    if len(keys) == 1:
        return f"1 fact’s quote is no longer there: {shown}"
    return f"{len(keys):,} facts’ quotes are no longer there: {shown}"
