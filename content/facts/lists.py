"""Which facts belong to one list? Runs parted by ";" and blocks of bullets share a group and a lead-in."""

from dataclasses import replace

from content.document import Block, Document, Span
from content.facts.fact import Fact

FEWEST = 3
LIST_KINDS = frozenset({"bullet", "row"})


def grouped(document: Document, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts, those of one list with its number and the span of the words that lead into it."""
    runs = _runs(document)
    result, at = [], 0
    for fact in facts:
        while at < len(runs) and runs[at][0].end <= fact.span.start:
            at += 1
        if at < len(runs) and fact.span in runs[at][0] and not fact.in_junk:
            result.append(replace(fact, group=at, lead_in=runs[at][1]))
        else:
            result.append(fact)
    return tuple(result)


def _runs(document: Document) -> list[tuple[Span, Span | None]]:
    """Every list of the document with its lead-in, in order."""
    found: list[tuple[Span, Span | None]] = []
    for section in document.sections:
        blocks = section.blocks
        at = 0
        while at < len(blocks):
            if blocks[at].kind in LIST_KINDS:
                end = at
                while end < len(blocks) and blocks[end].kind == blocks[at].kind:
                    end += 1
                if end - at >= 2:
                    found.append(
                        (
                            Span(blocks[at].span.start, blocks[end - 1].span.end),
                            _lead_in(document, blocks[at - 1] if at else None),
                        )
                    )
                at = end
                continue
            run = _semicolons(document, blocks[at], blocks[at - 1] if at else None)
            if run:
                found.append(run)
            at += 1
    return found


def _lead_in(document: Document, before: Block | None) -> Span | None:
    """The last sentence of the paragraph before the list."""
    if before is None or before.kind not in {"paragraph", "heading"}:
        return None
    span = before.span
    text = document[span].rstrip()
    if before.kind == "paragraph" and not text.endswith(":"):
        return None
    cut = max(text.rfind(mark, 0, len(text) - 1) for mark in (". ", "! ", "? "))
    return Span(span.start + cut + 2 if cut >= 0 else span.start, span.start + len(text))


def _semicolons(document: Document, block: Block, before: Block | None) -> tuple[Span, Span | None] | None:
    """A paragraph with "A; B; C" in one sentence; the words before a colon lead in, else the paragraph above."""
    if block.kind != "paragraph":
        return None
    text = document[block.span]
    first, last = text.find(";"), text.rfind(";")
    if text.count(";", first, last + 1) < FEWEST - 1:
        return None
    colon = text.rfind(":", 0, first)
    opening = max((text.rfind(mark, 0, first) for mark in (". ", "! ", "? ")), default=-1)
    closing = text.find(". ", last)
    end = block.span.start + (len(text) if closing < 0 else closing)
    if colon > opening:
        start = block.span.start + (opening + 2 if opening >= 0 else 0)
        return Span(block.span.start + colon + 1, end), Span(start, block.span.start + colon + 1)
    if opening >= 0:
        return Span(block.span.start + opening + 2, end), None
    return Span(block.span.start, end), _lead_in(document, before)
