from briefing.ui.editor.find_pattern import FindOptions, compile_pattern


def test_words_are_found_as_they_are_written() -> None:
    found = compile_pattern("a.c", FindOptions()).spans("A.C abc a.c")
    assert found == ((0, 3), (8, 11))


def test_case_and_whole_words_count_when_asked() -> None:
    options = FindOptions(match_case=True, whole_words=True)
    assert compile_pattern("at", options).spans("At that at") == ((8, 10),)


def test_expression_is_used_and_its_groups_replaced() -> None:
    pattern = compile_pattern(r"(\d+) of (\d+)", FindOptions(is_regex=True))
    assert pattern.replacements("3 of 4", r"\2/\1") == ((0, 6, "4/3"),)


def test_plain_replacement_is_taken_literally() -> None:
    assert compile_pattern("a", FindOptions()).replacements("a", r"\1") == ((0, 1, r"\1"),)


def test_wrong_expression_says_what_is_wrong() -> None:
    pattern = compile_pattern("(", FindOptions(is_regex=True))
    assert pattern.pattern is None
    assert "unterminated" in pattern.problem


def test_wrong_replacement_says_what_is_wrong() -> None:
    pattern = compile_pattern("a", FindOptions(is_regex=True))
    assert "group" in pattern.problem_with(r"\2")
    assert not pattern.problem_with("b")


def test_empty_finds_are_passed_over() -> None:
    assert compile_pattern("x*", FindOptions(is_regex=True)).spans("axa") == ((1, 2),)
