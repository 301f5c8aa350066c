"""Reads the sources of a memo together: how many, how independent, how rated, how relied upon."""

from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.export.publisher_names import PublisherNames
from briefing.model.anchor import AnchorState
from briefing.model.article import Article
from briefing.model.evidence_annex import AnnexEntry, AnnexSource
from briefing.model.fact import FactStatus
from briefing.model.ids import Uid
from briefing.model.source_base import LeadingSource, SourceBase
from briefing.services.corroborating import source_groups
from briefing.store.connections import Connection

_LEADING = 2  # sources that are named


def source_base(
    connection: Connection, publishers: PublisherNames, entries: Sequence[AnnexEntry]
) -> SourceBase:
    """Return the base of what the entries of an annex cite."""
    sources = [source for entry in entries for source in entry.sources]
    articles = {one.article.uid: one.article for one in sources if one.article}
    groups = source_groups(connection, tuple(articles))
    of_group = {uid: number for number, group in enumerate(groups) for uid in group.articles}
    resting = Counter(number for entry in entries for number in _groups_of(entry, of_group))
    dates = sorted(one.published for one in articles.values() if one.published)
    statuses = {one.key: one.status for one in sources if one.status}
    return SourceBase(
        articles=len(articles),
        independent=len(groups),
        leading=tuple(
            LeadingSource(_name(publishers, [articles[uid] for uid in groups[n].articles]), count)
            for n, count in resting.most_common(_LEADING)
        ),
        first=min(dates, key=lambda date: date.first_day(), default=None),
        last=max(dates, key=lambda date: date.last_day(), default=None),
        undated=sum(not one.published for one in articles.values()),
        reliability=_counted(one.reliability for one in articles.values()),
        credibility=_counted(str(one.credibility or "") for one in articles.values()),
        sentences=len(entries),
        corroborated=sum(len(_groups_of(entry, of_group)) > 1 for entry in entries),
        disputed=sum(status == FactStatus.DISPUTED for status in statuses.values()),
        outdated=sum(
            status in (FactStatus.SUPERSEDED, FactStatus.RETRACTED) for status in statuses.values()
        ),
        shifted_quotes=_shifted(sources),
        missing=len({one.key for one in sources if one.article is None and not one.statement}),
    )


def _groups_of(entry: AnnexEntry, of_group: dict[Uid, int]) -> set[int]:
    return {of_group[one.article.uid] for one in entry.sources if one.article}


def _name(publishers: PublisherNames, articles: Iterable[Article]) -> str:
    """Return the name that most of a source's articles go by."""
    names = Counter(publishers.of(one).name or one.title for one in articles)
    return names.most_common(1)[0][0]


def _counted(signs: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(sign for sign in signs if sign).items()))


def _shifted(sources: Iterable[AnnexSource]) -> int:
    lost = (AnchorState.LOST, AnchorState.AMBIGUOUS)
    return len({(one.key, one.quote) for one in sources if one.state in lost})
