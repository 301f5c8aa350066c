"""Releases: a memo leaves as final when its required checks are met or waived, and it is logged."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from briefing.checks.rule_book import STYLE_RULES
from briefing.errors import ExportError, InputError
from briefing.model.export_options import AS_TEMPLATE, CommentsKept, ExportOptions, Waiver
from briefing.model.finding import Finding, Severity
from briefing.model.ids import Uid, new_uid
from briefing.model.memo_release import MemoRelease, OpenCheck, file_hash, text_hash
from briefing.services.checking import Checking
from briefing.services.publishing import ExportReport, Publishing
from briefing.services.styling import Styling
from briefing.store import memo_releases, versions
from briefing.store.connections import Connection
from briefing.store.library_file import Library
from briefing.store.timestamps import now

LONGEST = 400  # characters of the recipients, and of a reason


class Releasing:
    """Writes memos out; one that is to be final is examined first and logged afterwards."""

    def __init__(self, library: Library, checking: Checking, publishing: Publishing) -> None:
        self._library = library
        self._checking = checking
        self._publishing = publishing

    def open_checks(self, memo_uid: Uid, version: int = 0) -> tuple[OpenCheck, ...]:
        """Return the required checks that are not met, rule by rule; slow, for any thread.

        Required are the rules of the memo's template, but for remarks on style and bare notes;
        what the analyst dismissed is met.
        """
        memo = self._publishing.memo(memo_uid, version)
        found: dict[str, list[Finding]] = {}
        for finding in self._checking.check_memo(memo):
            if finding.severity is not Severity.NOTE and finding.rule not in STYLE_RULES:
                found.setdefault(finding.rule, []).append(finding)
        return tuple(OpenCheck(rule, tuple(findings)) for rule, findings in found.items())

    def export(
        self, memo_uid: Uid, target: Path, options: ExportOptions = AS_TEMPLATE
    ) -> ExportReport:
        """Write a memo; as final only where each open check is waived, with a line in the log.

        Raises ExportError where a required check is open, and InputError where a waiver gives no
        reason, or comments or tracked changes were asked for.
        """
        if not options.is_final:
            return self._publishing.export(memo_uid, target, options)
        waivers = self._granted(memo_uid, options)
        report = self._publishing.export(memo_uid, target, options)
        return replace(report, release=self._logged(memo_uid, report, options, waivers))

    def releases(self, memo_uid: Uid) -> tuple[MemoRelease, ...]:
        """Return the release log of a memo, the latest line first."""
        return memo_releases.of_memo(self._library.reader(), memo_uid)

    def released_as(self, memo_uid: Uid, path: Path) -> MemoRelease | None:
        """Return the release that a file is, byte by byte; none where it is none of them."""
        try:
            found = file_hash(path.read_bytes())
        except OSError as fault:
            raise InputError(f"{path.name} cannot be read: {fault.strerror}.") from fault
        return next((one for one in self.releases(memo_uid) if one.file_hash == found), None)

    def is_reproduced(self, release: MemoRelease, style: Path | None = None) -> bool:
        """Tell whether the released version, written again, gives the same bytes.

        A house style that does not stand ready needs its `style` file, whose place is not kept.
        """
        wanted = release.options.style
        if wanted is not None and style is None:
            ready = (one.path for one in Styling().every())
            style = next((path for path in ready if path.name == wanted.name), None)
        if wanted is not None and style is None:
            raise InputError(f"The release was written in the style of {wanted.name}: give it.")
        options = replace(release.options, version=release.version, style=style)
        memo = self._publishing.memo(release.memo_uid, release.version)
        rendered = self._publishing.rendered(memo, Path(release.file_name), options)
        return file_hash(rendered.data) == release.file_hash

    def _granted(self, memo_uid: Uid, options: ExportOptions) -> tuple[Waiver, ...]:
        if options.redline or options.comments is not CommentsKept.NONE:
            raise InputError("A final memo leaves without comments and tracked changes.")
        reasons = {one.rule: _words(one.reason) for one in options.waivers}
        unreasoned = [rule for rule, reason in reasons.items() if not reason]
        if unreasoned:
            raise InputError(f"Say why “{unreasoned[0]}” may stay open.")
        checks = self.open_checks(memo_uid, options.version)
        still_open = [check for check in checks if check.rule not in reasons]
        if still_open:
            raise ExportError(_refusal(still_open))
        # A waiver of what has been mended since is no fault: nothing is left to waive.
        return tuple(Waiver(check.rule, reasons[check.rule]) for check in checks)

    def _logged(
        self,
        memo_uid: Uid,
        report: ExportReport,
        options: ExportOptions,
        waivers: tuple[Waiver, ...],
    ) -> MemoRelease:
        recipients = _words(options.recipients)

        def work(connection: Connection) -> MemoRelease:
            version = versions.get(connection, memo_uid, report.version)
            release = MemoRelease(
                uid=new_uid(),
                memo_uid=memo_uid,
                version=version.number,
                version_hash=text_hash(version.fields, version.body),
                file_name=report.path.name,
                file_hash=report.file_hash,
                recipients=recipients,
                options=options,
                waivers=waivers,
                released_at=now(),
            )
            memo_releases.add(connection, release)
            if recipients:
                versions.mark_sent(connection, memo_uid, version.number, recipients)
            return memo_releases.of_memo(connection, memo_uid)[0]

        return self._library.write("Release memo", work, undoable=False)


def _words(text: str) -> str:
    return " ".join(text.split())[:LONGEST]


def _refusal(checks: Iterable[OpenCheck]) -> str:
    names = ", ".join(f"{check.rule} ({len(check.findings)})" for check in checks)
    return (
        f"The memo cannot be final while checks are open: {names}. Mend what they found, or waive"
        " each with its reason."
    )
