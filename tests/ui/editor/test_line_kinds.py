import pytest

from briefing.ui.editor.line_kinds import Line, LineKind, read_line


def read(text: str) -> list[Line]:
    lines: list[Line] = []
    before: tuple[str, ...] = ()
    for line in text.split("\n"):
        lines.append(read_line(line, before))
        before = lines[-1].after
    return lines


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("## Bottom line", LineKind.HEADING, 3),
        ("#hashtag", LineKind.TEXT, 0),
        ("####### seven", LineKind.TEXT, 0),
        ("- item", LineKind.ITEM, 2),
        ("  12) item", LineKind.ITEM, 6),
        ("- [x] done", LineKind.ITEM, 6),
        ("1.5 million", LineKind.TEXT, 0),
        ("-", LineKind.ITEM, 1),
        ("> > deep", LineKind.QUOTE, 4),
        ("| a | b |", LineKind.TABLE, 0),
        ("---", LineKind.RULE, 3),
        ("* * *", LineKind.RULE, 5),
        ("[^1]: note", LineKind.NOTE, 6),
        ("   ", LineKind.BLANK, 0),
        ("plain", LineKind.TEXT, 0),
    ],
)
def test_line_is_read_by_its_beginning(text: str, kind: LineKind, start: int) -> None:
    line = read_line(text, ())
    assert (line.kind, line.start) == (kind, start)


def test_code_ends_at_its_own_fence_only() -> None:
    kinds = [line.kind for line in read("````\n## no\n```\n````\n## yes")]
    assert kinds == [
        LineKind.FENCE,
        LineKind.CODE,
        LineKind.CODE,
        LineKind.FENCE,
        LineKind.HEADING,
    ]


def test_backticks_in_a_line_open_no_code() -> None:
    assert read("``` a ``` b")[0].kind is LineKind.TEXT


def test_div_tells_its_class_and_closes() -> None:
    lines = read('::: {.facts query="a b"}\n:::\n::: warning :::\nx\n:::')
    assert [line.kind for line in lines] == [
        LineKind.DIV_OPEN,
        LineKind.DIV_CLOSE,
        LineKind.DIV_OPEN,
        LineKind.TEXT,
        LineKind.DIV_CLOSE,
    ]
    assert (lines[0].classes, lines[2].classes) == (".facts", ".warning")
    assert lines[-1].after == ()


def test_div_in_code_is_code() -> None:
    assert [line.kind for line in read("~~~\n::: {.facts}\n~~~")][1] is LineKind.CODE


def test_colons_before_an_odd_blank_close_a_div() -> None:
    assert read("::: {.facts}\n:::\u2028")[1].kind is LineKind.DIV_CLOSE
