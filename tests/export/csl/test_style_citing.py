"""What a memo says in each style; the golden files were held against the styles' manuals."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from briefing.export.csl.csl_style import CslStyle, read_style
from briefing.export.numbering import CitedSource, Numbered
from briefing.model.block import Paragraph
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from tests.export.csl.shown_inlines import shown
from tests.export.csl.worded_memos import shipped, worded
from tests.export.golden import assert_golden
from tests.export.publications import make_article

STYLES = ("chicago-notes", "chicago-author-date", "apa", "oscola", "mhra", "bluebook")
ARTICLES = {
    "nyt": make_article(accessed=PartialDate(2025, 10, 6)),
    "smith": make_article(
        "smith",
        title="How cartels adapt: evidence from the border",
        publisher="Journal of Conflict Studies",
        authors=("Smith, John A.", "de la Cruz, Ana"),
        published=PartialDate(2024),
        url="https://doi.org/10.1000/182",
        fields=(("type", "article-journal"), ("volume", "12"), ("issue", "3"), ("page", "45-67"),
                ("doi", "10.1000/182")),
    ),
    "dos": make_article(
        "dos",
        title="Trafficking in Persons Report",
        publisher="United States Department of State",
        published=PartialDate(2025, 6),
        url="https://www.state.gov/reports/tip.pdf",
        fields=(("type", "report"),),
    ),
    "rubio": make_article(
        "rubio",
        title="Remarks to the press",
        publisher="United States Department of State",
        authors=("Marco Rubio",),
        url="https://www.state.gov/remarks",
        fields=(("type", "speech"), ("event-place", "Mexico City")),
    ),
    "book": make_article(
        "book",
        title="Narconomics",
        publisher="PublicAffairs",
        authors=("Tom Wainwright",),
        published=PartialDate(2016),
        url="",
        fields=(("type", "book"), ("publisher-place", "New York")),
    ),
    "case": make_article(
        "case",
        title="Arizona v. United States",
        publisher="",
        published=PartialDate(2012),
        url="",
        fields=(("type", "legal_case"), ("container-title", "U.S."), ("volume", "567"),
                ("page", "387"), ("authority", "U.S. Supreme Court")),
    ),
}  # fmt: skip
MEMO = """\
The two agreed on Wednesday. [@nyt] Cartels adapt [@smith, pp. 46-48], as others found.
Nobody was named [see @dos, ch. 2; @book, p. 3, emphasis added]. It stands. [@nyt; @smith]
It was said again. [@smith, p. 50] And again. [@smith, p. 50] And once more. [@smith, art. 5]

@rubio [p. 2] said so, and in the year after [-@smith] it was doubted. The court held it.
[@case, p. 390] A claim without a source. [@gone] An own note.[^n]

