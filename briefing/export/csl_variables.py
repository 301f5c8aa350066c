"""The names of CSL: its types, and its variables as fields of an article spell them.

Source: CSL 1.0.2, appendices III and IV. What an article says in its own words (title, author,
date, address) is not among the fields; neither is the analyst's note.
"""

_TYPES = """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic
    hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet
    paper-conference patent performance periodical personal_communication post post-weblog
    regulation report review review-book software song speech standard thesis treaty webpage
"""
_TEXTS = """
    annote archive archive_collection archive_location archive-place authority call-number
    chapter-number citation-number collection-number collection-title container-title
    container-title-short dimensions division DOI edition event-place event-title genre ISBN ISSN
    issue jurisdiction keyword license medium number number-of-pages number-of-volumes
    original-publisher original-publisher-place original-title page part-number part-title PMCID
    PMID publisher publisher-place references reviewed-genre reviewed-title scale section source
    status supplement-number title-short version volume volume-title
"""
_NAMES = """
    chair collection-editor compiler composer container-author contributor curator director editor
    editorial-director executive-producer guest host illustrator interviewer narrator organizer
    original-author performer producer recipient reviewed-author script-writer series-creator
    translator
"""
_DATES = "available-date event-date original-date submitted"

TYPES = frozenset(_TYPES.split())
TEXTS = {name.lower(): name for name in _TEXTS.split()}
NAMES = {name: name for name in _NAMES.split()}
DATES = {name: name for name in _DATES.split()}
