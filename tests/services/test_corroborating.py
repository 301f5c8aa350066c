"""Sources that repeat one another count once, and it is said why."""

from pathlib import Path

from briefing.services.fact_standing import FactStanding
from briefing.store.library_file import Library
from tests.services.stories import story
from tests.store.records import add_articles, add_fact, make_article, make_evidence, make_fact


def test_wire_copies_and_one_publisher_count_once(tmp_path: Path) -> None:
    with Library.create(tmp_path / "a.briefing") as library:
        articles = add_articles(
            library,
            make_article(1, body="LIMA (Reuters) - " + story(1, 120), publisher="Herald"),
            make_article(2, body=story(2, 120), publisher="Tribune", authors=("Reuters",)),
            make_article(3, body=story(3, 120), publisher="Gazette"),
            make_article(4, body=story(4, 120), publisher="gazette"),
        )
        evidence = [make_evidence(one, one.body.split(".")[0]) for one in articles]
        fact = add_fact(library, make_fact(*evidence))
        alone = add_fact(library, make_fact(evidence=()))
        found = FactStanding(library).corroboration(fact.uid)
        assert (found.sources, found.independent) == (4, 2)
        reasons = [group.reason for group in found.groups]
        assert "both from the wire of Reuters" in reasons
        assert "one publisher, gazette" in reasons
        none = FactStanding(library).corroboration(alone.uid)
        assert (none.independent, none.reason) == (0, "It rests on no article.")
