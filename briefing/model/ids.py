"""Identities: a uid for every record, the same in every copy of a library, and short keys."""

import os
from typing import NewType

Uid = NewType("Uid", str)

KEY_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford base 32, lower case


def new_uid() -> Uid:
    """Return a fresh identity: 32 hexadecimal digits (RFC 9562 version 4)."""
    # By hand: `uuid` and `secrets` bring hashlib and platform, 7 ms of every start.
    octets = bytearray(os.urandom(16))
    octets[6] = octets[6] & 0x0F | 0x40  # version 4
    octets[8] = octets[8] & 0x3F | 0x80  # the variant of RFC 9562
    return Uid(octets.hex())


def new_key(length: int = 3) -> str:
    """Return a random short key such as `7k2`; the caller sees to it that it is free."""
    return "".join(KEY_ALPHABET[octet % len(KEY_ALPHABET)] for octet in os.urandom(length))
