from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.intake.text_article import read_text_article, title_of_file, without_label
from briefing.intake.text_file import decode_text
from briefing.model.article import DateOrigin, Usage
from briefing.model.partial_date import PartialDate

DATA = Path(__file__).parents[1] / "data/intake"
SEED = DATA / "seed_style/000_c11b9f58635f8ad9.txt"

GERMAN_ACT = (
    "Gesetz zu dem Fakultativprotokoll vom 25. Mai 2000 zum Übereinkommen über die Rechte des"
    " Kindes betreffend den Verkauf von Kindern, die Kinderprostitution und die Kinderpornographie"
)


def read(text: str, name: str = "a-file.md", *, is_markdown: bool = True):  # noqa: ANN201
    return read_text_article(name, text, is_markdown=is_markdown)


def test_seed_article_has_its_five_fields_its_date_and_its_whole_text() -> None:
    text = SEED.read_text(encoding="utf-8")
    draft = read(text, SEED.name, is_markdown=False)
    assert draft.title == "U.S. and Mexico Vow to Fight Crime While Respecting Sovereignty"
    assert draft.url.endswith("/2025/09/03/world/americas/us-mexico-rubio-sheinbaum-crime.html")
    assert (draft.publisher, draft.usage, draft.rank) == ("nytimes", Usage.CANDIDATE, 3)
    assert (draft.published, draft.date_origin) == (PartialDate(2025, 9, 3), DateOrigin.URL)
    assert draft.fields == ()
    assert draft.body == text.split("## Article summary\n")[1].rstrip("\n")
    assert "the arrest of 59 high-value targets by Mexico" in draft.body


def test_given_date_beats_the_one_in_the_address() -> None:
    draft = read("---\nurl: https://a.org/2025/09/03/x\ndate: 2024\n---\n")
    assert (draft.published, draft.date_origin) == (PartialDate(2024), DateOrigin.GIVEN)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## Article summary\nText.", "Text."),
        ("# Full text #\n\nText.", "Text."),
        ("\n\n### Article:\nText.\n\n", "Text."),
        ("## Summary\nShort.\n\n## Full text\nLong.", "## Summary\nShort.\n\n## Full text\nLong."),
        ("## Summary\nShort.\n\n### Other\nLong.", "## Summary\nShort.\n\n### Other\nLong."),
        ("## Findings\nText.", "## Findings\nText."),
        ("Text.\n\n## Summary", "Text.\n\n## Summary"),
        ("## Summary\nOrder #5.\n#hash", "Order #5.\n#hash"),
        ("    indented\ntext", "    indented\ntext"),
    ],
)
def test_lone_label_above_the_text_is_dropped(body: str, expected: str) -> None:
    assert without_label(body) == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# The *title* of [it](http://a) {#id}\ntext", "The title of it"),
        ("intro\n\nUnderlined\n==========\n\n# Later", "Underlined"),
        ("## Summary\ntext\n\n## Real title ##\n", "Real title"),
        ("```\n# a remark\n```\n\n## Title", "Title"),
        ("Only words.", "a file"),
        ("---\ntitle:\n---\n# Heading", "Heading"),
        ("---\ntitle: >\n  two\n  lines\n---\n", "two lines"),
    ],
)
def test_title_of_markdown_without_one_is_its_first_heading(text: str, title: str) -> None:
    assert read(text).title == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n\nStatement by the Minister\n\nWords.", "Statement by the Minister"),
        ("## Article summary\nStatement\nWords.", "Statement"),
        ("#\tReserved strings\n", "Reserved strings"),
        ("-----\nStatement", "Statement"),
        ("word " * 60, "a file"),
    ],
)
def test_title_of_plain_text_is_its_first_short_line(text: str, title: str) -> None:
    assert read(text, is_markdown=False).title == title


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("tariffs-in-2025_draft.txt", "tariffs in 2025 draft"),
        ("2015-11-13-answering-questions.md", "2015-11-13 answering questions"),
        ("A dash - kept.md", "A dash - kept"),
        (".hidden", ".hidden"),
        ("_.md", "_.md"),
    ],
)
def test_file_name_is_made_a_title(name: str, title: str) -> None:
    assert title_of_file(name) == title


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("2014-02-20-124062.md", "IRS Offers Updated ‘IRS2Go’ App"),
        (
            "2015-04-07-icymi-a11yhack-accessibility-awareness-hackathon.md",
            "In case you missed it: #a11yhack, an accessibility hackathon",
        ),
        (
            "2018-05-23-dap-learning-series-advanced-concepts.md",
            "DAP Learning Series: Advanced Concepts",
        ),
        (
            "2023-09-05-first-do-no-harm.md",
            "First, do no harm: mistakes to avoid in creating accessible user experiences",
        ),
        ("IE-1933-act-50.md", "Oireachtas (Payment of Members) Act , 1933"),
        ("ISSUE_TEMPLATE.md", "Summarize the issue in one sentence"),
        (
            "gii081222.md",
            GERMAN_ACT,
        ),
        ("mary-dashs-writing-tips.md", "Mary Dash’s Writing Tips"),
        ("user-experience.md", "Join the User Experience"),
    ],
)
def test_real_markdown_has_its_right_title(name: str, title: str) -> None:
    text = decode_text((DATA / "markdown" / name).read_bytes()).text
    draft = read(text, name)
    assert draft.title == title
    assert text.rstrip().endswith(draft.body)


@pytest.mark.parametrize("path", sorted((DATA / "seed_style").iterdir()), ids=lambda p: p.name)
def test_real_texts_in_the_seed_format_are_kept_whole(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    draft = read(text, path.name, is_markdown=False)
    assert f"\ntitle: {draft.title}\n" in text
    assert draft.body == text.split("## Article summary\n", 1)[1].strip("\n").rstrip()


def test_naughty_strings_are_kept_whole() -> None:
    text = (DATA / "blns.txt").read_text(encoding="utf-8")
    draft = read(text, "blns.txt", is_markdown=False)
    assert draft.title == "Reserved Strings"
    assert draft.body == text.strip("\n").rstrip()


@given(st.text(), st.text(min_size=1, max_size=20), st.booleans())
def test_any_text_becomes_an_article_with_a_title(text: str, name: str, is_markdown: bool) -> None:  # noqa: FBT001
    draft = read(text, name, is_markdown=is_markdown)
    assert draft.title
    assert "\n" not in draft.title
    assert draft.body in text


@pytest.mark.parametrize(
    "line", ["# " + " " * 50_000 + "x", "[" * 50_000, "#" * 50_000 + " ", "a" + " " * 50_000]
)
def test_long_lines_take_no_long_time(line: str) -> None:
    assert read(f"{line}\ntext").body
    assert read(f"---\n{line}\ntitle: x\n---\n{line}").title
