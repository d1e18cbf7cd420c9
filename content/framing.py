"""Which stretch around what is asked makes the cleanest card? The least cost of a begin, an end and a length."""

from collections.abc import Iterator, Mapping, Sequence

from content.document import Span
from content.openings import leans, supposes
from content.outline import Outline, Unit

FEWEST, MOST = 55, 130
"""Words of a card whose begin or end is moved."""
COMFORTABLE = 120

LEANS = 60.0
"""It begins with words that mean something told before: "he", "this", "the same year"."""
SUPPOSES = 20.0
"""It begins with something known that has no name: "the result"."""
INSIDE = 8.0
"""It begins or ends in the middle of a paragraph."""
NEW_PARAGRAPH = 2.0
"""It begins with a paragraph that is not the section's first."""
CUT = 400.0
"""It parts a list from the words that lead into it."""
MOVED = 0.4
"""For each sentence that the card is moved from where the text was cut."""
AGAIN = 14.0
"""For each sentence that an earlier card has shown."""


def framed(
    outline: Outline, windows: Sequence[tuple[Unit, ...]], needed: Mapping[int, Sequence[Span]]
) -> dict[int, tuple[Unit, ...]]:
    """The units of each window that has questions, moved to where a card begins and ends best.

    `needed` has the quotes that the window's questions are on; they stay on the card. A list stays as it was cut.
    """
    made: dict[int, tuple[Unit, ...]] = {}
    shown = 0  # units before this one are on an earlier card
    for number, quotes in needed.items():
        start, end = _framed(outline, windows[number], quotes, shown)
        made[number] = outline.units[start:end]
        shown = max(shown, end)
    return made


def _framed(outline: Outline, units: tuple[Unit, ...], quotes: Sequence[Span], shown: int) -> tuple[int, int]:
    every = outline.units
    start = outline.at(units[0].span.start) or 0
    asked = [n for n in range(start, start + len(units)) if any(every[n].span == quote for quote in quotes)]
    if not asked or any(every[n].kind == "bullet" for n in asked):
        return start, start + len(units)

    def cost(ends: tuple[int, int]) -> float:
        moved = abs(ends[0] - start) + abs(ends[1] - start - len(units))
        return _cost(outline, *ends) + MOVED * moved + AGAIN * max(0, shown - ends[0])

    return min(_stretches(outline, asked[0], asked[-1]), key=cost, default=(start, start + len(units)))


def _stretches(outline: Outline, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Every stretch of one section's neighbours that holds these two units and has the right length."""
    every = outline.units
    for start in range(first, -1, -1):
        if every[start].section != every[first].section:
            return
        words = sum(unit.words for unit in every[start:last])
        if words > MOST:
            return
        for end in range(last + 1, len(every) + 1):
            words += every[end - 1].words
            if words > MOST or every[end - 1].section != every[first].section:
                break
            if words >= FEWEST:
                yield start, end


def _cost(outline: Outline, start: int, end: int) -> float:
    words = sum(unit.words for unit in outline.units[start:end])
    return _opening(outline, start) + _ending(outline, end) + max(0.0, (words - COMFORTABLE) / 3)


def _opening(outline: Outline, start: int) -> float:
    unit, document = outline.units[start], outline.document
    before = outline.units[start - 1] if start else None
    if before is None or before.section != unit.section:
        return SUPPOSES if leans(document[unit.span]) else 0.0  # its heading says of whom
    if unit.kind == "bullet":
        return CUT if before.kind == "sentence" else LEANS
    cost = NEW_PARAGRAPH if unit.first else INSIDE
    if leans(document[unit.span]):
        return cost + LEANS
    told = " ".join((*document.sections[unit.section].path, document.title))
    return cost + (SUPPOSES if supposes(document[unit.span], told) else 0.0)


def _ending(outline: Outline, end: int) -> float:
    last, document = outline.units[end - 1], outline.document
    after = outline.units[end] if end < len(outline.units) else None
    text = document[last.span].rstrip()
    if after is None or after.section != last.section:
        return 0.0
    if after.kind == "bullet":
        return CUT if last.kind == "sentence" else LEANS
    if text.endswith((":", "?")):
        return LEANS
    return 0.0 if after.first else INSIDE
