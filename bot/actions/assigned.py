"""What has this learner been given, and what of it comes next?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.actions import sitting
from lessons.classroom import Assignment, result, terms
from lessons.enrollment import Learner
from lessons.errors import NotAllowed
from lessons.plan import draw
from lessons.session import SessionKind, Step
from storage.assignments import Given
from storage.packs import StoredPack
from storage.store import Store

SOON = timedelta(days=3)
"""So long before a deadline a reminder mentions it."""


@dataclass(frozen=True, slots=True)
class Mine:
    """An assignment as its learner stands with it. `title` is the pack's, or the lesson's with it.

    `met` of its `total` questions have been answered; `right`, within time and tries, is reckoned once it is closed.
    """

    given: Given
    title: str
    met: int
    total: int
    right: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether something of it is left to do."""
        return self.met < self.total


async def items_of(store: Store, work: Assignment, learner_id: int) -> tuple[int, ...]:
    """The items that this learner is given: all of the pack or lesson, or the ones drawn for them."""
    return drawn(await store.packs.askable(work.pack_id, work.lesson), work, learner_id)


def drawn(items: Sequence[int], work: Assignment, learner_id: int) -> tuple[int, ...]:
    """What falls to this learner of an assignment's items, always the same."""
    return draw(items, work.draw, seed=learner_id * 1_000_003 + work.id)


def title_of(stored: StoredPack, work: Assignment) -> str:
    """What it is called: the pack, and the lesson where only that is given."""
    lesson = next((one for one in stored.pack.lessons if one.id == work.lesson), None)
    return f"{stored.pack.title}: {lesson.title}" if lesson else stored.pack.title


async def mine(store: Store, learner: Learner, now: datetime) -> list[Mine]:
    """All that the learner is given and whose deadline is not over, the nearest first; one query for most people."""
    found = []
    for given in await store.assignments.of_learner(learner.id):
        if given.deadline is None or given.deadline > now:
            work = given.assignment
            items = await items_of(store, work, learner.id)
            met = await store.reviews.memories(learner.id, work.pack_id)
            title = title_of(await store.packs.get(work.pack_id), work)
            found.append(Mine(given, title, sum(item in met for item in items), len(items)))
    return found


async def closed(store: Store, learner: Learner, now: datetime) -> list[Mine]:
    """What the learner was given and whose deadline is over."""
    return [
        await _closed(store, learner, given, now)
        for given in await store.assignments.of_learner(learner.id)
        if given.deadline and given.deadline <= now
    ]


async def _closed(store: Store, learner: Learner, given: Given, now: datetime) -> Mine:
    work = given.assignment
    items = await items_of(store, work, learner.id)
    answers = await store.statistics.answers_of(learner.id, items) if items else []
    found = result(terms(work, given.extra, items), answers, now=now)
    title = title_of(await store.packs.get(work.pack_id), work)
    return Mine(given, title, found.met, found.total, found.right)


async def first(store: Store, learner: Learner, now: datetime) -> Mine | None:
    """What /learn goes on with: the assignment with the nearest deadline, as long as something of it is left.

    Unless the learner has chosen another pack since it was given, and that one is not finished.
    """
    waiting = next((one for one in await mine(store, learner, now) if one.is_open), None)
    if waiting is None:
        return None
    chosen = await store.enrollments.chosen(learner.id)
    if chosen is None or chosen[0] == waiting.given.assignment.pack_id or chosen[1] <= waiting.given.since:
        return waiting
    return None if await store.reviews.unseen(learner.id, [chosen[0]], 1) else waiting


async def mention(store: Store, learner: Learner, now: datetime) -> Mine | None:
    """What a reminder says a word about: something not begun, or not done with its deadline near."""
    return next((one for one in await mine(store, learner, now) if one.is_open and _urgent(one, now)), None)


def _urgent(one: Mine, now: datetime) -> bool:
    deadline = one.given.deadline
    return not one.met or (deadline is not None and deadline - now <= SOON)


async def study(store: Store, learner: Learner, work_id: int, now: datetime, *, more: bool = False) -> None:
    """Goes on with an assignment of the learner's own. Raises NotAllowed for anybody else's."""
    given = next((one for one in await store.assignments.of_learner(learner.id) if one.assignment.id == work_id), None)
    if given is None:
        raise NotAllowed("class")
    work = given.assignment
    if work.draw is None:
        await sitting.learn(store, learner, work.pack_id, now, more=more, lesson=work.lesson)
        return
    items = await items_of(store, work, learner.id)
    met = await store.reviews.memories(learner.id, work.pack_id)
    steps = tuple(Step("question", item) for item in items if item not in met)
    if not steps:
        await sitting.page(store, learner, "my_class", group=work.class_id)
        return
    await store.enrollments.enroll(learner.id, work.pack_id, now)
    await sitting.begin(store, learner, SessionKind.QUIZ, steps, now, work.pack_id, work.lesson)


async def sealed_until(store: Store, learner: Learner, item_ids: Iterable[int], now: datetime) -> datetime | None:
    """Until when this learner is not told right or wrong of any of the items; None: they are told at once."""
    sealed = [
        (one.assignment, one.deadline)
        for one in await store.assignments.of_learner(learner.id)
        if one.assignment.sealed and one.deadline is not None and one.deadline > now
    ]
    if not sealed:
        return None
    items = (await store.packs.items(item_ids)).values()
    ends = [
        end
        for work, end in sealed
        if any(item.pack_id == work.pack_id and work.lesson in (None, item.lesson) for item in items)
    ]
    return max(ends, default=None)
