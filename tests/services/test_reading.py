"""An article opens with its text set out, its facts and where they stand."""

from briefing.model.article import Article
from briefing.model.fact import FactDraft
from briefing.services.evidence import EvidenceDesk
from briefing.services.reading import Reading
from briefing.store.library_file import Library


def test_article_opens_with_what_was_taken_from_it(library: Library, article: Article) -> None:
    start = article.body.index("59 high-value targets")
    fact, _ = EvidenceDesk(library).capture(
        article.uid, start, start + len("59 high-value targets"), FactDraft("59")
    )
    opened = Reading(library).open(article.uid)
    assert opened.publisher == "The New York Times"
    assert [one.uid for one in opened.facts] == [fact.uid]
    (passage,) = opened.passages
    assert article.body[passage.start : passage.end] == "59 high-value targets"
    assert len(opened.blocks) == 2
