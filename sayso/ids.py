"""Ids come from content: the same page read twice is one document.

An id is a short prefix and 16 hex digits of SHA-256 over its parts (64 bits: among ten million
documents the chance that any two share an id is under one in 300,000).
"""

from __future__ import annotations

import hashlib


def make_id(prefix: str, *parts: object) -> str:
    """`prefix_` and 16 hex digits over the parts.

    >>> make_id("doc", "a text") == make_id("doc", "a text")
    True
    >>> make_id("st", "doc_1", 3, 8).startswith("st_")
    True
    """
    joined = "\x1f".join(str(part) for part in parts)
    return f"{prefix}_{sha256(joined.encode())[:16]}"


def sha256(data: bytes) -> str:
    """The SHA-256 of the bytes, 64 hex digits."""
    return hashlib.sha256(data).hexdigest()
