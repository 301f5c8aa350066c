"""In which language a memo is written."""

from briefing.model.memo import Memo

DEFAULT_LANGUAGE = "en"


def language_of(memo: Memo, default: str = DEFAULT_LANGUAGE) -> str:
    """Return the language that a memo's fields name, the default where they name none."""
    return memo.field("language") or memo.field("lang") or default
