"""Who stands behind a mail: its list, the sender's organisation, or the domain they write from."""

import re
from email.message import Message

from briefing.intake.mail_headers import header

_LIST = re.compile(r"(.*?)\s*<([^<>]*)>")
_PROVIDERS = frozenset(
    (
        *("aol", "fastmail", "gmail", "gmx", "googlemail", "hotmail", "hushmail", "icloud"),
        *("outlook", "proton", "protonmail", "rediffmail", "riseup", "rocketmail", "tutanota"),
        *("t-online", "yahoo", "yandex", "ymail", "163", "126", "qq", "posteo", "wanadoo"),
    )
)
_PROVIDER_DOMAINS = frozenset(
    (
        *("free.fr", "laposte.net", "libero.it", "live.com", "mac.com", "mail.com", "mail.ru"),
        *("mailbox.org", "me.com", "msn.com", "naver.com", "orange.fr", "pm.me", "rambler.ru"),
        *("web.de", "comcast.net", "verizon.net", "btinternet.com", "sbcglobal.net", "att.net"),
    )
)
_HOST = re.compile(r"[a-z0-9.-]+\.[a-z][a-z0-9-]+", re.ASCII)
_SECOND_LEVEL = frozenset(
    (
        *("ac", "co", "com", "edu", "go", "gob", "gouv", "gov", "gub", "gv", "ltd", "mil", "ne"),
        *("net", "nhs", "nic", "or", "org", "police"),
    )
)


def publisher_of(message: Message, sender: str) -> str:
    """Return the name of the list, else of the organisation, else the sender's own domain.

    The domain of a provider of mailboxes says nothing of who writes.
    """
    listed = header(message, "List-Id")
    match = _LIST.fullmatch(listed)
    name = (match[1].strip(" \"'") or match[2]) if match else listed
    return name.strip() or header(message, "Organization") or organisation_domain(sender)


def organisation_domain(address: str) -> str:
    """Return `state.gov` for `press@mail.state.gov`; nothing for a provider or no address."""
    host = address.rpartition("@")[2].strip(" .>").lower()
    if "@" not in address or not _HOST.fullmatch(host):
        return ""
    labels = host.split(".")
    is_nested = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    own = labels[-3:] if is_nested else labels[-2:]
    domain = ".".join(own)
    return "" if own[0] in _PROVIDERS or domain in _PROVIDER_DOMAINS else domain
