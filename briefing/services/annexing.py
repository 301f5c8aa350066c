"""Gives a publication its evidence annex, and the same as JSON to stand beside the file."""

from dataclasses import replace

from briefing.export.bibliography import Bibliography
from briefing.export.publisher_names import PublisherNames
from briefing.model.memo import Memo
from briefing.model.publication import Publication
from briefing.services.annex_body import body_for_annex
from briefing.services.annex_entries import AnnexEntries
from briefing.services.annex_words import annex_words
from briefing.services.annex_writing import EvidenceAnnex, annex_json
from briefing.store.library_file import Library
from briefing.text.conditional_parts import without_hidden

_SUFFIX = ".evidence.json"


def annex_name(stem: str) -> str:
    """Return the name of the file that stands beside `STEM.docx`."""
    return stem + _SUFFIX


def with_annex(
    library: Library, publishers: PublisherNames, publication: Publication, memo: Memo
) -> tuple[Publication, bytes]:
    """Return the publication with its annex at the end, and the annex as JSON.

    `memo` is the text as the analyst wrote it: one that was printed cites facts no more.
    """
    house = Bibliography(publishers, publication.language)
    body = without_hidden(memo.body, dict(memo.fields))
    shown = replace(memo, body=body_for_annex(body, publication, house))
    entries = AnnexEntries(library).of(shown, publication.facts)
    annex = EvidenceAnnex(entries, house.entry, annex_words(publication.language))
    longer = replace(
        publication,
        blocks=(*publication.blocks, *annex.blocks(len(memo.body))),
        markdown=publication.markdown.rstrip("\n") + "\n" + annex.markdown(),
    )
    return longer, annex_json(memo, entries)
