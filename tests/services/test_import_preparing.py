import pickle
from pathlib import Path

from briefing.services.import_preparing import file_place, prepare_file, web_place
from briefing.store.originals import unpack

DATA = Path(__file__).parents[1] / "data/intake"
SEED = DATA / "seed_style/000_c11b9f58635f8ad9.txt"


def test_file_is_made_ready_without_a_library() -> None:
    (prepared,) = prepare_file(SEED)
    assert prepared.content is not None
    assert prepared.content.citekey_stem == "nytimes2025mexico"
    assert prepared.content.web_place.startswith("web:nytimes.com/2025/09/03/")
    assert unpack(prepared.content.original).data == SEED.read_bytes()
    assert pickle.loads(pickle.dumps(prepared)) == prepared


def test_file_that_is_no_article_keeps_its_reason(tmp_path: Path) -> None:
    (prepared,) = prepare_file(tmp_path / "nowhere.txt")
    assert prepared.content is None
    assert prepared.reason.startswith("It cannot be read")


def test_place_of_a_file_does_not_tell_its_path(tmp_path: Path) -> None:
    place = file_place(tmp_path / "a" / ".." / "secret.txt")
    assert "secret" not in place
    assert place == file_place(tmp_path / "secret.txt")
    assert place != file_place(tmp_path / "other" / "secret.txt")


def test_front_page_is_no_place() -> None:
    assert web_place("https://a.org/") == web_place("") == ""
