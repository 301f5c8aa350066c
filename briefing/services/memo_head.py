"""A memo's front matter as its template prints it: heading, lines of the title block, marking."""

from briefing.model.head_field import HeadField
from briefing.model.memo import Memo
from briefing.model.partial_date import PartialDate
from briefing.model.publication import Publication
from briefing.model.template import FieldType, NoteStyle, Template, TemplateField
from briefing.services.memo_language import language_of
from briefing.text.date_words import date_in_words

_PAGE_LANGUAGE = "en-US"  # where a memo names none
_WITHOUT_TEMPLATE = tuple(
    TemplateField(name, label)
    for name, label in (
        ("to", "To"),
        ("from", "From"),
        ("through", "Through"),
        ("date", "Date"),
        ("subject", "Subject"),
    )
)


def memo_head(memo: Memo, template: Template | None) -> Publication:
    """Return a publication without its text. `template` is nothing where it is gone."""
    fields = template.fields if template else _WITHOUT_TEMPLATE
    language = language_of(memo, _PAGE_LANGUAGE)
    return Publication(
        heading=template.title if template else "",
        subject=memo.title,
        fields=tuple(
            (field.label or field.name.capitalize(), _printed(memo.field(field.name), language))
            for field in fields
            if field.type is not FieldType.MARKING and memo.field(field.name).strip()
        ),
        front_matter=memo.fields,
        marking=_marking(memo, fields),
        language=language,
        note_style=template.notes if template else NoteStyle.FOOTNOTES,
        blocks=(),
        notes=(),
        sources=(),
        markdown="",
        template=template.name if template else "",
        style=template.style if template else "memo",
        styles=template.styles if template else (),
    )


def head_fields(memo: Memo, template: Template | None) -> tuple[HeadField, ...]:
    """Return every field of a memo as it is printed, those without a value too."""
    known = {field.name: field for field in (template.fields if template else _WITHOUT_TEMPLATE)}
    values = dict.fromkeys(known, "") | dict(memo.fields)
    found: list[HeadField] = []
    language = language_of(memo, _PAGE_LANGUAGE)
    for name, value in values.items():
        field = known.get(name) or TemplateField(name, "")
        label = field.label or name.capitalize()
        printed = value.strip() if field.type is FieldType.MARKING else _printed(value, language)
        is_date = field.type is FieldType.DATE or (bool(value) and printed != value.strip())
        found.append(HeadField(name, label, value, printed, is_date, field.choices))
    return tuple(found)


def _printed(value: str, language: str) -> str:
    try:
        return date_in_words(PartialDate.parse(value), language)
    except ValueError:
        return value.strip()


def _marking(memo: Memo, fields: tuple[TemplateField, ...]) -> str:
    names = [field.name for field in fields if field.type is FieldType.MARKING] or ["marking"]
    return next((memo.field(name).strip() for name in names if memo.field(name).strip()), "")
