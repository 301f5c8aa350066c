"""Captions with numbers that Word counts: a SEQ field (ECMA-376 part 1, 17.16.5.56)."""

from briefing.export.captions import caption_words, figure_words
from briefing.export.cross_references import Target
from briefing.export.docx.paragraph_look import ParagraphLook
from briefing.export.docx.place_marks import PlaceMarks
from briefing.export.docx.reference_marks import ReferenceMarks
from briefing.export.docx.run_writer import RunWriter
from briefing.export.docx.style_map import StyleMap
from briefing.export.docx.word_fields import field
from briefing.model.block import Block, Div, Image, Inlines


class CaptionWriter:
    """Writes the captions of one document."""

    def __init__(
        self, styles: StyleMap, runs: RunWriter, places: PlaceMarks, marks: ReferenceMarks
    ) -> None:
        self._styles = styles
        self._runs = runs
        self._places = places
        self._marks = marks

    def of_table(self, table: Block, caption: Div) -> str:
        """Return the line above a table; the place of its words is theirs in the memo."""
        start, end = self._places.pair(caption.span)
        words = start + self._runs.runs(caption_words(caption)) + end
        return self._paragraph(table, words, keep_next=True)

    def of_figure(self, figure: Block, image: Image) -> str:
        """Return the line below a picture."""
        words: Inlines = figure_words(image)
        return self._paragraph(figure, self._runs.runs(words) if words else "")

    def _paragraph(self, part: Block, words: str, *, keep_next: bool = False) -> str:
        target = self._marks.target(part)
        if target is None:
            return ""
        label = self._marks.around(part, self._label(target))
        between = self._runs.text(": ") if words else ""
        look = ParagraphLook(self._styles.id_of("caption"), keep_next=keep_next)
        return f"<w:p>{look.xml()}{label}{between}{words}</w:p>"

    def _label(self, target: Target) -> str:
        name, _, number = target.words.partition("\u00a0")
        counted = field(f"SEQ {name} \\* ARABIC", self._runs.text(number))
        return self._runs.text(f"{name}\u00a0") + counted
