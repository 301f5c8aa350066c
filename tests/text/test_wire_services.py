"""The agency that wrote an article is told by its author or its dateline alone."""

import pytest

from briefing.text.wire_services import agency_named, wire_of


@pytest.mark.parametrize(
    ("authors", "opening", "agency"),
    [
        (["Reuters"], "", "Reuters"),
        (["By Associated Press"], "", "AP"),
        (["Ana Ruiz/EFE"], "", "EFE"),
        ([], "MEXICO CITY (AP) — Mexico said on Tuesday", "AP"),
        ([], "A title\n\nLONDON, Sept 3 (Reuters) - Ministers", "Reuters"),
        ([], "Madrid, 3 sep (EFE).- El Gobierno", "EFE"),
        ([], "The Reuters office was closed.", ""),
        ([], "The plan (AP) was shown in a picture.", ""),
        (["Jane Reuter"], "", ""),
    ],
)
def test_agency(authors: list[str], opening: str, agency: str) -> None:
    assert wire_of(authors, opening) == agency


def test_publisher_may_be_an_agency() -> None:
    assert (agency_named("Agence France-Presse"), agency_named("El País")) == ("AFP", "")
