"""XML to text without its document type: nothing that could expand or be fetched is left."""

import re

from briefing.errors import IntakeError
from briefing.intake.mail_charsets import decode_mail_bytes
from briefing.intake.xml_kinds import first_element, marked_encoding

_DECLARED = re.compile(rb"\s{0,80}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})")
_ENTITY = re.compile(
    r"<!ENTITY\s{1,9}([A-Za-z][\w.-]{0,30})\s{1,9}([\"'])([^\"'<%]{0,64})\2\s{0,9}>"
)
_HARMLESS = re.compile(r"(?:[^&]|&#x?[0-9A-Fa-f]{1,6};)*")
_MOST_ENTITIES = 300
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_text(data: bytes) -> str:
    """Return the text from the first element on; raises IntakeError where there is none.

    Short entities of plain letters, as old feeds declare them, are written out where they are
    used; all other declarations go.
    """
    text = _decoded(data)
    start = first_element(text)
    if start < 0:
        raise IntakeError("It is no XML: no element begins in it.")
    entities = {
        match[1]: match[3]
        for match in _ENTITY.finditer(text[:start])
        if _HARMLESS.fullmatch(match[3])
    }
    body = _FORBIDDEN.sub("\ufffd", text[start:])
    if not entities or len(entities) > _MOST_ENTITIES:
        return body
    names = "|".join(map(re.escape, sorted(entities, key=len, reverse=True)))
    return re.sub(f"&({names});", lambda match: entities[match[1]], body)


def _decoded(data: bytes) -> str:
    encoding = marked_encoding(data)
    if encoding:
        return data.decode(encoding, errors="replace").removeprefix("\ufeff")
    declared = _DECLARED.match(data)
    return decode_mail_bytes(data, declared[1].decode() if declared else "")
