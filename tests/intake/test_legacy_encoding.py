from pathlib import Path

import pytest

from briefing.errors import IntakeError
from briefing.intake.legacy_encoding import decode_legacy

SAMPLES = Path(__file__).parents[1] / "data/intake/encodings"

SPANISH = """La Secretaría de Relaciones Exteriores informó que la reunión terminará mañana; según
el embajador, los países acordarán más cooperación en la región. Añadió que la soberanía nacional
no está en discusión y que las próximas decisiones se tomarán después de un diálogo público."""
POLISH = """Rząd ogłosił, że wszystkie źródła są jawne, a każdy może się z nimi zapoznać. Według
ministra spraw zagranicznych współpraca będzie kontynuowana również w przyszłym roku, jeżeli
państwa członkowskie zgodzą się na nowe zasady i przeznaczą na ten cel większe środki."""
TURKISH = """Türkiye Cumhuriyeti hükümeti bugün şöyle bir açıklama yaptı: görüşmeler sürüyor ve
ilişkiler güçleniyor. Dışişleri Bakanlığı, iki ülke arasındaki iş birliğinin önümüzdeki yıl da
devam edeceğini, ancak kararların karşılıklı saygı çerçevesinde alınacağını bildirdi."""
JAPANESE = "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。"
KOREAN = "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SPANISH, "cp1252"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (TURKISH, "cp1254"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (KOREAN, "cp949"),
        ("It’s “clear” – he said.", "cp1252"),
        ("café", "cp1252"),
    ],
)
def test_code_page_is_found(text: str, encoding: str) -> None:
    assert decode_legacy(text.encode(encoding))[0] == text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("sample-arabic-1.txt", "المنطقة المغاربية"),
        ("sample-chinese.txt", "維基大典"),
        ("sample-french-1.txt", "MOLIÈRE\nNÉ LE 15 JANVIER 1622"),
        ("sample-greek.txt", "Η ελληνική αποτελεί"),
        ("sample-hebrew-2.txt", "אין כמעט ניבים"),
        ("sample-korean.txt", "역사적 예수 연구자들은"),
        ("sample-russian.txt", "В гимназии он не был"),
        ("sample-turkish.txt", "Türkiye'nin en kalabalık"),
    ],
)
def test_real_sample_is_read_in_its_language(name: str, words: str) -> None:
    text, remark = decode_legacy((SAMPLES / name).read_bytes())
    assert words in text.replace("\r\n", "\n")
    assert remark.startswith("Read as ")


def test_long_text_is_sampled_at_a_line_end() -> None:
    text = (JAPANESE + "\n") * 2000
    assert decode_legacy(text.encode("euc_jp"))[0] == text


@pytest.mark.parametrize("data", [b"\x81\x8d\x8f", bytes(range(128, 256)) * 3, b"\xff\xfe\xfd" * 9])
def test_unclear_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(IntakeError, match="save it as UTF-8"):
        decode_legacy(data)
