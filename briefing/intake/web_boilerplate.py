"""What stands on a page beside its article: navigation, notices, shares, comments, teasers."""

import re

from lxml.html import HtmlElement

from briefing.intake.html_tree import elements, tag_of
from briefing.intake.markup_inlines import SILENT

# Tokens of ids and classes, whole words between their hyphens, that name something else.
_NEVER = re.compile(
    r"(?:^|[\s_-])(?:cookie|consent|gdpr|share|sharing|sharedaddy|social|newsletter|subscribe"
    r"|signup|paywall-prompt|breadcrumbs?|skip-link|screen-reader-text|sr-only|visually-?hidden"
    r"|advert(?:isement)?|adsbygoogle|sponsored|outbrain|taboola|popup|lightbox|noprint"
    r"|related(?:-?(?:posts?|articles?|stories|content|news))?|recommended|most-?(?:read|popular)"
    r"|comments?(?:-?(?:list|area|section|form))?|respond|disqus|pagination|pager|post-?nav(?:igation)?"
    r"|nav(?:bar|igation|links?)?|menu|sidebar|widget-area|site-(?:header|footer)|masthead|topbar"
    r"|jp-relatedposts|wp-block-buttons?|mw-editsection|mw-jump-link|navbox|catlinks|toc"
    r"|unprinted-element-wrapper|printfooter|reflist-nav|permalink|headerlink|anchor-?link)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_NOTES = re.compile(r"(?:^|[\s_-])(?:foot-?notes|end-?notes)(?:$|[\s_-])", re.IGNORECASE)
_HOLDERS = frozenset({"div", "section", "ol", "ul", "aside", "footer", "table", "dl"})
# The numbers that a page prints beside its lines of code.
_GUTTER = re.compile(
    r"(?:^|\s)(?:line-?nos?|linenodiv|line-numbers?(?:-rows)?|gutter|lnt|ln|blob-num"
    r"|hljs-ln-numbers|react-syntax-highlighter-line-number)(?:$|\s)",
    re.IGNORECASE,
)
_NUMBERING = frozenset({"span", "td", "th", "div", "pre", "code"})
_ROLES = frozenset(
    (
        *("navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu"),
        *("menubar", "toolbar", "tooltip", "complementary"),
    )
)
_TAGS = frozenset({"nav", "aside", "footer", "form", "menu", "search"})
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def is_notes(element: HtmlElement) -> bool:
    """Return whether an element says that it holds the footnotes or endnotes."""
    if tag_of(element) not in _HOLDERS:
        return False
    role = (element.get("role") or "").lower()
    named = f"{element.get('id') or ''} {element.get('class') or ''}"
    return role in {"doc-endnotes", "doc-footnotes"} or bool(_NOTES.search(named))


def names_boilerplate(element: HtmlElement) -> bool:
    """Return whether an element says by its tag, role, id or class that it is not the article."""
    if tag_of(element) in _TAGS or (element.get("role") or "").lower() in _ROLES:
        return True
    named = f"{element.get('id') or ''} {element.get('class') or ''}"
    return bool(_NEVER.search(named))


def remove_unseen(root: HtmlElement) -> None:
    """Take away scripts and what is hidden, but not what is most of the page."""
    for element in list(elements(root)):
        if tag_of(element) in SILENT and tag_of(element) not in {"head", "title", "meta", "link"}:
            drop(element)
    total = len(str(root.text_content()))
    for element in list(elements(root)):
        is_unseen = _is_hidden(element) or _is_gutter(element)
        if is_unseen and len(str(element.text_content())) * 3 < total * 2:
            drop(element)


def drop(element: HtmlElement) -> None:
    """Take an element out of its tree, the words behind it left in."""
    if element.getparent() is not None:
        element.drop_tree()


def link_density(element: HtmlElement) -> float:
    """Return the share of an element's letters that stand in links."""
    total = len("".join(str(element.text_content()).split()))
    linked = sum(len("".join(str(link.text_content()).split())) for link in element.iter("a"))
    return linked / total if total else 0.0


def _is_gutter(element: HtmlElement) -> bool:
    return tag_of(element) in _NUMBERING and bool(_GUTTER.search(element.get("class") or ""))


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    if element.get("aria-hidden") == "true":
        return tag_of(element) not in {"math", "body", "main", "article"}
    style = element.get("style")
    return bool(style and _HIDING.search(style))
