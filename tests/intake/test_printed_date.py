"""The date that a document's first page bears, in the languages that documents come in."""

import pytest

from briefing.intake.printed_date import printed_date


@pytest.mark.parametrize(
    ("blocks", "day"),
    [
        (["A plan for the river", "Brussels, 3 September 2025"], "2025-09-03"),
        (["Warszawa, dnia 15 października 2025 r."], "2025-10-15"),
        (["Москва, 3 сентября 2025 г."], "2025-09-03"),
        (["보도자료 2025년 9월 3일(수)"], "2025-09-03"),
        (["Drawn up 1 May 2025", "Date of publication: 3 September 2025"], "2025-09-03"),
        (["Październik 2025"], "2025-10"),
        (["The council met on 3 September 2025, and " + "spoke at length of it " * 6], "None"),
        (["03/09/2025"], "None"),
    ],
)
def test_date_of_a_document_is_the_one_in_a_short_block(blocks: list[str], day: str) -> None:
    assert str(printed_date(blocks)) == day
