import random

import pytest

from briefing.model.article import Original
from briefing.store.originals import pack, unpack

SMALL = b"The strait was closed on Monday. " * 900
LARGE = SMALL * 2
NOISE = random.Random(7).randbytes(400_000)


@pytest.mark.parametrize(
    "data", [b"", SMALL, LARGE, NOISE], ids=["empty", "small", "large", "noise"]
)
def test_file_comes_back_byte_for_byte(data: bytes) -> None:
    original = Original("a.txt", "text/plain", data, "0" * 64)
    packed = pack(original)
    assert packed.size == len(data)
    assert unpack(packed) == original


@pytest.mark.parametrize(("data", "packing"), [(SMALL, "none"), (LARGE, "zlib"), (NOISE, "none")])
def test_large_file_is_packed_where_that_saves_room(data: bytes, packing: str) -> None:
    packed = pack(Original("a.txt", "text/plain", data, "0" * 64))
    assert packed.packing == packing
    assert (len(packed.data) < len(data)) == (packing == "zlib")


def test_raw_text_is_packed_beside_the_file() -> None:
    packed = pack(Original("a.txt", "text/plain", b"", "0" * 64), raw_text="Words. \udc80" * 99)
    assert 0 < len(packed.raw_text) < 99
