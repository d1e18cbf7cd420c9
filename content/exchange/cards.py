"""How is a card with a long answer asked? Nobody types a sentence: it is tapped among other answers of its deck."""

from collections.abc import Sequence
from dataclasses import replace

from content.exchange import clean
from content.exchange.question import Entry, Question
from content.exchange.report import Note
from lessons.canonical import LIMITS

TYPED = 60
"""Characters of an answer that people type."""

BESIDE = 3
"""Other answers to tap."""

_LOOKED_AT = 60


def with_options(entries: Sequence[Entry]) -> list[Entry]:
    """The entries; cards whose answer is too long to type have others of their section beside it, or are refused."""
    decks: dict[str, list[str]] = {}
    for entry in entries:
        if isinstance(entry, Question) and entry.kind == "card" and (answer := _answer(entry)):
            decks.setdefault(entry.section, []).append(answer)
    return [_asked(entry, decks) for entry in entries]


def _answer(question: Question) -> str:
    return clean.line(question.answers[0].text) if question.answers else ""


def _asked(entry: Entry, decks: dict[str, list[str]]) -> Entry:
    if not isinstance(entry, Question) or entry.kind != "card" or len(_answer(entry)) <= TYPED:
        return entry
    answer = _answer(entry)
    beside = _beside(answer, decks[entry.section])
    if len(answer) > LIMITS.option or len(beside) < BESIDE:
        return Note("long_answer", entry.line, entry.shown, "answer", {"count": str(len(answer))})
    return replace(entry, decoys=beside, notes=(*entry.notes, Note("options_from_deck", field="answer")))


def _beside(answer: str, deck: list[str]) -> tuple[str, ...]:
    """Three other answers, those nearest in length among its neighbours in the file."""
    here = deck.index(answer)
    near = deck[max(0, here - _LOOKED_AT) : here + _LOOKED_AT]
    others = {one.casefold(): one for one in near if one.casefold() != answer.casefold() and len(one) <= LIMITS.option}
    return tuple(sorted(others.values(), key=lambda one: (abs(len(one) - len(answer)), one))[:BESIDE])
