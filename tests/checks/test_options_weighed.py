"""Options are two at least, each with what speaks for it and against it."""

from briefing.checks.options_weighed import OptionsWeighed
from tests.checks.under_check import make_under_check

FOR = "It saves three million."
AGAINST = "But it hits small firms."


def found(body: str) -> list[str]:
    return [one.reason for one in OptionsWeighed().check(make_under_check(body))]


def test_sub_headings_are_options() -> None:
    body = f"## Options\n\n### Raise it\n\n{FOR}\n\n### Keep it\n\n{FOR} {AGAINST}\n\n## Next\n\nA."
    assert found(body) == ["“Raise it” says nothing against it."]


def test_bold_lead_ins_are_options() -> None:
    body = f"## Options\n\n**Raise it.** {AGAINST}\n\n**Keep it.** {FOR} {AGAINST}\n"
    assert found(body) == ["“Raise it.” says nothing for it."]


def test_list_items_are_options() -> None:
    body = f"## Alternatives\n\n- Raise it. {FOR} {AGAINST}\n- Keep it. {FOR}\n"
    assert found(body) == ["“Keep it. It saves three million.” says nothing against it."]


def test_filled_columns_for_and_against_say_enough() -> None:
    head = "## Options\n\n| Option | Pros | Cons |\n|---|---|---|\n"
    assert found(f"{head}| Raise it | a | b |\n| Keep it | c | d |\n") == []
    assert found(f"{head}| Raise it | a | |\n| Keep it | c | d |\n") == [
        "“Raise it” says nothing against it."
    ]


def test_one_option_and_an_empty_one_are_found() -> None:
    assert found(f"## Options\n\n### Raise it\n\n{FOR} {AGAINST}") == ["There is but one option."]
    body = f"## Options\n\n### Raise it\n\n{FOR} {AGAINST}\n\n### Option 2\n\n"
    assert found(body) == ["“Option 2” says nothing yet."]


def test_other_sections_and_running_words_are_passed_over() -> None:
    assert found("## Background\n\n### A\n\nB.\n\n### C\n\nD.") == []
    assert found("## Options\n\nThere are several, told in the annex.") == []


def test_options_of_a_program_are_none_to_choose_between() -> None:
    rows = "| `--author=<name>` | Name of the author |\n| `-h, --help` | Shows a text |\n"
    assert found(f"## Options\n\n| Option | Description |\n|---|---|\n{rows}") == []
    assert (
        found("## Options\n\n- `separateMarkdown`: also in HTML\n- `useAsync`: may fetch\n") == []
    )
    assert found("## Options\n\n- wait\n- act\n") != []
