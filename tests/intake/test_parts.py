from briefing.intake.found_article import FoundArticle
from briefing.intake.parts import inside, read_part


def test_part_is_read_by_the_reader_of_its_format() -> None:
    (found,) = read_part("note.md", b"# Tariffs\n\nWords.")
    assert found.draft is not None
    assert found.original is not None
    assert (found.part, found.draft.title, found.original.name) == ("", "Tariffs", "note.md")


def test_part_that_is_no_article_has_a_reason_and_raises_nothing() -> None:
    for name, data in (("photo.jpg", b"x"), ("empty.md", b""), ("photo.txt", b"\x89PNG\r\n")):
        (found,) = read_part(name, data)
        assert (found.draft, found.original) == (None, None)
        assert found.remark.endswith(".")


def test_part_too_large_has_a_reason() -> None:
    (found,) = read_part("a.txt", b"x" * (16 * 1024 * 1024 + 1))
    assert "larger than 16 MB" in found.remark


def test_what_stands_in_a_part_is_named_from_outside() -> None:
    assert inside("a.zip", FoundArticle(None)).part == "a.zip"
    assert inside("a.zip", FoundArticle(None, "b.md")).part == "a.zip › b.md"
