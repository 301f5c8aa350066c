"""Links say where they go."""

import pytest

from briefing.checks.link_text import LinkText
from tests.checks.under_check import make_under_check


def found(body: str) -> list[str]:
    return [body[one.start : one.end] for one in LinkText().check(make_under_check(body))]


@pytest.mark.parametrize(
    "link",
    [
        "[here](https://example.org)",
        "[*click here*](https://example.org)",
        "[read more](a.md)",
        "[this page](a.md)",
        "[aquí](a.md)",
        "[https://example.org/a](https://example.org/a)",
        "<https://example.org>",
        "https://example.org/a?b=c",
        "[](a.md)",
        '<a href="a">here</a>',
        "[here][1]",
    ],
)
def test_words_that_tell_nothing_are_found(link: str) -> None:
    assert found(f"See {link} now.\n\n[1]: https://example.org\n") == [link]


@pytest.mark.parametrize(
    "body",
    [
        "[the ministry's report](https://example.org)",
        "[here is what the ministry said](a.md)",
        "Write to <desk@example.org>.",
        "`https://example.org`",
        "A note.[^1]\n\n[^1]: https://example.org/a",
        "## Sources\n\nhttps://example.org/a",
        "```\n[here](a)\n```",
        "[![Map of the crossings](a.png)](https://example.org)",
    ],
)
def test_telling_words_notes_sources_and_code_are_passed_over(body: str) -> None:
    assert found(body) == []


PLACES = """## What was agreed

### What was agreed {.unnumbered}

: Costs {#tbl-cost .wide}

| A | B |
|---|---|
| 1 | 2 |

![A map](picture:map "The map"){#fig-map width=50%}

See [this place]{#spot}.

"""


@pytest.mark.parametrize(
    "name", ["what-was-agreed", "what-was-agreed-1", "tbl-cost", "fig-map", "spot"]
)
def test_references_print_what_they_lead_to(name: str) -> None:
    assert found(f"{PLACES}As [](#{name}) and [the words](#{name}) show.\n") == []


@pytest.mark.parametrize("link", ["[](#tbl-costs)", "[the words](#spo)"])
def test_references_to_nothing_are_found(link: str) -> None:
    body = f"{PLACES}As {link} shows.\n"
    (finding,) = LinkText().check(make_under_check(body))
    assert body[finding.start : finding.end] == link
    assert "Nothing in the memo is called" in finding.reason
