"""A citation's key is found and replaced; the older source's page goes."""

from briefing.text.citation_keys import has_key, with_key
from briefing.text.sentence_end import citations_end


def test_key_is_replaced_wherever_it_is_cited() -> None:
    text = "So [see @fact:7k2, p. 3; @smith, p. 4]. And @fact:7k2 says, `@fact:7k2`, @fact:7k22."
    expected = "So [see @fact:9xp; @smith, p. 4]. And @fact:9xp says, `@fact:7k2`, @fact:7k22."
    assert with_key(text, "fact:7k2", "fact:9xp") == expected


def test_key_is_told_from_a_longer_one() -> None:
    assert has_key("So [@fact:7K2].", "fact:7k2")
    assert not has_key("So [@fact:7k22].", "fact:7k2")


def test_citations_behind_a_sentence_end_before_the_next_paragraph() -> None:
    assert citations_end(" [@a] [@b]. More") == len(" [@a] [@b].")
    assert citations_end("\n[@a]\n\n[@b]") == len("\n[@a]")
    assert citations_end(" More [@a]") == 0
