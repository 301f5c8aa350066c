"""English past participles: regular ones by their ending, irregular ones by a table.

Participles that tell a state as adjectives do (`interested`, `based`, `located`) are listed apart:
with *be* they are no passive unless an agent with *by* follows. Source of the irregular forms:
Quirk et al., A Comprehensive Grammar of the English Language, 3.11-3.20; of adjectives, 3.74-3.78.
"""

from briefing.text.word_set import word_set

_IRREGULAR = """
hurt learnt dreamt arisen awoken beaten begun beheld bent beset bet bid bidden bitten bled blown
bought bound bred broadcast broken brought built burnt burst cast caught chosen clung cut dealt
done drawn driven drunk dug eaten fed felt fled flown flung forbidden forecast foreseen forgiven
forgone forgotten fought found frozen ghostwritten given ground grown hamstrung handwritten
heard held hidden hit hung kept known laid leapt learnt led left lent let lit lost made meant
met misled mistaken misunderstood mown outdone outsold overcome overdone overheard overridden
overrun overseen overtaken overthrown overwritten paid prepaid proven put quit read rebuilt
recast redone redrawn relaid remade repaid rerun reset resold retaken rethought retold rewritten
ridden run rung said sawn seen sent set sewn shaken shed shone shot shown shrunk shut slain
slung smitten sold sought sown sped spelt spent spilt split spoken spread sprung spun stolen
stricken struck strung stuck stung sung sunk sunken swept sworn swung taken taught thought
thrown told torn trodden undercut undergone undermined understood undertaken undone unwound
upheld upset withdrawn withheld woken won worn wound woven written wrung
"""
_NO_PARTICIPLE = """
aged allied bearded bed beloved biased biped bleed blessed breed creed crooked deed embed exceed
feed fred gifted greed hatred heed hundred indeed infrared kindred med naked ned need
proceed quadruped ragged red reed rugged sacred seed shred skilled sled speed succeed supersed
talented ted weed wicked wretched
"""
# States, with `be`: what someone feels, where something is, how it is made.
_STATES = """
abashed accustomed acquainted addicted advanced afflicted aged agitated alarmed amazed amused
angered annoyed antiquated appalled armed ashamed astonished astounded awed balanced based
bemused bereaved biased blessed bored born bothered bound bounded calmed centered centred
committed complicated conceited concerned confused contented convinced convoluted curved damned
dated decided dedicated delighted depressed detailed devoid devoted disadvantaged disappointed
disenchanted disgusted disillusioned disinclined dismayed displeased dissatisfied distracted
distressed domiciled dressed drunk elated elderly embarrassed embattled emboldened enamoured
engaged enlightened enraged enthused excited experienced faced fascinated fatigued fed-up
finished fixated flawed flustered focused focussed forked frightened gone headquartered
heartened honored honoured hooked horrified humbled impassioned impressed inclined indebted
infuriated interconnected interested interlinked interrelated intertwined intoxicated intrigued
inundated involved irritated isolated jaded located long-winded married matured minded misguided
mistaken mixed motivated multifaceted nuanced obsessed opinionated opposed outdated outmoded
outraged overcrowded overjoyed perturbed petrified pleased poised possessed predisposed
prejudiced preoccupied prepared privileged puzzled qualified reasoned related relieved renowned
retired rooted saddened satisfied scared seasoned shocked situated skewed sophisticated startled
strained stuck stunned subdued suited supposed surprised talented tempted terrified thrilled
tied tilted tired troubled underdeveloped uneducated unfounded united unmatched unprecedented
upset versed wooded worn worried
"""
# States after *is* and *are*, events after any other form: `is closed`, `was closed`.
_STATES_NOW = """
absorbed assured attached broken calculated closed connected crowded deprived deserted detached
determined devastated diluted disabled disposed distinguished disturbed diversified divided
educated elevated endangered enriched entrenched equipped exaggerated exhausted fitted fixed
forested frozen frustrated furnished grounded grown heated hidden hurt inspired insulated
integrated invested justified lined linked localised localized lost measured moved overwhelmed
packed populated reassured refined relaxed reserved resolved rushed seated settled spoiled
touched trusted wounded
"""
_UN_VERBS = frozenset({"under", "unite", "unifi", "unvei", "unloc", "unlea", "uncov", "undon"})
_PREFIXES = ("re-", "co-", "pre-", "over-", "under-", "out-", "mis-", "cross-")
_SHORTEST = 4


def is_participle(word: str) -> bool:
    """Tell whether a lower-case word can be a past participle with a passive meaning."""
    if "-" in word:
        prefix = next((prefix for prefix in _PREFIXES if word.startswith(prefix)), "")
        return bool(prefix) and is_participle(word[len(prefix) :])
    if word in word_set(_NO_PARTICIPLE):
        return False
    if word in word_set(_IRREGULAR):
        return True
    if not word.endswith("ed") or len(word) < _SHORTEST or word.endswith("eed"):
        return word in {"agreed", "freed", "guaranteed", "refereed", "decreed"}
    return not word.startswith("un") or word[:5] in _UN_VERBS


def is_state(word: str, *, is_present: bool = False) -> bool:
    """Tell whether a participle tells a state rather than what is done to its subject."""
    return word in word_set(_STATES) or (is_present and word in word_set(_STATES_NOW))
