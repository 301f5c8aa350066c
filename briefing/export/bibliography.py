"""Sources worded for notes and lists: Chicago notes and bibliography style (17th edition, 14)."""

import re
from collections.abc import Sequence

from briefing.export.house_words import HouseWords, house_words
from briefing.export.note_text import opens_with_capital
from briefing.export.person_names import split_name
from briefing.export.publisher_names import Publisher, PublisherNames
from briefing.export.quotation_marks import marks_of, quoted
from briefing.export.short_titles import short_title
from briefing.export.source_remarks import archived_copy, descriptor
from briefing.model.article import Article
from briefing.model.block import Emphasis, Inline, Inlines, Link, Text
from briefing.model.partial_date import PartialDate
from briefing.text.date_words import date_in_words

_ENDED = re.compile(r"[.?!…][”’\"'»“)\]]*$")
_CLOSED = re.compile(r"[’”]+$")
_RANGE = re.compile(r"(?<=\d)\s?-{1,2}\s?(?=\d)")
_MOST_AUTHORS = 3
_COMMA = ", "


class Bibliography:
    """Words sources in the language of one memo."""

    def __init__(
        self, publishers: PublisherNames, language: str, *, has_ratings: bool = False
    ) -> None:
        self._publishers = publishers
        self._language = language
        self._marks = marks_of(language)
        self._words = house_words(language)
        self._has_ratings = has_ratings

    def ended(self, inlines: Sequence[Inline]) -> Inlines:
        """Return inlines with a full stop, unless they end a sentence already."""
        line = tuple(inlines)
        if _ENDED.search(_plain(line[-1:])):
            return line
        match line[-1:]:
            case (Text(words),) if self._marks.is_comma_inside and (end := _CLOSED.search(words)):
                return (*line[:-1], Text(words[: end.start()] + "." + end[0]))
            case _:
                return (*line, Text("."))

    def full(
        self, article: Article, locator: str = "", suffix: Inlines = (), *, authors: bool = True
    ) -> Inlines:
        """Return a source as its first note names it, without the final stop.

        Author, “Title,” Publisher, 3 September 2025, p. 3, accessed …, URL; what is not known
        is left out.
        """
        publisher = self._publishers.of(article)
        names = _straight(article.authors, self._words) if authors else ""
        parts: list[Inlines] = [(Text(names),)] if names else []
        title = self._title_place(parts, article)
        if publisher.name and publisher.name != names:
            parts.append(_publisher(publisher))
        parts += [(Text(text),) for text in (self._date(article), place_in(locator)) if text]
        if locator and suffix:
            parts.append(suffix)
        if article.url:
            if article.accessed:
                parts.append((Text(self._accessed(article.accessed)),))
            parts.append((Link((Text(article.url),), article.url),))
        if suffix and not locator:
            parts.append(suffix)
        return self._joined(parts, title, article.title)

    def short(
        self,
        article: Article,
        locator: str = "",
        suffix: Inlines = (),
        *,
        authors: bool = True,
        whole_title: bool = False,
    ) -> Inlines:
        """Return a source as later notes name it: family name or publisher, “Short title,” p. 3.

        `whole_title` keeps the title as it is, where another source has the same short one.
        """
        parts: list[Inlines] = [self.name(article)] if authors else []
        parts = [part for part in parts if _plain(part)]
        title = self._title_place(parts, article)
        if locator:
            parts.append((Text(place_in(locator)),))
        if suffix:
            parts.append(suffix)
        shown = article.title if whole_title else short_title(article.title)
        return self._joined(parts, title, shown)

    def entry(self, article: Article) -> Inlines:
        """Return a source as a list names it: Family, Given. “Title.” Publisher, date. URL."""
        publisher = self._publishers.of(article)
        line: list[Inline] = []
        names = _inverted(article.authors, self._words)
        if names:
            line += [*self.ended((Text(names),)), Text(" ")]
        if article.title.strip():
            line += [Text(quoted(article.title, self._marks, ".")), Text(" ")]
        tail: list[Inlines] = []
        if publisher.name and publisher.name != names:
            tail.append(_publisher(publisher))
        if date := self._date(article):
            tail.append((Text(date),))
        if tail:
            line += [*self.ended(opens_with_capital(_with_commas(tail))), Text(" ")]
        if article.url:
            if article.accessed:
                told = self._accessed(article.accessed)
                line.append(Text(f"{told[:1].upper()}{told[1:]}. "))
            line += [Link((Text(article.url),), article.url), Text(".")]
        elif line and line[-1] == Text(" "):
            line.pop()
        return tuple(line)

    def remarks(self, article: Article) -> Inlines:
        """Return what the first note of a source adds: its archived copy, its kind and rating."""
        copy = archived_copy(article, self._language)
        told = self._descriptor(article)
        behind = (Text(f" {told}"),) if told else ()
        return (Text(_COMMA), *copy, *behind) if copy else behind

    def remarked(self, entry: Inlines, article: Article) -> Inlines:
        """Return an entry of the list of sources with the same behind it."""
        copy = archived_copy(article, self._language)
        if copy:
            entry = (*entry, Text(" "), *self.ended(opens_with_capital(copy)))
        told = self._descriptor(article)
        return (*entry, Text(f" {told}")) if told else entry

    def _descriptor(self, article: Article) -> str:
        return descriptor(article, self._publishers.of(article)) if self._has_ratings else ""

    def name(self, article: Article) -> Inlines:
        """Return who speaks: the authors' family names, or the publisher where there is none."""
        if not article.authors:
            return _publisher(self._publishers.of(article))
        people = [split_name(author) for author in article.authors]
        families = [
            person.family if person else author
            for person, author in zip(people, article.authors, strict=True)
        ]
        return (Text(_listed(families, self._words)),)

    def sort_key(self, article: Article) -> tuple[str, str, str]:
        """Return what a list of sources is sorted by: name, title, date."""
        names = _inverted(article.authors, self._words) or self._publishers.of(article).name
        plain_name = re.sub(r"^(the|el|la|los|las|le|les|der|die|das) ", "", names.lower())
        return plain_name, article.title.lower(), str(article.published or "")

    def _date(self, article: Article) -> str:
        return date_in_words(article.published, self._language) if article.published else ""

    def _accessed(self, day: PartialDate) -> str:
        return f"{self._words.accessed} {date_in_words(day, self._language)}"

    def _title_place(self, parts: list[Inlines], article: Article) -> int:
        """Leave a place for the title, and return it: -1 where there is none."""
        if not article.title.strip():
            return -1
        parts.append(())
        return len(parts) - 1

    def _joined(self, parts: list[Inlines], title_at: int, title: str) -> Inlines:
        line: list[Inline] = []
        for index, part in enumerate(parts):
            is_last = index == len(parts) - 1
            if index == title_at:
                line.append(Text(quoted(title, self._marks, "" if is_last else ",")))
                separator = " "
            else:
                line += part
                separator = _COMMA
            if not is_last:
                line.append(Text(separator))
        return tuple(line)


