"""In which styles a Word file that came back was exported: the memo is compared in the same."""

from briefing.model.export_options import ExportOptions
from briefing.model.house_mark import house_in
from briefing.model.style_mark import csl_file_in, style_in
from briefing.model.word_review import ReviewedFile
from briefing.services.publishing import Publishing
from briefing.services.sent_styles import SentStyles


def returned_styles(file: ReviewedFile, publishing: Publishing) -> ExportOptions:
    """Return the citation style and house style that a file's marks name, those that we know."""
    names = [mark.name for paragraph in file.paragraphs for mark in paragraph.bookmarks]
    csl = style_in(names)
    known = {style.name for style in publishing.citation_styles.every()} if csl else set[str]()
    sent = SentStyles()
    house = sent.house(house_in(names))
    return ExportOptions(
        csl=csl if csl in known else sent.csl(csl_file_in(names)),
        style=house.path if house else None,
        styles=house.roles if house else (),
    )
