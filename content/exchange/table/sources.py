"""How is a source told in one cell? Its printable line, then the words cited from it in quotation marks."""

import re

from content.exchange import clean
from content.exchange.report import Note
from content.slugs import digest, slug
from lessons.canonical import LIMITS
from lessons.pack import Pack
from lessons.source import READING, Citation, Source

_CELL = re.compile(r'(?P<line>.*?)(?::?\s*[“"](?P<exact>.*)[”"])?\s*', re.DOTALL)


class Sources:
    """Collects the sources of a table, each line once."""

    def __init__(self) -> None:
        self._found: dict[str, Source] = {}

    def cited(self, cell: str) -> tuple[tuple[Citation, ...], tuple[Note, ...]]:
        """The citations in a cell, a line each, and a note where they, or the table's sources, are too many."""
        lines = [line for line in cell.split("\n") if line.strip()]
        found = [one for line in lines[: LIMITS.citations] if (one := self._one(line))]
        notes = [Note("too_many", field="source", data={"limit": str(LIMITS.citations)})] * (
            len(lines) > LIMITS.citations
        )
        if len(found) < len(lines[: LIMITS.citations]):
            notes.append(Note("too_many", field="source", data={"limit": str(LIMITS.sources)}))
        return tuple(found), tuple(notes)

    def all(self) -> tuple[Source, ...]:
        """Every source named so far."""
        return tuple(self._found.values())

    def _one(self, text: str) -> Citation | None:
        found = _CELL.fullmatch(text)
        assert found is not None
        line = clean.short(clean.line(found["line"]).rstrip(":"), LIMITS.line) or "Source"
        exact = clean.short(found["exact"] or "", LIMITS.quote) or None
        key = f"{slug(line, 30)}-{digest(line)}"
        if key not in self._found and len(self._found) >= LIMITS.sources:
            return None
        self._found.setdefault(key, Source(key, line))
        return Citation(key, exact)


def told(citation: Citation, pack: Pack, reading: str | None) -> str:
    """A citation in one line: what it is from, and the exact words."""
    source = pack.source(citation.ref)
    line = source.citation if source else reading or pack.title
    if citation.ref == READING:
        line = reading or pack.title
    line = clean.line(line)
    return f'{line}: "{clean.line(citation.exact)}"' if citation.exact else line
