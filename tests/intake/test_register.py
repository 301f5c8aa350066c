from importlib import import_module
from pathlib import PurePath

import pytest

from briefing.intake.article_formats import READERS
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


@pytest.mark.parametrize("name", ["a.xyz", "a.yaml", "a.tar.gz", "a.briefing"])
def test_other_files_have_none(name: str) -> None:
    assert reader_for(PurePath(name)) is None
    assert PurePath(name).suffix in why_unsupported(PurePath(name))


def test_every_reader_can_be_loaded() -> None:
    for reader in READERS:
        module, function = reader.function.split(":")
        assert callable(getattr(import_module(module), function)), reader.name


def test_formats_of_one_suffix_differ_by_kind() -> None:
    shared = {suffix for one in READERS for suffix in one.suffixes if _count(suffix) > 1}
    for suffix in shared:
        readers = [one for one in READERS if suffix in one.suffixes]
        kinds = [kind for one in readers for kind in one.kinds]
        assert len(kinds) == len(set(kinds))
        assert sum(not one.kinds for one in readers) <= 1


def _count(suffix: str) -> int:
    return sum(suffix in reader.suffixes for reader in READERS)
