"""A mailbox to articles: each of its messages, one after the other, and the files with them."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.errors import IntakeError
from briefing.intake.draft_article import DraftArticle
from briefing.intake.found_article import FoundArticle
from briefing.intake.mail_file import read_mail
from briefing.intake.mbox_split import split_mbox
from briefing.intake.part_names import PartNames
from briefing.intake.parts import inside
from briefing.model.article import Original

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_LONGEST_NAME = 80


def read_mbox(name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield each message, named by its Message-ID, with its own bytes as the original.

    Only one message is held parsed at a time. Raises IntakeError where there is none.
    """
    if data.startswith(b"*mbx*"):
        raise IntakeError("It is a mailbox of the UW server (mbx); export it as mbox.")
    count = 0
    names = PartNames()
    for message in split_mbox(data):
        count += 1
        yield from _read_message(name, message, names)
    if not count:
        raise IntakeError("It is no mailbox: no line in it begins a message (“From ”).")


def _read_message(name: str, data: bytes, names: PartNames) -> Iterator[FoundArticle]:
    sha256 = hashlib.sha256(data).hexdigest()
    part = ""
    try:
        for found in read_mail(name, data):
            part = part or names.named(_message_id(found.draft) or sha256[:16])
            if not found.part and found.draft:
                original = Original(_file_name(found.draft), "message/rfc822", data, sha256)
                yield replace(found, part=part, original=original)
            else:
                yield inside(part, found)
    except IntakeError as fault:
        part = part or names.named(sha256[:16])
        yield FoundArticle(None, part, remark=str(fault))


def _message_id(draft: DraftArticle | None) -> str:
    said = dict(draft.fields).get("Message-ID", "") if draft else ""
    return said.strip("<> ")


def _file_name(draft: DraftArticle) -> str:
    stem = " ".join(_UNFIT.sub(" ", draft.title).split())[:_LONGEST_NAME].strip(" .")
    return f"{stem or 'message'}.eml"
