"""Whatever a memo says, its Word file is one that Word opens without repair."""

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.export.docx.document_writer import write_docx
from briefing.model.template import NoteStyle
from tests.export.ooxml_rules import faults
from tests.export.publications import MAP, RESOURCES, STYLE, make_publication

BLOCKS = (
    "# One {#one}",
    "## Two [^n] {.unnumbered}",
    "Words [@nyt, p. 3] and [more]{lang=fr .mark #place} of [them](#place).",
    "See [](#one), [](#tbl), [](#fig), [](#div) and [](#none).[^n] ^[An [@doj] inner.]",
    "\\newpage",
    "::: {.pagebreak}\n:::",
    "::: {.toc depth=2 #toc}\n:::\n\n[there](#toc)",
    "| a | b |\n|---|---|\n| 1 | 2 [@doj] | 3 |\n| 4 |",
    ": Caption [@nyt] {#tbl}",
    "![Alt](picture:map){#fig width=20cm height=1cm}",
    "![](picture:map)\nand ![x](y.png)",
    "- a\n    1. b\n\n        > c\n- [x] d\n\n    | e |\n    |---|",
    "3) three\n4) four\n\n    \\newpage\n\n    more",
    "> quoted\n>\n> ```\n> code\n> ```",
    "    code\tof\n    lines",
    "---",
    "<div>raw</div>",
    "שלום [עולם]{lang=he} ~~x~~ **b *i***\\\n`c`",
    "::: {.sources}\n:::",
)
OPENERS = (
    "::: {.landscape}",
    "::: {.columns count=3}",
    "::: {.column}",
    "::: {lang=de #div}",
    "::: x",
    "- item\n\n    ::: {.landscape}",
)
TEXTS = st.text(max_size=12)


@st.composite
def memos(draw: st.DrawFn) -> str:
    """Return a memo of blocks in any order, some of them inside divs."""
    lines: list[str] = []
    depth = 0
    for piece in draw(st.lists(st.sampled_from((*BLOCKS, *OPENERS, ":::")), max_size=14)):
        if piece in OPENERS:
            depth += 1
        elif piece == ":::":
            if not depth:
                continue
            depth -= 1
        lines += [piece, ""]
        if draw(st.booleans()):
            lines += [draw(TEXTS), ""]
    lines += [":::", ""] * depth
    return "\n".join([*lines, "[^n]: The note.", "", "    - of", "    - two"])


@settings(deadline=None, max_examples=40)
@given(memos(), st.sampled_from(NoteStyle))
def test_any_memo_gives_a_sound_file(markdown: str, notes: NoteStyle) -> None:
    publication = make_publication(markdown, pictures=(MAP,), note_style=notes)
    assert faults(write_docx(publication, STYLE, RESOURCES).data) == []
