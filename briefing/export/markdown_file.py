"""A memo as Markdown for pandoc: YAML front matter, the body, and its references beside it."""

from dataclasses import dataclass

from briefing.export.csl_json import csl_json
from briefing.export.publisher_names import PublisherNames
from briefing.export.yaml_text import front_matter
from briefing.model.publication import Publication

_BIBLIOGRAPHY = "bibliography"


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """The text, and the references as CSL-JSON: empty where the memo cites nothing."""

    text: str
    references: str


def references_name(stem: str) -> str:
    """Return the name of the file that stands beside `STEM.md`."""
    return f"{stem}.references.json"


def write_markdown(publication: Publication, stem: str, publishers: PublisherNames) -> MarkdownFile:
    """Write a memo that `pandoc STEM.md --citeproc` reads, in the folder where both files stand."""
    fields = [pair for pair in publication.front_matter if pair[0].lower() != _BIBLIOGRAPHY]
    if publication.sources:
        fields.append((_BIBLIOGRAPHY, references_name(stem)))
    body = publication.markdown.lstrip("\n")
    head = front_matter(fields)
    text = f"{head}\n{body}" if head else body
    references = csl_json(publication.sources, publishers) if publication.sources else ""
    return MarkdownFile(text if text.endswith("\n") else text + "\n", references)
