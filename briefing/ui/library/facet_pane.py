"""The left pane of the library: triage, saved searches, tags, publishers, dates, each a facet."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from briefing.model.article import Usage
from briefing.model.saved_search import SavedSearch
from briefing.model.search_page import Count, Facets, Total
from briefing.ui.library.date_histogram import DateHistogram
from briefing.ui.library.facet_row import FacetRow
from briefing.ui.library.shown_tags import shown_tags
from briefing.ui.theme import Theme
from briefing.ui.theme_tokens import Token
from briefing.ui.widgets.buttons import IconButton
from briefing.ui.widgets.labels import make_label
from briefing.ui.widgets.section_header import SectionHeader

_DOTS: dict[Usage, Token] = {
    Usage.CANDIDATE: "warn",
    Usage.SHORTLISTED: "accent",
    Usage.USED: "ok",
    Usage.REJECTED: "muted",
}
_PUBLISHERS = 12
_NARROWEST = 196


class FacetPane(QScrollArea):
    """Shows the counts it is given and tells what was pressed; knows no service."""

    filter_toggled = Signal(str, str)  # field, value: `usage`, `tag`, `publisher`
    all_requested = Signal()
    span_requested = Signal(str, str)
    saved_requested = Signal(object)  # a SavedSearch
    saved_menu_requested = Signal(object, object)  # a SavedSearch, global place
    save_requested = Signal()
    tag_menu_requested = Signal(str, object)
    all_tags_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._open_tags: set[str] = set()
        self._known_roots: set[str] = set()
        self._facets: Facets | None = None
        self._chosen: dict[str, set[str]] = {}
        self._is_narrowed = False
        self.setWidgetResizable(True)
        self.setMinimumWidth(theme.px(_NARROWEST))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Facets")
        column = QFrame()
        column.setProperty("role", "panel")
        self._layout = QVBoxLayout(column)
        self._layout.setContentsMargins(0, 12, 0, 16)
        self._layout.setSpacing(0)
        self.setWidget(column)
        self._build()

    def _build(self) -> None:
        save = IconButton(self._theme, "plus", "Save this search")
        save.clicked.connect(self.save_requested)
        self._tags_head, self._publishers_head = SectionHeader("Tags"), SectionHeader("Publisher")
        self._triage = self._section(SectionHeader("Triage"))
        self._saved = self._section(SectionHeader("Saved searches", button=save))
        self._tags = self._section(self._tags_head)
        self._publishers = self._section(self._publishers_head)
        self._histogram = DateHistogram(self._theme)
        self._histogram.span_requested.connect(self.span_requested)
        self._dates_head = SectionHeader("Published")
        self._histogram.shown_span_changed.connect(self._dates_head.set_detail)
        self._add_padded(self._dates_head, top=16)
        self._add_padded(self._histogram, top=6)
        self._layout.addStretch(1)

    def _section(self, header: SectionHeader) -> QVBoxLayout:
        is_first = self._layout.count() == 0
        self._add_padded(header, top=0 if is_first else 16)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        rows.setContentsMargins(0, 4, 0, 0)
        self._layout.addLayout(rows)
        return rows

    def _add_padded(self, widget: QWidget, top: int) -> None:
        box = QVBoxLayout()
        box.setContentsMargins(14, top, 10, 0)
        box.addWidget(widget)
        self._layout.addLayout(box)

    # showing

    def show_facets(self, facets: Facets, library_total: int) -> None:
        """Show the counts of the search as it stands."""
        self._facets = facets
        self._fill_triage(facets, library_total)
        self._fill_tags(facets.tags)
        self._fill_publishers(facets.publishers)
        self._histogram.show_months(facets.months)
        self._dates_head.setVisible(bool(facets.months))

    def show_saved(self, searches: Sequence[SavedSearch]) -> None:
        """Show the saved searches."""
        _empty(self._saved)
        for search in searches:
            row = FacetRow(self._theme, search.name, search.name, None, icon="bookmark")
            row.setCheckable(False)
            row.setToolTip(search.query)
            row.clicked.connect(partial(self._on_saved_clicked, search))
            row.menu_requested.connect(partial(self._on_saved_menu_requested, search))
            self._saved.addWidget(row)
        if not searches:
            self._saved.addWidget(_hint("Press + to keep a search."))

    def show_saved_counts(self, totals: Mapping[str, Total]) -> None:
        """Show how many articles each saved search finds, by its name."""
        for row in _rows(self._saved):
            total = totals.get(row.value)
            if total:
                row.set_count(total.count, has_more=total.has_more)

    def set_chosen(self, chosen: dict[str, set[str]], *, is_narrowed: bool) -> None:
        """Mark the values that the query narrows to, by field (values folded to lower case).

        `is_narrowed` is true as well for a query of words alone.
        """
        self._chosen = chosen
        self._is_narrowed = is_narrowed
        first = next(iter(chosen.get("after", ())), "")
        last = next(iter(chosen.get("before", ())), "")
        on = next(iter(chosen.get("on", ())), "")
        self._histogram.set_chosen(first or on, last or on)
        for rows, field in ((self._tags, "tag"), (self._publishers, "publisher")):
            for row in _rows(rows):
                row.setChecked(row.value.casefold() in chosen.get(field, set()))
        usages = chosen.get("usage", set())
        for row in _rows(self._triage):
            row.setChecked(row.value in usages if row.value else not is_narrowed)

    def _fill_triage(self, facets: Facets, library_total: int) -> None:
        _empty(self._triage)
        everything = FacetRow(self._theme, "", "All articles", library_total, icon="inbox")
        everything.clicked.connect(self.all_requested)
        everything.setChecked(not self._is_narrowed)
        self._triage.addWidget(everything)
        counts = {one.value: one.count for one in facets.usage}
        for usage, dot in _DOTS.items():
            name = usage.value.capitalize()
            row = FacetRow(self._theme, usage.value, name, counts.get(usage.value, 0), dot=dot)
            self._wire(row, "usage")
            self._triage.addWidget(row)

    def _fill_tags(self, tags: Sequence[Count]) -> None:
        _empty(self._tags)
        parents = {tag.value.rpartition("/")[0] for tag in tags}
        new_roots = {path for path in parents if path and "/" not in path} - self._known_roots
        self._known_roots |= new_roots
        self._open_tags |= new_roots
        shown, left_out = shown_tags(tags, self._open_tags, self._chosen.get("tag", set()))
        for tag in shown:
            name = tag.value.rpartition("/")[2]
            is_open = tag.value in self._open_tags if tag.value in parents else None
            depth = tag.value.count("/")
            row = FacetRow(self._theme, tag.value, name, tag.count, depth=depth, is_open=is_open)
            row.fold_requested.connect(self._on_row_fold_requested)
            row.menu_requested.connect(self.tag_menu_requested)
            self._wire(row, "tag")
            self._tags.addWidget(row)
        if left_out:
            self._tags.addWidget(self._more_tags(left_out))
        has_articles = bool(self._facets and self._facets.total)
        if not tags and has_articles:
            self._tags.addWidget(_hint("Select an article and press T to tag it."))
        self._tags_head.setVisible(bool(tags) or has_articles)

    def _more_tags(self, count: int) -> FacetRow:
        row = FacetRow(self._theme, "", f"{count:,} more tags…", None, icon="tags")
        row.setCheckable(False)
        row.clicked.connect(self.all_tags_requested)
        return row

    def _fill_publishers(self, publishers: Sequence[Count]) -> None:
        _empty(self._publishers)
        for one in publishers[:_PUBLISHERS]:
            row = FacetRow(self._theme, one.value, one.value, one.count)
            self._wire(row, "publisher")
            self._publishers.addWidget(row)
        self._publishers_head.setVisible(bool(publishers))

    def _wire(self, row: FacetRow, field: str) -> None:
        row.setChecked(row.value.casefold() in self._chosen.get(field, set()))
        row.clicked.connect(partial(self._on_row_clicked, field, row.value))

    def _on_row_clicked(self, field: str, value: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        self.filter_toggled.emit(field, value)

    def _on_saved_clicked(self, search: SavedSearch, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        self.saved_requested.emit(search)

    def _on_saved_menu_requested(self, search: SavedSearch, _value: str, place: object) -> None:
        self.saved_menu_requested.emit(search, place)

    def _on_row_fold_requested(self, value: str, is_open: bool) -> None:  # noqa: FBT001 (a signal)
        (self._open_tags.add if is_open else self._open_tags.discard)(value)
        if self._facets is not None:
            self._fill_tags(self._facets.tags)


def _widgets(layout: QVBoxLayout) -> list[QWidget]:
    items = (layout.itemAt(at) for at in range(layout.count()))
    widgets = (item.widget() for item in items if item)
    return [widget for widget in widgets if widget]


def _rows(layout: QVBoxLayout) -> list[FacetRow]:
    return [widget for widget in _widgets(layout) if isinstance(widget, FacetRow)]


def _empty(layout: QVBoxLayout) -> None:
    for widget in _widgets(layout):
        layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


def _hint(text: str) -> QWidget:
    label = make_label(text, "small", is_wrapped=True)
    label.setContentsMargins(14, 2, 10, 2)
    return label
