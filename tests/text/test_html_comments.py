import pytest

from briefing.text.html_comments import without_comments


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("A <!-- x\ny --> b <!-- z -->c", "A <!-- --> b <!-- -->c"),
        ("- a\n\n<!-- -->\n\n- b", "- a\n\n<!-- -->\n\n- b"),
        ("<!-- one\n\ntwo -->\n\nText.", "<!-- -->\n\nText."),
        ("> <!-- x -->\n> b", "> <!-- -->\n> b"),
        ("Text.\n\n<!-- to the end\n\nof it", "Text.\n\n<!-- -->"),
        ("`<!-- code -->`\n\n    <!-- more -->", "`<!-- code -->`\n\n    <!-- more -->"),
        ("```\n<!-- code -->\n```", "```\n<!-- code -->\n```"),
        ("a <!-- b", "a <!-- b"),
        ("<div>x <!-- y --></div>", "<div>x <!-- --></div>"),
    ],
)
def test_comments_are_emptied(markdown: str, expected: str) -> None:
    assert without_comments(markdown) == expected
