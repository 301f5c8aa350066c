"""Text for typst: every character of a memo stands in a string literal, none in markup."""

from briefing.export.legal_text import legal


def string(text: str) -> str:
    """Return a typst string literal; line ends and tabs become spaces."""
    text = legal(text)
    if not text.isprintable():
        text = text.replace("\n", " ").replace("\r", " ").replace("\t", " ")
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def lines(text: str) -> str:
    """Return a typst string literal that keeps its line ends, for code."""
    kept = legal(text.replace("\r\n", "\n").replace("\r", "\n")).expandtabs(4)
    return '"' + kept.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
