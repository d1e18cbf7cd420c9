"""How do other programs learn the format? The JSON Schema of a pack."""

from typing import Any

from lessons.canonical.pack import PackModel

SCHEMA_ID = "https://lectern.example/pack.schema.json"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a pack."""
    found = PackModel.model_json_schema(mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID, **found}
