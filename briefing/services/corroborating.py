"""On how many sources a fact rests that do not repeat one another, and why some count as one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.model.corroboration import Corroboration, SourceGroup
from briefing.model.ids import Uid
from briefing.services.copy_comparing import source_of
from briefing.store.connections import Connection
from briefing.store.source_signs import SourceSigns, of_article, of_facts
from briefing.text.wire_services import agency_named, wire_of

Sign = tuple[str, str]  # by what two articles are one source: the sort of sign, and its words

_WHY = {
    "cluster": "near-copies of one text",
    "file": "one original file",
    "url": "one address",
    "wire": "both from the wire of {}",
    "source": "one publisher, {}",
}


def corroborations(connection: Connection, fact_uids: Sequence[Uid]) -> dict[Uid, Corroboration]:
    """Count the sources of facts; near-copies, one original, one wire or publisher are one."""
    signs = of_facts(connection, fact_uids)
    return {uid: _counted(signs.get(uid, ())) for uid in fact_uids}


def signs_of(connection: Connection, article_uid: Uid) -> frozenset[Sign]:
    """Return by what an article is one source with others."""
    signs = of_article(connection, article_uid)
    return frozenset(_signs(signs)) if signs else frozenset()


def source_groups(connection: Connection, article_uids: Sequence[Uid]) -> tuple[SourceGroup, ...]:
    """Return articles by the source that they are, those that repeat one another together."""
    signs = (of_article(connection, uid) for uid in article_uids)
    joined = _joined([one for one in signs if one is not None])
    return tuple(SourceGroup(group.articles, group.reason()) for group in joined)


def _counted(articles: Sequence[SourceSigns]) -> Corroboration:
    groups = [SourceGroup(group.articles, group.reason()) for group in _joined(articles)]
    groups.sort(key=lambda group: -len(group.articles))
    return Corroboration(len(articles), len(groups), tuple(groups), _told(len(articles), groups))


def _told(sources: int, groups: Sequence[SourceGroup]) -> str:
    """Say in one sentence what was counted."""
    if not sources:
        return "It rests on no article."
    if sources == 1:
        return "It rests on one article."
    if len(groups) == sources:
        return f"It rests on {sources} articles of different sources."
    whys = "; ".join(
        f"{len(group.articles)} count once: {group.reason}" for group in groups if group.reason
    )
    count = "one source" if len(groups) == 1 else f"{len(groups)} sources"
    return f"It rests on {sources} articles that are {count} ({whys})."


@dataclass(frozen=True, slots=True)
class _Group:
    articles: tuple[Uid, ...]
    signs: frozenset[Sign]
    shared: frozenset[Sign] = frozenset()

    def reason(self) -> str:
        """Say why these articles are one source."""
        shared = dict(self.shared)
        return ", ".join(why.format(shared[kind]) for kind, why in _WHY.items() if kind in shared)


def _joined(articles: Iterable[SourceSigns]) -> list[_Group]:
    groups: list[_Group] = []
    for article in articles:
        new = _Group((article.uid,), frozenset(_signs(article)))
        apart: list[_Group] = []
        for group in groups:
            common = group.signs & new.signs
            if not common:
                apart.append(group)
                continue
            shared = group.shared | new.shared | common
            new = _Group(group.articles + new.articles, group.signs | new.signs, shared)
        groups = [*apart, new]
    return groups


def _signs(article: SourceSigns) -> Iterator[Sign]:
    if article.cluster:
        yield "cluster", str(article.cluster)
    if article.sha256:
        yield "file", article.sha256
    if article.url:
        yield "url", article.url
    source = source_of(article.publisher, article.url)
    if source:
        yield "source", source
    wire = agency_named(article.publisher) or wire_of(article.authors, article.opening)
    if wire:
        yield "wire", wire
