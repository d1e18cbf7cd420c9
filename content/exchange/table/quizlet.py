"""How is a Quizlet export read? Term, tab, definition; a line a card."""

from content.exchange.clean import conflicts, decoded
from content.exchange.question import Answer, BadFile, Entry, Found, Question
from content.exchange.report import Note

_LOOKED_AT = 200
_JOINED = 20
"""Lines that go on with one definition; further ones are refused."""


def looks_like(text: str) -> bool:
    """Whether nearly every line is two texts with one tab between."""
    lines = [line for line in text.split("\n")[:_LOOKED_AT] if line.strip()]
    good = [line for line in lines if line.count("\t") == 1 and all(part.strip() for part in line.split("\t"))]
    return len(good) > 1 and len(good) * 10 >= len(lines) * 8


def read(data: bytes) -> Found:
    """Every card. A line without a tab goes on with the definition above. Raises BadFile where there is none."""
    text, notes = decoded(data)
    entries: list[Entry] = []
    unsettled = {line for start, end in conflicts(text) for line in range(start + 1, end + 2)}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        if number in unsettled:
            entries.append(Note("conflict", number, line.strip()[:80]))
            continue
        term, tab, definition = line.partition("\t")
        last = entries[-1] if entries else None
        if tab and term.strip() and definition.strip():
            entries.append(Question("card", term, (Answer(definition.replace("\t", " ")),), line=number))
        elif not tab and isinstance(last, Question) and len(last.notes) < _JOINED:
            joined = Answer(f"{last.answers[0].text} {line}")
            note = Note("joined_line", field="answer", data={"words": line.strip()[:80]})
            entries[-1] = Question("card", last.stem, (joined,), line=last.line, notes=(*last.notes, note))
        else:
            entries.append(Note("columns", number, line.strip()[:80], data={"count": "1", "wanted": "2"}))
    if not any(isinstance(entry, Question) for entry in entries):
        raise BadFile("one_column" if entries else "no_question")
    return Found(tuple(entries), notes=notes)
