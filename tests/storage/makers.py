"""Learners, packs and answers in one line."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from lessons.attempt import Attempt
from lessons.grade import Verdict
from lessons.items import Item, NumberItem, Quantity, TruthItem
from lessons.memory import Memory
from lessons.pack import Block, Lesson, Pack, Reading
from lessons.rating import Rating
from lessons.rich import rich

NOW = datetime(2026, 3, 2, 9, 30, 15, 123456, tzinfo=UTC)
DAY = timedelta(days=1)


def number(id: str, value: int = 5, *, stem: str = "", reading: str | None = "r1", was: str | None = None) -> Item:
    return NumberItem(
        id=id, stem=rich(stem or f"How many {id}?"), answer=Quantity(Decimal(value)), reading=reading, was=was
    )


def truth(id: str, answer: bool = True) -> Item:
    return TruthItem(id=id, stem=rich(f"{id} it is."), answer=answer)


def reading(id: str = "r1", words: str = "Five of them there were.") -> Reading:
    return Reading(id, f"On {id}", (Block("paragraph", rich(words)),))


def pack(
    *items: Item, key: str = "lights", version: str = "1.0.0", readings: tuple[Reading, ...] | None = None
) -> Pack:
    items = items or (number("a"), number("b"), truth("c"))
    lesson = Lesson("first", "First", readings if readings is not None else (reading(),), items)
    return Pack(key=key, version=version, title="Lights", language="en", licence="CC0-1.0", lessons=(lesson,))


def memory(due: datetime = NOW + DAY, **changes: object) -> Memory:
    fresh = Memory(stability=2.3065, difficulty=4.0000000000001, due=due, last_review=NOW)
    return replace(fresh, **changes)


def attempt(learner_id: int, item_id: int, session_id: int = 1, step: int = 0, **changes: object) -> Attempt:
    made = Attempt(
        learner_id=learner_id,
        item_id=item_id,
        session_id=session_id,
        step=step,
        said="5",
        verdict=Verdict.EXACT,
        fraction=1.0,
        rating=Rating.GOOD,
        at=NOW,
        after=memory(),
    )
    return replace(made, **changes)
