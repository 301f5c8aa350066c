from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import InputError
from briefing.intake.template_file import read_template
from briefing.model.template import FieldType, NoteStyle, Section, TemplateField
from briefing.paths import resources_dir

HEAD = "---\nname: note\ntitle: Note\n---\n\n"


def template(folder: Path, text: str, name: str = "note.md") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def fault(folder: Path, text: str) -> str:
    with pytest.raises(InputError) as caught:
        read_template(template(folder, text))
    return str(caught.value)


def test_shipped_templates_are_read() -> None:
    folder = resources_dir() / "templates"
    files = [path for path in sorted(folder.glob("*.md")) if path.stem != "README"]
    found = [read_template(path) for path in files]
    assert [one.name for one in found] == [
        "decision-memo",
        "information-memo",
        "ministerial-submission",
        "one-page-brief",
        "situation-report",
        "talking-points",
    ]
    assert all(one.title and one.follows and one.pages and one.words for one in found)
    assert all(section.guidance for one in found for section in one.sections)
    assert not any("guidance" in section.text for one in found for section in one.sections)


def test_every_part_of_a_template_is_read(tmp_path: Path) -> None:
    found = read_template(
        template(
            tmp_path,
            "---\n"
            "name: note\ntitle: A note: short\ndescription: For one reader.\nfollows: Ours\n"
            "pages: 2\nwords: 500\nnotes: endnotes\nstyle: plain\n"
            "fields:\n"
            "  - {name: to, label: To, type: person, required: true}\n"
            "  - {name: date, type: date, default: today}\n"
            "  - name: urgency\n    type: choice\n    choices: [Routine, Urgent]\n"
            "checks: [word-limit, page-limit]\n"
            "---\n\n"
            "## Bottom line {.required words=80}\n\n"
            "::: {.guidance}\nSay it.\n\nTwice.\n:::\n\nDefault.\n\n### Part\n\n"
            "```\n## no heading\n```\n\n"
            "::: {.facts limit=5}\n:::\n\n"
            "## Rest {.optional}\n",
        )
    )
    assert (found.name, found.title, found.description) == (
        "note",
        "A note: short",
        "For one reader.",
    )
    assert (found.pages, found.words, found.notes) == (2, 500, NoteStyle.ENDNOTES)
    assert (found.style, found.checks) == ("plain", ("word-limit", "page-limit"))
    assert found.fields == (
        TemplateField("to", "To", FieldType.PERSON, required=True),
        TemplateField("date", "Date", FieldType.DATE, default="today"),
        TemplateField("urgency", "Urgency", FieldType.CHOICE, choices=("Routine", "Urgent")),
    )
    text = "Default.\n\n### Part\n\n```\n## no heading\n```\n\n::: {.facts limit=5}\n:::"
    assert found.sections == (
        Section("Bottom line", required=True, words=80, guidance="Say it.\n\nTwice.", text=text),
        Section("Rest"),
    )


def test_template_needs_little(tmp_path: Path) -> None:
    found = read_template(template(tmp_path, "---\npages: 1\n---\n## Only\n", "my-own.md"))
    assert (found.name, found.title, found.notes) == ("my-own", "My own", NoteStyle.FOOTNOTES)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("## No front matter\n", "note.md, line 1: a template begins with front matter"),
        (HEAD, "a template needs a section"),
        (HEAD + "Words.\n\n## Section", "note.md, line 6: this stands before the first section"),
        (HEAD + "## A\n\n## a\n", "note.md, line 8: there is a section “a” already"),
        (HEAD + "## A {words=many}\n", "note.md, line 6: words=many is no number of words"),
        (HEAD + f"## A {{words={'9' * 5000}}}\n", "is no number of words"),
        (HEAD + "## A {.b\n", "note.md, line 6: a section's heading is"),
        (HEAD + "## A\n::: {.guidance}\nx\n", "note.md, line 7: this guidance is not closed"),
        ("---\ntitle: x\nnotes: both\n---\n## A", "line 3: notes are footnotes or endnotes"),
        ("---\ntitle: x\npages: two\n---\n## A", "line 3: pages is a whole number"),
        ("---\ntitle: x\nfields: to\n---\n## A", "line 3: fields is a list"),
        ("---\nfields:\n  - {label: To}\n---\n## A", "line 2: each field needs a name"),
        (
            "---\nfields:\n  - {name: a, type: b}\n---\n## A",
            "the type of the field a is one of text",
        ),
        ("---\nfields:\n  - {name: a, type: choice}\n---\n## A", "the field a needs choices"),
        ("---\nfields:\n- {name: a}\n- {name: a}\n---\n## A", "there are two fields “a”"),
        ("---\nfields:\n- to\n---\n## A", "each field is written"),
    ],
)
def test_fault_names_the_file_the_line_and_what_to_mend(
    tmp_path: Path, text: str, reason: str
) -> None:
    assert reason in fault(tmp_path, text)


def test_file_that_is_no_template_is_named(tmp_path: Path) -> None:
    assert fault(tmp_path, "no front matter").startswith("note.md, line 1: ")
    assert fault(tmp_path, "") == "note.md cannot be read. The file is empty."


@given(st.text())
def test_any_text_is_a_template_or_a_fault(text: str) -> None:
    from briefing.intake.template_file import _TemplateText

    for whole in (text, HEAD + text, f"---\nfields:\n{text}\n---\n## A {{{text}}}\n{text}"):
        try:
            found = _TemplateText(Path("t.md"), whole).template()
        except InputError:
            continue
        assert found.sections
