"""Web addresses compared: which spellings lead to the same page."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

# What newsletters and search engines hang on an address to follow the reader.
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid)", re.IGNORECASE
)
_FRONT_PAGE = re.compile(r"/(?:index|default|home)\.(?:html?|php|aspx?|jsp|cfm|cgi)", re.IGNORECASE)
_DEFAULT_PORTS = {"http": 80, "https": 443}


def same_page_key(url: str) -> str:
    """Return a key that is equal for all spellings of an address; nothing where it names no page.

    Scheme, case of the host, `www.`, default port, fragment (but `#!`), trailing slash and
    tracking parameters make no difference. The front page of a site names no page: what stands
    there changes.
    """
    url = url.strip()
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        port, host = parts.port, (parts.hostname or "").rstrip(".").removeprefix("www.")
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    query = _without_tracking(parts.query) if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""
    is_front = not path or _FRONT_PAGE.fullmatch(path) is not None
    if not host or (is_front and not (query or fragment)):
        return ""
    if port and port != _DEFAULT_PORTS.get(parts.scheme.lower()):
        host = f"{host}:{port}"
    return f"{host}{path}{f'?{query}' if query else ''}{fragment}"


def _without_tracking(query: str) -> str:
    if not _TRACKING.search(query):
        return query
    pairs = parse_qsl(query, keep_blank_values=True)
    return urlencode([pair for pair in pairs if not _TRACKING.fullmatch(pair[0])])
