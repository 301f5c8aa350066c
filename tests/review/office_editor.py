"""A reviewer in LibreOffice Writer, run by a Python that has its bridge: `office_editor.py IN OUT`.

Opens a Word file, records changes, does the deeds that standard input lists as JSON, and saves a
Word file. Needs the package python3-uno.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

Remote = Any  # what stands in the other program, which its bridge does not describe
_WORD = "MS Word 2007 XML"
_PATIENCE = 60  # tries, half a second each


def main(source: Path, target: Path, deeds: list[dict[str, str]]) -> None:
    """Do all deeds in one document."""
    import uno  # pyright: ignore[reportMissingImports]
    from com.sun.star.beans import PropertyValue  # pyright: ignore[reportMissingImports]

    def said(**values: object) -> tuple[Any, ...]:
        return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())

    with tempfile.TemporaryDirectory() as profile:
        pipe = f"briefing{Path(profile).name}"
        program = subprocess.Popen(
            [
                "soffice",
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--norestore",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            desktop = _desktop(uno, pipe)
            document = desktop.loadComponentFromURL(
                source.as_uri(), "_blank", 0, said(Hidden=True, FilterName=_WORD)
            )
            document.RecordChanges = True
            for deed in deeds:
                _do(uno, document, deed)
            document.storeToURL(target.as_uri(), said(FilterName=_WORD))
            document.close(True)  # noqa: FBT003 - its own signature
            desktop.terminate()
            program.wait(60)
        finally:
            if program.poll() is None:
                os.killpg(program.pid, signal.SIGKILL)


def _desktop(uno: Remote, pipe: str) -> Remote:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(_PATIENCE):
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            time.sleep(0.5)
            continue
        return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
    raise SystemExit("LibreOffice did not start.")


def _found(document: Remote, words: str) -> Remote:
    search = document.createSearchDescriptor()
    search.SearchString = words
    found = document.findFirst(search)
    if found is None:
        raise SystemExit(f"“{words}” is not in the document.")
    return found


def _do(uno: Remote, document: Remote, deed: dict[str, str]) -> None:
    place = _found(document, deed["at"])
    text = place.getText()
    match deed["do"]:
        case "replace":
            place.setString(deed["with"])
        case "split":
            text.insertControlCharacter(place.getStart(), 0, False)  # noqa: FBT003 - as above
        case "join":
            cursor = text.createTextCursorByRange(place.getEnd())
            cursor.goRight(1, True)  # noqa: FBT003 - as above
            cursor.setString("")
        case "note":
            note = document.createInstance("com.sun.star.text.Footnote")
            text.insertTextContent(place.getEnd(), note, False)  # noqa: FBT003 - as above
            note.setString(deed["with"])
        case "row":
            document.CurrentController.select(place)
            context = uno.getComponentContext()
            _dispatch(document, context, ".uno:DeleteRows")
        case other:
            raise SystemExit(f"No reviewer does “{other}”.")


def _dispatch(document: Remote, context: Remote, command: str) -> None:
    helper = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.DispatchHelper", context
    )
    helper.executeDispatch(document.CurrentController.Frame, command, "", 0, ())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), json.load(sys.stdin))
