import pytest

from briefing.text.lookup_queries import scope_of, with_scope


@pytest.mark.parametrize(
    ("query", "scope"),
    [
        ("", ""),
        ("status:current", ""),
        ("kind:figure tag:a/b status:current", "tag:a/b"),
        ('tag:"a b" cartel', 'tag:"a b" cartel'),
        ("tag:a OR tag:b", "(tag:a OR tag:b)"),
    ],
)
def test_scope_is_what_a_query_is_about(query: str, scope: str) -> None:
    assert scope_of(query) == scope


def test_scope_is_put_before_what_a_block_asks_for() -> None:
    text = '> ::: {.facts query="kind:figure" limit="3"}\n> :::\n\n::: {.timeline}\n:::\n'
    assert with_scope(text, 'tag:"a b"') == (
        '> ::: {.facts query="tag:\\"a b\\" kind:figure" limit="3"}\n> :::\n\n'
        '::: {.timeline query="tag:\\"a b\\""}\n:::\n'
    )


def test_scope_is_put_in_once_and_only_where_facts_are_looked_up() -> None:
    text = '::: {.facts query="tag:a kind:x"}\n:::\n\n::: {.sources}\n:::\n'
    assert with_scope(text, "tag:a") == text
    assert with_scope(text, "") == text
