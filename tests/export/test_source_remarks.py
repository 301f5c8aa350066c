import pytest

from briefing.export.bibliography import Bibliography
from briefing.export.numbering import CitedSource, number_notes
from briefing.export.publisher_names import Publisher
from briefing.export.source_remarks import archived_copy, descriptor
from briefing.text.blocks import parse
from briefing.text.inline_text import inline_text
from tests.export.publications import PUBLISHERS, make_article

COPY = ("archive-url", "https://web.archive.org/1/x")
DAY = ("archive-date", "2024-05-03")
NEWSPAPER = Publisher("The New York Times", "newspaper")


@pytest.mark.parametrize(
    ("fields", "language", "told"),
    [
        ((COPY, DAY), "en-US", "archived 3 May 2024, https://web.archive.org/1/x"),
        ((COPY,), "es", "archivado, https://web.archive.org/1/x"),
        ((COPY,), "es_MX", "archivado, https://web.archive.org/1/x"),
        ((DAY,), "en", ""),
        ((("Archive_URL", "javascript:alert(1)"),), "en", ""),
    ],
)
def test_an_archived_copy_is_told_with_its_day(
    fields: tuple[tuple[str, str], ...], language: str, told: str
) -> None:
    assert inline_text(archived_copy(make_article(fields=fields), language)) == told


def test_a_source_is_described_by_its_kind_and_rating() -> None:
    assert descriptor(make_article(reliability="A", credibility=2), NEWSPAPER) == "[newspaper; A2]"
    assert descriptor(make_article(reliability="B"), Publisher("X")) == "[B]"
    assert descriptor(make_article(), Publisher("X")) == ""
    own = make_article(fields=(("descriptor", "daily with staff on the spot"),), reliability="A")
    assert descriptor(own, NEWSPAPER) == "[daily with staff on the spot; A]"


def test_only_the_first_note_and_the_list_tell_it() -> None:
    article = make_article(fields=(COPY, DAY), reliability="A", credibility=2)
    house = Bibliography(PUBLISHERS, "en-US", has_ratings=True)
    document = parse("One [@a]. Two [@a].")
    numbered = number_notes(document, lambda _: (CitedSource(article),), house)
    first, second = (inline_text(note.paragraphs[0]) for note in numbered.notes)
    assert first.endswith(", archived 3 May 2024, https://web.archive.org/1/x [newspaper; A2].")
    assert "archived" not in second
    entry = inline_text(numbered.entries[0])
    assert entry.endswith(". Archived 3 May 2024, https://web.archive.org/1/x. [newspaper; A2]")


def test_ratings_are_told_only_where_they_are_asked_for() -> None:
    house = Bibliography(PUBLISHERS, "en-US")
    assert house.remarks(make_article(reliability="A", credibility=2)) == ()
