"""Languages as references name them, as tags (BCP 47)."""

import re

from briefing.intake.field_readers import language

# Names in English, in the language itself and in babel's, and the three-letter codes of ISO 639-2.
_NAMES = """
en: english eng usenglish american ukenglish british australian canadian inglés anglais
es: spanish spa español espanol castilian
fr: french fre fra français francais acadian canadien
de: german ger deu deutsch ngerman austrian naustrian nswissgerman
pt: portuguese por português portugues brazilian
it: italian ita italiano
ru: russian rus русский
zh: chinese chi zho 中文
ja: japanese jpn 日本語
ko: korean kor 한국어
ar: arabic ara العربية
nl: dutch dut nld nederlands
pl: polish pol polski
tr: turkish tur türkçe
uk: ukrainian ukr українська
sv: swedish swe svenska
da: danish dan dansk
no: norwegian nor norsk
fi: finnish fin suomi
cs: czech cze ces čeština
el: greek gre ell ελληνικά
he: hebrew heb עברית
fa: persian per fas farsi
hi: hindi hin हिन्दी
la: latin lat
ca: catalan cat català
ro: romanian rum ron română
hu: hungarian hun magyar
"""
_TAG_OF = {
    name: line.partition(":")[0]
    for line in _NAMES.strip().splitlines()
    for name in line.partition(":")[2].split()
}
_FIRST = re.compile(r"[;,/|]")


def reference_language(text: str) -> str:
    """Return the tag of a language, of the first where several are named; nothing if unknown."""
    first = _FIRST.split(text.strip(), maxsplit=1)[0].strip()
    return _TAG_OF.get(first.casefold()) or language(first) or ""
