"""Records as JSON: the shapes that other programs read, under the names of the records."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from briefing.commands.console import Json
from briefing.model.article import Article
from briefing.model.fact import Evidence, Fact
from briefing.model.finding import Finding
from briefing.model.ids import Uid
from briefing.model.memo import Memo, MemoRow
from briefing.model.near_copies import Cluster
from briefing.model.partial_date import PartialDate
from briefing.model.template import Template

if TYPE_CHECKING:
    from briefing.services.used_in import UsedIn


def article_json(article: Article) -> Json:
    """Return an article without its text."""
    return {
        "citekey": article.citekey,
        "title": article.title,
        "url": article.url,
        "publisher": article.publisher,
        "published": _date(article.published),
        "date_origin": article.date_origin.value,
        "usage": article.usage.value,
        "rank": article.rank,
        "tags": list(article.tags),
        "authors": list(article.authors),
        "language": article.language,
        "summary": article.summary,
        "reliability": article.reliability,
        "credibility": article.credibility,
        "note": article.note,
        "colour": article.colour.value,
        "accessed": _date(article.accessed),
        "fields": [{"name": name, "value": value} for name, value in article.fields],
        "uid": article.uid,
        "created_at": _time(article.created_at),
        "updated_at": _time(article.updated_at),
    }


def fact_json(fact: Fact, citekey_of: Callable[[Uid], str], independent_sources: int) -> Json:
    """Return a fact with its evidence; `citekey_of` names an article by its uid.

    `independent_sources` are those that do not repeat one another.
    """
    return {
        "key": fact.key,
        "statement": fact.statement,
        "kind": fact.kind.value,
        "value": None if fact.value is None else format(fact.value, "f"),
        "unit": fact.unit,
        "as_of": _date(fact.as_of),
        "status": fact.status.value,
        "status_as_of": _date(fact.status_as_of),
        "superseded_by": fact.superseded_by,
        "confidence": fact.confidence.value if fact.confidence else None,
        "tags": list(fact.tags),
        "evidence": [_evidence_json(piece, citekey_of) for piece in fact.evidence],
        "independent_sources": independent_sources,
        "uid": fact.uid,
        "created_at": _time(fact.created_at),
        "updated_at": _time(fact.updated_at),
    }


def used_in_json(used: "UsedIn") -> Json:
    """Return where an article is used: its facts with their status, memos with the sentences."""
    return {
        "facts": [
            {"key": fact.key, "statement": fact.statement, "status": fact.status.value}
            for fact in used.facts
        ],
        "memos": [
            {
                "memo": memo.slug,
                "title": memo.title,
                "sentences": [{"text": one.text, "keys": list(one.keys)} for one in memo.sentences],
            }
            for memo in used.memos
        ],
    }


def cluster_json(cluster: Cluster) -> list[Json]:
    """Return the articles of a cluster of near-copies, the earliest first."""
    return [
        {
            "citekey": member.row.citekey,
            "title": member.row.title,
            "publisher": member.row.publisher,
            "published": _date(member.row.published),
            "similarity": member.similarity,
            "uid": member.row.uid,
        }
        for member in cluster.members
    ]


def memo_json(memo: Memo) -> Json:
    """Return a memo with its text."""
    return {
        "memo": memo.slug,
        "title": memo.title,
        "template": memo.template,
        "fields": [{"name": name, "value": value} for name, value in memo.fields],
        "body": memo.body,
        "uid": memo.uid,
        "created_at": _time(memo.created_at),
        "updated_at": _time(memo.updated_at),
    }


def memo_row_json(row: MemoRow) -> Json:
    """Return a memo as a list shows it."""
    return {
        "memo": row.slug,
        "title": row.title,
        "template": row.template,
        "date": row.date,
        "version": row.version,
        "uid": row.uid,
        "updated_at": _time(row.updated_at),
    }


def template_json(template: Template) -> Json:
    """Return a template with its fields and sections."""
    return {
        "name": template.name,
        "title": template.title,
        "description": template.description,
        "follows": template.follows,
        "pages": template.pages,
        "words": template.words,
        "notes": template.notes.value,
        "style": template.style,
        "styles": dict(template.styles),
        "fields": [
            {"name": one.name, "label": one.label, "type": one.type.value, "required": one.required}
            for one in template.fields
        ],
        "sections": [
            {"title": one.title, "required": one.required, "words": one.words}
            for one in template.sections
        ],
    }


def finding_json(finding: Finding, text: str = "") -> Json:
    """Return a finding; its line is counted in the text that it is about, where that is given."""
    is_placed = bool(text) and finding.start is not None
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "place": finding.place,
        "reason": finding.reason,
        "mend": finding.mend,
        "start": finding.start,
        "end": finding.end,
        "line": text.count("\n", 0, finding.start) + 1 if is_placed else None,
        "standard": finding.standard,
    }


def _evidence_json(piece: Evidence, citekey_of: Callable[[Uid], str]) -> Json:
    return {
        "citekey": citekey_of(piece.article_uid),
        "quote": piece.anchor.quote,
        "start": piece.anchor.start,
        "page": piece.page,
        "state": piece.state.value,
    }


def _date(date: PartialDate | None) -> str | None:
    return str(date) if date else None


def _time(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
