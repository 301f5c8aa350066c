"""What a reviewer does that no words of the memo can say is told all the same."""

import copy

import pytest
from lxml import etree

from briefing.review.placing.place_changes import NO_PICTURE
from briefing.review.placing.place_story import BARE_NOTE
from tests.review.open_word_file import W
from tests.review.returned import placed_file, sent
from tests.review.tracked_edits import TrackedFile

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_SHAPE = f"<w:r {_SPACES}><w:drawing><a:graphic/></w:drawing></w:r>"

_FORMULA = (
    '<m:oMath xmlns:m="urn:m"><m:rad><m:deg/><m:e><m:r><m:t>y</m:t></m:r></m:e></m:rad></m:oMath>',
)
_FIELD = (
    f'<w:r {_SPACES}><w:fldChar w:fldCharType="begin"/></w:r>',
    f"<w:r {_SPACES}><w:instrText> LISTNUM </w:instrText></w:r>",
    f'<w:r {_SPACES}><w:fldChar w:fldCharType="end"/></w:r>',
)


def drawn(file: TrackedFile, *, tracked: bool) -> None:
    """Draw an arrow at the end of the first paragraph."""
    paragraph = file.paragraphs[0]
    if tracked:
        file.insert(0, len(file.text(0)), "x")
        (inserted,) = paragraph.iter(W + "ins")
        inserted.replace(inserted[0], etree.fromstring(_SHAPE))
    else:
        paragraph.append(copy.deepcopy(etree.fromstring(_SHAPE)))


@pytest.mark.parametrize("tracked", [True, False])
def test_shape_that_was_drawn_is_told(*, tracked: bool) -> None:
    file = sent("One paragraph.\n")
    drawn(file, tracked=tracked)
    (change,) = placed_file("One paragraph.\n", file.saved()).changes
    assert (change.before, change.after, change.edits) == ("", "[picture]", ())
    assert change.reason == NO_PICTURE


def test_note_that_lost_all_its_words_says_what_to_do() -> None:
    body = "Text.[^a]\n\n[^a]: Its words.\n"
    file = sent(body)
    notes = file.parts["word/footnotes.xml"].decode()
    start = notes.rindex("<w:r>", 0, notes.index("Its words."))
    end = notes.index("</w:r>", start) + len("</w:r>")
    gone = notes[start:end].replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
    gone = f'<w:del w:id="9" w:author="Ada">{gone}</w:del>'
    file.parts["word/footnotes.xml"] = (notes[:start] + gone + notes[end:]).encode()
    (change,) = placed_file(body, file.saved()).changes
    assert (change.before, change.edits, change.reason) == ("Its words.", (), BARE_NOTE)


def test_breaks_that_a_program_put_by_itself_are_not_told() -> None:
    body = "First.\n\nSecond.\n"
    file = sent(body)
    blank = etree.fromstring(f'<w:p {_SPACES}><w:r><w:br w:type="page"/></w:r></w:p>')
    file.paragraphs[1].addprevious(blank)
    assert placed_file(body, file.saved()).changes == ()


def test_break_that_a_reviewer_put_is_told() -> None:
    body = "First.\n\nSecond.\n"
    file = sent(body)
    file.insert(1, 0, "x")
    (run,) = next(file.paragraphs[1].iter(W + "ins"))
    run.remove(run[0])
    etree.SubElement(run, W + "br").set(W + "type", "page")
    (change,) = placed_file(body, file.saved()).changes
    assert change.is_tracked


def test_formula_and_field_that_were_put_in_are_told_by_what_they_say() -> None:
    file = sent("One paragraph.\n")
    for place, content in ((len(file.text(0)), _FORMULA), (0, _FIELD)):
        file.insert(0, place, "x")
        inserted = [one for one in file.paragraphs[0].iter(W + "ins") if len(one) == 1]
        (only,) = [one for one in inserted if "".join(one.itertext()) == "x"]
        only[:] = [etree.fromstring(part) for part in content]
    told = {one.after for one in placed_file("One paragraph.\n", file.saved()).changes}
    assert told == {"√y", "field: LISTNUM"}
