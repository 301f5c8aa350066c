"""The words of raw HTML, for writers that pass no HTML on but must not lose what was said."""

from html.parser import HTMLParser

_SILENT = frozenset({"script", "style", "template"})


class _Words(HTMLParser):
    """Gathers the text between tags; what scripts and styles hold is not said to a reader."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._silent += tag in _SILENT
        self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in _SILENT))
        self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def words_of_html(html: str) -> str:
    """Return what a reader would see, on one line; nothing of comments and scripts."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    return " ".join("".join(parser.parts).split())
