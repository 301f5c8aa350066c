"""Releases of memos, as lines and as JSON."""

from collections.abc import Iterator

from briefing.model.memo_release import MemoRelease

Json = dict[str, object]

_HASH_SHOWN = 12  # characters of a hash in a line


def release_json(release: MemoRelease) -> Json:
    """Return a line of the log whole."""
    options = release.options
    return {
        "version": release.version,
        "version_sha256": release.version_hash,
        "file": release.file_name,
        "file_sha256": release.file_hash,
        "recipients": release.recipients,
        "released_at": release.released_at.isoformat(),
        "notes": options.notes.value if options.notes else None,
        "style": options.style.name if options.style else None,
        "csl": options.csl or None,
        "annex": options.annex,
        "waivers": [{"check": one.rule, "reason": one.reason} for one in release.waivers],
        "uid": release.uid,
    }


def release_lines(release: MemoRelease) -> Iterator[str]:
    """Yield when which version left as which file, and below it each waiver."""
    when = f"{release.released_at.astimezone():%Y-%m-%d %H:%M}"
    to = f" to {release.recipients}" if release.recipients else ""
    short = release.file_hash[:_HASH_SHOWN]
    yield f"{when}  version {release.version}{to}  {release.file_name}  {short}"
    for waiver in release.waivers:
        yield f"{'':16}  waived {waiver.rule}: {waiver.reason}"
