"""Which addresses a written file may link to: the web and mail, and nothing on this machine."""

import re
from urllib.parse import urlsplit

from briefing.export.legal_text import legal

SCHEMES = frozenset({"http", "https", "mailto"})
LONGEST = 2000  # Word refuses a hyperlink of more than 2,079 characters
_UNWISE = re.compile(r'[\s"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})')
_USUAL = re.compile(
    r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/[\w./,:;=+@~&?!$()*'-]*)?", re.ASCII
)
_BRACKETS = re.compile(r"[\[\]]")


def web_address(url: str) -> str:
    """Return the address as a link may carry it, or nothing where it must stay plain text.

    What a URI may not hold is escaped (RFC 3986, 2); letters of other scripts stay (RFC 3987).
    """
    if len(url) <= LONGEST and _USUAL.fullmatch(url):
        return url
    url = legal(url).strip()
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return ""
    scheme = parts.scheme.lower()
    if scheme not in SCHEMES or (scheme != "mailto" and not host) or port == 0:
        return ""
    before, mark, fragment = url.partition("#")
    address = _UNWISE.sub(_escaped, before + mark + fragment.replace("#", "%23"))
    if "[" not in parts.netloc:  # there, brackets are those of an IPv6 address
        address = _BRACKETS.sub(_escaped, address)
    return address if len(address) <= LONGEST else ""


def _escaped(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())
