"""Identities: a uid for every record, the same in every copy of a library, and short keys."""

import secrets
import uuid
from typing import NewType

Uid = NewType("Uid", str)

KEY_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford base 32, lower case


def new_uid() -> Uid:
    """Return a fresh identity: 32 hexadecimal digits (RFC 9562 version 4)."""
    return Uid(uuid.uuid4().hex)


def new_key(length: int = 3) -> str:
    """Return a random short key such as `7k2`; the caller sees to it that it is free."""
    return "".join(secrets.choice(KEY_ALPHABET) for _ in range(length))
