"""A mail to articles: the message is one, and each file attached to it another."""

import re
from collections.abc import Iterator
from email.message import Message

from briefing.errors import IntakeError
from briefing.intake.draft_article import DraftArticle
from briefing.intake.field_readers import language
from briefing.intake.first_words import first_words
from briefing.intake.found_article import FoundArticle
from briefing.intake.mail_attachments import MailFile
from briefing.intake.mail_headers import addresses, header, mail_date
from briefing.intake.mail_message import parse_message
from briefing.intake.mail_parts import MailParts, mail_parts
from briefing.intake.mail_sender import publisher_of
from briefing.intake.parts import inside, read_part
from briefing.model.article import DateOrigin

_SHOWN = ("From", "To", "Cc", "Message-ID")
_ADDRESSES = ("Archived-At", "X-RSS-URL", "X-Original-URL", "Content-Base", "Content-Location")
_WEB = re.compile(r"<?(https?://[^\s<>]+)>?", re.IGNORECASE)


def read_mail(name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield the message, then each file attached to it (RFC 5322, RFC 2045).

    Nothing of the file's name goes into the draft, so that the message reads the same out of a
    mailbox. Raises IntakeError where the bytes are no mail, or hold no words at all.
    """
    del name
    message = parse_message(data)
    yield from mail_articles(message, mail_parts(message))


def mail_articles(message: Message, parts: MailParts) -> Iterator[FoundArticle]:
    """Yield the article of a message, then those of its files; raises IntakeError as read_mail."""
    draft = mail_draft(message, parts)
    if not draft.body and not header(message, "Subject"):
        if not parts.files:
            raise IntakeError(parts.remark or "The message holds no text and has no subject.")
        remark = parts.remark or "The message holds no text and has no subject."
        yield FoundArticle(None, remark=remark)
    else:
        remark = parts.remark or ("" if draft.body else "The message has no text of its own.")
        yield FoundArticle(draft, remark=remark)
    for file in parts.files:
        yield from _read_file(file)


def mail_draft(message: Message, parts: MailParts) -> DraftArticle:
    """Return what a message says of itself."""
    authors = addresses(message, "From") or addresses(message, "Sender")
    published = mail_date(message)
    origin = DateOrigin.GIVEN if published else DateOrigin.NONE
    if published is None:
        published = mail_date(message, "Received")  # a server's word, not the sender's
        origin = DateOrigin.PAGE if published else DateOrigin.NONE
    return DraftArticle(
        title=header(message, "Subject") or first_words(parts.body) or _from(authors),
        body=parts.body,
        url=_url(message),
        publisher=publisher_of(message, authors[0].email if authors else ""),
        authors=tuple(author.name or author.email for author in authors),
        published=published,
        date_origin=origin,
        language=language(header(message, "Content-Language").partition(",")[0]) or "",
        fields=tuple(_fields(message)),
    )


def _from(authors: tuple[object, ...]) -> str:
    return f"Message from {authors[0]}" if authors else "Message without a subject"


def _url(message: Message) -> str:
    """Return where the message can be read on the web, if a header says so (RFC 5064)."""
    for name in _ADDRESSES:
        match = _WEB.search(header(message, name))
        if match:
            return match[1]
    return ""


def _fields(message: Message) -> Iterator[tuple[str, str]]:
    for name in _SHOWN:
        if name == "Message-ID":
            said = header(message, name)
        else:
            said = ", ".join(map(str, addresses(message, name)))
        if said:
            yield name, said


def _read_file(file: MailFile) -> Iterator[FoundArticle]:
    part = f"attachment/{file.name}"
    if file.data is None:
        yield FoundArticle(None, part, remark=file.reason)
    elif not file.data.strip():
        yield FoundArticle(None, part, remark="The attachment is empty.")
    elif file.name.lower() == "winmail.dat":
        reason = "It is packed by Outlook (TNEF); ask for the message in another format."
        yield FoundArticle(None, part, remark=reason)
    else:
        for found in read_part(file.name, file.data):
            yield inside(part, found)
