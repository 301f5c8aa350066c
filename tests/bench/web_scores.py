"""Score the reader of web pages: text, title, date, authors, against what others took from them."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from statistics import fmean

import lxml.html
from lxml import etree
from markdown_it import MarkdownIt

from briefing.errors import BriefingError
from briefing.intake.draft_article import DraftArticle
from briefing.intake.mhtml_file import read_mhtml
from briefing.intake.web_page import read_web_page
from tests.bench.scoring import Score, overlap

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_BLOCK = re.compile(r"(?=</?(?:p|div|li|td|th|tr|h\d|br|hr|pre|dd|dt|blockquote|table|section)\b)")
_NOTE_MARK = re.compile(r"\[\^[^\]]*\]:?|[\u200b-\u200f\u2060\ufeff\xad]")
_WORD = re.compile(r"\w+")
_UNSEEN = ("script", "style", "noscript", "template", "title", "svg", "iframe", "annotation-xml")


@dataclass(frozen=True)
class Gold:
    """What others found on one page; an empty value says that they did not look for it."""

    path: Path
    text: str = ""
    title: str = ""
    dates: frozenset[str] = frozenset()
    author: str = ""
    language: str = ""
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = field(default=())


def scores(data: Path) -> Iterator[Score]:
    """Yield how well pages with gold are read, and that all others end as record or reason."""
    golds = [*_readability(data), *_defuddle(data), *_orders(data), *_government(data)]
    golds += [*_passages(data), *_declarations(data)]
    read = [(gold, read_page(gold.path)) for gold in golds]
    for name in ("readability", "defuddle", "federal_register", "i18n"):
        of_set = [_f1(gold, draft) for gold, draft in read if gold.text and name in str(gold.path)]
        yield Score(f"words of pages, F1: {name}", fmean(of_set), len(of_set))
    of_all = [_f1(g, d) for g, d in read if g.text and "i18n" not in str(g.path)]
    yield Score("words of pages, F1: all", fmean(of_all), len(of_all), 0.94)
    yield _share("passages that must be there", read, lambda g: bool(g.present), has_passages)
    yield _share("passages that must not be there", read, lambda g: bool(g.absent), lacks_others)
    yield _share("titles of pages", read, lambda g: bool(g.title), is_title_right, 0.97)
    yield _share("dates of pages", read, lambda g: bool(g.dates), is_date_right, 0.90)
    yield _share("authors of pages", read, lambda g: bool(g.author), is_author_right)
    yield _share("languages of pages", read, lambda g: bool(g.language), is_language_right)
    yield _all_end(data)


def read_page(path: Path) -> DraftArticle | None:
    """Return what the reader makes of a page; None where it gives a reason."""
    read = read_mhtml if path.suffix in {".mht", ".mhtml"} else read_web_page
    try:
        found = list(read(path.name, path.read_bytes()))
    except BriefingError:
        return None
    return found[0].draft


def words_of_markdown(markdown: str) -> list[str]:
    """Return the words that a reader of the Markdown sees."""
    return words_of_html(_PARSER.render(_NOTE_MARK.sub("", markdown)))


def words_of_html(html: str) -> list[str]:
    """Return the words that a reader of the HTML sees."""
    root = lxml.html.fromstring(f"<div>{_BLOCK.sub(' ', html)}</div>")
    etree.strip_elements(root, *_UNSEEN, etree.Comment, with_tail=False)
    text = _NOTE_MARK.sub("", str(root.text_content()))
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold().replace("_", " "))


def is_title_right(gold: Gold, draft: DraftArticle) -> bool:
    """Return whether the titles are one; the site's name at the end of the gold is not missed."""
    ours, theirs = _plain(draft.title), _plain(gold.title)
    without_site = {_plain(part) for part in re.split(r"\s+[|–—·-]\s+", gold.title)[:1]}
    return ours == theirs or ours in without_site


def is_date_right(gold: Gold, draft: DraftArticle) -> bool:
    """Return whether it is one of the days that the gold states."""
    return str(draft.published) in gold.dates


def is_author_right(gold: Gold, draft: DraftArticle) -> bool:
    """Return whether each author found stands in the gold, and one at least."""
    return bool(draft.authors) and all(_plain(a) in _plain(gold.author) for a in draft.authors)


def is_language_right(gold: Gold, draft: DraftArticle) -> bool:
    """Return whether the languages are one, variants aside."""
    return draft.language.split("-")[0] == gold.language.split("-")[0]


def has_passages(gold: Gold, draft: DraftArticle) -> float:
    """Return the share of the passages that are in the text."""
    return fmean(_spaced(passage) in _shown(draft) for passage in gold.present)


def lacks_others(gold: Gold, draft: DraftArticle) -> float:
    """Return the share of the unwanted passages that are not in the text."""
    return fmean(_spaced(passage) not in _shown(draft) for passage in gold.absent)


