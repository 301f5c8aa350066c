"""A memo as Markdown for pandoc: YAML front matter, the body, and its references beside it."""

import re
from dataclasses import dataclass

from briefing.export.csl_json import csl_json
from briefing.export.pandoc_syntax import citation
from briefing.export.publisher_names import PublisherNames
from briefing.export.yaml_text import front_matter
from briefing.model.block import CitationItem
from briefing.model.publication import Publication
from briefing.text.picture_links import with_files

BIBLIOGRAPHY = "bibliography"
UNCITED = "nocite"  # sources that pandoc lists though nothing cites them
_STYLE = "csl"
REFERENCES = ".references.json"
TEMPLATE_FIELD = "briefing-template"  # by which the file is read back as a memo of its template
WRITTEN_TEMPLATE = "template"  # the same, as people write it


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """The text, its pictures, and the references as CSL-JSON: empty where it cites nothing."""

    text: str
    references: str
    pictures: tuple[tuple[str, bytes], ...] = ()  # the files beside it, by their names


def references_name(stem: str) -> str:
    """Return the name of the file that stands beside `STEM.md`."""
    return f"{stem}{REFERENCES}"


def write_markdown(publication: Publication, stem: str, publishers: PublisherNames) -> MarkdownFile:
    """Write a memo that `pandoc STEM.md --citeproc` reads, in the folder where both files stand."""
    style, articles = publication.csl, (*publication.sources, *publication.further)
    ours = [TEMPLATE_FIELD, *([BIBLIOGRAPHY] if articles else []), *([_STYLE] if style else [])]
    ours += [UNCITED] if publication.further else []
    fields = [pair for pair in publication.front_matter if pair[0].lower() not in ours]
    if publication.template:
        fields.append((TEMPLATE_FIELD, publication.template))
    if articles:
        fields.append((BIBLIOGRAPHY, references_name(stem)))
    if publication.further:
        items = [CitationItem(one.citekey) for one in publication.further]
        fields.append((UNCITED, citation(items)))
    if style:
        fields.append((_STYLE, style.name))  # pandoc finds the file NAME.csl in the folder
    names = {one.key: f"{file_stem(stem)}.{one.file_name}" for one in publication.pictures}
    body = with_files(publication.markdown.lstrip("\n"), names)
    head = front_matter(fields)
    text = f"{head}\n{body}" if head else body
    references = csl_json(articles, publishers) if articles else ""
    files = tuple((names[one.key], one.data) for one in publication.pictures)
    return MarkdownFile(text if text.endswith("\n") else text + "\n", references, files)


def file_stem(stem: str) -> str:
    """Return a stem that a link can name as it stands."""
    return re.sub(r"[\s()<>\[\]\\%?#]+", "-", stem)
