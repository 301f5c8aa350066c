"""A memo's text for its annex: what print names, told in words where the text only points to it.

A sentence stands alone in the annex. There `@smith says` is “Smith says”, and a reference without
words is “Table 2”, as on the memo's page.
"""

from collections.abc import Iterator

from briefing.export.bibliography import Bibliography
from briefing.export.cross_references import CrossReferences
from briefing.export.element_words import element_words
from briefing.export.pandoc_syntax import citation, plain_text
from briefing.model.publication import Publication
from briefing.text.citations import find_citations
from briefing.text.contents import contents_of
from briefing.text.inline_text import inline_text

_REFERENCE = "[](#"


def body_for_annex(body: str, publication: Publication, house: Bibliography) -> str:
    """Return a memo's body with its references and bare citations in words."""
    parts: list[str] = []
    position = 0
    for start, end, words in sorted(
        (*_names(body, publication, house), *_numbers(body, publication))
    ):
        parts += [body[position:start], words]
        position = end
    return "".join((*parts, body[position:]))


def _names(
    body: str, publication: Publication, house: Bibliography
) -> Iterator[tuple[int, int, str]]:
    """Yield where bare citations stand, and the name with the citation behind it."""
    articles = {article.citekey: article for article in publication.sources}
    for found in find_citations(body):
        items = found.citation.items
        article = articles.get(items[0].key) if found.citation.bare and items else None
        if article is not None:
            name = plain_text(inline_text(house.name(article)))
            yield found.span.start, found.span.end, f"{name} {citation(items)}"


def _numbers(body: str, publication: Publication) -> Iterator[tuple[int, int, str]]:
    """Yield where links without words lead to a place of the memo, and what print has there."""
    if _REFERENCE not in body:
        return
    words = element_words(publication.language)
    references = CrossReferences(publication.blocks, words, publication.markdown, publication.notes)
    for placed in contents_of(body):
        for place in placed.content.parse.places:
            start, end = placed.span(place.start, place.end)
            if place.kind != "link" or not body.startswith(_REFERENCE, start):
                continue
            target = references.find(body[start + len(_REFERENCE) - 1 : end - 1])
            if target is not None:
                yield start, end, plain_text(target.words)
