"""Write docs/pack.schema.json, the JSON Schema of packs, from the types in lessons/canonical/."""

import json
from pathlib import Path

from lessons.canonical import schema

TARGET = Path(__file__).parents[1] / "docs" / "pack.schema.json"


def text() -> str:
    """The schema as it stands in the file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
    print(f"written: {TARGET}")
