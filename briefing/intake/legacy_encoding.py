"""Text from before Unicode: which code page it is in, where that is certain enough."""

from charset_normalizer import CharsetMatch, from_bytes

from briefing.errors import IntakeError

_SAMPLE = 64 * 1024
_MAX_MESS = 0.1
_MIN_COHERENCE = 0.1
_NEAR = 0.02  # guesses that differ by less are told apart by custom
# Code pages that hardly any text is in, but that read like the common ones.
_RARE = (
    *("cp1006", "cp1125", "cp1140", "cp424", "cp500", "cp720", "cp737", "cp775", "cp856", "cp857"),
    *("cp858", "cp861", "cp863", "cp865", "cp869", "hp_roman8", "iso8859_3", "iso8859_4", "johab"),
    *("iso8859_10", "iso8859_13", "iso8859_14", "iso8859_16", "koi8_t", "kz1048", "mac_iceland"),
    *("mac_latin2", "mac_turkish", "ptcp154", "tis_620", "utf_7", "utf_16_be", "utf_16_le"),
)
# Among near guesses the first of these is taken: the encoding, where it reads as the language.
_CUSTOMARY = (("cp1254", "Turkish"), ("cp1252", ""), ("cp1250", ""), ("iso8859_2", ""))
_EAST_ASIAN = {"Japanese", "Korean", "Chinese"}
_MIN_EAST_ASIAN = 20  # characters
_WESTERN_MARKS = frozenset("‘’“”–—…•§©®°£€«»¿¡ºª´\xa0")


def decode_legacy(data: bytes) -> tuple[str, str]:
    """Return the text and a remark that names the code page; IntakeError where it is unclear.

    A guess counts when the text reads as some language; else only mostly-ASCII text counts, as
    Western European.
    """
    match = _best_match(_sample(data))
    if match is not None:
        text = _decoded(data, match.encoding)
        if text:
            language = match.language.rstrip("—")
            return text, f"Read as {match.encoding} ({language}); look it over."
    text = _decoded(data, "cp1252")
    if text and _is_western(text):
        return text, "Read as cp1252 (Western European); look it over."
    raise IntakeError("Its encoding cannot be told; save it as UTF-8 and import it again.")


def _sample(data: bytes) -> bytes:
    """Return its first part up to a line's end, so that no character is cut in two."""
    if len(data) <= _SAMPLE:
        return data
    end = data.rfind(b"\n", 0, _SAMPLE)
    return data[: end + 1] if end > 0 else data


def _best_match(sample: bytes) -> CharsetMatch | None:
    matches = list(from_bytes(sample, cp_exclusion=list(_RARE)))
    if not matches:
        return None
    best = matches[0]
    east_asian = _east_asian(matches)
    if east_asian is not None:
        return east_asian
    if best.chaos > _MAX_MESS or best.coherence < _MIN_COHERENCE:
        return None
    near = [
        match
        for match in matches
        if match.chaos <= best.chaos + _NEAR and match.coherence >= best.coherence - _NEAR
    ]
    for encoding, language in _CUSTOMARY:
        for match in near:
            if encoding in match.could_be_from_charset and language in {"", match.language}:
                return match
    return best


def _east_asian(matches: list[CharsetMatch]) -> CharsetMatch | None:
    """Return the guess that reads cleanly in an East Asian code page, if it is the only one.

    No coherence is measured for Japanese and Korean: too many letters. Japanese is told by its
    hiragana, which stands for anything but letters of words in the other code pages.
    """
    clean = [match for match in matches if match.chaos <= _NEAR]
    for match in clean:
        text = str(match)
        kana = sum("\u3041" <= char <= "\u3096" for char in text)
        if kana * 5 >= len(text) >= _MIN_EAST_ASIAN:
            return match
    only = clean[0] if len(clean) == 1 and clean[0].chaos == 0 else None
    if only and only.language.rstrip("—") in _EAST_ASIAN and len(str(only)) >= _MIN_EAST_ASIAN:
        return only
    return None


def _decoded(data: bytes, encoding: str) -> str:
    """Return the text, or nothing where a byte has no meaning in that encoding."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _is_western(text: str) -> bool:
    """Return whether it is mostly ASCII, and the rest letters or marks of Western languages."""
    high = [char for char in text if not char.isascii()]
    return len(high) * 4 <= len(text) and all(
        char.isalpha() or char in _WESTERN_MARKS for char in high
    )
