"""A memo of so many pages as it comes back: the library it is in, its file sent and returned."""

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from briefing.model.ids import Uid
from briefing.services.desk import open_desk
from briefing.services.sample import build_sample
from tests.bench.corpus import long_memo

PAGES = 50
CHANGES = 300
COMMENTS = 20
_BODY, _RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_RUN = re.compile(
    r"<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?"
    r'<w:t xml:space="preserve">([^<]{40,})</w:t></w:r>'
)
_PARAGRAPH = re.compile(r"(<w:p>(?:<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>)?)((?:(?!</?w:p>).)+)</w:p>")
_BY = 'w:author="A. Reviewer" w:date="2026-05-04T09:30:00Z"'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


@dataclass(frozen=True, slots=True)
class ReturnedMemo:
    """A library with a memo, the Word file that was made of it, and the one that came back."""

    library: Path
    memo_uid: Uid
    sent: Path
    returned: Path


def returned_memo(folder: Path, pages: int = PAGES) -> ReturnedMemo:
    """Write a sample library with a memo that cites it, and the memo's files."""
    library, sent, returned = (
        folder / name for name in ("review.briefing", "sent.docx", "returned.docx")
    )
    for old in folder.glob(library.name + "*"):
        old.unlink()
    build_sample(library)
    with open_desk(library) as desk:
        keys = [hit.article.citekey for hit in desk.searching.search("").hits]
        template = desk.drafting.templates()[0]
        memo, _ = desk.drafting.new_memo(template.name, {"subject": "A memo that came back"})
        desk.drafting.save(memo.uid, memo.fields, _cited(long_memo(pages, 7), keys))
        desk.publishing.export(memo.uid, sent)
    returned.write_bytes(with_comments(with_changes(sent.read_bytes(), CHANGES), COMMENTS))
    return ReturnedMemo(library, memo.uid, sent, returned)


def _cited(body: str, keys: list[str]) -> str:
    """Return a body with a source to every third paragraph."""
    blocks = body.strip().split("\n\n")
    for number, block in enumerate(blocks):
        if number % 3 == 0 and block[0].isalnum():
            blocks[number] = f"{block} [@{keys[number % len(keys)]}, p. {number + 1}]"
    return "\n\n".join(blocks) + "\n"


def with_changes(data: bytes, count: int) -> bytes:
    """Return a Word file of ours with words put in, taken out and replaced, tracked, all over it.

    Of three changes each, one puts in, one takes out, and one does both, which counts as two.
    """
    parts = _parts(data)
    body = parts[_BODY].decode()
    runs = list(_RUN.finditer(body))
    wanted = count * 3 // 4
    chosen = [runs[number * len(runs) // wanted] for number in range(min(wanted, len(runs)))]
    pieces: list[str] = []
    place = 0
    for number, run in enumerate(chosen):
        pieces += [body[place : run.start()], _changed(run, number)]
        place = run.end()
    parts[_BODY] = "".join((*pieces, body[place:])).encode()
    return _packed(parts)


def _changed(run: re.Match[str], number: int) -> str:
    look, words = run[1] or "", run[2].split(" ")
    middle = len(words) // 2

    def made(text: str, tag: str = "t") -> str:
        return f'<w:r>{look}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'

    gone, come = made(f"{words[middle]} ", "delText"), made("otherwise ")
    taken = f'<w:del w:id="{90000 + 2 * number}" {_BY}>{gone}</w:del>'
    put = f'<w:ins w:id="{90001 + 2 * number}" {_BY}>{come}</w:ins>'
    kept = made("".join(f"{word} " for word in words[middle : middle + 1]))
    change = (put + kept, taken, taken + put)[number % 3]
    return made(" ".join(words[:middle]) + " ") + change + made(" ".join(words[middle + 1 :]))


def with_comments(data: bytes, count: int) -> bytes:
    """Return a Word file of ours with comments on whole paragraphs all over it."""
    parts = _parts(data)
    body = parts[_BODY].decode()
    every = [one for one in _PARAGRAPH.finditer(body) if "<w:t " in one[2]]
    chosen = every[:: max(1, len(every) // count)][:count]
    pieces: list[str] = []
    place = 0
    for number, one in enumerate(chosen):
        ends = (
            f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
        )
        about = f'{one[1]}<w:commentRangeStart w:id="{number}"/>{one[2]}{ends}</w:p>'
        pieces += [body[place : one.start()], about]
        place = one.end()
    parts[_BODY] = "".join((*pieces, body[place:])).encode()
    said = "".join(
        f'<w:comment w:id="{number}" {_BY}><w:p><w:r><w:t>Is this so?</w:t></w:r></w:p></w:comment>'
        for number in range(len(chosen))
    )
    parts["word/comments.xml"] = f'<w:comments xmlns:w="{_W}">{said}</w:comments>'.encode()
    relation = f'<Relationship Id="rIdC" Type="{_RELATED}/comments" Target="comments.xml"/>'
    kind = f'<Override PartName="/word/comments.xml" ContentType="{_CONTENT}"/>'
    _before_end(parts, _RELATIONS, relation, "</Relationships>")
    _before_end(parts, _TYPES, kind, "</Types>")
    return _packed(parts)


def _mark(number: int) -> str:
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def _before_end(parts: dict[str, bytes], name: str, more: str, end: str) -> None:
    parts[name] = parts[name].decode().replace(end, more + end).encode()


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return written.getvalue()
