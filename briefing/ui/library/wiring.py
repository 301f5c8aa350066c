"""Joins the library's panes to the services, and the window's wishes to the panes."""

from briefing.ui.collecting.import_flow import ImportFlow
from briefing.ui.collecting.paste_flow import PasteFlow
from briefing.ui.collecting.watch_flow import WatchFlow
from briefing.ui.context import WindowContext
from briefing.ui.library.article_flow import ArticleFlow
from briefing.ui.library.article_list import ArticleList
from briefing.ui.library.attach_flow import AttachFlow
from briefing.ui.library.copies_flow import CopiesFlow
from briefing.ui.library.elsewhere_flow import ElsewhereFlow
from briefing.ui.library.facet_pane import FacetPane
from briefing.ui.library.library_workspace import LibraryWorkspace
from briefing.ui.library.original_flow import OriginalFlow
from briefing.ui.library.reader_flow import ReaderFlow
from briefing.ui.library.reader_pane import ReaderPane
from briefing.ui.library.saved_flow import SavedFlow
from briefing.ui.library.search_flow import SearchFlow
from briefing.ui.library.suggest_flow import SuggestFlow
from briefing.ui.library.tag_flow import TagFlow
from briefing.ui.library.triage_flow import TriageFlow
from briefing.ui.library.used_flow import UsedFlow
from briefing.ui.widgets.buttons import ActionButton


def build_library(context: WindowContext) -> LibraryWorkspace:
    """Build the library workspace; the window owns it from then on."""
    theme, actions = context.theme, context.actions
    facets = FacetPane(theme)
    import_button = ActionButton(theme, actions.action("library.import"), "download", "accent")
    found = ArticleList(theme, import_button)
    reader = ReaderPane(theme)
    searching = SearchFlow(context, found, facets)
    ElsewhereFlow(context, found)
    reading = ReaderFlow(context, reader, lambda: searching.asked)
    triage = TriageFlow(context, found)
    saved = SavedFlow(context, facets, found.search_line, searching)
    tags = TagFlow(context, facets, searching)
    articles = ArticleFlow(context, found, reader)
    OriginalFlow(context, reader)
    SuggestFlow(context, reader)
    UsedFlow(context, reader)
    AttachFlow(context, reader)
    copies = CopiesFlow(context, found)
    importing = ImportFlow(context, found, copies.find)
    PasteFlow(context, found, importing.take, importing.hear_pasted)
    watching = WatchFlow(context, found, importing.hear_quietly)
    workspace = LibraryWorkspace(facets, found, reader, searching, reading, importing)

    actions.handle("library.search", found.search_line.take_focus)
    found.menu_requested.connect(articles.show_menu)
    reader.action_requested.connect(actions.trigger)
    reader.usage_chosen.connect(triage.set_usage_named)
    facets.save_requested.connect(saved.ask_name)
    facets.saved_requested.connect(saved.run)
    facets.saved_menu_requested.connect(saved.show_menu)
    facets.tag_menu_requested.connect(tags.show_menu)
    facets.all_tags_requested.connect(tags.show_tags)
    for refresh in (searching.refresh, reading.refresh):
        context.bulletin.changed.connect(refresh)
    saved.show()
    watching.start()
    return workspace
