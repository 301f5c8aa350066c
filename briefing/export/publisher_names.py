"""Publishers as they write their own names: `nytimes` is The New York Times."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from briefing.model.article import Article

PERIODICALS = frozenset({"newspaper", "magazine", "journal"})


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher's name, its kind where known (`newspaper`, …), its name as lawyers shorten it."""

    name: str
    kind: str = ""
    legal: str = ""

    @property
    def is_periodical(self) -> bool:
        """Say whether its name is the title of a work, which is set in italics."""
        return self.kind in PERIODICALS


class PublisherNames:
    """Finds publishers by short form, name or web domain."""

    def __init__(self, by_id: Mapping[str, Publisher], by_domain: Mapping[str, Publisher]) -> None:
        self._by_id = by_id
        self._by_domain = by_domain

    @classmethod
    def read(cls, file: Path) -> "PublisherNames":
        """Read `publishers.json`; its shape is told in resources/standards/README.md."""
        by_id: dict[str, Publisher] = {}
        by_domain: dict[str, Publisher] = {}
        for entry in json.loads(file.read_text(encoding="utf-8"))["publishers"]:
            publisher = Publisher(entry["name"], entry.get("kind", ""), entry.get("legal", ""))
            by_id[entry["id"].lower()] = publisher
            by_id.setdefault(entry["name"].lower(), publisher)
            for domain in entry.get("domains", ()):
                by_domain[domain.lower()] = publisher
        return cls(by_id, by_domain)

    def of(self, article: Article) -> Publisher:
        """Return an article's publisher; one that is not in the list keeps the name it has."""
        given = article.publisher.strip()
        if not given:
            host = _host(article.url)
            return self._of_host(host) or Publisher(host.removeprefix("www."))
        return self._by_id.get(given.lower()) or self._of_host(given.lower()) or Publisher(given)

    def _of_host(self, host: str) -> Publisher | None:
        labels = host.split(".")
        for start in range(len(labels) - 1):
            found = self._by_domain.get(".".join(labels[start:]))
            if found:
                return found
        return None


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
