"""Builders: publications made from Markdown and a few articles, without a library."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from briefing.export.bibliography import Bibliography
from briefing.export.captions import captions_first
from briefing.export.numbering import CitedSource, number_notes
from briefing.export.publisher_names import PublisherNames
from briefing.model.article import Article
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.model.picture import Picture
from briefing.model.publication import Publication
from briefing.model.template import NoteStyle
from briefing.paths import resources_dir
from briefing.text.blocks import parse

RESOURCES = resources_dir()
STYLE = RESOURCES / "docx" / "memo.docx"
PUBLISHERS = PublisherNames.read(RESOURCES / "standards" / "publishers.json")

EVERY_ELEMENT = """\
## Bottom line

Mexico will cooperate as long as Washington does not act alone. **We recommend** backing the
new group *before* the tariff deadline [@nyt, p. 3].

## Background

On 3 September the two governments agreed.[^own] They set up a group [@nyt; see @doj, pp. 3-5].
A line that ends\\
where it should, `code in a line`, ~~struck~~ and a [link](https://example.org/a?b=c&d=e "t").
A [file](ftp://example.org/x) and ![a picture](map.png).

- 59 high-value targets [@nyt].
- A group
    - that meets
        - often

      and says so

1. First
2. Second

   A second paragraph.

and again

4. Fourth
5. Fifth

- [x] Send the letter
- [ ] Call the embassy

| Criterion | Option 1 | Option 2 |
|:----------|:--------:|---------:|
| Cost | low | $3.2bn [@doj] |
| Risk of <delay> & "failure" | moderate | high |

> The arrest of 59 high-value targets by Mexico.
>
> Second paragraph.

---

```python
for fact in facts:
\tprint(fact)
```

### Right to left

שלום עולם, this is English.

English, then العربية, and 😀 at the end.[^own]

<div>raw</div>

[^own]: The author's own words, as [@doj] says.
"""


WHOLE_MEMO = (Path(__file__).parent / "whole_memo.md").read_text(encoding="utf-8")
MAP = Picture(
    key="map",
    name="Map",
    media_type="image/png",
    width=400,
    height=240,
    data=(RESOURCES / "help" / "window.png").read_bytes(),
)


def whole_publication(**parts: object) -> Publication:
    """Return a memo of every element that a memo can hold."""
    return make_publication(WHOLE_MEMO, **{"pictures": (MAP,), **parts})


def make_article(citekey: str = "nyt", **parts: object) -> Article:
    """Return an article of the library; parts replace what it is made of."""
    known: dict[str, object] = {
        "uid": Uid(f"uid-{citekey}"),
        "citekey": citekey,
        "title": "U.S. and Mexico Vow to Fight Crime While Respecting Sovereignty",
        "body": "",
        "url": "https://www.nytimes.com/2025/09/03/world/americas/us-mexico.html",
        "publisher": "nytimes",
        "published": PartialDate(2025, 9, 3),
    }
    return Article(**{**known, **parts})  # pyright: ignore[reportArgumentType]


ARTICLES = {
    "nyt": make_article(),
    "doj": make_article(
        "doj",
        title="Twenty-Six Fugitives Taken Into Custody",
        url="https://www.justice.gov/opa/pr/26",
        publisher="justice.gov",
        published=PartialDate(2025, 8),
        authors=("Office of Public Affairs",),
    ),
}


def resolve(key: str) -> Sequence[CitedSource]:
    """Return the article of a citekey; `fact:…` stands for page 9 of the first."""
    if key.startswith("fact:"):
        return (CitedSource(ARTICLES["nyt"], "p. 9"),)
    return (CitedSource(ARTICLES[key]),) if key in ARTICLES else ()


def make_publication(markdown: str = EVERY_ELEMENT, **parts: object) -> Publication:
    """Return a memo ready to be written, its citations numbered."""
    language = str(parts.get("language", "en-US"))
    document = parse(markdown)
    document = replace(document, blocks=captions_first(document.blocks))
    numbered = number_notes(document, resolve, Bibliography(PUBLISHERS, language))
    publication = Publication(
        heading="Decision memo",
        subject="US–Mexico security cooperation",
        fields=(
            ("To", "Assistant Secretary"),
            ("From", "Western Hemisphere desk"),
            ("Date", "5 September 2025"),
            ("Subject", "US–Mexico security cooperation"),
        ),
        front_matter=(
            ("to", "Assistant Secretary"),
            ("from", "Western Hemisphere desk"),
            ("date", "2025-09-05"),
            ("subject", "US–Mexico security cooperation"),
            ("marking", "TLP:AMBER"),
        ),
        marking="TLP:AMBER",
        language=language,
        note_style=NoteStyle.FOOTNOTES,
        blocks=numbered.blocks,
        notes=numbered.notes,
        sources=numbered.sources,
        markdown=markdown,
    )
    return replace(publication, **parts)  # pyright: ignore[reportArgumentType]
