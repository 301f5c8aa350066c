"""Memos that cite a fact of the one article that the library of these tests holds."""

from briefing.model.article import Article
from briefing.model.fact import Fact, FactDraft
from briefing.model.memo import Memo
from briefing.paths import user_templates_dir
from briefing.services.drafting import Drafting
from briefing.services.evidence import EvidenceDesk
from briefing.store.library_file import Library
from tests.services.conftest import BODY

QUOTE = "the arrest of 59 high-value targets by Mexico"
FIELDS = {"to": "Assistant Secretary", "from": "WHA desk", "date": "2025-09-05",
          "subject": "US–Mexico security", "marking": "TLP:GREEN"}  # fmt: skip
NOTE = "“U.S. and Mexico Vow to Fight Crime,” The New York Times, 3 September 2025"


def capture(library: Library, article: Article, quote: str, **draft: object) -> Fact:
    start = BODY.index(quote)
    wanted = FactDraft(**{"statement": quote.capitalize(), **draft})  # pyright: ignore[reportArgumentType]
    return EvidenceDesk(library).capture(article.uid, start, start + len(quote), wanted)[0]


def make_memo(library: Library, body: str, template: str = "decision-memo") -> Memo:
    drafting = Drafting(library, user_templates_dir())
    memo, _ = drafting.new_memo(template, FIELDS)
    drafting.save(memo.uid, memo.fields, body)
    return drafting.memo(memo.uid)
