"""An article opened for reading: its text set out, its captured passages, its facts."""

from dataclasses import dataclass

from briefing.export.publisher_names import PublisherNames
from briefing.model.article import Article, ArticleRow
from briefing.model.fact import Fact
from briefing.model.ids import Uid
from briefing.model.reading_block import ReadingBlock
from briefing.paths import resources_dir
from briefing.services.evidence import EvidenceDesk, Passage
from briefing.services.searching import Searching
from briefing.store.library_file import Library
from briefing.text.reading_blocks import reading_blocks


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """All that the reader shows of one article; `publisher` is written as it writes itself.

    `row` is the article as the list shows it: how many memos use it, how many copies it has.
    """

    article: Article
    publisher: str
    blocks: tuple[ReadingBlock, ...]
    facts: tuple[Fact, ...]
    passages: tuple[Passage, ...]
    row: ArticleRow


class Reading:
    """Opens articles; call it off the window's thread."""

    def __init__(self, library: Library) -> None:
        self._searching = Searching(library)
        self._evidence = EvidenceDesk(library)
        self._publishers = PublisherNames.read(resources_dir() / "standards" / "publishers.json")

    def open(self, uid: Uid) -> OpenArticle:
        """Return an article with what was taken from it; NotFoundError where there is none."""
        article = self._searching.article(uid)
        return OpenArticle(
            article=article,
            publisher=self._publishers.of(article).name,
            blocks=reading_blocks(article.body),
            facts=self._evidence.facts_of(uid),
            passages=self._evidence.passages(uid),
            row=self._searching.row(uid),
        )
