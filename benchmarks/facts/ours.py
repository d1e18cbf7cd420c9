"""What does Lectern find? The same entries as `lectern extract FILE --json`, and how fast they came."""

import time
from collections.abc import Sequence
from typing import Any

from benchmarks.facts.gold import Annotated
from content.document import Block, Document, Section, Span
from content.facts import extract
from content.facts.listing import listing
from content.readers import read


def find(document: Annotated) -> list[dict[str, Any]]:
    """The entries of one document, read as a plain text file."""
    return listing(as_document(document))


def as_document(document: Annotated) -> Document:
    """The text as the reader of .txt files gives it; as one block where the reader changed a character."""
    seen = read(document.text.encode("utf-8"), document.name + ".txt")
    if seen.text != document.text:
        block = Block("paragraph", Span(0, len(document.text)))
        return Document(document.name, document.text, "", (Section((), (block,)),), date=document.date)
    if document.date and not seen.date:
        return Document(seen.name, seen.text, seen.title, seen.sections, date=document.date)
    return seen


def speed(documents: Sequence[Annotated], *, at_least: float = 2.0) -> float:
    """Characters a second of processor time on one core, over the documents again and again, reading left out."""
    ready = [as_document(document) for document in documents]
    characters, began = 0, time.process_time()
    while time.process_time() - began < at_least:
        for document in ready:
            extract(document)
            characters += len(document.text)
    return characters / (time.process_time() - began)
