"""HTML to Markdown, all of it: a mail's body, a feed's entry, an article cut from its page."""

from lxml.html import HtmlElement

from briefing.intake.html_tree import parse_html
from briefing.intake.markup_blocks import BlockWriter
from briefing.intake.markup_inlines import InlineWriter


def html_to_markdown(html: str, base_url: str = "") -> str:
    """Return all that a reader of the HTML would see, as Markdown; never raises.

    Headings, lists, tables, quotes, code, links and emphasis stay; pictures, scripts, forms and
    what is hidden go. Links become absolute where `base_url` is given.
    """
    root = parse_html(html)
    return "" if root is None else element_to_markdown(root, base_url)


def element_to_markdown(element: HtmlElement, base_url: str = "") -> str:
    """Return the Markdown of one element of a tree from `parse_html`."""
    return "\n\n".join(BlockWriter(InlineWriter(base_url)).blocks(element))
