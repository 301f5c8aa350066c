import re
from dataclasses import replace

from lxml import html

from briefing.export.html_file import write_html
from tests.export.golden import assert_golden
from tests.export.publications import make_publication


def test_every_element_is_written_as_it_was_found_right() -> None:
    assert_golden("memo.html", write_html(make_publication()))


def test_notes_and_marks_lead_to_each_other() -> None:
    tree = html.fromstring(write_html(make_publication()).encode())
    ids = [str(i) for i in tree.xpath("//@id")]
    assert len(ids) == len(set(ids))
    targets = {str(href)[1:] for href in tree.xpath("//a/@href[starts-with(., '#')]")}
    assert targets <= set(ids)


def test_page_fetches_nothing() -> None:
    tree = html.fromstring(write_html(make_publication()).encode())
    assert not tree.xpath("//img | //link | //script | //@src")


def test_headings_skip_no_level() -> None:
    tree = html.fromstring(write_html(make_publication("#### A\n\n##### B\n")).encode())
    levels = [
        int(str(e.tag)[1]) for e in tree.iter() if str(e.tag) in {f"h{n}" for n in range(1, 7)}
    ]
    assert levels == [1, 2, 3]


def test_page_has_landmarks_and_a_way_past_them() -> None:
    page = write_html(make_publication("## A\n\nText [@nyt]."))
    assert page.index('href="#briefing-text"') < page.index("<header>") < page.index("<main id=")
    assert page.index("</main>") < page.index("<footer>")
    assert page.count("<h1>") == 1
    assert 'role="doc-noteref"' in page
    assert "<script" not in page
    assert 'src="http' not in page


def test_what_a_reader_hears_of_notes_is_in_the_language_of_the_memo() -> None:
    page = write_html(replace(make_publication("Texto [@nyt]."), language="es-MX"))
    assert 'aria-label="Notas"' in page
    assert 'aria-label="Volver al texto"' in page


def test_levels_of_headings_skip_none() -> None:
    page = write_html(make_publication("#### Deep\n\n## High\n\n##### Deeper\n\n## \n\nEnd."))
    assert re.findall(r"<h(\d)[ >]", page) == ["1", "2", "2", "3"]


def test_the_way_past_the_head_is_told_in_the_memos_language() -> None:
    page = write_html(make_publication("![Un mapa](https://a.org/m.png)\n", language="fr-FR"))
    assert ">Aller au texte</a>" in page
    assert "[Image: Un mapa]" in page
    assert 'lang="en">Skip to the text</a>' in write_html(make_publication(language="xx"))
