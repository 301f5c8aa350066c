"""A memo ready for the rules, built from its text, its template and what its citations mean."""

from collections.abc import Mapping

from briefing.checks.memo_under_check import CitedArticle, CitedFact, MemoUnderCheck
from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.model.template import Template
from briefing.text.blocks import parse
from briefing.text.citations import find_citations
from briefing.text.outline import outline
from briefing.text.running_text import running_sentences
from briefing.text.sentences import supported_sentences


def make_under_check(
    body: str,
    *,
    template: Template | None = None,
    fields: tuple[tuple[str, str], ...] = (),
    known: frozenset[str] = frozenset(),
    facts: Mapping[str, CitedFact] | None = None,
    page_count: int | None = None,
    language: str = "en",
    scale: str = "",
    articles: Mapping[str, CitedArticle] | None = None,
) -> MemoUnderCheck:
    document = parse(body)
    cited = dict(facts or {})
    return MemoUnderCheck(
        memo=Memo(Uid("memo"), "memo", template.name if template else "", fields, body),
        template=template,
        document=document,
        outline=outline(document, body),
        sentences=supported_sentences(body, language),
        citations=find_citations(body),
        known=known | frozenset(cited) | frozenset(articles or {}),
        facts=cited,
        page_count=page_count,
        running=running_sentences(body, language),
        language=language,
        scale=scale,
        articles=dict(articles or {}),
    )
