"""Learners, packs and answers in one line."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from lessons.attempt import Attempt
from lessons.enrollment import Learner
from lessons.grade import Verdict
from lessons.items import Item, NumberItem, Quantity, TruthItem
from lessons.memory import Memory
from lessons.pack import Block, Lesson, Pack, Reading
from lessons.rating import Rating
from lessons.rich import rich
from lessons.round import Round, RoundKind, Stage
from storage.packs import StoredPack
from storage.store import Store

NOW = datetime(2026, 3, 2, 9, 30, 15, 123456, tzinfo=UTC)
DAY = timedelta(days=1)


def number(name: str, value: int = 5, *, stem: str = "", reading: str | None = "r1", was: str | None = None) -> Item:
    return NumberItem(
        id=name, stem=rich(stem or f"How many {name}?"), answer=Quantity(Decimal(value)), reading=reading, was=was
    )


def truth(name: str, answer: bool = True) -> Item:
    return TruthItem(id=name, stem=rich(f"{name} it is."), answer=answer)


def reading(name: str = "r1", words: str = "Five of them there were.") -> Reading:
    return Reading(name, f"On {name}", (Block("paragraph", rich(words)),))


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


def a_round(pack_id: int, **changes: object) -> Round:
    made = Round(
        id=0,
        group_id=-100,
        thread_id=7,
        kind=RoundKind.ROUND,
        pack_id=pack_id,
        stage=Stage.INVITED,
        language="en",
        salt="salt",
    )
    return replace(made, **changes)


async def enrolled(store: Store, chat_id: int = 5) -> tuple[Learner, StoredPack]:
    """A learner who studies the pack "lights"."""
    learner = await store.learners.get_or_create(chat_id, f"Ada {chat_id}", "en", NOW)
    pack_id = (await store.packs.install(pack(), now=NOW)).pack_id
    await store.enrollments.enroll(learner.id, pack_id, NOW)
    return learner, await store.packs.get(pack_id)
