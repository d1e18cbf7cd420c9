"""What happens when somebody says "I have five minutes"? What fits is shown, and begun with one more tap."""

from dataclasses import dataclass
from datetime import datetime

from bot.actions import browsing, planning, sitting
from lessons.enrollment import Learner
from lessons.session import SessionKind
from lessons.timed import Timed, Unread, smallest, timed_plan
from lessons.worth import chosen
from storage.packs import StoredPack
from storage.store import Store

CHOICES = (5, 10, 20)
MOST_MINUTES = 120
ENOUGH_PARTS = 12
"""So many readings are more than anybody reads in the minutes that can be asked for."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """What fits, of which pack its readings are, and the seconds an answer takes this learner.

    `day_full`: more that is new would fit, were it not for the facts that one day holds.
    """

    plan: Timed
    pack: StoredPack | None
    secs: float
    day_full: bool = False


def read_minutes(words: str) -> int | None:
    """The minutes that somebody typed behind the command; None where it is no such number."""
    said = words.split()
    number = said[0] if said else ""
    if not (number.isdecimal() and len(number) <= 3 and 0 < int(number) <= MOST_MINUTES):
        return None
    return int(number)


async def fitting(store: Store, learner: Learner, minutes: int, now: datetime) -> Fitting:
    """What fits into the minutes now: due reviews, the most useful first, then what is new of the pack at hand."""
    secs = (await planning.pace(store, learner, now)).secs
    room = max(1, int(minutes * 60 / secs))
    memories = await store.reviews.askable(learner.id)
    waiting = {item: memory for item, memory in memories.items() if memory.due <= now}
    due = chosen(learner, waiting, room, now=now)
    due += sorted(set(waiting) - set(due))  # counted as left for later
    hand = await browsing.at_hand(store, learner)
    pack = await store.packs.get(hand) if hand is not None else None
    unread = await _unread(store, learner, pack) if pack else []
    most_new = max(0, await sitting.new_room(store, learner, now, hand))
    early = planning.early(learner, memories, now)
    plan = timed_plan(minutes, secs, due, unread, early=early, most_new=most_new)
    more = timed_plan(minutes, secs, due, unread)
    if not plan.steps:  # the day's new facts are met; whoever has time all the same gets more of them
        plan = more
    return Fitting(plan if plan.steps else smallest(secs, unread), pack, secs, day_full=more.new > plan.new > 0)


async def begin(store: Store, learner: Learner, minutes: int, now: datetime) -> None:
    """Sits down for so many minutes; where nothing fits, the page says so."""
    found = await fitting(store, learner, minutes, now)
    if not found.plan.steps:
        await show(store, learner, minutes, None)
        return
    pack_id = found.pack.id if found.pack and found.plan.new else None
    if pack_id is not None:
        await store.enrollments.enroll(learner.id, pack_id, now)
    await sitting.begin(store, learner, SessionKind.TIMED, found.plan.steps, now, pack_id)


async def show(store: Store, learner: Learner, minutes: int, message_id: int | None) -> None:
    """The page that says what would fit."""
    await sitting.page(store, learner, "time", message_id, minutes=minutes)


async def _unread(store: Store, learner: Learner, pack: StoredPack) -> list[Unread]:
    """The next readings of the pack with something unseen, in their order."""
    unseen = set(await store.reviews.unseen(learner.id, [pack.id], planning.MANY))
    found: list[Unread] = []
    for lesson in pack.pack.lessons:
        words = {pack.readings[reading.id]: len(reading.text.split()) for reading in lesson.readings}
        for reading, items in sitting.taught(pack, lesson.id):
            left = tuple(item for item in items if item in unseen)
            if left:
                found.append(Unread(reading, words.get(reading, 0) if reading else 0, left))
            if len(found) >= ENOUGH_PARTS:
                return found
    return found
