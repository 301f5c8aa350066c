"""Small Word files for the tests of reading what came back, written as XML."""

import zipfile
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
BY = 'w:author="Ada" w:date="2026-05-04T09:30:00Z"'


def word_file(body: str, namespace: str = W, application: str = "", **parts: str) -> bytes:
    """Return a package with a body and parts by the names of their relations.

    `application` is the program that says that it wrote the file.
    """
    said = (
        f'xmlns:w="{namespace}" xmlns:w14="{W14}" xmlns:w15="urn:15" xmlns:w16="urn:16"'
        ' xmlns:m="urn:m" xmlns:mc="urn:mc" xmlns:v="urn:v" xmlns:r="urn:r"'
    )
    relations = "".join(
        f'<Relationship Id="r{number}" Type="x/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for number, name in enumerate(parts)
    )
    contents = {
        "word/document.xml": f"<w:document {said}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
        **_written_by(application),
        **{f"word/{name}.xml": f"<w:part {said}>{text}</w:part>" for name, text in parts.items()},
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in contents.items():
            package.writestr(name, text)
    return file.getvalue()


def _written_by(application: str) -> dict[str, str]:
    if not application:
        return {}
    relation = '<Relationship Id="r1" Type="x/extended-properties" Target="docProps/app.xml"/>'
    return {
        "_rels/.rels": f"<Relationships>{relation}</Relationships>",
        "docProps/app.xml": f"<Properties><Application>{application}</Application></Properties>",
    }


def paragraph(*runs: str, mark: str = "", properties: str = "") -> str:
    """Return a paragraph; `mark` is what is said of its end."""
    letters = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{properties}{letters}</w:pPr>{''.join(runs)}</w:p>"


def run(text: str, look: str = "", tag: str = "t") -> str:
    """Return a run of words."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def ins(*runs: str, by: str = BY) -> str:
    """Return runs that were put in."""
    return f'<w:ins w:id="1" {by}>{"".join(runs)}</w:ins>'


def gone(text: str, by: str = BY) -> str:
    """Return words that were taken out."""
    return f'<w:del w:id="1" {by}>{run(text, tag="delText")}</w:del>'
