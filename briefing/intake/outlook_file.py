"""A message saved by Outlook to articles: the message is one, each attached file another."""

from collections.abc import Iterator
from email.message import Message
from email.utils import format_datetime

from briefing.errors import IntakeError
from briefing.intake.found_article import FoundArticle
from briefing.intake.html_markdown import html_to_markdown
from briefing.intake.mail_attachments import SUFFIXES, MailFile, named_apart, safe_name
from briefing.intake.mail_file import mail_articles
from briefing.intake.mail_message import empty_message, parse_message
from briefing.intake.mail_parts import ENCRYPTED, MailParts, better_text
from briefing.intake.mail_text import plain_text
from briefing.intake.outlook_message import OutlookMessage
from briefing.intake.outlook_rtf import packed_rtf_text

_SUBJECT = (0x0037, 0x0E1D, 0x0070)
_HEADERS = 0x007D
_BODY = 0x1000
_RTF = 0x1009
_MESSAGE_ID = 0x1035
_SENDER = ((0x0042, 0x0C1A), (0x5D02, 0x0065, 0x5D01, 0x0C1F))  # names, addresses
_TIMES = (0x0039, 0x0E06)  # sent, delivered
_FIRST_YEAR = 1980  # earlier is how Outlook says that there is none
_RECIPIENTS = {"To": 1, "Cc": 2}
_ITEM = "It is an item of Outlook inside the message; save it by itself and import that."
_OTHER = "It is no message but another item of Outlook (an appointment, a contact, a task)."
_SEALED = (".p7m", ".p7s", "unnamed.bin")  # the message once more, encrypted or signed
_OTHERS = ("IPM.Contact", "IPM.DistList", "IPM.Appointment", "IPM.Task", "IPM.Activity")


def read_outlook(name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield the message, then each file attached to it.

    Raises IntakeError where the file is none, or an item of another kind.
    """
    del name
    item = OutlookMessage(data)
    if item.kind.startswith(_OTHERS):
        raise IntakeError(_OTHER)
    remarks: list[str] = []
    text, files = _body(item, remarks), list(_files(item))
    if item.kind.startswith("IPM.Note.SMIME"):
        remarks += [ENCRYPTED] if not text else []
        files = [file for file in files if not file.name.endswith(_SEALED)]
    parts = MailParts([text], files, "".join(remarks))
    yield from mail_articles(_message(item), parts)


def _message(item: OutlookMessage) -> Message:
    """Return the headers of a message: those it came with, and what Outlook knows besides."""
    try:
        message = parse_message(item.text(_HEADERS).encode("utf-8", "replace") + b"\r\n\r\n")
    except IntakeError:
        message = empty_message()
    names, addresses = _SENDER
    sender = _person(item.text(*names), item.text(*addresses))
    sent = item.moment(*_TIMES)
    known = {
        "Subject": item.text(*_SUBJECT),
        "From": sender,
        "Date": format_datetime(sent) if sent and sent.year >= _FIRST_YEAR else "",
        "Message-ID": item.text(_MESSAGE_ID),
        **{header: _people(item, kind) for header, kind in _RECIPIENTS.items()},
    }
    for header, value in known.items():
        if value and header not in message:
            message[header] = value
    return message


def _people(item: OutlookMessage, wanted: int) -> str:
    found = (_person(name, email) for kind, name, email in item.recipients() if kind == wanted)
    return ", ".join(found)


def _person(name: str, email: str) -> str:
    """Return a person as a header has them; an address inside an organisation is none."""
    quoted = name.replace('"', "").replace("\\", "").strip()
    if "@" not in email:
        return f'"{quoted}"' if quoted else ""
    return f'"{quoted}" <{email.strip()}>' if quoted and quoted != email else email.strip()


def _body(item: OutlookMessage, remarks: list[str]) -> str:
    plain = plain_text(item.text(_BODY)).text
    html = item.html()
    text = better_text(plain, html_to_markdown(html) if html.strip() else "")
    packed = item.data(_RTF)
    if text or not packed:
        return text
    try:
        return plain_text(packed_rtf_text(packed)).text
    except IntakeError as fault:
        remarks.append(str(fault))
        return ""


def _files(item: OutlookMessage) -> Iterator[MailFile]:
    shown = (file for file in item.files() if not file.is_picture_in_text)
    return named_apart(
        MailFile(safe_name(file.name, SUFFIXES.get(file.media_type, "")), file.data, _ITEM)
        for file in shown
    )
