"""Scores of mail and feeds: what their readers find, beside what other projects' tests expect."""

import ast
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

from briefing.errors import IntakeError
from briefing.intake.draft_article import DraftArticle
from briefing.intake.feed_file import read_feed
from briefing.intake.found_article import FoundArticle
from briefing.intake.mail_file import read_mail
from briefing.intake.register import reader_for
from tests.bench.scoring import Score, overlap

_TAG = re.compile(r"<[A-Za-z/!][^<>]*>")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_OPENED = re.compile(rb"<(?:\w+:)?(?:entry|item)[\s>]")
_ENTRY = re.compile(r"entries\[(\d+)\]")


def scores(data: Path) -> Iterator[Score]:
    """Yield the scores of the mails with expected JSON, of the feeds, and of what ends how."""
    yield from _mail_scores(data / "email" / "stalwart")
    yield from _feed_scores(data / "feeds" / "feedparser")
    yield _entries_score(sorted(data.glob("feeds/*/*.xml")))
    yield _ended("mail: files that end as articles or a reason", sorted(data.glob("email/*/*.eml")))
    feeds = [*data.glob("feeds/*/*.xml"), *data.glob("hostile/xml_bombs_xxe/*")]
    yield _ended("feeds and hostile XML: the same", sorted(feeds))


def _mail_scores(folder: Path) -> Iterator[Score]:
    """Compare each message with its JSON, as Unix and as network text.

    Where the mail lies beside no JSON of its own, it is that of the same name with other line ends.
    """
    agreed: dict[str, list[float]] = {}
    for gold_path in sorted(folder.glob("*.json")):
        stem, *ending = gold_path.name.removesuffix(".json").split(".")
        mail = folder / f"{stem}.eml"
        if not mail.exists():
            continue
        raw = mail.read_bytes().replace(b"\r\n", b"\n")
        raw = raw.replace(b"\n", b"\r\n") if ending else raw
        found = list(read_mail(mail.name, raw))
        for what, value in _agreement(found, json.loads(gold_path.read_bytes())):
            agreed.setdefault(what, []).append(value)
    for what, values in agreed.items():
        yield Score(f"mail: {what}", sum(values) / len(values), len(values), 0.95)


def _agreement(found: list[FoundArticle], gold: dict[str, Any]) -> Iterator[tuple[str, float]]:
    draft = found[0].draft
    headers = {
        header["name"]: header["value"]
        for header in reversed(gold["parts"][0]["headers"])
        if isinstance(header["name"], str)
    }
    assert draft is not None
    yield "subject", float(_is_subject(draft.title, headers["subject"]["Text"]))
    people = headers["from"]["Address"]["List"]
    yield "from", float(draft.authors == tuple(one["name"] or one["address"] for one in people))
    when = headers["date"]["DateTime"]
    yield "date", float(str(draft.published) == "{year:04}-{month:02}-{day:02}".format(**when))
    wanted = _gold_text(gold)
    if wanted:
        yield "words of the text (F1)", overlap(_words(draft.body), _words(wanted)).f1
    files = sum(not _is_shown(gold["parts"][index]) for index in gold["attachments"])
    yield "attached files", float(sum(bool(one.part) for one in found) == files)


def _is_subject(title: str, wanted: str) -> bool:
    """Compare; where their parser lost a letter of a raw header, any letter is right."""
    return re.fullmatch(re.escape(wanted).replace("\ufffd", "."), title) is not None


def _is_shown(part: dict[str, Any]) -> bool:
    """Return whether a part is a picture in the text, which is no file of its own."""
    names = {str(header["name"]) for header in part["headers"]}
    return "content_id" in names and "Binary" in part["body"]


