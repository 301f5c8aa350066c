"""The endings by which a word changes, by language: number, case, gender and person, no more.

As the index folds words: no capitals, no accents. Not the endings that make other words, which
stemmers take off as well: who asks for `import` does not mean `important`.
"""

from collections.abc import Iterator
from itertools import product

_SHORTEST = 3  # letters that must stay
_BASE = 2  # of a pair of endings: luz, luces

ENGLISH = "en"
# The letters of languages that are not written in Latin ones.
_LETTERS = {"ru": "\u0400\u04ff", "el": "\u0370\u03ff", "hi": "\u0900\u097f"}
# Endings to try behind a stem; a form counts only where the language's stemmer agrees.
ENDINGS = {
    "en": " s es ed d ing e y ies ied ying",
    "es": " s es o a os as e en an ar er ir ando iendo ado ada ados adas ido ida idos idas aba aban"
    " ia ian aron ieron ara aran era eran ira iran aria arian amos emos imos",
    "pt": " s es o a os as e em am ar er ir ando endo indo ado ada ados adas ido ida idos idas ava"
    " avam ia iam ou eu iu aram eram iram ara era ira",
    "fr": " s e es x er ez ent ons ait aient ee ees a erent era eront ir it is i ie ies irent re",
    "it": " o a i e are ere ire ato ata ati ate ito ita iti ite uto uta uti ute ando endo ano ono"
    " ava avano eva evano iva ivano",
    "de": " e en n er ern es s em et t te ten end ende enden",
    "nl": " e en s t te ten de den er",
    "sv": " a ar or er en n et t arna erna orna s ens ets na ade at",
    "da": " e en et er ene erne s ens ets ede",
    "no": " e en et er ene a s ens ets ede",
    "ru": " а я о е и ы у ю ь ой ей ом ем ам ям ами ями ах ях ов ев ий ия ии ию ие ием иям иями иях"
    " ый ая ое ые ого его ому ему ым им ых их ую юю ать ает ают ал ала али ить ит ят ил ила или",
    "pl": " a e i o u y ow om ami ach em ie owi ego emu ej ym im ych ich",
    "tr": " i u in un a e da de dan den lar ler lari leri larin lerin nin nun n si su ya ye yi yu",
    "ro": " a e i ul ului ii le lor ei",
    "el": " οσ ου ο ε οι ων ουσ η ησ εσ α ασ εωσ εισ ι ιου ια ιων",
    "hi": " ा े ी ि ों ें ियों ियां ो",
}
# Pairs of endings that go together whatever the stemmer thinks: plurals, mostly.
PAIRS = {
    "es": (("", "s"), ("", "es"), ("z", "ces")),
    "pt": (("", "s"), ("", "es"), ("ao", "oes"), ("l", "is"), ("m", "ns")),
    "fr": (("", "s"), ("", "x"), ("al", "aux")),
    "it": (("o", "i"), ("a", "e"), ("e", "i")),
    "de": (("", "en"), ("", "e"), ("", "er"), ("", "s")),
    "nl": (("", "en"), ("", "s")),
    "pl": (("", "y"), ("", "ow"), ("a", "y")),
}
# Little words that are written together with the next one.
_JOINED_ON = (
    ("\u0621", "\u064a", "ال و وال ب بال ل لل ف فال ك كال"),
    ("\u05d0", "\u05ea", "ה ו וה ב ל מ ש כ שה מה כש"),
)


def is_written_as(word: str, language: str) -> bool:
    """Tell whether a word's first letter is one of the language's script."""
    first, last = _LETTERS.get(language, "a\u024f")
    return first <= word[0] <= last


def stem_candidates(word: str, stem: str, language: str) -> Iterator[str]:
    """Yield what may be other forms of a folded word, given its stem.

    None where the stemmer took more off than such an ending: `security` is no form of `secure`.
    """
    tails = {stem, stem[:-1], stem + stem[-1:]}  # make: mak-ing; polici: polic-y; run: runn-ing
    bases = [base for base in tails if len(base) >= _SHORTEST]
    endings = ENDINGS[language].split(" ")
    forms = {base + ending for base, ending in product(bases, endings)}
    if word in forms:
        yield from forms - {word}


def paired_forms(word: str, language: str) -> Iterator[str]:
    """Yield the forms that follow from the word's spelling alone."""
    for pair in PAIRS.get(language, ()):
        for ending, other in (pair, pair[::-1]):
            base = word.removesuffix(ending) if ending else word
            if word.endswith(ending) and len(base) >= _BASE:
                yield base + other


def joined_forms(word: str) -> Iterator[str]:
    """Yield a word of Arabic or Hebrew with and without the little words that are joined on."""
    for first, last, particles in _JOINED_ON:
        if not all(first <= char <= last for char in word):
            continue
        for particle in particles.split():
            yield particle + word
            if word.startswith(particle) and len(word) - len(particle) >= _SHORTEST:
                yield word.removeprefix(particle)
