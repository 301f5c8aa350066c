"""The folder that a browser keeps beside a page saved as “complete”: its pictures and scripts."""

from collections.abc import Set as AbstractSet

# What browsers add to a page's name, whatever their language, and what a page's name ends in.
_ENDINGS = (
    *("_files", ".files", "-files", "_file", "_dateien", "-dateien", "_fichiers", "-fichiers"),
    *("_archivos", "-archivos", "_arquivos", "_bestanden", "_pliki", "_tiedostot", "_fájlok"),
    *("_filer", "_dosyalar", "_soubory", "_elemei", "_ficheiros", "_datoteke", "_fitxategiak"),
    *("_failid", "_fails", "_fajlovi", "_bylos", "_fitxers"),
)
_PAGES = (".html", ".htm", ".xhtml", ".xht", ".shtml")


def companion_of(folder: str, files: AbstractSet[str]) -> str:
    """Return the page that a folder belongs to; nothing where it is a folder like any other.

    `files` are the names that stand beside the folder, in lower case (casefold).
    """
    name = folder.casefold()
    for ending in _ENDINGS:
        if name.endswith(ending):
            stem = name.removesuffix(ending)
            return next((f"{stem}{page}" for page in _PAGES if f"{stem}{page}" in files), "")
    return ""
