"""Sources for the rules on evidence: articles with grades and dates, and facts that quote them."""

from briefing.checks.memo_under_check import CitedArticle, CitedFact, QuoteState
from briefing.model.anchor import AnchorState
from briefing.model.fact import FactStatus
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate


def make_source(
    name: str, *, published: str = "", rating: str = "", publisher: str = "", text: str = ""
) -> CitedArticle:
    """Return an article; `rating` is an Admiralty code, `D4`, `B` or `5`."""
    letter, digit = rating.strip("0123456789"), rating.strip("ABCDEF")
    return CitedArticle(
        Uid(name),
        name,
        f"Title of {name}",
        PartialDate.parse(published) if published else None,
        letter,
        int(digit) if digit else None,
        frozenset({("source", publisher)}) if publisher else frozenset(),
        text,
    )


def make_fact(*sources: CitedArticle, quote: str = "", as_of: str = "") -> CitedFact:
    """Return the fact `fact:7k2` with one quote in each source."""
    quotes = tuple(QuoteState(one.title, AnchorState.EXACT, "", quote, one) for one in sources)
    date = PartialDate.parse(as_of) if as_of else None
    return CitedFact("fact:7k2", "What it says.", FactStatus.CURRENT, quotes, as_of=date)
