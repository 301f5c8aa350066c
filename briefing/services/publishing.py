"""Memos on their way out: made ready for print, laid out in pages, written as files."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from briefing.export.atomic_write import write_whole
from briefing.export.captions import captions_first
from briefing.export.formats import (
    FORMATS,
    ExportFormat,
    Rendered,
    Surroundings,
    format_of,
    render,
)
from briefing.export.picture_cleaning import without_metadata
from briefing.export.publisher_names import PublisherNames
from briefing.model.changes import Changes
from briefing.model.export_options import AS_TEMPLATE, CommentsKept, ExportOptions
from briefing.model.finding import Finding
from briefing.model.ids import Uid
from briefing.model.memo import Memo, MemoVersion
from briefing.model.memo_mark import memo_mark
from briefing.model.memo_release import MemoRelease, file_hash
from briefing.model.page import PageImage, Pages
from briefing.model.picture import Picture
from briefing.model.publication import Publication
from briefing.paths import resources_dir, user_data_dir, user_templates_dir
from briefing.services.annexing import annex_name, with_annex
from briefing.services.citation_styles import CitationStyles, citing_wish
from briefing.services.cited_sources import CitedSources
from briefing.services.drafting import Drafting
from briefing.services.evidence import EvidenceDesk
from briefing.services.lookup_blocks import LookupBlocks
from briefing.services.markdown_splice import spliced
from briefing.services.memo_head import memo_head
from briefing.services.searching import Searching
from briefing.services.sent_styles import SentStyles
from briefing.services.source_lists import SourceLists
from briefing.services.source_summarising import source_summary
from briefing.services.template_shelf import library_shelf
from briefing.store import articles, pictures, versions
from briefing.store.library_file import Library
from briefing.text.blocks import parse
from briefing.text.conditional_parts import closed_up, without_hidden
from briefing.text.fact_marks import without_marks
from briefing.text.html_comments import without_comments
from briefing.text.picture_links import picture_keys

# Blocks that would be looked up again, in what was printed with them.
_LOOKED_UP = re.compile(r"(?m)^(:{3,}[ \t]*\{[^}\n]*)\.(facts|timeline|source-summary)\b")

_WORD_ONLY = "Tracked changes and comments are written into Word files only."


def _none(_memo: Memo) -> tuple[Finding, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote: the file, those beside it, and the version that it shows.

    `file_hash` is the SHA-256 of the file; `release` is its line in the log, of a final one.
    """

    path: Path
    beside: tuple[Path, ...]
    version: int
    warnings: tuple[str, ...]
    changes: Changes
    file_hash: str = ""
    release: MemoRelease | None = None


