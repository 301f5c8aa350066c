"""A Word file that is only a wrapper: exporters of web programs put the page itself into it.

Source: ECMA-376-1, 17.17.2.1 (altChunk).
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from briefing.errors import IntakeError
from briefing.intake.found_article import FoundArticle
from briefing.intake.parts import read_part
from briefing.ooxml.word_package import WordPackage


def wrapped_article(name: str, package: WordPackage) -> Iterator[FoundArticle]:
    """Yield the article of the first file that a package imports, if it has any.

    It is called as the package is, whose bytes stay the original. Raises IntakeError where that
    file can't be read.
    """
    part = next(iter(package.names_beside("aFChunk")), "")
    if not part:
        return
    inner = f"{PurePosixPath(name).stem}{PurePosixPath(part).suffix}"
    found = next(read_part(inner, package.data(part)), None)
    if found is None or found.draft is None:
        raise IntakeError(found.remark if found else "It holds no text.")
    yield replace(found, part="", original=None)
