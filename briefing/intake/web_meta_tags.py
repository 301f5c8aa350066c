"""The meta tags of a page: Open Graph, Dublin Core, Highwire, Parsely and plain ones."""

import re
from html import unescape

from lxml.html import HtmlElement

MetaTags = dict[str, list[str]]

TITLES = (
    *("citation_title", "dc.title", "dcterms.title", "og:title", "title", "twitter:title"),
    *("parsely-title", "sailthru.title", "headline"),
)
AUTHORS = (
    *("citation_author", "dc.creator", "dcterms.creator", "author", "dc.contributor", "byl"),
    *("article:author", "og:article:author", "article:author_name", "parsely-author", "byline"),
    *("sailthru.author", "rbauthors", "dc.publisher.name"),
)
DATES = (
    *("article:published_time", "og:article:published_time", "article:published", "datepublished"),
    *("citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date"),
    *("dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dcterms.date"),
    *("dc.date", "dcterms.available", "date.issued", "publishdate", "publish-date", "publish_date"),
    *("published-date", "published_date", "publication_date", "publication-date", "pubdate"),
    *("article.published", "article_date_original", "originalpublicationdate", "pdate", "ptime"),
    *("rnews:datepublished", "prism.publicationdate", "og:pubdate", "og:published_time", "created"),
    *(
        "date",
        "article.created",
        "datecreated",
        "last-modified-original",
        "timestamp",
        "weibo:date",
    ),
)
PUBLISHERS = (
    *("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "publisher"),
    *("application-name", "parsely-site", "al:android:app_name"),
)
SUMMARIES = ("dc.description", "dcterms.abstract", "dcterms.description", "og:description")
LANGUAGES = ("content-language", "dc.language", "dcterms.language", "og:locale", "language")
_ALSO_SUMMARIES = ("description", "twitter:description", "parsely-description", "abstract")
ALL_SUMMARIES = SUMMARIES + _ALSO_SUMMARIES
_MARKUP = re.compile(r"<[^<>]{1,200}>")


def meta_tags(root: HtmlElement) -> MetaTags:
    """Return each name, property or itemprop in lower case with all that it says, in order.

    `dc:title`, `DC.title` and `dc.title` are one; a property may hold several names.
    """
    found: MetaTags = {}
    metas = list(root.iter("meta"))
    for key in ("property", "name", "itemprop", "http-equiv"):
        for meta in metas:
            names = (meta.get(key) or "").lower().split()
            said = " ".join(_MARKUP.sub("", unescape(meta.get("content") or "")).split())
            if said:
                for name in dict.fromkeys(map(_one_spelling, names)):
                    found.setdefault(name, []).append(said)
    return found


def first_of(tags: MetaTags, names: tuple[str, ...]) -> str:
    """Return what the first of these names says that says anything."""
    return next((tags[name][0] for name in names if name in tags), "")


def _one_spelling(name: str) -> str:
    for prefix in ("dc", "dcterm", "dcterms"):
        if name.startswith((f"{prefix}:", f"{prefix}.")):
            return f"{'dcterms' if len(prefix) > 2 else 'dc'}.{name[len(prefix) + 1 :]}"
    return name
