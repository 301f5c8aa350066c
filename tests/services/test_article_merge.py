from briefing.intake.draft_article import DraftArticle
from briefing.model.article import DateOrigin, Usage
from briefing.model.partial_date import PartialDate
from briefing.services.article_merge import merged
from briefing.services.file_saying import saying
from tests.services.conftest import make_article

BEFORE = DraftArticle(title="T", body="Words.", tags=("one", "two"))


def test_only_what_changed_in_the_file_is_changed() -> None:
    here = make_article(title="Mine", usage=Usage.USED, rank=1, tags=("One", "mine"))
    now = DraftArticle(title="T", body="Other.", url="https://a.org", tags=("two", "three"))
    found, names = merged(here, saying(BEFORE), now)
    assert (found.title, found.usage, found.body, found.rank) == ("Mine", Usage.USED, "Other.", 1)
    assert found.url == "https://a.org"
    assert found.tags == ("mine", "three")
    assert names == ("text", "url", "tags")


def test_what_the_analyst_set_stays_where_the_file_changes_it_too() -> None:
    day = PartialDate(2020, 1, 2)
    here = make_article(
        title="Mine", usage=Usage.USED, rank=1, published=day, date_origin=DateOrigin.GIVEN
    )
    now = DraftArticle(
        title="New",
        body="Words.",
        usage=Usage.REJECTED,
        rank=7,
        published=PartialDate(2021),
        date_origin=DateOrigin.GIVEN,
    )
    assert merged(here, saying(DraftArticle(title="T", body="Words.")), now) == (here, ())


def test_nothing_changed_is_nothing_told() -> None:
    here = make_article()
    assert merged(here, saying(BEFORE), BEFORE) == (here, ())


def test_date_and_its_origin_go_together() -> None:
    here = make_article(published=PartialDate(2020), date_origin=DateOrigin.URL)
    now = DraftArticle("T", "Words.", published=PartialDate(2020), date_origin=DateOrigin.GIVEN)
    before = DraftArticle("T", "Words.", published=PartialDate(2020), date_origin=DateOrigin.URL)
    found, names = merged(here, saying(before), now)
    assert found.date_origin is DateOrigin.GIVEN
    assert names == ()


def test_article_without_a_readable_original_gets_its_text_and_what_is_missing() -> None:
    here = make_article(title="Mine", summary="", publisher="Mine", published=None)
    now = DraftArticle("T", "New.", summary="S", publisher="P", published=PartialDate(2020))
    found, names = merged(here, None, now)
    assert (found.title, found.publisher, found.summary) == ("Mine", "Mine", "S")
    assert (found.body, found.published) == ("New.", PartialDate(2020))
    assert names == ("text", "date", "summary")
