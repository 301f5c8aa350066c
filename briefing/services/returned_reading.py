"""Returned Word files read for a review: each compared with the version it was made from."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.errors import InputError
from briefing.model.export_options import AS_TEMPLATE, ExportOptions
from briefing.model.ids import Uid
from briefing.model.memo import Memo, MemoVersion
from briefing.model.memo_review import MemoReview
from briefing.model.style_mark import style_in
from briefing.model.word_review import ReviewedFile
from briefing.review.placing import placed
from briefing.review.word_reading import read_reviewed
from briefing.services.own_redline import without_own
from briefing.services.publishing import Publishing
from briefing.services.returned_files import file_bytes
from briefing.services.returned_origin import Origin, origin_of
from briefing.store import memos
from briefing.store.library_file import Library
from briefing.text.blocks import parse

KeptFile = tuple[str, str, bytes]  # its name in the review, the SHA-256 of its bytes, the bytes


@dataclass(frozen=True, slots=True)
class ReadFiles:
    """What files say, one content each, all of one version."""

    contents: tuple[MemoReview, ...]
    kept: tuple[KeptFile, ...]

    @property
    def memo_uid(self) -> Uid:
        """Return the memo that they are of."""
        return self.contents[0].memo_uid

    @property
    def version(self) -> int:
        """Return the version that they were made from."""
        return self.contents[0].version


class ReturnedReading:
    """Reads files and places what was changed in them; for a worker's thread."""

    def __init__(self, library: Library, publishing: Callable[[], Publishing]) -> None:
        self._library = library
        self._publishing = publishing
        self._sent: dict[tuple[Uid, int, str], ReviewedFile] = {}

    def read(
        self,
        paths: Sequence[Path],
        memo_uid: Uid | None,
        *,
        by_text: bool = False,
        taken: Iterable[str] = (),
    ) -> ReadFiles:
        """Return what files say of a memo; InputError where one is none, or of another version.

        `taken` are names that files of the review have already.
        """
        names = set(taken)
        contents: list[MemoReview] = []
        kept: list[KeptFile] = []
        for path in paths:
            data = file_bytes(path)
            name = _free_name(path, names)
            names.add(name)
            returned = read_reviewed(data, name)
            origin = origin_of(self._library.reader(), returned, memo_uid, by_text=by_text)
            if contents:
                _check_same(contents[0], origin, name)
            contents.append(self._placed(origin, returned))
            kept.append((name, hashlib.sha256(data).hexdigest(), data))
        return ReadFiles(tuple(contents), tuple(kept))

    def _placed(self, origin: Origin, returned: ReviewedFile) -> MemoReview:
        version = origin.version
        returned = without_own(self._library.reader(), version, returned)
        content = placed(
            origin.memo_uid,
            version.number,
            version.body,
            self._as_sent(version, _style_of(returned)),
            returned,
            parse(version.body),
        )
        if not origin.warning:
            return content
        return replace(content, warnings=(origin.warning, *content.warnings))

    def _as_sent(self, version: MemoVersion, csl: str) -> ReviewedFile:
        """Return our own export of a version, in a citation style, read as a returned file is."""
        key = version.memo_uid, version.number, csl
        if key not in self._sent:
            memo = memos.get(self._library.reader(), version.memo_uid)
            was = replace(memo, fields=version.fields, body=version.body)
            self._sent[key] = self._exported(was, csl)
        return self._sent[key]

    def _exported(self, memo: Memo, csl: str) -> ReviewedFile:
        name = f"{memo.slug}.docx"
        publishing = self._publishing()
        known = {style.name for style in publishing.citation_styles.every()} if csl else set[str]()
        options = ExportOptions(csl=csl) if csl in known else AS_TEMPLATE
        return read_reviewed(publishing.rendered(memo, Path(name), options).data, name)


def _style_of(file: ReviewedFile) -> str:
    """Return the citation style that a file says it is worded in, or nothing."""
    return style_in(mark.name for paragraph in file.paragraphs for mark in paragraph.bookmarks)


def _check_same(first: MemoReview, origin: Origin, name: str) -> None:
    if first.memo_uid != origin.memo_uid:
        raise InputError(f"“{name}” is of another memo than “{first.files[0]}”; review it alone.")
    if first.version != origin.version.number:
        raise InputError(
            f"“{name}” was made from version {origin.version.number}, “{first.files[0]}” from"
            f" version {first.version}; review each by itself."
        )


def _free_name(path: Path, taken: set[str]) -> str:
    """Return a file's name, told apart from those of other files in the review."""
    name, number = path.name, 2
    while name in taken:
        name, number = f"{path.stem} ({number}){path.suffix}", number + 1
    return name
