"""Writes bot/locales/lectern.pot, the list of every sentence that people read; a test checks that it is current.

    uv run python scripts/write_messages.py

A translation is one file beside it, such as de.po; it is brought up to date with Babel:
    uv run pybabel update --init-missing -i bot/locales/lectern.pot -o bot/locales/de.po -l de
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

ROOT = Path(__file__).parents[1]
TEMPLATE = ROOT / "bot" / "locales" / "lectern.pot"
KEYWORDS = {"t": None, "n": (1, 2)}


def template() -> bytes:
    """The template as it should be, from the sources as they are."""
    catalog = Catalog(project="lectern", charset="utf-8")
    found = extract_from_dir(
        ROOT / "bot", method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",)
    )
    for file, _, message, comments, _ in sorted(found, key=lambda entry: (entry[0], entry[1])):
        catalog.add(message, locations=[(f"bot/{file}", 0)], auto_comments=comments)
    out = io.BytesIO()
    write_po(out, catalog, width=110, omit_header=True, include_lineno=False, sort_output=False)
    return out.getvalue()


if __name__ == "__main__":
    TEMPLATE.write_bytes(template())
    sys.stdout.write(f"{TEMPLATE.relative_to(ROOT)}: {template().count(b'msgid ')} sentences\n")
