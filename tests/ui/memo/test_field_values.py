from briefing.model.template import FieldType, TemplateField
from briefing.ui.memo.field_values import kept_value, problem_with, shown_value

DATE = TemplateField("date", "Date", FieldType.DATE)
TEXT = TemplateField("to", "To")


def test_date_is_shown_in_words_and_kept_in_figures() -> None:
    assert shown_value(DATE, "2025-09-05") == "5 September 2025"
    assert kept_value(DATE, "5 September 2025") == "2025-09-05"
    assert kept_value(DATE, " 2025-09-05 ") == "2025-09-05"


def test_wrong_date_is_told_and_not_guessed() -> None:
    assert kept_value(DATE, "next week") == "next week"
    assert "5 September 2025" in problem_with(DATE, "next week")
    assert not problem_with(DATE, "")
    assert not problem_with(DATE, "2025-09-05")


def test_text_is_kept_without_stray_blanks() -> None:
    assert kept_value(TEXT, "  Assistant  Secretary ") == "Assistant Secretary"
