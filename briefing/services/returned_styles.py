"""In which styles a Word file that came back was exported: the memo is compared in the same."""

from briefing.model.export_options import ExportOptions
from briefing.model.house_mark import house_in
from briefing.model.style_mark import style_in
from briefing.model.word_review import ReviewedFile
from briefing.services.publishing import Publishing
from briefing.services.styling import Styling


def returned_styles(file: ReviewedFile, publishing: Publishing) -> ExportOptions:
    """Return the citation style and house style that a file's marks name, those that we know."""
    names = [mark.name for paragraph in file.paragraphs for mark in paragraph.bookmarks]
    csl, house = style_in(names), house_in(names)
    known = {style.name for style in publishing.citation_styles.every()} if csl else set[str]()
    return ExportOptions(csl=csl if csl in known else "", style=Styling().marked(house))
