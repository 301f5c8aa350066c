"""A passage's kind is proposed from its words."""

import pytest

from briefing.model.fact import FactKind
from briefing.text.fact_kind import guess_kind


@pytest.mark.parametrize(
    ("passage", "kind"),
    [
        ("the arrest of 59 high-value targets by Mexico", FactKind.FIGURE),
        ("exports rose by $3.2 billion", FactKind.FIGURE),
        ("agreed on Wednesday to enhance security cooperation", FactKind.DECISION),
        ("le président a signé le décret", FactKind.DECISION),
        ("she said “we will never accept it on our soil”", FactKind.QUOTATION),
        ("Rubio met the president in the capital", FactKind.EVENT),
        ("the cartels are a threat", FactKind.CLAIM),
        ("relations cooled in 2024", FactKind.CLAIM),
        ("Minister Lena Ortiz resigned on 14 May 2024", FactKind.DATE),
        ("the two met in the capital on 14 May 2024", FactKind.EVENT),
        ("on 14 May 2024 the ministry counted 59 clinics", FactKind.FIGURE),
    ],
)
def test_kind_follows_the_words(passage: str, kind: FactKind) -> None:
    assert guess_kind(passage) is kind
