"""How does a pack travel between rooms? Canonical JSON and its JSON Schema, one converter for every kind.

The JSON is what other programs may write and what the database keeps. Its schema forbids unknown fields and limits
every length and count (`LIMITS`); numbers are decimal strings, dates are EDTF. Nobody else knows pydantic.
"""

from lessons.canonical.convert import TooLong, dumps, from_json, item_from_json, item_to_json, to_json
from lessons.canonical.hashes import key_hash, wording_hash
from lessons.canonical.json_schema import SCHEMA_ID, schema
from lessons.canonical.limits import LIMITS, Limits

__all__ = [
    "LIMITS",
    "SCHEMA_ID",
    "Limits",
    "TooLong",
    "dumps",
    "from_json",
    "item_from_json",
    "item_to_json",
    "key_hash",
    "schema",
    "to_json",
    "wording_hash",
]
