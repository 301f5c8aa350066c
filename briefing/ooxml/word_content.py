"""What of a Word element is to be read: a control's content, one of several ways, text boxes."""

from collections.abc import Iterator

from briefing.ooxml.word_package import Element, child, local, value

# The extensions that are read here; a way to say something in others is not (drawings, words).
_READ = (
    "http://schemas.openxmlformats.org/",
    "http://purl.oclc.org/ooxml/",
    "http://schemas.microsoft.com/office/word/2010/word",
    "http://schemas.microsoft.com/office/word/2012/wordml",
    "http://schemas.microsoft.com/office/drawing/2010/main",
    "urn:schemas-microsoft-com:",
)


def content_of(control: Element) -> Element:
    """Return what a content control holds."""
    found = child(control, "sdtContent")
    return control if found is None else found


def chosen(alternatives: Element) -> Element:
    """Return one of several ways to say the same (ECMA-376-3, 9.3): the first that is read here."""
    choices = [one for one in alternatives if local(one) == "Choice" and len(one)]
    read = [one for one in choices if _is_read(one)]
    fallback = child(alternatives, "Fallback")
    return next(iter((*read, *([] if fallback is None else [fallback]), *choices)), alternatives)


def _is_read(choice: Element) -> bool:
    """Tell whether all extensions that a choice requires are read here, or nothing says which."""
    required = (choice.nsmap.get(prefix) for prefix in value(choice, "Requires").split())
    return all(name is None or name.startswith(_READ) for name in required)


def boxes(element: Element) -> Iterator[Element]:
    """Yield the outermost text boxes of a drawing, each once."""
    for inner in element:
        name = local(inner)
        if name == "txbxContent":
            yield inner
        elif name == "AlternateContent":
            picked = chosen(inner)
            yield from boxes(picked) if picked is not inner else ()
        else:
            yield from boxes(inner)
