from pathlib import PurePath

import pytest

from briefing.intake.register import reader_for, why_unsupported


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.md", "text/markdown"),
        ("A.MARKDOWN", "text/markdown"),
        ("a.txt", "text/plain"),
        ("README", "text/plain"),
        ("Statement of 12.09", "text/plain"),
        ("Remarks by Mr. Smith", "text/plain"),
    ],
)
def test_text_files_have_a_reader(name: str, media_type: str) -> None:
    reader = reader_for(PurePath(name))
    assert reader is not None
    assert reader.media_type == media_type


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.html", "a.yaml", "a.tar.gz", "a.briefing"])
def test_other_files_have_none(name: str) -> None:
    assert reader_for(PurePath(name)) is None
    assert PurePath(name).suffix in why_unsupported(PurePath(name))
