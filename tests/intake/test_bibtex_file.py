from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import IntakeError
from briefing.intake.bibtex_entries import bibtex_entries
from briefing.intake.bibtex_file import read_bibtex
from briefing.intake.bibtex_latex import decoded
from briefing.intake.bibtex_names import bibtex_names
from briefing.intake.draft_article import DraftArticle
from briefing.intake.found_article import FoundArticle
from briefing.model.partial_date import PartialDate

DATA = Path(__file__).parents[1] / "data" / "references"


def read(text: str) -> list[FoundArticle]:
    return list(read_bibtex("refs.bib", text.encode()))


def of(name: str) -> dict[str, DraftArticle]:
    found = read_bibtex(name, (DATA / name).read_bytes())
    return {one.part: one.draft for one in found if one.draft}


def test_strings_are_written_out() -> None:
    draft = of("strings.bib")["Bert:2001:SQL"]
    assert (draft.title, draft.publisher) == ("SQL is great", "Freds Publishing")
    assert draft.published is None
    assert ("publisher-place", "London, UK") in draft.fields
    assert draft.citekey == "Bert:2001:SQL"


def test_names_are_split_before_they_are_made_plain() -> None:
    draft = of("ring-above.bib")["rehurek_lrec"]
    assert draft.authors == ("Řehůřek, Radim", "Sojka, Petr")
    assert draft.published == PartialDate(2010, 5, 22)
    assert (draft.language, draft.url) == ("en", "http://is.muni.cz/publication/884893/en")


def test_offices_in_braces_stay_whole() -> None:
    draft = of("literal-names.bib")["sasson_increasing_2013"]
    assert draft.authors[0] == "Sasson, Comilla"
    assert "Council on Cardiopulmonary, Critical Care, Perioperative and Resuscitation" in (
        draft.authors
    )
    assert (draft.published, draft.publisher) == (PartialDate(2013, 3), "Circulation")
    assert draft.note == "PMID: 23439512"


def test_child_takes_over_what_its_parent_says() -> None:
    draft = of("crossref.bib")["Hauck_2023j"]
    assert (draft.publisher, draft.published) == ("Letraria", PartialDate(2023))
    assert ("container-title", "Cosmopolítica e linguagem") in draft.fields
    assert draft.authors == ("Hauck, Jan David",)


@pytest.mark.parametrize("name", ["crossref", "strings", "literal-names", "tiny-LE-withBOM"])
def test_each_entry_reads_again_alike(name: str) -> None:
    found = list(read_bibtex(name, (DATA / f"{name}.bib").read_bytes()))
    assert found
    for one in found:
        assert one.original is not None
        (again,) = read_bibtex(one.original.name, one.original.data)
        assert again.draft == one.draft


def test_entry_that_is_not_closed_is_read_as_far_as_it_goes() -> None:
    found = read("@article{a, title={One}, note={open\n\n@book{b, title={Two}}\n@misc{c,title={3")
    assert [one.draft and one.draft.title for one in found] == ["One", "Two", "3"]
    assert [one.remark for one in found] == [
        "The entry is not closed; it was read as far as it goes.",
        "",
        "The entry is not closed; it was read as far as it goes.",
    ]


def test_comments_and_text_between_are_no_entries() -> None:
    text = 'Words\n@comment{jabref-meta: {x}}\n%@misc{off, title={Off}}\n@preamble{"x"}\n'
    assert [entry.key for entry in bibtex_entries(text + "@misc(on, title = 2 # {x})")] == ["on"]
    with pytest.raises(IntakeError, match="no BibTeX entry"):
        read(text)


def test_second_entry_of_a_key_and_one_without_any_are_kept() -> None:
    found = read("@misc{a,title={One}}@misc{a,title={Two}}@misc{,title={Three}}@misc{title={Four}}")
    assert [one.part for one in found] == ["a", "a#2", "three", "four"]


def test_fields_round_one_that_is_none_are_read() -> None:
    (found,) = read('@misc{a, title = "One" year = 2001, junk, "x", note = {n}}')
    assert found.draft is not None
    assert (found.draft.title, found.draft.published) == ("One", PartialDate(2001))
    assert found.draft.note == "n"


def test_attached_files_are_named_and_not_followed() -> None:
    (found,) = read(r"@misc{a, title={T}, file={:C\:\\Users\\me\\secret.pdf:PDF;B:/x/b.html:URL}}")
    assert found.draft is not None
    assert [words for name, words in found.draft.fields if name == "attachment"] == [
        "secret.pdf",
        "b.html",
    ]


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        (r"L{\"u}scher \& {\'E}t\'e", "Lüscher & Été"),
        (r"100% of \emph{it} -- here~now", "100% of it – here now"),
        ("{NATO}'s --- new ``role''", "NATO's — new “role”"),
        ("Cu$_2$O and x$^{10}$", "Cu₂O and x¹⁰"),
        (r"\unknown{words}", "words"),
        ("{" * 5000 + "\\" + "}" * 5000, "\\"),
        (r"Status of \TeX\ in the {\LaTeX} world", "Status of TeX in the LaTeX world"),
        (r"\TeX{}nicians and the \TeX book", "TeXnicians and the TeXbook"),
    ],
)
def test_latex_becomes_plain(latex: str, plain: str) -> None:
    assert decoded(latex) == plain


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Ludwig van Beethoven and others", ["van Beethoven, Ludwig"]),
        ("{World Bank} and {Barnes and Noble}", ["World Bank", "Barnes and Noble"]),
        ("King, Jr., Martin Luther", ["Martin Luther King Jr."]),
        ("family=Simon, given=Hans, prefix=de", ["de Simon, Hans"]),
        ("", []),
        (r"Mari\~no, J.~P. and Ana Nu{\~n}ez", ["Mariño, J. P.", "Nuñez, Ana"]),
    ],
)
def test_names_of_a_list(value: str, names: list[str]) -> None:
    assert list(bibtex_names(value)) == names


@given(st.text(st.sampled_from('@misc{}",=#()\\\n% a1'), max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        list(read("@misc{key, title = {T}" + text))
    except IntakeError:
        pytest.fail("an entry stood there")


@pytest.mark.parametrize(
    "text",
    ["@" * 500_000, "@a{" * 10_000, "@a{b, t={" + "{" * 100_000, "@comment{\n" * 5_000,
     "@a{b," + "x y " * 10_000, "@a{b, author={" + "a and " * 10_000],
)  # fmt: skip
def test_hostile_files_end(text: str) -> None:
    with suppress(IntakeError):
        list(read(text))
