"""Citations and entries worded by typst's engine in one hidden compile, kept by their content."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import typst

from briefing.errors import ExportError
from briefing.export.csl.cited_html import CitedPage, read_page
from briefing.export.typst_text import string

_MARK = "\ue0f8"
_GIVEN_NAMES = re.compile(r'\sdisambiguate-add-givenname="[^"]*"')
_KEPT = 8  # answers; one is some 100 kB for a long memo
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_](?:[A-Za-z]{4}[-_])?([A-Za-z]{2}))?\b")


@dataclass(frozen=True, slots=True)
class Cite:
    """One source of a citation: its entry, and the words of its place."""

    entry: str
    place: str = ""
    is_name: bool = False  # the author's name alone


@dataclass(frozen=True, slots=True)
class Request:
    """A citation: its sources and the variant of the style by its number."""

    cites: tuple[Cite, ...]
    variant: int


def worded(
    name: str,
    library: str,
    variants: Sequence[str],
    requests: Sequence[Request],
    language: str,
    unseen: tuple[str, ...] = (),
) -> CitedPage:
    """Return requests in the words of a style; its first variant makes the list of sources.

    Entries `unseen` are listed and not cited. `name` is told where the engine does not take the
    style: an ExportError of one sentence.
    """
    return _worded(name, library, tuple(variants), tuple(requests), language, unseen)


@lru_cache(maxsize=_KEPT)
def _worded(
    name: str,
    library: str,
    variants: tuple[str, ...],
    requests: tuple[Request, ...],
    language: str,
    unseen: tuple[str, ...],
) -> CitedPage:
    source = _source(requests, language, unseen).encode()
    # hayagriva 0.10 stumbles where it adds given names to tell sources of many authors apart
    simpler = tuple(_GIVEN_NAMES.sub("", variant) for variant in variants)
    html = _compiled(name, source, library, variants) or _compiled(name, source, library, simpler)
    if not html:
        raise ExportError(f"The citation style “{name}” cannot be used here. Choose another style.")
    page = read_page(html)
    return replace(page, citations=page.citations[: len(requests)])


def _compiled(name: str, source: bytes, library: str, variants: Sequence[str]) -> str:
    """Return the engine's answer, or nothing where it broke off."""
    inputs = {f"v{number}": text for number, text in enumerate(variants)}
    try:
        html = typst.compile(
            source,
            format="html",
            sys_inputs={"library": library, **inputs},
            ignore_system_fonts=True,
        )
    except typst.TypstError as error:
        words = " ".join(str(error).split()).rstrip(".")
        raise ExportError(
            f"The citation style “{name}” cannot be used: {words}. Choose another style."
        ) from error
    except BaseException as fault:
        if type(fault).__name__ != "PanicException":  # Rust's, which no module names
            raise
        return ""
    return html.decode()


def _source(requests: Sequence[Request], language: str, unseen: Sequence[str]) -> str:
    """Return the hidden memo: a paragraph a citation, and the list of sources."""
    match = _LANGUAGE.match(language)
    tongue = match[1].lower() if match else "en"
    region = f", region: {string(match[2].upper())}" if match and match[2] else ""
    # the mark keeps the paragraph of a citation that comes to nothing
    paragraphs = "\n".join(f'#par[#"{_MARK}";{_citation(request)}]' for request in requests)
    silent = "".join(
        f"#cite(<{entry}>, form: none, style: bytes(sys.inputs.v0))" for entry in unseen
    )
    return (
        f"#set text(lang: {string(tongue)}{region})\n{paragraphs}\n{silent}\n"
        "#bibliography(bytes(sys.inputs.library), title: none, style: bytes(sys.inputs.v0))"
    )


def _citation(request: Request) -> str:
    style = f"bytes(sys.inputs.v{request.variant})"
    return "".join(_cite(cite, style) for cite in request.cites)


def _cite(cite: Cite, style: str) -> str:
    place = f", supplement: [#{string(cite.place)}]" if cite.place else ""
    form = ', form: "author"' if cite.is_name else ""
    return f"#cite(<{cite.entry}>{place}{form}, style: {style})"
