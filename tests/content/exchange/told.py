"""Short ways to look at what an import tells."""

from collections.abc import Iterable

from content.exchange import Imported, Note
from lessons.items import Item


def items_of(found: Imported) -> list[Item]:
    """The items, in order."""
    return [item for _, item in found.pack.items()] if found.pack else []


def codes(notes: Iterable[Note]) -> list[str]:
    """The codes of notes, in order."""
    return [note.code for note in notes]
