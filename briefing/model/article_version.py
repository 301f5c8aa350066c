"""An earlier state of an article."""

from dataclasses import dataclass
from datetime import datetime

from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class ArticleVersion:
    """What an article said before its address was collected again, or before it was merged."""

    uid: Uid
    title: str
    body: str
    published: PartialDate | None
    reason: str
    collected_at: datetime
