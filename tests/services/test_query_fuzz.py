"""Lines that nobody would type raise nothing, in whatever way they are asked."""

import json
import random
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.services.searching import Searching
from tests.bench import query_fuzz

Stage = tuple[Searching, list[str]]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    path = tmp_path_factory.mktemp("fuzz") / "a.briefing"
    library, words = query_fuzz.make_library(path)
    with library:
        yield Searching(library), words


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**62))
def test_no_line_raises(stage: Stage, seed: int) -> None:
    searching, words = stage
    lines = query_fuzz.lines(random.Random(seed), words)
    for number in range(6):
        query_fuzz.ask(searching, seed + number, next(lines))


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=[]), max_size=60), st.integers(0, 5))
def test_no_text_raises(stage: Stage, line: str, number: int) -> None:
    searching, _ = stage
    query_fuzz.ask(searching, number, line)


def test_the_words_are_of_many_languages(stage: Stage) -> None:
    _, words = stage
    assert {"freedom", "свободу", "自由"} & set(words)
    assert len(json.dumps(words)) > 10_000
