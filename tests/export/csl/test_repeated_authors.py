"""Authors whom the entry before names too, in the styles that ship and by each rule of CSL."""

import pytest

from briefing.export.csl.csl_style import CslStyle, read_style
from briefing.export.numbering import CitedSource
from briefing.model.article import Article
from briefing.model.partial_date import PartialDate
from tests.export.csl.shown_inlines import shown
from tests.export.csl.worded_memos import shipped, worded
from tests.export.publications import make_article

ONE = ("Ann Smith",)
TWO = (*ONE, "Bob Jones")
OTHERS = (*ONE, "Cid Rey")
THREE = (*TWO, "Cid Rey")
STYLE = """\
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<citation><layout><text variable="title"/></layout></citation>
<bibliography subsequent-author-substitute="{sign}" subsequent-author-substitute-rule="{rule}">
<sort><key variable="title"/></sort>
<layout suffix="."><group delimiter=", "><names variable="author">
<name and="text" name-as-sort-order="first"/><label form="short" prefix=" (" suffix=")"/>
<substitute><names variable="editor"/></substitute></names>
<text variable="title"/></group></layout></bibliography></style>
"""


def book(title: str, authors: tuple[str, ...], editors: str = "") -> Article:
    fields = (("type", "book"), *((("editor", editors),) if editors else ()))
    return make_article(title.lower(), title=title, publisher="", authors=authors, url="",
                        published=PartialDate(2016), fields=fields)  # fmt: skip


def entries(style: CslStyle, *books: Article) -> list[str]:
    by_key = {one.citekey: one for one in books}
    memo = " ".join(f"So. [@{key}]" for key in by_key)
    cited = worded(memo, style, lambda key: (CitedSource(by_key[key]),))
    return [shown(entry) for entry in cited.entries]


def own(rule: str, sign: str = "———") -> CslStyle:
    style = read_style(STYLE.format(rule=rule, sign=sign).encode(), f"{rule} {sign}")
    assert isinstance(style, CslStyle)
    return style


@pytest.mark.parametrize("authors", [ONE, TWO, THREE, (*THREE, "Dan Foe")])
def test_oscola_puts_one_dash_for_all_the_names(authors: tuple[str, ...]) -> None:
    told = entries(shipped("oscola"), book("Alpha", authors), book("Beta", authors))
    assert told[0].startswith("Smith A")
    assert told[1] == "——, *Beta* (2016)"


def test_oscola_names_another_company_of_authors() -> None:
    told = entries(shipped("oscola"), book("Alpha", TWO), book("Beta", OTHERS))
    assert told[1] == "Smith A and Rey C, *Beta* (2016)"


def test_mhra_puts_a_dash_for_the_first_name_alone() -> None:
    told = entries(shipped("mhra"), book("Alpha", ONE), book("Beta", TWO), book("Gamma", THREE))
    assert told[1] == "——, and Bob Jones, *Beta* (2016)"
    assert told[2] == "——, Bob Jones, and Cid Rey, *Gamma* (2016)"


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        ("complete-all", ["———, Beta.", "Smith, Ann and Cid Rey, Gamma."]),
        ("complete-each", ["——— and ———, Beta.", "Smith, Ann and Cid Rey, Gamma."]),
        ("partial-each", ["——— and ———, Beta.", "——— and Cid Rey, Gamma."]),
        ("partial-first", ["——— and Bob Jones, Beta.", "——— and Cid Rey, Gamma."]),
    ],
)
def test_each_rule_of_csl_gives_way_as_far_as_it_says(rule: str, wanted: list[str]) -> None:
    told = entries(own(rule), book("Alpha", TWO), book("Beta", TWO), book("Gamma", OTHERS))
    assert told == ["Smith, Ann and Bob Jones, Alpha.", *wanted]


def test_the_entry_just_before_counts_not_the_first_of_a_row() -> None:
    books = book("Alpha", TWO), book("Beta", ONE), book("Gamma", OTHERS)
    assert entries(own("partial-each"), *books)[2] == "——— and Cid Rey, Gamma."


def test_an_institution_and_an_editor_give_way_and_a_label_stays() -> None:
    body = ("The World Bank",)
    told = entries(own("partial-each"), book("Alpha", body), book("Beta", body))
    assert told[1] == "———, Beta."
    edited = book("Alpha", (), "Smith, Ann"), book("Beta", (), "Smith, Ann")
    assert entries(own("complete-all"), *edited)[1] == "——— (ed.), Beta."


def test_a_source_without_an_author_breaks_the_row() -> None:
    books = book("Alpha", ONE), book("Beta", ()), book("Gamma", ONE)
    told = entries(own("complete-all"), *books)
    assert told == ["Smith, Ann, Alpha.", "Beta.", "Smith, Ann, Gamma."]


def test_an_empty_sign_takes_the_join_along() -> None:
    assert entries(own("complete-all", ""), book("Alpha", TWO), book("Beta", TWO))[1] == "Beta."
