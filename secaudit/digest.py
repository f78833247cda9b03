"""Canonical JSON and its SHA-256: the same value always gives the same characters."""

import hashlib
import json
from typing import Any


def canonical(value: Any) -> str:
    """JSON with sorted keys, no spaces and no escapes but those that JSON demands."""
    return json.dumps(
        value,
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
        allow_nan=False,
    )


def sha256(value: Any) -> str:
    """The SHA-256 of canonical `value`, 64 hex digits."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()
