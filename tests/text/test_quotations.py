from briefing.text.quotations import quote_spans

TEXT = "The arrest of 59 targets.\n\nIt praised “the arrest of\n59 targets” and 159 targets."


def places(quote: str) -> list[str]:
    return [TEXT[start:end] for start, end in quote_spans(TEXT, quote)]


def test_quote_that_stands_once_has_one_place() -> None:
    assert places("It praised “the arrest") == ["It praised “the arrest"]
    assert places('It praised "the arrest of 59') == ["It praised “the arrest of\n59"]


def test_quote_that_stands_twice_has_two_places() -> None:
    assert places("arrest of 59 targets") == ["arrest of 59 targets", "arrest of\n59 targets"]


def test_other_words_have_no_place() -> None:
    assert places("arrest of 95 targets") == []
    assert places("") == []