[^n]: See @book and [@dos, para. 7], and more.
"""


def resolve(key: str) -> Sequence[CitedSource]:
    return (CitedSource(ARTICLES[key]),) if key in ARTICLES else ()


def cited(markdown: str, of: CslStyle | str, language: str = "en-US") -> Numbered:
    style = shipped(of) if isinstance(of, str) else of
    return worded(markdown, style, resolve, language)


def text_of(numbered: Numbered) -> list[str]:
    return [shown(one.inlines) for one in numbered.blocks if isinstance(one, Paragraph)]


def notes_of(numbered: Numbered) -> list[str]:
    return [" / ".join(shown(line) for line in note.paragraphs) for note in numbered.notes]


@pytest.mark.parametrize("name", STYLES)
def test_a_memo_is_worded_as_its_style_has_it(name: str) -> None:
    numbered = cited(MEMO, name)
    notes = [f"{number}. {note}" for number, note in enumerate(notes_of(numbered), 1)]
    entries = [f"- {shown(entry)}" for entry in numbered.entries]
    lines = [*text_of(numbered), "", *notes, "", *entries]
    assert_golden(f"csl/{name}.txt", "\n".join(lines) + "\n")


def test_languages_give_their_own_words() -> None:
    told = notes_of(cited("Así. [@smith, pp. 46-48] [@book]", "chicago-notes", "es-ES"))
    assert " y " in told[0]
    assert "and" not in told[0]
    assert "Artículo 5" in text_of(cited("Así [@dos, art. 5].", "apa", "es-ES"))[0]
    french = cited("Ainsi. [@nyt, p. 3]", "apa", "fr-FR")
    assert "p. 3" in text_of(french)[0]


def test_a_style_keeps_its_own_english() -> None:
    assert "3 September 2025" in notes_of(cited("So. [@nyt]", "oscola", "en-US"))[0]
    assert "septiembre" in notes_of(cited("Así. [@nyt]", "oscola", "es-ES"))[0]


def test_a_source_cited_after_two_is_no_ibid() -> None:
    told = notes_of(cited("One. [@nyt; @book] Two. [@book, p. 4] Three. [@book, p. 5]", "oscola"))
    assert told[1] == "Wainwright (n 1) 4."
    assert told[2] == "ibid 5."


@pytest.mark.parametrize(("name", "again"), [("oscola", "ibid"), ("bluebook", "Id.")])
def test_a_source_cited_after_an_own_note_is_no_ibid(name: str, again: str) -> None:
    memo = "One. [@book] Two.[^n] Three. [@book] Four. [@book]\n\n[^n]: As the envoy said.\n"
    told = notes_of(cited(memo, name))
    assert told[1] == "As the envoy said."
    assert "Wainwright" in told[2]  # “ibid.” would be the envoy
    assert again in told[3]
    within = notes_of(cited(memo.replace("said.", "said in @book."), name))
    assert again in within[1]
    assert again in within[2]


def test_a_place_of_another_kind_is_another_place() -> None:
    told = notes_of(cited("One. [@book, p. 5] Two. [@book, ch. 5]", "oscola"))
    assert told[1] != "ibid."


@pytest.mark.parametrize(
    ("name", "place"), [("apa", "2018, Section 3"), ("chicago-author-date", "2018, sec. 3")]
)
def test_place_in_a_second_source_of_an_author_keeps_its_label(
    monkeypatch: pytest.MonkeyPatch, name: str, place: str
) -> None:
    second = replace(ARTICLES["book"], citekey="law", uid=Uid("law"), published=PartialDate(2018))
    monkeypatch.setitem(ARTICLES, "law", second)
    assert place in text_of(cited("So. [@book; @law, sec. 3]", name))[0]
    assert text_of(cited("So. [@book; @law]", name))[0].count("Wainwright") == 1


def test_the_first_note_and_the_list_tell_the_archived_copy() -> None:
    fields = (("archive-url", "https://web.archive.org/1/x"), ("archive-date", "2024-05-03"))
    kept = {"old": make_article("old", fields=fields, reliability="B")}
    numbered = worded(
        "One. [@old] Two. [@old]",
        shipped("chicago-notes"),
        lambda key: (CitedSource(kept[key]),),
        has_ratings=True,
    )
    told = ", archived 3 May 2024, [https://web.archive.org/1/x] [newspaper; B]."
    assert notes_of(numbered)[0].endswith(told)
    assert "archived" not in notes_of(numbered)[1]
    assert "Archived 3 May 2024" in shown(numbered.entries[0])


NUMBERS = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>Raised</title><category citation-format="numeric"/></info>
<citation collapse="citation-number">
<sort><key variable="citation-number"/></sort><layout vertical-align="sup" delimiter=",">
<text variable="citation-number"/></layout></citation><bibliography second-field-align="flush">
<layout suffix="."><text variable="citation-number" suffix="."/><text variable="title"/></layout>
</bibliography></style>"""


def test_raised_numbers_stand_behind_the_stop() -> None:
    read = read_style(NUMBERS.encode(), "raised")
    assert isinstance(read, CslStyle)
    numbered = cited(
        "One [@nyt]. Two. [@book; @nyt] Three [@smith], four. @rubio says. [@gone]", read
    )
    assert text_of(numbered) == [
        "One.^1^ Two.^1,2^ Three,^3^ four. Rubio^4^ says. ([unknown source: gone])"
    ]
    assert not numbered.notes
    assert shown(numbered.entries[1]) == "2. Narconomics."


def test_a_memo_that_cites_nothing_needs_no_engine() -> None:
    numbered = cited("Nothing.[^a]\n\n[^a]: Own words.", "apa")
    assert (text_of(numbered), numbered.entries) == (["Nothing.(1)"], ())
    assert text_of(cited("All [@gone].", "apa")) == ["All ([unknown source: gone])."]


@pytest.mark.parametrize(
    ("name", "publisher", "told"),
    [
        ("chicago-notes", "The Guardian", "*Guardian*"),
        ("chicago-notes", "The Times", "*The Times*"),
        ("oscola", "The Guardian", "*The Guardian*"),
        ("bluebook", "wsj", "{Wall St. J.}"),
        ("bluebook", "The Hill", "{Hill}"),
    ],
)
def test_a_newspaper_is_named_as_the_manual_has_it(name: str, publisher: str, told: str) -> None:
    paper = make_article(
        "paper", publisher=publisher, fields=(("type", "article-newspaper"),), authors=()
    )
    asked = worded("So it was. [@paper]", shipped(name), lambda _: (CitedSource(paper),))
    assert told in notes_of(asked)[0]
