"""Which statements carry a figure or a date? `extract` reads a document, `extract_text` plain words."""

from content.document import Block, Document, Section, Span
from content.facts.fact import Bound, DateValue, Fact, FigureValue, Part
from content.facts.reading import read_facts
from content.letters import language_of

__all__ = ["Bound", "DateValue", "Fact", "FigureValue", "Part", "extract", "extract_text"]


def extract(document: Document) -> tuple[Fact, ...]:
    """Every figure and date of the document in the order of the text, junk blocks included (`Fact.in_junk`)."""
    return read_facts(document)


def extract_text(text: str, *, date: str | None = None, language: str | None = None) -> tuple[Fact, ...]:
    """Every figure and date of a few plain words; `date` (EDTF) is when they were written.

    The language (BCP 47) is found from the letters where it is not said.
    """
    block = Block("paragraph", Span(0, len(text)))
    sections = (Section((), (block,)),)
    return read_facts(Document("", text, "", sections, language=language or language_of(text), date=date))
