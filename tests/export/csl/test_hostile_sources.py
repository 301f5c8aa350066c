"""Whatever an article says of itself, it can be cited; nothing of it is read as markup."""

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.export.csl_variables import TEXTS, TYPES
from briefing.export.numbering import CitedSource
from briefing.model.article import Article
from briefing.model.partial_date import PartialDate
from briefing.text.inline_text import inline_text
from tests.export.csl.worded_memos import shipped, worded
from tests.export.publications import make_article

WORDS = st.text(
    st.one_of(st.characters(exclude_categories=("Cs",)), st.sampled_from("{}$\\\"'#<>&@[]*_,.;:?")),
    max_size=24,
)
FIELDS = st.lists(st.tuples(st.sampled_from(sorted(TEXTS)), WORDS), max_size=5)
ARTICLES = st.builds(
    lambda title, authors, publisher, url, fields, kind, year: make_article(
        "a",
        title=title,
        authors=tuple(authors),
        publisher=publisher,
        url=url,
        fields=(("type", kind), *fields),
        published=PartialDate(year) if year else None,
    ),
    WORDS,
    st.lists(WORDS, max_size=3),
    WORDS,
    st.one_of(WORDS, st.just("https://example.org/a?b=c&d=<e>")),
    FIELDS,
    st.sampled_from(sorted(TYPES)),
    st.integers(0, 2400),
)


@given(ARTICLES, WORDS)
@settings(max_examples=40, deadline=None)
def test_any_source_can_be_cited(article: Article, place: str) -> None:
    sources = (CitedSource(article, place),)
    for name in ("apa", "oscola"):
        cited = worded("Said [@a]. Again [@a, p. 3].", shipped(name), lambda _: sources)
        assert len(cited.notes) == (2 if name == "oscola" else 0)
        for line in (*cited.entries, *(note.paragraphs[0] for note in cited.notes)):
            assert not any("\ue0f0" <= letter <= "\ue0ff" for letter in inline_text(line))


def test_signs_of_markup_are_printed() -> None:
    title = "A {b} costs $5 \\ #c <i>d</i> & *e*"
    article = make_article("a", title=title)
    cited = worded("Said [@a].", shipped("apa"), lambda _: (CitedSource(article),))
    assert title in inline_text(cited.entries[0])
