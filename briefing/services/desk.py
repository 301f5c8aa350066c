"""The desk: one open library and every service on it, built once and handed down."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from briefing.model.ids import Uid
from briefing.paths import user_templates_dir
from briefing.services.safekeeping import Safekeeping
from briefing.services.searching import Searching
from briefing.services.tag_tree import TagTree
from briefing.services.triage import Triage
from briefing.store.library_file import Library

if TYPE_CHECKING:
    from briefing.services.checking import Checking
    from briefing.services.citing import Citing
    from briefing.services.collecting import Collecting
    from briefing.services.conflict_finding import ConflictFinding
    from briefing.services.copies import Copies
    from briefing.services.drafting import Drafting
    from briefing.services.evidence import EvidenceDesk
    from briefing.services.fact_standing import FactStanding
    from briefing.services.finding_in_memos import FindingInMemos
    from briefing.services.grids import Grids
    from briefing.services.memo_importing import MemoImporting
    from briefing.services.memo_versions import MemoVersions
    from briefing.services.paragraph_evidence import ParagraphEvidence
    from briefing.services.picture_keeping import Pictures
    from briefing.services.publishing import Publishing
    from briefing.services.reading import Reading
    from briefing.services.releasing import Releasing
    from briefing.services.reviewing import Reviewing
    from briefing.services.rippling import Rippling
    from briefing.services.rule_tagging import TagRules
    from briefing.services.same_facts import SameFacts
    from briefing.services.snippets import Snippets
    from briefing.services.spelling import Spelling
    from briefing.services.styling import Styling
    from briefing.services.suggesting import Suggesting
    from briefing.services.template_editing import TemplateEditing
    from briefing.services.timelines import Timelines
    from briefing.services.trace_reading import TraceReading
    from briefing.services.used_in import UsedIn
    from briefing.services.versioning import Versioning
    from briefing.services.watching import Watching


class Desk:
    """The services of one library.

    The light ones stand at once. Those that bring parsers and writers with them are imported on
    first use: together they would add 0.3 s to the first paint.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self.safekeeping = Safekeeping(library)
        self.searching = Searching(library)
        self.triage = Triage(library)
        self.tags = TagTree(library)

    @cached_property
    def evidence(self) -> "EvidenceDesk":
        """Return the service that keeps facts and finds their words again."""
        from briefing.services.evidence import EvidenceDesk  # start-up time

        return EvidenceDesk(self.library)

    @cached_property
    def collecting(self) -> "Collecting":
        """Return the service that takes files in."""
        from briefing.services.collecting import Collecting  # start-up time

        return Collecting(self.library, after=(self.tag_rules.apply_to_new,))

    @cached_property
    def watching(self) -> "Watching":
        """Return the service that looks after watched folders."""
        from briefing.services.watching import Watching  # start-up time

        return Watching(self.library, self.collecting)

    @cached_property
    def versions(self) -> "Versioning":
        """Return the service that keeps earlier states of articles."""
        from briefing.services.versioning import Versioning  # start-up time

        return Versioning(self.library)

    @cached_property
    def copies(self) -> "Copies":
        """Return the service that finds and merges near-copies."""
        from briefing.services.copies import Copies  # start-up time

        return Copies(self.library)

    @cached_property
    def standing(self) -> "FactStanding":
        """Return the service that supersedes, disputes and retracts facts."""
        from briefing.services.fact_standing import FactStanding  # start-up time

        return FactStanding(self.library)

    @cached_property
    def conflicts(self) -> "ConflictFinding":
        """Return the service that finds facts which contradict one another."""
        from briefing.services.conflict_finding import ConflictFinding  # start-up time

        return ConflictFinding(self.library)

    @cached_property
    def ripple(self) -> "Rippling":
        """Return the service that finds the sentences which a change touches."""
        from briefing.services.rippling import Rippling  # start-up time

        return Rippling(self.library)

    @cached_property
    def tag_rules(self) -> "TagRules":
        """Return the service that keeps and applies tag rules."""
        from briefing.services.rule_tagging import TagRules  # start-up time

        return TagRules(self.library)

    @cached_property
    def spelling(self) -> "Spelling":
        """Return the service that knows how words are spelt."""
        from briefing.services.spelling import Spelling  # start-up time

        return Spelling(self.library)

    @cached_property
    def pictures(self) -> "Pictures":
        """Return the service that keeps the pictures of memos."""
        from briefing.services.picture_keeping import Pictures  # start-up time

        return Pictures(self.library)

    @cached_property
    def snippets(self) -> "Snippets":
        """Return the service that keeps snippets."""
        from briefing.services.snippets import Snippets  # start-up time

        return Snippets(self.library)

    @cached_property
    def suggesting(self) -> "Suggesting":
        """Return the service that proposes facts."""
        from briefing.services.suggesting import Suggesting  # start-up time

        return Suggesting(self.library)

    @cached_property
    def timelines(self) -> "Timelines":
        """Return the service that puts dated records in order."""
        from briefing.services.timelines import Timelines  # start-up time

        return Timelines(self.library)

    def used_in(self, uid: Uid) -> "UsedIn":
        """Return the facts that rest on an article and the memos that cite it or such a fact."""
        from briefing.services.used_in import used_in  # start-up time

        return used_in(self.library, uid)

    @cached_property
    def reading(self) -> "Reading":
        """Return the service that opens articles for reading."""
        from briefing.services.reading import Reading  # start-up time

        return Reading(self.library)

    @cached_property
    def drafting(self) -> "Drafting":
        """Return the service that keeps memos."""
        from briefing.services.drafting import Drafting  # start-up time

        return Drafting(self.library, user_templates_dir())

    @cached_property
    def memo_importing(self) -> "MemoImporting":
        """Return the service that takes Markdown files in as memos."""
        from briefing.services.memo_importing import MemoImporting  # start-up time

        return MemoImporting(self.library, self.drafting, self.pictures, self.collecting)

    @cached_property
    def same_facts(self) -> "SameFacts":
        """Return the service that drafts memos from the facts of another one."""
        from briefing.services.same_facts import SameFacts  # start-up time

        return SameFacts(self.library, self.drafting)

    @cached_property
    def grids(self) -> "Grids":
        """Return the service that serves options grids and hypotheses matrices."""
        from briefing.services.grids import Grids  # start-up time

        return Grids(self.library)

    @cached_property
    def memo_finding(self) -> "FindingInMemos":
        """Return the service that looks for words in all memos."""
        from briefing.services.finding_in_memos import FindingInMemos  # start-up time

        return FindingInMemos(self.library, self.searching)

    @cached_property
    def templates(self) -> "TemplateEditing":
        """Return the service that looks after templates."""
        from briefing.services.template_editing import TemplateEditing  # start-up time

        return TemplateEditing(self.library)

    @cached_property
    def styling(self) -> "Styling":
        """Return the service that looks after house styles."""
        from briefing.services.styling import Styling  # start-up time

        return Styling()

    @cached_property
    def memo_versions(self) -> "MemoVersions":
        """Return the service that compares versions of memos."""
        from briefing.services.memo_versions import MemoVersions  # start-up time

        return MemoVersions(self.library)

    @cached_property
    def citing(self) -> "Citing":
        """Return the service that helps to cite."""
        from briefing.services.citing import Citing  # start-up time

        return Citing(self.library)

    @cached_property
    def checking(self) -> "Checking":
        """Return the service that examines memos and the library."""
        from briefing.services.checking import Checking  # start-up time

        return Checking(self.library)

    @cached_property
    def trace(self) -> "TraceReading":
        """Return the service that tells what each sentence of a memo rests on."""
        from briefing.services.trace_reading import TraceReading  # start-up time

        return TraceReading(self.library)

    @cached_property
    def paragraph_evidence(self) -> "ParagraphEvidence":
        """Return the service that finds the evidence for a paragraph."""
        from briefing.services.paragraph_evidence import ParagraphEvidence  # start-up time

        return ParagraphEvidence(self.library)

    @cached_property
    def publishing(self) -> "Publishing":
        """Return the service that writes memos out."""
        from briefing.services.publishing import Publishing  # start-up time

        # Its checks are made ready only when an export asks for comments.
        return Publishing(self.library, lambda memo: self.checking.check_memo(memo))  # noqa: PLW0108

    @cached_property
    def releasing(self) -> "Releasing":
        """Return the service that writes memos out, and logs the final ones."""
        from briefing.services.releasing import Releasing  # start-up time

        return Releasing(self.library, self.checking, self.publishing)

    @cached_property
    def reviewing(self) -> "Reviewing":
        """Return the service that takes back what reviewers made of a memo."""
        from briefing.services.reviewing import Reviewing  # start-up time

        return Reviewing(self.library)

    def close(self) -> None:
        """Finish what is being written and close the library."""
        self.library.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()


def open_desk(path: Path) -> Desk:
    """Open a library that exists; raises LibraryError with one sentence."""
    return Desk(Library.open(path))


def create_desk(path: Path) -> Desk:
    """Make an empty library; raises LibraryError where the file exists or cannot be made."""
    return Desk(Library.create(path))
