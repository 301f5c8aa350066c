"""Returned Word files read for a review: each compared with the version it was made from."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.errors import InputError
from briefing.model.export_options import ExportOptions
from briefing.model.head_field import HeadField
from briefing.model.ids import Uid
from briefing.model.memo import Memo, MemoVersion
from briefing.model.memo_review import MemoReview
from briefing.model.word_review import ReviewedFile
from briefing.review.merging.combining import with_sound_edits
from briefing.review.placing.placing import placed
from briefing.review.reading.word_reading import read_reviewed
from briefing.services.memo_head import head_fields
from briefing.services.own_redline import without_own
from briefing.services.publishing import Publishing
from briefing.services.returned_files import file_bytes
from briefing.services.returned_origin import Origin, origin_of
from briefing.services.returned_styles import returned_styles
from briefing.services.template_shelf import library_shelf
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
    def version(self) -> int:
        """Return the version that they were made from."""
        return self.contents[0].version


class ReturnedReading:
    """Reads files and places what was changed in them; for a worker's thread."""

    def __init__(self, library: Library, publishing: Callable[[], Publishing]) -> None:
        self._library = library
        self._publishing = publishing
        self._sent: dict[tuple[Uid, int, ExportOptions], ReviewedFile] = {}

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
        self._sent.clear()  # facts that are looked up may have changed since the last time
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
            contents.append(with_sound_edits(self._placed(origin, returned)))
            kept.append((name, hashlib.sha256(data).hexdigest(), data))
        return ReadFiles(tuple(contents), tuple(kept))

    def _placed(self, origin: Origin, returned: ReviewedFile) -> MemoReview:
        version = origin.version
        returned = without_own(self._library.reader(), version, returned)
        content = placed(
            origin.memo_uid,
            version.number,
            version.body,
            self._as_sent(version, returned_styles(returned, self._publishing())),
            returned,
            parse(version.body),
            self._head(version),
        )
        if not origin.warning:
            return content
        return replace(content, warnings=(origin.warning, *content.warnings))

    def _head(self, version: MemoVersion) -> tuple[HeadField, ...]:
        memo = self._as_it_was(version)
        return head_fields(memo, library_shelf(self._library).find(memo.template))

    def _as_it_was(self, version: MemoVersion) -> Memo:
        memo = memos.get(self._library.reader(), version.memo_uid)
        return replace(memo, fields=version.fields, body=version.body)

    def _as_sent(self, version: MemoVersion, styles: ExportOptions) -> ReviewedFile:
        """Return our own export of a version, in the same styles, read as a returned file is."""
        key = version.memo_uid, version.number, styles
        if key not in self._sent:
            was = self._as_it_was(version)
            name = f"{was.slug}.docx"
            data = self._publishing().rendered(was, Path(name), styles).data
            self._sent[key] = read_reviewed(data, name)
        return self._sent[key]


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