def place_in(locator: str) -> str:
    """Return a locator with its ranges dashed as print has them: pp. 3–5."""
    return _RANGE.sub("–", locator.strip())


def _publisher(publisher: Publisher) -> Inlines:
    name = Text(publisher.name)
    return (Emphasis((name,)),) if publisher.is_periodical else (name,)


def _straight(authors: tuple[str, ...], words: HouseWords) -> str:
    people = [split_name(author) for author in authors]
    names = [
        person.straight if person else author
        for person, author in zip(people, authors, strict=True)
    ]
    return _listed(names, words)


def _inverted(authors: tuple[str, ...], words: HouseWords) -> str:
    """Return the authors with the first one's family name in front, as a list sorts them."""
    if not authors:
        return ""
    first = split_name(authors[0])
    others = [_straight((one,), words) for one in authors[1:]]
    names = [first.inverted if first else authors[0], *others]
    if len(names) > _MOST_AUTHORS:
        return f"{names[0]}, et al."
    return words.listed(names, is_inverted=True)


def _listed(names: list[str], words: HouseWords) -> str:
    return f"{names[0]} et al." if len(names) > _MOST_AUTHORS else words.listed(names)


def _with_commas(parts: list[Inlines]) -> Inlines:
    line: list[Inline] = []
    for index, part in enumerate(parts):
        line += [*([Text(_COMMA)] if index else []), *part]
    return tuple(line)


def _plain(inlines: Sequence[Inline]) -> str:
    return "".join(
        part.text if isinstance(part, Text) else _plain(part.children)
        for part in inlines
        if isinstance(part, Text | Emphasis | Link)
    )
