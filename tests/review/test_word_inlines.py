"""What runs hold is read once and whole: fields, their codes, buttons, signs said in two ways."""

from briefing.model.word_review import ReviewedFile
from briefing.review.reading.resolved_text import resolved_text
from briefing.review.reading.word_reading import read_reviewed
from tests.review.word_files import BY, ins, paragraph, run, word_file

BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)


def read(body: str, **parts: str) -> ReviewedFile:
    return read_reviewed(word_file(body, **parts), "a.docx")


def told(file: ReviewedFile) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.before, one.after) for one in file.revisions]


def test_change_of_a_field_without_words_is_told_by_its_code() -> None:
    change = f'<w:numberingChange w:id="3" {BY} w:original="1)"/>'
    numbers = END.replace("/></w:r>", f">{change}</w:fldChar></w:r>")
    file = read(
        paragraph(ins(BEGIN, run(" LISTNUM ", tag="instrText"), END), run("a"))
        + paragraph(BEGIN, f'<w:del w:id="2" {BY}>{run("PAGE", tag="delInstrText")}</w:del>', END)
        + paragraph(BEGIN, numbers, run("b"))
    )
    assert [(one.kind.value, one.detail, one.after) for one in file.revisions] == [
        ("insertion", "field: LISTNUM", ""),
        ("deletion", "field: PAGE", ""),
        ("numbering", "numbers changed", ""),
    ]


def test_button_shows_the_words_of_its_code() -> None:
    code = run(" MACROBUTTON NoMacro [Name of the desk] ", tag="instrText")
    file = read(paragraph(run("To: "), BEGIN, code, END, run(".")))
    assert resolved_text(file, accept=True) == "To: [Name of the desk]."


def test_emoji_that_word_writes_in_two_ways_is_read_once() -> None:
    symex = 'xmlns:s="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
    ways = (
        f'<mc:AlternateContent><mc:Choice {symex} Requires="s"><s:symEx s:char="1F431"/>'
        "</mc:Choice><mc:Fallback><w:t>🐱</w:t></mc:Fallback></mc:AlternateContent>"
    )
    file = read(paragraph(run("a "), ins(f"<w:r>{ways}</w:r>"), run(" b")))
    assert told(file) == [("insertion", "", "🐱")]
    assert resolved_text(file, accept=True) == "a 🐱 b"


def test_field_that_never_ends_hides_nothing_behind_it() -> None:
    code = run(" PAGE ", tag="instrText")
    whole = paragraph(BEGIN, code, SEPARATE, run("7"), END, run(" b"))
    file = read(paragraph(run("a "), BEGIN, code) + whole + paragraph(run("c")))
    assert resolved_text(file, accept=True) == "a \n7 b\nc"
