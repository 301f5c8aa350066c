"""Which news agency wrote an article: by its author, or by the dateline that opens the text.

Only these two count. An agency that is merely mentioned, or thanked for a picture, wrote nothing.
"""

import re
from collections.abc import Iterable

_AGENCIES = {
    "Reuters": ("reuters", "thomson reuters"),
    "AP": ("ap", "associated press", "the associated press"),
    "AFP": ("afp", "agence france-presse", "agence france presse"),
    "dpa": ("dpa", "deutsche presse-agentur"),
    "EFE": ("efe", "agencia efe"),
    "ANSA": ("ansa",),
    "UPI": ("upi", "united press international"),
    "PA": ("pa media", "press association", "pa news agency"),
    "Xinhua": ("xinhua", "xinhua news agency"),
    "TASS": ("tass", "itar-tass"),
    "Interfax": ("interfax",),
    "Kyodo": ("kyodo", "kyodo news"),
    "Bloomberg": ("bloomberg", "bloomberg news"),
    "Canadian Press": ("canadian press", "the canadian press"),
    "Notimex": ("notimex",),
    "Europa Press": ("europa press", "europapress"),
    "Anadolu": ("anadolu", "anadolu agency"),
    "Yonhap": ("yonhap", "yonhap news agency"),
    "PTI": ("pti", "press trust of india"),
    "States Newsroom": ("states newsroom",),
}
_BY_NAME = {name: agency for agency, names in _AGENCIES.items() for name in names}
# A dateline: a place in front, the agency in brackets, a dash behind. “MEXICO CITY (AP) — …”,
# “LONDON, Sept 3 (Reuters) - …”, “Madrid, 3 sep (EFE).- …”.
_DATELINE = re.compile(
    r"^\W{0,4}[^\n(]{2,60}\((?P<name>[^()\n]{2,40})\)\s?(?:\.?\s?[-–—]{1,2}|:)\s", re.MULTILINE
)
_BYLINE = re.compile(r"\s*(?:by\s+|por\s+|par\s+)?(?P<name>.{2,60}?)\s*", re.IGNORECASE)
_LINES = 6  # a title, a byline and a date may stand before the dateline


def wire_of(authors: Iterable[str], opening: str) -> str:
    """Return the agency that wrote an article, or nothing; `opening` is how its text begins."""
    for author in authors:
        byline = _BYLINE.fullmatch(author)
        for name in re.split(r"[/,;|]", byline["name"] if byline else ""):
            if agency := _BY_NAME.get(name.strip().casefold()):
                return agency
    lines = [line for line in opening.splitlines() if line.strip()][:_LINES]
    dateline = _DATELINE.search("\n".join(lines))
    return _BY_NAME.get(dateline["name"].strip().casefold(), "") if dateline else ""


def agency_named(publisher: str) -> str:
    """Return the agency that a publisher is, or nothing."""
    return _BY_NAME.get(" ".join(publisher.split()).casefold(), "")
