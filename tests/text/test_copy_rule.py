from briefing.text.copy_rule import CopyPair, judge, resemblance
from briefing.text.shingles import shingle

WORDS = [f"w{number}x" for number in range(2_000)]


def text(start: int, end: int) -> str:
    return " ".join(WORDS[start:end])


def judged(one: str, other: str, *, form: str = "", same_title: bool = False) -> CopyPair | None:
    return judge(shingle(one), shingle(other), shingle(form).kinds, same_title=same_title)


def test_same_text_and_a_cut_one_are_copies() -> None:
    assert judged(text(0, 300), text(0, 300)) == CopyPair(1.0, is_part=False)
    assert judged(text(0, 300), text(0, 200)) == CopyPair(1.0, is_part=False)
    assert judged(text(0, 120), text(0, 300)) == CopyPair(1.0, is_part=True)


def test_less_than_a_quarter_is_no_copy() -> None:
    assert judged(text(0, 100), text(0, 500)) is None


def test_words_changed_here_and_there_leave_a_copy() -> None:
    words = WORDS[:300]
    words[20::30] = ["changed"] * len(words[20::30])
    pair = judged(" ".join(words), text(0, 300))
    assert pair is not None
    assert 0.9 < pair.similarity < 1.0


def test_one_long_stretch_of_its_own_makes_another_text() -> None:
    footer = text(0, 400)
    assert judged(f"{text(500, 560)} {footer}", f"{text(600, 700)} {footer}") is None


def test_figures_that_differ_make_another_text() -> None:
    words = WORDS[:300]
    one, other = words.copy(), words.copy()
    for number, place in enumerate(range(60, 240, 40)):
        one[place], other[place] = f"{1900 + number}", f"{2000 + number}"
    assert judged(" ".join(one), " ".join(other)) is None


def test_text_that_is_mostly_form_is_a_copy_by_its_title_or_throughout() -> None:
    form = text(0, 300)
    one, other = f"{form} {text(300, 330)}", f"{form} {text(400, 430)}"
    assert judged(one, other, form=form) is None
    assert judged(one, one, form=form) is not None
    assert judged(one, other, form=form, same_title=True) is not None


def test_short_text_is_a_copy_only_by_both() -> None:
    short = text(0, 40)
    assert judged(short, short) is None
    assert judged(short, short, same_title=True) is not None


def test_resemblance_is_the_share_of_runs() -> None:
    assert resemblance(shingle(text(0, 104)), shingle(text(50, 154))) == 50 / 150
    assert resemblance(shingle(""), shingle("")) == 0.0
    assert judged("", "") is None