class Publishing:
    """What can be done with a memo that is to be read by others."""

    def __init__(
        self, library: Library, findings: Callable[[Memo], tuple[Finding, ...]] = _none
    ) -> None:
        """Write memos of a library; `findings` examines one that takes its open findings along."""
        self._library = library
        self._findings = findings
        self._evidence = EvidenceDesk(library)
        self._drafting = Drafting(library, user_templates_dir())
        self._resources = resources_dir()
        self._templates = library_shelf(library)
        self._publishers = PublisherNames.read(self._resources / "standards" / "publishers.json")
        self.citation_styles = CitationStyles(self._publishers)

    def publication(self, memo: Memo, csl: str = "") -> Publication:
        """Return a memo as writers read it: facts looked up, citations numbered, sources worded.

        `csl` is a citation style in place of the memo's own or its template's; ExportError where
        it cannot be used. One that the memo names in vain is told as a warning.
        """
        template = self._templates.find(memo.template)
        head = memo_head(memo, template)
        body = without_hidden(memo.body, dict(memo.fields))
        document = parse(body)
        sources = CitedSources(self._library, self._evidence)
        summary = partial(source_summary, self._library, self._publishers, memo)
        lookups = LookupBlocks(self._evidence, sources, summary, head.language)
        ready = replace(document, blocks=captions_first(lookups.filled(document.blocks)))
        wish = citing_wish(memo, template, csl, head.language)
        lists = self._lists(head.language, is_wanted=wish.has_list)
        cited = self.citation_styles.cited(ready, sources.of, wish, lists.asked_for(ready))
        blocks = lists.filled(cited.numbered.blocks, cited.numbered)
        looked_up = lookups.markdown | lists.markdown
        spliced_in = spliced(body, document.blocks, looked_up, sources)
        markdown = without_comments(spliced_in if body == memo.body else closed_up(spliced_in))
        shown, gone = self._pictures(markdown)
        return replace(
            head,
            blocks=blocks,
            notes=cited.numbered.notes,
            sources=cited.numbered.sources,
            further=tuple(lists.further.values()),
            markdown=markdown,
            facts=tuple(sources.facts.values()),
            pictures=shown,
            csl=cited.file,
            warnings=tuple(
                dict.fromkeys(
                    (*lookups.warnings, *sources.warnings, *lists.warnings, *cited.warnings, *gone)
                )
            ),
        )

    def _lists(self, language: str, *, is_wanted: bool) -> SourceLists:
        article = partial(articles.get, self._library.reader())
        search = Searching(self._library).uids
        return SourceLists(search, article, self._publishers, language, is_wanted=is_wanted)

    def _pictures(self, markdown: str) -> tuple[tuple[Picture, ...], tuple[str, ...]]:
        """Return the pictures that a text shows, and a sentence for each that is not there."""
        keys = picture_keys(markdown)
        found = pictures.find(self._library.reader(), keys)
        there = {picture.key for picture in found}
        return found, tuple(
            f"The library has no picture “{key}”; its description stands there."
            for key in keys
            if key not in there
        )

    def source_summary(self, memo: Memo) -> str:
        """Draft what a memo's sources are worth together, as one paragraph."""
        return source_summary(self._library, self._publishers, memo)

    def formats(self) -> tuple[ExportFormat, ...]:
        """Return the kinds of file that can be written, the usual one first."""
        return FORMATS

    def export(
        self,
        memo_uid: Uid,
        target: Path,
        options: ExportOptions = AS_TEMPLATE,
    ) -> ExportReport:
        """Write a memo as the kind of file that the target's extension names.

        What was written is kept as a version; where the options name an earlier one, that one is
        written, as it read when it was exported. Raises ExportError with one sentence.
        """
        version = options.version
        format_of(target)  # a file of no known kind is refused before anything is looked up
        memo = self.memo(memo_uid, version)
        publication = self.publication(memo, options.csl)
        rendered = self._render(publication, memo, target, options)
        beside = [(target.with_name(name), data) for name, data in rendered.beside]
        for path, data in beside:
            write_whole(path, data)
        write_whole(target, rendered.data)
        SentStyles().keep(publication, options)
        if not version:
            version = self._keep(memo, without_marks(publication.markdown), target.name).number
        return ExportReport(
            path=target,
            beside=tuple(path for path, _ in beside),
            version=version,
            warnings=tuple(dict.fromkeys((*publication.warnings, *rendered.warnings))),
            changes=Changes(memos=frozenset({memo_uid})),
            file_hash=file_hash(rendered.data),
        )

    def memo(self, memo_uid: Uid, version: int = 0) -> Memo:
        """Return a memo as it is to be written: as it stands, or as a version of it read."""
        memo = self._drafting.memo(memo_uid)
        return self._as_it_was(memo, version) if version else memo

    def rendered(self, memo: Memo, target: Path, options: ExportOptions = AS_TEMPLATE) -> Rendered:
        """Return the bytes of what an export would write, and write nothing."""
        return self._render(self.publication(memo, options.csl), memo, target, options)

    def pages(self, memo: Memo) -> Pages:
        """Return a memo laid out in pages, with the place of each block; for any thread."""
        # typst takes 0.1 s to import, which a memo's first text need not wait for
        from briefing.export.typst_pages import lay_out  # noqa: PLC0415

        return lay_out(self.publication(memo), self._resources)

    def draw_page(self, pdf: bytes, number: int, scale: float) -> PageImage:
        """Draw one page of a PDF, counted from 1; a scale of 1 is 72 dots an inch."""
        from briefing.export.page_images import draw_page  # noqa: PLC0415 # as above

        return draw_page(pdf, number, scale)

    def _render(
        self, publication: Publication, memo: Memo, target: Path, options: ExportOptions
    ) -> Rendered:
        """Write a publication as the options ask for it, in place of the template.

        Here, not for each preview, it gets its mark, and its pictures lose what they do not show.
        """
        kind = format_of(target)
        beside: tuple[tuple[str, bytes], ...] = ()
        if options.notes is not None:
            publication = replace(publication, note_style=options.notes)
        publication = replace(
            publication,
            mark=memo_mark(memo.uid, memo.fields, memo.body).name,
            house_mark=SentStyles().house_mark(publication, options),
            styles=(*publication.styles, *options.styles),
            pictures=tuple(map(without_metadata, publication.pictures)),
        )
        if options.annex:
            written = self._as_written(memo, options.version)
            publication, data = with_annex(self._library, self._publishers, publication, written)
            beside = ((annex_name(target.stem), data),)
        folders = (user_data_dir() / "docx", self._resources / "docx")
        around = Surroundings(self._resources, folders, options)
        rendered = render(publication, kind, target.stem, around)
        rendered = replace(rendered, beside=(*rendered.beside, *beside))
        return self._marked(rendered, memo, target, options)

    def _marked(
        self, rendered: Rendered, memo: Memo, target: Path, options: ExportOptions
    ) -> Rendered:
        """Return what was written with the tracked changes and comments that are asked for."""
        if not options.redline and options.comments is CommentsKept.NONE:
            return rendered
        if format_of(target).extension != ".docx":
            return replace(rendered, warnings=(*rendered.warnings, _WORD_ONLY))
        # lxml takes 0.04 s to import, which other files need not wait for
        from briefing.services.marked_copies import MarkedCopies  # noqa: PLC0415

        copies = MarkedCopies(self._library, self._findings)
        data = rendered.data
        if options.redline:
            since = options.redline
            plain = replace(options, version=since, redline=0, comments=CommentsKept.NONE)
            old = self.rendered(self.memo(memo.uid, since), target, plain)
            data = copies.redline(data, old.data, memo, since)
        return replace(rendered, data=copies.commented(data, memo, options.comments))

    def _as_written(self, memo: Memo, number: int) -> Memo:
        """Return a memo with the text of a version: where it was printed, it cites its facts."""
        if not number:
            return memo
        return replace(memo, body=versions.get(self._library.reader(), memo.uid, number).body)

    def _as_it_was(self, memo: Memo, number: int) -> Memo:
        """Return the memo as a version has it, and where it was exported, as it then read.

        Where all that it looks up still reads as it did, its own text serves: then the file comes
        out byte for byte as it did, with its places.
        """
        version = versions.get(self._library.reader(), memo.uid, number)
        kept = replace(memo, fields=version.fields, body=version.body)
        now = self.publication(kept) if version.printed else None
        if now is None or without_marks(now.markdown) == version.printed:
            return kept
        printed = _LOOKED_UP.sub(r"\1.printed-\2", version.printed)
        return replace(kept, body=printed)

    def _keep(self, memo: Memo, printed: str, name: str) -> MemoVersion:
        """Keep the memo as it was written out, whatever was typed since."""
        reason = f"exported to {name}"
        return self._library.write(
            "Export memo",
            lambda connection: versions.add(connection, memo, reason, printed),
            undoable=False,
        )
