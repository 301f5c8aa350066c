"""Sentence sources: which sentence of a memo cites what."""

from briefing.services.tracing import sources_of


def test_each_sentence_has_its_keys() -> None:
    body = "# Head\n\nOne [@a; @fact:7k2]. Two. Three [@b].\n"
    found = {(body[one.start : one.end].split(maxsplit=1)[0], one.key) for one in sources_of(body)}
    assert found == {("One", "a"), ("One", "fact:7k2"), ("Three", "b")}


def test_text_without_citations_has_none() -> None:
    assert sources_of("No sources. `[@code]`") == frozenset()
    assert sources_of("") == frozenset()
