"""Web archives are read by their page; damaged ones end as an article or one reason."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import IntakeError
from briefing.intake.mhtml_file import read_mhtml

DATA = Path(__file__).parents[1] / "data/web"
CHROME = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://a.example/2025/09/03/river
Subject: =?utf-8?Q?The=20River?=
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----B--"

------B--
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://a.example/2025/09/03/river

<html><head><meta http-equiv=3D"Content-Type" content=3D"text/html; charset=3DUTF-8">
<title>The River</title></head><body><p>Ministers agreed on caf=C3=A9s.</p></body></html>
------B--
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://a.example/p.png

iVBORw0KGgo=
------B----
"""


@pytest.mark.parametrize("data", [CHROME, CHROME.replace(b"\n", b"\r\n")])
def test_archive_of_a_browser_is_read(data: bytes) -> None:
    (found,) = read_mhtml("river.mhtml", data)
    assert found.draft is not None
    assert found.draft.title == "The River"
    assert found.draft.body == "Ministers agreed on cafés."
    assert found.draft.url == "https://a.example/2025/09/03/river"
    assert str(found.draft.published) == "2025-09-03"


def test_archive_that_has_lost_its_boundary_is_read_by_its_parts() -> None:
    (found,) = read_mhtml("river.mhtml", CHROME.replace(b'; boundary="----B--"', b""))
    assert found.draft is not None
    assert found.draft.body == "Ministers agreed on cafés."


def test_archive_of_word_is_read() -> None:
    (found,) = read_mhtml("PU001-Test001.mht", (DATA / "PU001-Test001.mht").read_bytes())
    assert found.draft is not None
    assert "Formula:" in found.draft.body


@pytest.mark.parametrize("name", ["missing_boundary.mhtml", "unexpected_eof.mhtml"])
def test_archive_that_breaks_off_has_a_reason(name: str) -> None:
    with pytest.raises(IntakeError, match="holds no text"):
        list(read_mhtml(name, (DATA / name).read_bytes()))


def test_archive_without_a_page_has_a_reason() -> None:
    with pytest.raises(IntakeError, match="holds no page"):
        list(read_mhtml("x.mht", b"Content-Type: image/png\n\nabc"))


@given(st.integers(0, len(CHROME)), st.binary(max_size=8))
def test_any_damage_ends_as_article_or_reason(place: int, damage: bytes) -> None:
    try:
        found = list(read_mhtml("x.mhtml", CHROME[:place] + damage + CHROME[place + 8 :]))
    except IntakeError:
        return
    assert found[0].draft is not None
