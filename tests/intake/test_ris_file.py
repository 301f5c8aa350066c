from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import IntakeError
from briefing.intake.found_article import FoundArticle
from briefing.intake.ris_file import read_ris
from briefing.intake.ris_records import ris_records
from briefing.model.partial_date import PartialDate

DATA = Path(__file__).parents[1] / "data" / "references"


def read(text: str) -> list[FoundArticle]:
    return list(read_ris("refs.ris", text.encode()))


def test_report_of_an_institution() -> None:
    (found,) = read_ris("x.ris", (DATA / "NIST.IR.8259A.ris").read_bytes())
    draft = found.draft
    assert draft is not None
    assert draft.title == "IoT device cybersecurity capability core baseline"
    assert draft.authors[:2] == ("Fagan, Michael", "Megas, Katerina N")
    assert draft.publisher == "National Institute of Standards and Technology"
    assert draft.published == PartialDate(2020)
    assert draft.url == "https://doi.org/10.6028/NIST.IR.8259a"
    assert dict(draft.fields)["type"] == "report"
    assert dict(draft.fields)["number"] == "NIST IR 8259A"


@pytest.mark.parametrize(
    ("name", "count"),
    [("RisImporterCorrupted", 1), ("example_full_write", 2), ("example_extraneous_data", 2),
     ("example_multiline", 3)],
)  # fmt: skip
def test_no_record_is_lost_and_each_reads_again_alike(name: str, count: int) -> None:
    found = list(read_ris(f"{name}.ris", (DATA / f"{name}.ris").read_bytes()))
    assert len(found) == count
    assert len({one.part for one in found}) == count
    for one in found:
        assert one.original is not None
        (again,) = read_ris(one.original.name, one.original.data)
        assert again.draft == one.draft


def test_record_without_its_end_is_no_loss() -> None:
    found = read("TY  - JOUR\nTI  - One\nTY  - BOOK\nTI  - Two\nER  - \n\nTI  - Three\n")
    assert [one.draft.title for one in found if one.draft] == ["One", "Two", "Three"]


def test_two_records_of_one_key_are_two() -> None:
    record = "TY  - JOUR\nID  - same\nTI  - {}\nER  - \n"
    found = read(record.format("One") + record.format("Two"))
    assert [one.part for one in found] == ["same", "same#2"]


def test_record_of_a_type_only_is_told() -> None:
    (found,) = read("TY  - JOUR\nER  - \n")
    assert (found.draft, found.remark) == (None, "The record holds nothing but its type.")


def test_title_of_a_book_is_not_its_series() -> None:
    (found,) = read("TY  - BOOK\nTI  - The book\nT2  - The series\nPB  - Press\nER  - ")
    assert found.draft is not None
    assert (found.draft.title, found.draft.publisher) == ("The book", "Press")
    assert ("collection-title", "The series") in found.draft.fields


def test_prose_that_begins_like_a_tag_goes_on() -> None:
    (record,) = ris_records("TY  - JOUR\nAB  - Trade\nQQ - no tag\n\nSecond\nKW  - a\nb\n\nc")
    assert dict(record.pairs) == {"TY": "JOUR", "AB": "Trade\nQQ - no tag\n\nSecond", "KW": "a b"}


def test_file_without_records_is_told() -> None:
    with pytest.raises(IntakeError, match="no RIS record"):
        read("Dear all,\nplease find attached\n")


WORDS = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), min_size=1, max_size=40
).filter(lambda words: any(map(str.isalnum, words)))


@given(
    st.lists(
        st.tuples(WORDS, st.integers(1, 9999)),
        min_size=1,
        max_size=5,
    )
)
def test_what_is_written_is_read(records: list[tuple[str, int]]) -> None:
    text = "".join(
        f"TY  - NEWS\nTI  - {title}\nPY  - {year:04d}\nER  - \n\n" for title, year in records
    )
    found = read(text)
    assert [one.draft and one.draft.published for one in found] == [
        PartialDate(year) for _, year in records
    ]
    assert len({one.part for one in found}) == len(records)


@given(st.text(st.sampled_from("TYERAU1I \n-é%0"), max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = read("TY  - JOUR\n" + text)
    except IntakeError:
        return
    assert found


def test_newer_tag_of_a_date_is_believed_before_the_one_it_replaced() -> None:
    (found,) = read("TY  - JOUR\nTI  - A\nY1  - 1900/01/01\nDA  - 1950/01/01\nER  - ")
    assert found.draft is not None
    assert found.draft.published == PartialDate(1950, 1, 1)
