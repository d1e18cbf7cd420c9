"""Which statements carry a figure or a date? `extract` reads a document, `extract_text` plain words."""

from content.document import Block, Document, Section, Span
from content.facts.fact import Bound, DateValue, Fact, FigureValue, Part
from content.facts.reading import read_facts

__all__ = ["Bound", "DateValue", "Fact", "FigureValue", "Part", "extract", "extract_text"]


def extract(document: Document) -> tuple[Fact, ...]:
    """Every figure and date of the document in the order of the text, junk blocks included (`Fact.in_junk`)."""
    return read_facts(document)


def extract_text(text: str, *, date: str | None = None) -> tuple[Fact, ...]:
    """Every figure and date of a few plain words; `date` (EDTF) is when they were written."""
    block = Block("paragraph", Span(0, len(text)))
    return read_facts(Document("", text, "", (Section((), (block,)),), date=date))
