"""The page that an article came from, cleaned for showing."""

from briefing.intake.page_cleaning import clean_html as cleaned
from briefing.model.article import Original


def clean_html(original: Original) -> str:
    """Return a saved page as rich text without scripts, hidden parts or anything remote.

    Raises IntakeError, one sentence, where the file is no web page or holds nothing to show. It
    loads lxml and nh3 and may take a second: call it in a task, and import it there.
    """
    return cleaned(original.name, original.media_type, original.data)
