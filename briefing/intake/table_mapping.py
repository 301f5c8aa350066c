"""The columns of a table as fields of an article: guessed by name and by what stands in them."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from briefing.errors import InputError
from briefing.intake import field_readers as read
from briefing.intake.front_matter_values import Value
from briefing.intake.table_dates import DAY_FIRST, MONTH_FIRST, table_date
from briefing.model.table_preview import NEEDED
from briefing.text.dates import read_date


def _whole(value: Value) -> str | None:
    """Return a text as it stands: what looks like a character reference may be Markdown."""
    return (value if isinstance(value, str) else value.source).strip() or None


# Each field with how its cells are read and what columns of it are called, most telling first;
# in English, Spanish, French, German and as programs name them.
FIELDS: dict[str, tuple[Callable[[Value], Any], str]] = {
    "title": (
        read.text,
        (
            "title headline title_of_article article_title titulo titular titre intitule subject"
            " asunto encabezado manchette overskrift titel uberschrift schlagzeile webtitle name"
            " nombre nom"
        ),
    ),
    "body": (
        _whole,
        (
            "text body content full_text fulltext article_text article_body contenido texto cuerpo"
            " texto_completo texte corps contenu texte_integral story article articulo message"
            " transcript raw_text maintext main_text body_text bodytext volltext artikeltext inhalt"
        ),
    ),
    "url": (
        read.address,
        (
            "url link canonical_url source_url article_url web_url enlace lien uri href permalink"
            " direccion adresse address webpage website weburl source fuente"
        ),
    ),
    "publisher": (
        read.name_of_source,
        (
            "publisher publication outlet newspaper journal site_name media medio periodico editor"
            " editorial editeur publicacion journal_title publication_title source_title"
            " source_name news_source source quelle zeitung herausgeber publikation fuente revue"
            " site domain organisation organization institution"
        ),
    ),
    "published": (
        table_date,
        (
            "published publication_date date_published published_at pub_date pubdate publish_date"
            " date fecha fecha_de_publicacion fecha_publicacion date_de_publication datum issued"
            " erscheinungsdatum webpublicationdate datetime timestamp publication_year year ano"
            " annee jahr created_at"
        ),
    ),
    "accessed": (
        table_date,
        (
            "accessed date_accessed access_date retrieved retrieved_at fecha_de_acceso"
            " fecha_de_consulta consulte_le date_de_consultation"
        ),
    ),
    "authors": (
        read.authors,
        (
            "authors author byline creator creators autor autores auteur auteurs writer journalist"
            " reporter speaker verfasser autoren"
        ),
    ),
    "language": (read.language, "language lang idioma lengua langue langage sprache"),
    "summary": (
        read.passage,
        (
            "summary abstract description excerpt abstract_note resumen descripcion resume sommaire"
            " chapeau lead lead_paragraph snippet dek standfirst sumario zusammenfassung"
        ),
    ),
    "tags": (
        read.tags,
        (
            "tags tag keywords keyword topics topic categories category etiquetas palabras_clave"
            " temas tema categoria categorias mots_cles mots_clefs etiquettes themes subjects"
            " manual_tags sujets descriptors author_keywords schlagworte schlagworter stichworte"
        ),
    ),
    "note": (read.passage, "note notes comment comments nota notas comentario remarque remarques"),
    "citekey": (read.text, "citekey citation_key citationkey bibtexkey"),
    "usage": (read.usage, "usage"),
    "rank": (read.rank, "rank initial_rank"),
    "rating": (read.rating, "rating admiralty"),
    "reliability": (read.reliability, "reliability"),
    "credibility": (read.credibility, "credibility"),
}
KEPT = ""  # the field of a column that keeps its own name among an article's further fields
KNOWN = frozenset(name for _, names in FIELDS.values() for name in names.split())
_NOT_LETTERS = re.compile(r"[^\w]+|_+")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_NAMELESS = re.compile(r"column \d+")
_LONG = 200  # characters that the cells of a text have at least, taken together


def folded(column: str) -> str:
    """Return a column's name without case, accents and marks: `Fecha de publicación`."""
    plain = unicodedata.normalize("NFKD", column.casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return _NOT_LETTERS.sub("_", letters).strip("_")


def signature(columns: Iterable[str]) -> str:
    """Return what tables with the same columns have in common, in whatever order they stand."""
    names = sorted({folded(column) for column in columns})
    return hashlib.sha256("\x1f".join(names).encode()).hexdigest()[:32]


def guess_mapping(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, str]:
    """Return the field of each column; a column of no field keeps its name (KEPT).

    A field goes to the column whose name tells most of it and whose cells can be read as it.
    Without a text by name, the column with the longest cells is it.
    """
    cells = {
        column: [row[at] for row in rows if at < len(row) and row[at].strip()]
        for at, column in enumerate(columns)
    }
    mapping = dict.fromkeys(columns, KEPT)
    for weight, field, column in sorted(_claims(columns, cells)):
        if mapping[column] == KEPT and (field not in mapping.values() or weight < 0):
            mapping[column] = field
    finders = [("url", _addresses), ("body", _longest_words)]
    if all(map(_NAMELESS.fullmatch, columns)):
        finders += [("published", _dates), ("title", _lines)]
    for field, find in finders:
        if field not in mapping.values():
            free = {column: cells[column] for column in columns if mapping[column] == KEPT}
            found = find(free)
            if found:
                mapping[found] = field
    return mapping


def full_mapping(
    columns: Sequence[str], rows: Sequence[Sequence[str]], given: Mapping[str, str] | None
) -> dict[str, str]:
    """Return the guess with what was given in its place; names are compared folded.

    A field that was given to a column is taken from the columns that it was guessed for.
    """
    mapping = guess_mapping(columns, rows)
    if not given:
        return mapping
    by_name = {folded(column): field for column, field in given.items()}
    said = {column: by_name[folded(column)] for column in columns if folded(column) in by_name}
    fields = set(said.values())
    rest = {column: KEPT if field in fields else field for column, field in mapping.items()}
    return rest | said


def names_article(mapping: Mapping[str, str]) -> bool:
    """Return whether a mapping has a title or a text, without which no row is an article."""
    return not NEEDED.isdisjoint(mapping.values())


def parse_mapping(words: Iterable[str]) -> dict[str, str]:
    """Read `Column=field` from a command line; InputError where it is none, or no field."""
    mapping: dict[str, str] = {}
    for word in words:
        column, equals, field = (part.strip() for part in word.rpartition("="))
        name = _field_called(field)
        if not equals or not column:
            raise InputError(f"“{word}” maps no column; write it as Column=field.")
        if name is None:
            raise InputError(f"“{field}” is no field; the fields are {', '.join(FIELDS)}.")
        mapping[column] = name
    return mapping


def _field_called(word: str) -> str | None:
    """Return the field of that name, or of the columns of that name; KEPT for nothing or `-`."""
    name = folded(word)
    if not name:
        return KEPT
    if name in FIELDS:
        return name
    return next((field for field, (_, names) in FIELDS.items() if name in names.split()), None)


def _claims(
    columns: Sequence[str], cells: Mapping[str, list[str]]
) -> Iterable[tuple[int, str, str]]:
    """Yield which column may be which field by its name, with how much the name tells."""
    for field, (_, names) in FIELDS.items():
        weights = {name: weight for weight, name in enumerate(names.split())}
        for column in columns:
            weight = weights.get(folded(column))
            if weight is not None and _fits(field, cells[column]):
                yield weight, field, column


def _fits(field: str, cells: list[str]) -> bool:
    """Return whether most cells can be read as a field; where there are none, they may be.

    A column that is called a date is one also where few are written so that they can be read.
    """
    if not cells or field in {"title", "body", "summary", "note"}:
        return True
    if field in {"published", "accessed"}:
        return any(table_date(cell, DAY_FIRST) or table_date(cell, MONTH_FIRST) for cell in cells)
    reader = FIELDS[field][0]
    return sum(reader(cell) is not None for cell in cells) * 2 > len(cells)


def _dates(cells: Mapping[str, list[str]]) -> str:
    found = (name for name, own in cells.items() if own and all(map(_is_day, own)))
    return next(found, "")


def _is_day(cell: str) -> bool:
    date = read_date(cell)
    return date is not None and date.month is not None


def _lines(cells: Mapping[str, list[str]]) -> str:
    """Return the first column of short lines that are words and hardly ever the same."""
    for name, own in cells.items():
        words = [cell for cell in own if any(map(str.isalpha, cell)) and len(cell) < _LONG]
        if len(words) * 2 > len(own) and len(set(words)) * 2 > len(words):
            return name
    return ""


def _addresses(cells: Mapping[str, list[str]]) -> str:
    found = (name for name, own in cells.items() if own and all(map(_ADDRESS.fullmatch, own)))
    return next(found, "")


def _longest_words(cells: Mapping[str, list[str]]) -> str:
    lengths = {
        name: sum(map(len, own)) // len(own)
        for name, own in cells.items()
        if own and not any(read_date(one) for one in own[:3])
    }
    longest = max(lengths, key=lambda name: lengths[name], default="")
    return longest if longest and lengths[longest] >= _LONG else ""
