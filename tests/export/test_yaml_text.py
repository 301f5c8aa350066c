import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefing.export.yaml_text import front_matter

# YAML holds no half of a surrogate pair; everything else must come back
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.dictionaries(TEXTS.filter(bool), TEXTS, min_size=1))
def test_fields_read_back_as_the_same_strings(fields: dict[str, str]) -> None:
    text = front_matter(fields.items())
    assert text.startswith("---\n")
    assert yaml.safe_load(text.removesuffix("---\n")) == fields


@pytest.mark.parametrize(
    "value", ["NO", "12:30", "null", "1.0", "- a", "a: b", "# c", "---", "é😀", "“q”", "\x85\u2028"]
)
def test_what_yaml_takes_for_something_else_stays_text(value: str) -> None:
    assert yaml.safe_load(front_matter([("on", value)]).removesuffix("---\n")) == {"on": value}


def test_half_a_surrogate_pair_is_replaced() -> None:
    assert "\\uFFFD" in front_matter([("a", "x\ud800")])


def test_nothing_gives_nothing() -> None:
    assert front_matter([]) == ""
