"""A folder of two thousand files of every common kind, as a desk collects them over a year."""

import json
import random
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

from tests.journeys.story import SEED

COUNT = 2_000
UNREADABLE = 20
_KINDS = ("txt", "md", "txt", "md", "txt", "html", "eml", "ris", "json", "md")


def write_mixed_files(folder: Path) -> int:
    """Write the files into folders of a hundred; return how many articles they hold."""
    chance = random.Random(20250903)
    sentences = _sentences()
    for number in range(COUNT - UNREADABLE - 3):
        path = folder / f"{number // 100:02}" / f"{number:04}.{_KINDS[number % len(_KINDS)]}"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = " ".join(chance.sample(sentences, 8))
        path.write_bytes(_WRITERS[path.suffix](number, text).encode())
    for number in range(UNREADABLE):
        (folder / "00" / f"program{number}.exe").write_bytes(b"MZ\x00\x01" + bytes([number]))
    for number, text in enumerate(_wire_copies(sentences)):
        (folder / "00" / f"wire{number}.txt").write_text(text, encoding="utf-8")
    return COUNT - UNREADABLE


def _sentences() -> list[str]:
    texts = (path.read_text(encoding="utf-8") for path in sorted(SEED.iterdir()))
    found = (one.strip() for text in texts for one in text.replace("\n", " ").split(". "))
    return [f"{one}." for one in found if 40 < len(one) < 300 and ":" not in one]


def _wire_copies(sentences: list[str]) -> Iterator[str]:
    """Yield one report as an agency sent it, and as two papers printed it."""
    body = "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, 28, 4))
    for title, publisher, tail in (
        ("Wire report on the talks", "Agency", ""),
        ("Talks end, agency says", "Morning Post", "\n\nThis story was updated at noon."),
        ("Report on the talks", "Evening Star", "\n\nAdditional reporting by our staff."),
    ):
        front = f"---\ntitle: {title}\npublisher: {publisher}\ndate: 2025-09-04\n---\n"
        yield f"{front}{body}{tail}\n"


def _plain(number: int, text: str) -> str:
    date = f"2025-08-{number % 28 + 1:02}"
    return f"---\ntitle: Report {number}\npublisher: Desk\ndate: {date}\n---\n{text}\n"


def _page(number: int, text: str) -> str:
    paragraphs = "".join(f"<p>{one}.</p>" for one in text.split(". "))
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>Page {number}</title>"
        f"</head><body><nav>Home News Sport</nav><article><h1>Page {number}</h1>{paragraphs}"
        "</article></body>"
    )


def _mail(number: int, text: str) -> str:
    message = EmailMessage()
    message["Subject"] = f"Letter {number}"
    message["From"] = "Desk <desk@example.org>"
    message["Date"] = "Wed, 03 Sep 2025 10:00:00 +0000"
    message["Message-ID"] = f"<{number}@example.org>"
    message.set_content(text)
    return message.as_string()


def _reference(number: int, text: str) -> str:
    return (
        f"TY  - RPRT\nTI  - Study {number}\nPY  - 2025\nID  - study{number}\nAB  - {text}\nER  - \n"
    )


def _record(number: int, text: str) -> str:
    one = {"id": f"item{number}", "type": "report", "title": f"Item {number}", "abstract": text}
    return json.dumps([one | {"issued": {"date-parts": [[2025, 8]]}}])


_WRITERS = {
    ".txt": _plain,
    ".md": _plain,
    ".html": _page,
    ".eml": _mail,
    ".ris": _reference,
    ".json": _record,
}
