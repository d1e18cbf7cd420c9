"""How is a text with gaps between stars read? Each gap asks by itself, the others filled in."""

import re
from collections.abc import Iterator

from content.exchange.question import Answer, Question
from content.exchange.report import Note
from lessons.items import BLANK

MARKED = re.compile(r"\*([^*\n]+)\*")


def gaps(text: str, lead: str, name: str, key: str, *, slash: bool = True) -> Iterator[Question]:
    """Each gap and the others filled in; `slash`: one between two answers says that both are right."""
    found = list(MARKED.finditer(text))
    for number, gap in enumerate(found):
        inner, _, tip = gap[1].partition(":")
        options = [one.strip() for one in (inner.split("/") if slash else [inner]) if one.strip()]
        stem = (
            "".join(
                text[start : other.start()] + (BLANK if other is gap else first(other[1], slash=slash))
                for start, other in zip([0, *(one.end() for one in found)], found, strict=False)
            )
            + text[found[-1].end() :]
        )
        notes = (Note("gap_of_many", field="stem"),) if len(found) > 1 else ()
        yield Question(
            "text",
            stem,
            tuple(Answer(one) for one in options),
            name=name,
            id=f"{key}-{number}" if key else None,
            context=lead,
            hints=(tip.strip(),) if tip.strip() else (),
            notes=notes,
        )


def first(inner: str, *, slash: bool) -> str:
    """The words of a gap that are shown where another is asked."""
    words = inner.partition(":")[0]
    return (words.split("/")[0] if slash else words).strip()
