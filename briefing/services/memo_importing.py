"""Memos from Markdown files: what an export wrote comes back as the memo that it was."""

import re
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import InputError
from briefing.export.markdown_file import (
    BIBLIOGRAPHY,
    REFERENCES,
    TEMPLATE_FIELD,
    UNCITED,
    WRITTEN_TEMPLATE,
    file_stem,
)
from briefing.export.picture_cleaning import without_metadata
from briefing.intake.memo_file import MemoFile, read_memo_file
from briefing.intake.picture_header import picture_header
from briefing.intake.text_file import decode_text
from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.import_outcome import Outcome
from briefing.model.memo import Memo
from briefing.services.cited_sources import FACT
from briefing.services.collecting import Collecting
from briefing.services.drafting import Drafting, Fields
from briefing.services.picture_keeping import Pictures
from briefing.store import articles, facts
from briefing.store.library_file import Library
from briefing.text.citations import find_citations
from briefing.text.exported_markdown import as_written
from briefing.text.picture_names import picture_names

# A list of sources that a search adds to: what it found stands in the file's front matter.
_SEARCHES = re.compile(r"(?m)^\s*:{3,}[^\n]*\.sources\b[^\n]*\bquery=")
_LARGEST = 20_000_000  # bytes of a memo's text


@dataclass(frozen=True, slots=True)
class ImportedMemo:
    """The memo, how many sources came with it, and what could not be brought along."""

    memo: Memo
    sources: int
    warnings: tuple[str, ...]
    changes: Changes


class MemoImporting:
    """Takes Markdown files in as memos."""

    def __init__(
        self, library: Library, drafting: Drafting, pictures: Pictures, collecting: Collecting
    ) -> None:
        self._library = library
        self._drafting = drafting
        self._pictures = pictures
        self._collecting = collecting

    def import_file(
        self, path: Path, *, template: str = "", into: Uid | None = None
    ) -> ImportedMemo:
        """Make a memo of a file, or with `into` put its text in place of a memo's.

        Sources that the library does not have are taken from the references file beside it.
        `template` is for a file that names none. Raises InputError with one sentence.
        """
        file = _read(path)
        named, ours = self._named(dict(file.fields))
        fields = tuple(
            field
            for field in file.fields
            if field[0] != ours and not _is_of_export(*field, file.body)
        )
        references = _beside(path, dict(file.fields).get(BIBLIOGRAPHY, ""))
        pictures, warnings = self._take_pictures(path, file.body)
        body = as_written(file.body, self._knows, pictures)
        sources, added = self._take_sources(body, references)
        warnings += [f"The library has no source “{key}”." for key in self._missing(body)]
        if named and not ours and not template and into is None:
            warnings.append(f"There is no template “{named}” here: another one was taken.")
        memo, changes = self._put(fields, body, self._template(named, template), into)
        return ImportedMemo(memo, sources, tuple(warnings), added | changes)

    def _named(self, fields: dict[str, str]) -> tuple[str, str]:
        """Return the template that a file names, and the field that does; "" where it is not here.

        Where an export named it, a field `template` is one of the memo's own.
        """
        field = TEMPLATE_FIELD if TEMPLATE_FIELD in fields else WRITTEN_TEMPLATE
        named = fields.get(field, "")
        return named, field if named and self._drafting.find_template(named) else ""

    def _template(self, named: str, wanted: str) -> str:
        """Return the template to use: the one asked for, the file's own, or the first there is."""
        if wanted:
            return self._drafting.template(wanted).name
        if self._drafting.find_template(named):
            return named
        return self._drafting.templates()[0].name

    def _put(
        self, fields: Fields, body: str, template: str, into: Uid | None
    ) -> tuple[Memo, Changes]:
        if into is None:
            return self._drafting.add_memo(template, fields, body)
        before = self._drafting.memo(into)
        self._drafting.make_version(into, "before a file was read into it")
        changes = self._drafting.save(into, fields or before.fields, body)
        return self._drafting.memo(into), changes

    def _knows(self, citation: str) -> bool:
        """Tell whether the library has each fact that a citation names."""
        keys = (item.key for found in find_citations(citation) for item in found.citation.items)
        wanted = [key.removeprefix(FACT) for key in keys if key.startswith(FACT)]
        reader = self._library.reader()
        return bool(wanted) and all(facts.find_by_key(reader, key) for key in wanted)

    def _take_pictures(self, path: Path, body: str) -> tuple[dict[str, str], list[str]]:
        """Keep the pictures that stand beside the file; return their keys by their names."""
        kept: dict[str, str] = {}
        warnings: list[str] = []
        for name in picture_names(body):
            file = _beside(path, name)
            if file is None or not file.is_file():
                continue
            try:
                kept[name] = self._take_picture(file, path.stem)
            except InputError as error:
                warnings.append(str(error))
        return kept, warnings

    def _take_picture(self, file: Path, stem: str) -> str:
        try:
            data = file.read_bytes()
        except OSError as fault:
            raise InputError(f"{file.name} cannot be read: {fault.strerror}.") from fault
        header = picture_header(data)
        if header is None:
            raise InputError(f"“{file.name}” is no PNG, JPEG or GIF: convert it first.")
        name = file.name.removeprefix(f"{file_stem(stem)}.")
        # what left without its metadata is still the picture that the library has
        for known in self._pictures.find((name.rpartition(".")[0],)):
            if without_metadata(known).data == data:
                return known.key
        return self._pictures.add(name, *header, data).key

    def _take_sources(self, body: str, references: Path | None) -> tuple[int, Changes]:
        if references is None or not references.is_file() or not self._missing(body):
            return 0, Changes()
        report = self._collecting.import_paths([references])
        return report.count(Outcome.ADDED), report.changes

    def _missing(self, body: str) -> list[str]:
        reader = self._library.reader()
        keys = dict.fromkeys(
            item.key for found in find_citations(body) for item in found.citation.items
        )
        return [
            key
            for key in keys
            if not key.startswith(FACT) and articles.find_by_citekey(reader, key) is None
        ]


def _beside(path: Path, name: str) -> Path | None:
    """Return a file beside another one; nothing where the name leads elsewhere."""
    return path.with_name(name) if name and Path(name).name == name else None


def _is_of_export(name: str, value: str, body: str) -> bool:
    """Tell whether a field is one that an export adds."""
    is_references = name == BIBLIOGRAPHY and value.endswith(REFERENCES)
    is_searched = name == UNCITED and _SEARCHES.search(body) is not None
    return name == TEMPLATE_FIELD or is_references or is_searched


def _read(path: Path) -> MemoFile:
    try:
        data = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
    except OSError as fault:
        raise InputError(f"{path.name} cannot be read: {fault.strerror}.") from fault
    if not data.strip():
        raise InputError(f"{path.name} is empty, or larger than 20 MB.")
    if b"\0" in data[:4096]:
        raise InputError(f"{path.name} is no text: choose a Markdown file.")
    return read_memo_file(decode_text(data).text)