def _gold_text(gold: dict[str, Any]) -> str:
    bodies = [gold["parts"][index]["body"] for index in gold["text_body"]]
    return "\n".join(body.get("Text") or _plain(body.get("Html", "")) for body in bodies)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _feed_scores(folder: Path) -> Iterator[Score]:
    """Compare what can be compared of each `Expect:` line: entries, titles, addresses and so on."""
    agreed: dict[str, list[float]] = {}
    for path in sorted(folder.glob("*.xml")):
        match = re.search(rb"Expect:\s*(.*)", path.read_bytes())
        if match is None:
            continue
        drafts = _drafts(path)
        for index, key, wanted in _expectations(match[1].decode("utf-8", "replace")):
            draft = drafts.get(index)
            agreed.setdefault(key, []).append(float(draft is not None and _has(draft, key, wanted)))
    for key, values in sorted(agreed.items()):
        yield Score(f"feeds: {key}", sum(values) / len(values), len(values), 0.95)


def _drafts(path: Path) -> dict[int, DraftArticle]:
    """Return the articles of a feed; an entry of which only an author stands gets a title first."""
    data = path.read_bytes()
    titled = data.replace(b"</entry>", b"<title>x</title></entry>")
    for text in (data, titled):
        found = {index: one.draft for index, one in enumerate(_found(text)) if one.draft}
        if found:
            return found
    return {}


def _found(data: bytes) -> list[FoundArticle]:
    try:
        return list(read_feed("feed.xml", data))
    except IntakeError:
        return []


def _entries_score(paths: list[Path]) -> Score:
    """Return the share of feeds of which each entry was met, as an article or with a reason."""
    met = 0
    for path in paths:
        data = _COMMENT.sub(b"", path.read_bytes())
        met += len(_found(data)) == len(_OPENED.findall(data))
    return Score("feeds: every entry is met", met / len(paths), len(paths), 1.0)


def _expectations(line: str) -> Iterator[tuple[int, str, str]]:
    """Yield (entry, key, value) for each equation on an entry's own text."""
    try:
        tree = ast.parse(line.strip(), mode="eval")
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if not isinstance(node, ast.Compare) or not isinstance(node.ops[0], ast.Eq):
            continue
        last = node.comparators[-1]
        if not isinstance(last, ast.Constant) or not isinstance(last.value, str):
            continue
        for side in (node.left, *node.comparators[:-1]):
            said = ast.unparse(side)
            key = _KEYS.get(_ENTRY.sub("", said))
            entry = _ENTRY.match(said)
            if key and entry:
                yield int(entry[1]), key, last.value


_KEYS = {
    "['title']": "title",
    "['title_detail']['value']": "title",
    "['link']": "link",
    "['content'][0]['value']": "text",
    "['summary']": "text",
    "['summary_detail']['value']": "text",
    "['description']": "text",
    "['author_detail']['name']": "author",
    "['authors'][0]['name']": "author",
    "['tags'][0]['label']": "category",
    "['source']['title']": "publisher",
}


def _has(draft: DraftArticle, key: str, wanted: str) -> bool:
    """Return whether an article says what an entry should; texts word for word, without markup."""
    ours = {
        "title": (draft.title,),
        "text": (draft.body, draft.body.replace("\\", "")),
        "publisher": (draft.publisher,),
        "link": (draft.url,),
        "author": draft.authors,
        "category": draft.tags,
    }[key]
    if key in {"link", "author", "category"}:
        return wanted in ours
    said = [_words(text) for text in ours]
    link_free = [_words(_LINK.sub(r"\1", text)) for text in ours]
    return any(_words(text) in (*said, *link_free) for text in (wanted, _plain(wanted)))


def _plain(html: str) -> str:
    return unescape(_TAG.sub(" ", html))


def _ended(what: str, paths: list[Path]) -> Score:
    """Return the share of files that end as they must; a fault of ours ends the run."""
    kept = 0
    for path in paths:
        data = path.read_bytes()
        reader = reader_for(Path(path.name), data)
        try:
            found = list(reader.read(path.name, data)) if reader else []
            kept += reader is None or (
                bool(found) and all(one.draft or one.remark for one in found)
            )
        except IntakeError as fault:
            kept += bool(str(fault))
    return Score(what, kept / len(paths), len(paths), 1.0)
