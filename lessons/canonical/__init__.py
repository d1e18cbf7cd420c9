"""How does a pack travel between rooms? Canonical JSON and its JSON Schema, one converter for every kind.

The JSON is what other programs may write and what the database keeps. Its schema forbids unknown fields and limits
every length and count (`LIMITS`); numbers are decimal strings, dates are EDTF. Nobody else knows pydantic, and it is
imported when something is converted: the limits alone cost nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from lessons.canonical.limits import LIMITS, Limits

if TYPE_CHECKING:
    from lessons.canonical.convert import TooLong, dumps, from_json, item_from_json, item_to_json, to_json
    from lessons.canonical.hashes import key_hash, wording_hash
    from lessons.canonical.json_schema import SCHEMA_ID, schema

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

_WHERE = {
    **dict.fromkeys(("TooLong", "dumps", "from_json", "item_from_json", "item_to_json", "to_json"), "convert"),
    **dict.fromkeys(("key_hash", "wording_hash"), "hashes"),
    **dict.fromkeys(("SCHEMA_ID", "schema"), "json_schema"),
}


def __getattr__(name: str) -> Any:
    """What stands in a module of its own, imported when it is first asked for."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
    return found
