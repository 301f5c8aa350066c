"""HTML of the clipboard: what Word, Google Docs and browsers write, and what stays of it."""

from briefing.intake.clipboard_html import read_clipboard

WORD_LIST = """
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {mso-style-name:x}</style>
<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head><body><!--StartFragment-->
<p class=MsoNormal>Three <b>points</b>:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>One<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'>
<span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Inner <i>first</i></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'>
<span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>Inner second</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'>
<span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Two</p>
<p class=MsoNormal>After.</p><!--EndFragment--></body></html>"""

WORD_NOTE = """<p class=MsoNormal>It was agreed<a style='mso-footnote-id:ftn1' href="#_ftn1"
name="_ftnref1" title=""><span class=MsoFootnoteReference><span>
[1]</span></span></a> in May.</p>
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%">
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">
<span class=MsoFootnoteReference>[1]</span></a> See <i>Record</i>, p. 3.</p></div></div>"""


def test_lists_of_word_are_nested_lists() -> None:
    assert read_clipboard(WORD_LIST).markdown == (
        "Three **points**:\n\n- One\n  1. Inner *first*\n  2. Inner second\n- Two\n\nAfter."
    )


def test_notes_of_word_are_notes_with_free_numbers() -> None:
    assert read_clipboard(WORD_NOTE, {"1"}).markdown == (
        "It was agreed[^2] in May.\n\n[^2]: See *Record*, p. 3."
    )


def test_google_docs_says_weight_and_slant_in_styles() -> None:
    html = (
        '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">'
        '<h2 dir="ltr"><span style="font-weight:700">Aim</span></h2>'
        '<p><span style="font-weight:400;">Plain </span><span style="font-weight:700;">heavy</span>'
        '<span style="font-style:italic;"> slanted</span></p></b>'
    )
    assert read_clipboard(html).markdown == "## Aim\n\nPlain **heavy** *slanted*"


def test_scripts_and_styles_go_and_pictures_are_counted() -> None:
    html = (
        "<script>x()</script><style>p{}</style><p>Words<img src='https://a.example/1.png'></p>"
        "<p style='mso-hide:all'>hidden</p><img src='cid:2'>"
    )
    found = read_clipboard(html)
    assert (found.markdown, found.dropped_pictures) == ("Words", 2)


def test_tables_and_links_stay() -> None:
    html = (
        "<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2024</td><td>3</td></tr></table>"
        "<p><a href='https://a.example/x'>the report</a></p>"
    )
    text = read_clipboard(html).markdown
    assert "| Year | Cost |" in text
    assert "[the report](https://a.example/x)" in text


def test_links_become_whole_where_windows_tells_the_page() -> None:
    html = (
        "Version:0.9\r\nStartHTML:0000\r\nSourceURL:https://a.example/b/\r\n"
        "<html><body><!--StartFragment--><a href='c'>there</a><!--EndFragment--></body></html>"
    )
    assert read_clipboard(html).markdown == "[there](https://a.example/b/c)"


def test_code_of_an_editor_is_left_to_its_plain_text() -> None:
    html = '<div style="color: #ccc;font-family: Menlo;white-space: pre;"><div>def f():</div></div>'
    assert read_clipboard(html).markdown == ""


def test_wikipedia_loses_its_marks() -> None:
    html = "<p>Fact.<sup class='reference'><a href='#cite'>[1]</a></sup> More.</p>"
    assert read_clipboard(html).markdown == "Fact. More."
