"""Hypothesis strategies: memos of every element, and what reviewers do to them."""

from dataclasses import dataclass

from hypothesis import strategies as st

from tests.review.open_word_file import W
from tests.review.tracked_edits import TrackedFile

WORDS = st.sampled_from(
    [
        "Mexico", "agreed", "to", "act", "on", "3.5", "of", "12", "points,", "it", "said:", "so",
        "“far”", "–", "no", "R&D", "(yet)", "sovereignty", "¿qué?", "Ünïcode",
    ]
)  # fmt: skip
PHRASES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
MARKED = st.one_of(
    PHRASES,
    PHRASES.map(lambda words: f"**{words}**"),
    PHRASES.map(lambda words: f"*{words}*"),
    PHRASES.map(lambda words: f"~~{words}~~"),
    PHRASES.map(lambda words: f"`{words}`"),
    PHRASES.map(lambda words: f"[{words}](https://example.org/a)"),
    PHRASES.map(lambda words: f"**{words} *inner* end**"),
    st.sampled_from(
        [
            "[@nyt]", "[@doj, p. 3]", "[see @nyt; @doj]", "@nyt says", "&amp;", r"\*", "a\nb",
            "^[A *note* here]", "end [@nyt].", "one.[^own]",
        ]
    ),
)  # fmt: skip
LINES = st.lists(MARKED, min_size=1, max_size=5).map(" ".join)
ONE_LINE = LINES.map(lambda line: line.replace("\n", " "))


def _items(mark: str) -> st.SearchStrategy[str]:
    return st.lists(ONE_LINE, min_size=1, max_size=3).map(
        lambda lines: "\n".join(f"{mark} {line}" for line in lines)
    )


CELLS = PHRASES.map(lambda words: words.replace("|", ""))
TABLES = st.lists(st.tuples(CELLS, CELLS), min_size=2, max_size=4).map(
    lambda rows: "\n".join(
        [f"| {rows[0][0]} | {rows[0][1]} |", "|---|--:|", *(f"| {a} | {b} |" for a, b in rows[1:])]
    )
)
BLOCKS = st.one_of(
    LINES,
    LINES,
    ONE_LINE.map(lambda line: f"## {line}"),
    _items("-"),
    _items("1."),
    TABLES,
    LINES.map(lambda line: "> " + line.replace("\n", "\n> ")),
    st.just("- a\n    - deep\n    - deeper\n\n- b"),
    st.just("```\ncode = 1\n  more\n```"),
    st.just("---"),
)
MEMOS = st.lists(BLOCKS, min_size=1, max_size=6).map(
    lambda blocks: "## Head\n\n" + "\n\n".join(blocks) + "\n\n[^own]: Own words.\n"
)


@dataclass(frozen=True)
class Deed:
    """One thing that a reviewer does; shares of one say where."""

    kind: str
    paragraph: float
    start: float
    length: int
    words: str


DEEDS = st.lists(
    st.builds(
        Deed,
        st.sampled_from(["delete", "insert", "replace", "bold", "split", "join", "add", "drop"]),
        st.floats(0, 0.999),
        st.floats(0, 0.999),
        st.integers(1, 15),
        st.one_of(
            PHRASES, st.sampled_from(["*x*", "[y]", "# z", "1. a", "a_b", "`t", "&lt;", "@nyt"])
        ),
    ),
    min_size=1,
    max_size=3,
)


def do(file: TrackedFile, deed: Deed) -> None:
    """Do it, where the paragraph lets it be done."""
    number = int(deed.paragraph * len(file.paragraphs))
    paragraph = file.paragraphs[number]
    if any(len(run.findall(W + "t")) > 1 for run in paragraph.iter(W + "r")):
        return  # code, whose lines stand in one run
    length = len(file.text(number))
    start = int(deed.start * (length + 1))
    end = min(length, start + deed.length)
    parent = paragraph.getparent()
    in_cell = parent is not None and parent.tag == W + "tc"
    following = paragraph.getnext()
    can_join = not in_cell and following is not None and following.tag == W + "p"
    match deed.kind:
        case "delete" | "replace":
            file.delete(number, start, end)
            if deed.kind == "replace":
                file.insert(number, start, deed.words)
        case "insert":
            file.insert(number, start, deed.words)
        case "bold":
            file.embolden(number, start, end)
        case "split" if not in_cell:
            file.end_paragraph(number, start)
        case "add" if not in_cell:
            file.add_paragraph(number, deed.words)
        case "join" if can_join:
            file.join(number)
        case "drop" if can_join:
            file.delete_paragraph(number)
        case _:
            pass
