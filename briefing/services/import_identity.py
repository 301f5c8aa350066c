"""Which article of the library a file is about: the rule by which an import knows it again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.intake.draft_article import DraftArticle
from briefing.model.ids import Uid
from briefing.services.import_preparing import Prepared, web_place
from briefing.store import article_batches, article_places, article_versions, articles
from briefing.store.article_places import Place
from briefing.store.connections import Connection
from briefing.text.shingles import shingle

_TELLING = 40  # runs of words: shorter texts, as of feeds and references, tell nothing
_SHARED = 0.05  # of the shorter text's runs; less is what any two texts of a site share


@dataclass(frozen=True, slots=True)
class Known:
    """The article that a file is about; `is_same` where there is nothing new in the file.

    `by_place`: it stands where the article came from. `told` is what to say of a file that is
    the same under another name.
    """

    uid: Uid
    citekey: str
    is_same: bool
    by_place: bool = False
    told: str = ""


class Acquaintance:
    """What the library knows of a batch of files; asked once, and told of what is added.

    A file is about

    1. the article it was when it was last imported from this place, with these bytes:
       nothing new;
    2. the article whose original has the same bytes, now or in an earlier version, under
       whatever name: nothing new;
    3. a part of a file: the article that this part was when it was last imported;
    4. the article of its address: a new state of it, whatever the file is called; but two parts
       of one file are two articles, whatever address they give, and so are two texts under other
       titles that have next to no words in common: some sites give all pages one address;
    5. the article that was last imported from this place: a new state of it, unless both the
       address and the words are others; then the file was used again for another article.

    A name alone is never enough: two files of one name in two folders are two articles.
    """

    def __init__(
        self, connection: Connection, batch: Sequence[Prepared], same: Iterable[str] = ()
    ) -> None:
        """Ask for a batch, and for the places of files that were not read, being the same."""
        self._connection = connection
        places = {place for one in batch for place in (one.file_place, one.web_place) if place}
        places.update(same)
        hashes = {one.original.sha256 for one in batch}
        urls = {one.draft.url for one in batch if one.web_place}
        self._places = article_places.find_all(connection, places)
        self._with_bytes = article_batches.with_bytes(connection, hashes)
        self._bytes_of = {value[0]: key for key, value in self._with_bytes.items()}
        self._before = article_versions.with_bytes(connection, hashes)
        self._with_url = article_batches.with_url(connection, urls)
        self._met: dict[Uid, DraftArticle] = {}  # they may not be in the library yet
        self._parts: dict[Uid, set[str]] = {}  # of which files parts were met

    def known(self, file: Prepared) -> Known | None:
        """Return which article a file is about, or nothing for a new one."""
        here = self._places.get(file.file_place)
        if here and here.sha256 == file.original.sha256:
            return Known(here.article_uid, here.citekey, is_same=True, by_place=True)
        copy = self._copy_of(file)
        if copy:
            return copy
        if here and file.whole_place and not self._is_another(here.article_uid, file):
            return Known(here.article_uid, here.citekey, is_same=False, by_place=True)
        by_address = self._by_address(file)
        if by_address:
            is_here = here is not None and here.article_uid == by_address[0]
            return Known(*by_address, is_same=False, by_place=is_here)
        if here and not self._is_another(here.article_uid, file):
            return Known(here.article_uid, here.citekey, is_same=False, by_place=True)
        return None

    def citekey_at(self, place: str) -> str | None:
        """Return the article that was collected from a place; None if it is gone meanwhile."""
        found = self._places.get(place)
        return found.citekey if found else None

    def meet(self, file: Prepared, uid: Uid, citekey: str) -> None:
        """Know from now on that a file is about this article."""
        self._met[uid] = file.draft
        if file.whole_place:
            self._parts.setdefault(uid, set()).add(file.whole_place)
        for place, sha256 in places_of(file):
            self._places[place] = Place(uid, citekey, sha256)
        # An earlier state of the article is no original any more, but a version.
        stale = self._bytes_of.get(uid)
        if stale and stale != file.original.sha256:
            self._before[stale] = self._with_bytes.pop(stale)
        self._bytes_of[uid] = file.original.sha256
        self._with_bytes[file.original.sha256] = (uid, citekey, file.original.name)

    def _copy_of(self, file: Prepared) -> Known | None:
        sha256 = file.original.sha256
        if same := self._with_bytes.get(sha256):
            told = f"It is in the library already, from {same[2]}."
        elif same := self._before.get(sha256):
            told = f"It is in the library already, as an earlier version, from {same[2]}."
        else:
            return None
        return Known(same[0], same[1], is_same=True, told=told)

    def _by_address(self, file: Prepared) -> tuple[Uid, str] | None:
        place = self._places.get(file.web_place)
        found = (place.article_uid, place.citekey) if place else self._with_url.get(file.draft.url)
        if not found or self._is_of_same_file(found[0], file):
            return None
        return None if self._is_another_text(found[0], file.draft) else found

    def _is_another_text(self, uid: Uid, draft: DraftArticle) -> bool:
        article = self._met.get(uid) or articles.get(self._connection, uid)
        if article.title.casefold() == draft.title.casefold():
            return False
        before, now = set(shingle(article.body).runs), set(shingle(draft.body).runs)
        fewer = min(len(before), len(now))
        return fewer >= _TELLING and len(before & now) < fewer * _SHARED

    def _is_of_same_file(self, uid: Uid, file: Prepared) -> bool:
        """Return whether an article is another part of the file that this is a part of."""
        if not file.whole_place:
            return False
        met = file.whole_place in self._parts.get(uid, ())
        return met or article_places.has_part(self._connection, uid, file.whole_place)

    def _is_another(self, uid: Uid, file: Prepared) -> bool:
        """Return whether a file that stands where an article's stood is about something else."""
        article = self._met.get(uid) or articles.get(self._connection, uid)
        pages = {web_place(article.url), file.web_place}
        if len(pages) == 1 or "" in pages:
            return False
        draft = file.draft
        return article.title.casefold() != draft.title.casefold() and article.body != draft.body


def places_of(file: Prepared) -> tuple[tuple[str, str], ...]:
    """Return the places by which a file's article is known, each with the bytes it had there."""
    here = ((file.file_place, file.original.sha256),)
    return (*here, (file.web_place, "")) if file.web_place else here