def _share(
    what: str,
    read: list[tuple[Gold, DraftArticle | None]],
    has_gold: Callable[[Gold], bool],
    is_right: Callable[[Gold, DraftArticle], float],
    target: float | None = None,
) -> Score:
    found = [float(is_right(g, d)) if d else 0.0 for g, d in read if has_gold(g)]
    return Score(what, fmean(found), len(found), target)


def _f1(gold: Gold, draft: DraftArticle | None) -> float:
    body = draft.body if draft else ""
    wanted = words_of_html(gold.text) if gold.text.startswith("<") else words_of_markdown(gold.text)
    return overlap(words_of_markdown(body), wanted).f1


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", words).casefold()))


def _spaced(words: str) -> str:
    return " ".join(words.split()).replace("\\", "")


def _shown(draft: DraftArticle) -> str:
    """Return the text as shown, its formulas left out: the gold was taken without them."""
    html = _PARSER.render(re.sub(r"\${1,2}[^$\n]{1,500}\${1,2}", "", draft.body))
    return _spaced(str(lxml.html.fromstring(f"<div>{html}</div>").text_content()))


def _day(stamp: str) -> frozenset[str]:
    return frozenset({datetime.fromisoformat(stamp).date().isoformat()}) if stamp else frozenset()


def _readability(data: Path) -> Iterator[Gold]:
    for source in sorted(data.glob("html/readability/*/source.html")):
        about = json.loads(source.with_name("expected-metadata.json").read_text("utf-8"))
        yield Gold(
            source,
            source.with_name("expected.html").read_text("utf-8"),
            about["title"] or "",
            _day(about.get("publishedTime") or ""),
            about["byline"] or "",
            about.get("lang") or "",
        )


def _defuddle(data: Path) -> Iterator[Gold]:
    for source in sorted(data.glob("html/defuddle/*.md")):
        head, _, text = source.read_text("utf-8").removeprefix("```json\n").partition("\n```\n")
        about = json.loads(head)
        page = source.with_suffix(".html")
        yield Gold(page, text.strip(), about["title"], _day(about["published"]), about["author"])


def _orders(data: Path) -> Iterator[Gold]:
    for source in sorted(data.glob("html/federal_register/*.html")):
        about = json.loads(source.with_suffix(".json").read_text("utf-8"))
        days = frozenset({about["publication_date"], about["signing_date"]})
        text = etree.tostring(etree.parse(source.with_suffix(".xml")), encoding="unicode")
        yield Gold(source, text, about["title"], days)


def _government(data: Path) -> Iterator[Gold]:
    """Yield the pages of Mercury's test of one site, whose assertions are the gold."""
    test = (data / "html/us_gov/obamawhitehouse.test.js").read_text("utf-8")
    for part in test.split("describe('")[2:]:
        page = re.search(r"fixtures/([\w.-]+\.html)", part)
        begins = re.search(r"first13,\s*'([^']+)'|\),\s*'([^']+)'\s*\)", part)
        path = data / "html/us_gov" / (page[1] if page else "")
        title = re.search(r"title,\s*'([^']+)'", part)
        author = re.search(r"author, '([^']+)'", part)
        stamp = re.search(r"date_published, '([^']+)'", part)
        yield Gold(
            path,
            title=title[1] if title else "",
            dates=_day(stamp[1] if stamp else ""),
            author=author[1] if author else "",
            present=(begins[1] or begins[2],) if begins else (),
        )


def _passages(data: Path) -> Iterator[Gold]:
    folder = data / "html/cc_pages"
    golds = json.loads((folder / "gold_with_without.json").read_text("utf-8"))
    for name, gold in golds.items():
        yield Gold(folder / name, present=tuple(gold["with"]), absent=tuple(gold["without"]))


def _declarations(data: Path) -> Iterator[Gold]:
    """Yield the Declaration of Human Rights in many languages: all its text is the article."""
    for path in sorted(data.glob("i18n/*.html")):
        root = lxml.html.fromstring(path.read_bytes().decode("utf-8"))
        headings = root.xpath("//h1")
        title = str(headings[0].text_content()) if headings else ""
        body = root.body if root.body is not None else root
        for heading in headings[:1]:
            heading.drop_tree()
        text = lxml.html.tostring(body, encoding="unicode")
        yield Gold(path, text, title, language=root.get("lang", ""))


def _all_end(data: Path) -> Score:
    """Return the share of all pages that end as a record or as one stated reason."""
    kinds = {".html", ".htm", ".xhtml", ".mht", ".mhtml"}
    paths = sorted(path for path in data.rglob("*") if path.suffix.lower() in kinds)
    ended = 0
    for path in paths:
        draft = read_page(path)
        ended += draft is None or bool(draft.title)
    return Score("pages that end as record or reason", ended / len(paths), len(paths), 1.0)
