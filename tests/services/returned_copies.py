"""A memo, and copies of its Word file as reviewers send them back: words replaced, tracked."""

import re
from pathlib import Path

from briefing.model.ids import new_uid
from briefing.model.memo import Memo
from briefing.services.desk import Desk
from briefing.store import memos
from briefing.store.connections import Connection
from tests.ooxml.rezipped_files import rezipped

_RUN = (
    r"<w:r>((?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)"
    r'<w:t(?: xml:space="preserve")?>([^<]*?){words}([^<]*)</w:t></w:r>'
)
WHEN = "2025-09-04T18:02:00Z"


def kept_memo(desk: Desk, fields: tuple[tuple[str, str], ...], body: str) -> Memo:
    """Return a memo as a library keeps it, to be sent out and to come back."""

    def work(connection: Connection) -> Memo:
        return memos.add(connection, Memo(new_uid(), "talks", "decision-memo", fields, body))

    return desk.library.write("New memo", work)


def returned_copy(
    sent: Path, target: Path, author: str, *replaced: tuple[str, str], mark: str = ""
) -> Path:
    """Write a copy with words replaced, tracked; `mark` is the name of a bookmark for it."""

    def change(name: str, data: bytes) -> bytes:
        if name != "word/document.xml":
            return data
        text = data.decode()
        for number, (old, new) in enumerate(replaced):
            text = _tracked(text, old, new, 9000 + number, author)
        return _marked(text, mark).encode()

    return rezipped(sent, target, change)


def _tracked(text: str, old: str, new: str, number: int, author: str) -> str:
    found = re.search(_RUN.format(words=re.escape(old)), text)
    assert found, old
    look, before, behind = found.groups()
    by = f'w:id="{number}" w:author="{author}" w:date="{WHEN}"'
    runs = [
        _run(look, before, "w:t"),
        f"<w:del {by}>{_run(look, old, 'w:delText')}</w:del>",
        f"<w:ins {by}>{_run(look, new, 'w:t')}</w:ins>" if new else "",
        _run(look, behind, "w:t"),
    ]
    return text[: found.start()] + "".join(runs) + text[found.end() :]


def _run(look: str, words: str, tag: str) -> str:
    text = f'<{tag} xml:space="preserve">{words}</{tag}>'
    return f"<w:r>{look}{text}</w:r>" if words else ""


def _marked(text: str, mark: str) -> str:
    if not mark:
        return text
    pair = f'<w:bookmarkStart w:id="8999" w:name="{mark}"/><w:bookmarkEnd w:id="8999"/>'
    text = re.sub(r'<w:bookmarkStart [^>]*w:name="_bfg_m_[^>]*/>', "", text)
    return text.replace("<w:sectPr", f"<w:p>{pair}</w:p><w:sectPr", 1)
