import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.export.plain_text_file import write_plain_text
from briefing.export.plain_text_lines import WIDTH, columns
from tests.export.publications import make_publication

_PIECES = st.sampled_from(
    [
        "# Head", "## Second *level*", "plain words and more of them " * 6, "- item\n    - deeper",
        "3. third\n4. fourth", "> said\n>\n> - by him", "| a | b |\n|---|:-:|\n| 1 | 日本語 |",
        "| " + " | ".join("abcdefgh" * 9) + " |\n|" + "---|" * 72, "```\ncode  here\n```", "---",
        "[link](https://example.org)", "![words](picture:x)", "a\\\nb [@nyt]", "שלום עולם",
        "\\newpage", ": caption\n\n| a |\n|---|\n| b |", "::: {.toc}\n:::", "<p>raw</p>", "[x] y",
        "- [ ] task", "word[^n]\n\n[^n]: Note\n\n    - with list",
    ]
)  # fmt: skip


def text_of(markdown: str, **parts: object) -> str:
    return write_plain_text(make_publication(markdown, **parts))


def test_head_names_title_fields_and_marking() -> None:
    lines = text_of("A.").splitlines()
    assert lines[0].strip() == lines[-1].strip() == "TLP:AMBER"
    assert lines[2:4] == ["Decision memo", "============="]
    assert "Subject: US–Mexico security cooperation" in lines


def test_notes_stand_at_the_end_under_their_numbers() -> None:
    text = text_of("Both agreed [@nyt, p. 3]. Own.[^1]\n\n[^1]: A word.")
    assert "Both agreed.[1] Own.[2]" in text
    assert text.index("[1] “U.S. and Mexico Vow") > text.index("-" * 20)
    assert "\n[2] A word.\n" in text


def test_links_pictures_and_rules_are_told_in_words() -> None:
    text = text_of("[his site](https://a.org) <https://b.org> ![a map](picture:m)\n\n---")
    assert "his site <https://a.org> https://b.org [Picture: a map]" in text
    assert "\n" + " " * 33 + "* * *\n" in text


def test_table_stands_in_columns_as_it_is_aligned() -> None:
    text = text_of("| Item | Cost |\n|:-----|-----:|\n| Ships | 3 |\n| 日本 | 12 |")
    assert "Item   Cost\n-----  ----\nShips     3\n日本     12\n-----  ----\n" in text


def test_long_cells_are_folded_in_their_columns() -> None:
    cell = "words that go on " * 8
    lines = text_of(f"| A | B |\n|---|---|\n| {cell} | {cell} |").splitlines()
    assert max(map(columns, lines)) <= WIDTH
    assert sum("words that go on" in line for line in lines) > 3


def test_table_of_too_many_columns_becomes_a_list() -> None:
    names = [f"Heading{n}" for n in range(12)]
    row = [f"value number {n}" for n in range(12)]
    text = text_of(f"| {' | '.join(names)} |\n|{'---|' * 12}\n| {' | '.join(row)} |")
    assert "\nHeading0: value number 0\nHeading1: value number 1\n" in text


def test_lists_keep_their_numbers_and_boxes() -> None:
    text = text_of("9. nine\n10. ten\n\nx\n\n- [x] done\n- [ ] open\n\n> - said\n>\n> more")
    assert "9.  nine\n10. ten" in text
    assert "[x] done\n[ ] open" in text
    assert "> * said\n>\n> more" in text


@pytest.mark.parametrize("markdown", ["", "::: {.guidance}\n:::", "<!-- only this -->"])
def test_empty_memo_is_its_head(markdown: str) -> None:
    assert write_plain_text(make_publication(markdown)).count("\n\n") <= 4


@given(st.lists(_PIECES, max_size=7))
def test_any_memo_is_wrapped_and_the_same_twice(pieces: list[str]) -> None:
    markdown = "\n\n".join(pieces)
    text = text_of(markdown)
    assert text == text_of(markdown)
    long = [line for line in text.splitlines() if columns(line) > WIDTH + 8]
    assert all(len(line.split()) <= 2 for line in long)  # a word that no line can hold
    assert not any(line != line.rstrip() for line in text.splitlines())


def test_address_that_stands_there_is_not_told_again() -> None:
    text = "At x.org/[1](https://x.org/1), https://x.org/[1](https://x.org/1); [b](https://b.org)."
    page = write_plain_text(make_publication(text))
    assert page.count("x.org/1") == 3
    assert "b <https://b.org>" in " ".join(page.split())


def test_pictures_are_named_in_the_memos_language() -> None:
    body = "![Un mapa](https://a.org/m.png)\n"
    assert "[Imagen: Un mapa]" in write_plain_text(make_publication(body, language="es-MX"))
    assert "[Picture: Un mapa]" in write_plain_text(make_publication(body, language="xx"))
