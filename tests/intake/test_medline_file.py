from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import IntakeError
from briefing.intake.medline_file import read_isi, read_nbib
from briefing.intake.refer_file import read_refer
from briefing.model.partial_date import PartialDate

DATA = Path(__file__).parents[1] / "data" / "references"
NBIB = """\
PMID- 17908456
DP  - 2007 Sep 5
TI  - A title that goes
      on here.
FAU - Smith, John A
AU  - Smith JA
JT  - The Journal
LA  - eng
AID - 10.1000/xyz [doi]

PMID- 2
TI  - Second
AU  - Doe J
"""
REFER = """\
%0 Newspaper Article
%T One
%A Roe, Ann
%8 May 3, 2020
%D 2020
%J Times
%K a
b

%T Two
"""


def test_medline_records() -> None:
    first, second = read_nbib("x.nbib", NBIB.encode())
    assert first.draft is not None
    assert second.draft is not None
    assert (first.part, second.part) == ("17908456", "2")
    assert first.draft.title == "A title that goes on here."
    assert (first.draft.authors, second.draft.authors) == (("Smith, John A",), ("Doe, J",))
    assert first.draft.published == PartialDate(2007, 9, 5)
    assert (first.draft.url, first.draft.language) == ("https://doi.org/10.1000/xyz", "en")


def test_web_of_science_records() -> None:
    found = list(read_isi("x.isi", (DATA / "IsiImporterTestWOS.isi").read_bytes()))
    assert len(found) == 2
    draft = found[0].draft
    assert draft is not None
    assert draft.authors[:2] == ("Gamernyk, RV", "Gnatenko, YP")
    assert draft.published == PartialDate(2006, 6, 14)
    assert ("page", "5323-5331") in draft.fields
    for one in found:
        assert one.original is not None
        (again,) = read_isi(one.original.name, one.original.data)
        assert again.draft == one.draft


def test_refer_records() -> None:
    first, second = read_refer("x.enw", REFER.encode())
    assert first.draft is not None
    assert (first.draft.title, first.draft.publisher) == ("One", "Times")
    assert (first.draft.published, first.draft.tags) == (PartialDate(2020, 5, 3), ("a", "b"))
    assert second.draft is not None
    assert second.draft.title == "Two"


@pytest.mark.parametrize("read", [read_nbib, read_isi, read_refer])
def test_prose_is_refused(read) -> None:  # noqa: ANN001
    with pytest.raises(IntakeError):
        list(read("x", b"dear all,\nsee below\n"))


def test_kind_that_is_said_twice_begins_no_second_record() -> None:
    (found,) = read_refer("x.enw", b"%0 Serial\n%0 Audio\n%T One\n%D 2021\n")
    assert found.draft is not None
    assert (found.draft.title, found.draft.published) == ("One", PartialDate(2021))


@given(
    st.sampled_from([read_nbib, read_isi, read_refer]), st.text("PMIDTAU- %0ER\n a", max_size=200)
)
def test_any_text_is_read_or_refused(read, text: str) -> None:  # noqa: ANN001
    try:
        found = list(read("x", text.encode()))
    except IntakeError:
        return
    assert found
