"""What happens when a teacher gives a class something to learn? Rights are asked here, not where the button was."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.actions import given_word, rights, sitting
from bot.actions.deadlines import in_days, read_deadline
from bot.actions.expecting import expect, expected
from lessons.classroom import Accommodation, Assignment
from lessons.enrollment import Learner
from lessons.errors import NotAllowed
from storage.packs import PackCard
from storage.store import Store

MOST_DAYS = 366
MOST_TRIES = 10
MOST_DRAWN = 200
MOST_GIVEN = 50


async def givable(store: Store, learner: Learner) -> list[PackCard]:
    """The packs that a teacher may give to a class: their own that are published, and the public ones."""
    cards = await store.packs.visible(learner.id)
    own = [card for card in cards if card.owner_id == learner.id and card.status in ("private", "public")]
    return own + [card for card in cards if card.owner_id != learner.id and card.status == "public"]


async def give(store: Store, learner: Learner, group: int, pack_id: int, part: int, now: datetime) -> Assignment:
    """Gives the pack, or its lesson number `part` (from 1), to the class; 0 is the whole pack. Raises NotAllowed."""
    await rights.require_class(store, learner, group)
    if all(card.id != pack_id for card in await givable(store, learner)):
        raise NotAllowed("pack")
    if len(await store.assignments.of_class(group)) >= MOST_GIVEN:
        raise NotAllowed("class")
    lessons = (await store.packs.get(pack_id)).pack.lessons
    if part > len(lessons):
        raise NotAllowed("pack")
    work = await store.assignments.add(group, pack_id, lessons[part - 1].id if part else None, now)
    if work.given_at == now:  # not found again
        await given_word.call(store, group, now)
    return work


async def ask_date(store: Store, learner: Learner, work_id: int, message_id: int | None) -> None:
    """The next typed words are the deadline."""
    await rights.require_work(store, learner, work_id)
    await expect(store, learner, f"class_date:{work_id}")
    await sitting.page(store, learner, "work_ask_date", message_id, work=work_id)


@expected("class_date")
async def _dated(store: Store, learner: Learner, args: str, text: str, now: datetime) -> bool:
    work = await rights.require_work(store, learner, int(args))
    zone = (await store.classes.get(work.class_id)).zone
    deadline = read_deadline(text, learner.preferences.language, zone, now)
    if deadline is None:
        await sitting.say(store, learner, "no_such_day", said=text[:60])
        return True
    await expect(store, learner, None)
    await store.assignments.change(work.id, deadline=deadline)
    await sitting.page(store, learner, "work", work=work.id)
    return True


async def set_option(store: Store, learner: Learner, work_id: int, what: str, value: int, now: datetime) -> None:
    """One option of an assignment. Raises NotAllowed for one, or a value, that no button of ours carries."""
    work = await rights.require_work(store, learner, work_id)
    setter = OPTIONS.get(what)
    if setter is None:
        raise NotAllowed("button")
    await setter(store, work, value, now)


async def _deadline(store: Store, work: Assignment, days: int, now: datetime) -> None:
    if days > MOST_DAYS:
        raise NotAllowed("button")
    zone = (await store.classes.get(work.class_id)).zone
    await store.assignments.change(work.id, deadline=in_days(days, zone, now) if days else None)


async def _tries(store: Store, work: Assignment, tries: int, _: datetime) -> None:
    if tries > MOST_TRIES:
        raise NotAllowed("button")
    await store.assignments.change(work.id, tries=tries or None)


async def _draw(store: Store, work: Assignment, count: int, _: datetime) -> None:
    if count > MOST_DRAWN:
        raise NotAllowed("button")
    await store.assignments.change(work.id, draw=count or None)


async def _sealed(store: Store, work: Assignment, value: int, _: datetime) -> None:
    await store.assignments.change(work.id, sealed=bool(value))


OPTIONS: dict[str, Callable[[Store, Assignment, int, datetime], Awaitable[None]]] = {
    "days": _deadline,
    "tries": _tries,
    "draw": _draw,
    "sealed": _sealed,
}


async def remove(store: Store, learner: Learner, work_id: int) -> int:
    """Takes an assignment back; the class it was given to. What was learned stays learned."""
    work = await rights.require_work(store, learner, work_id)
    await store.assignments.remove(work.id)
    return work.class_id


async def allow_more(store: Store, learner: Learner, work_id: int, number: int, what: str, value: int) -> None:
    """Days or tries that one learner has beyond the others, in all; 0 takes them back. Raises NotAllowed."""
    work = await rights.require_work(store, learner, work_id)
    member = await store.classes.member_of_number(work.class_id, number)
    if member is None or (what == "days" and value > MOST_DAYS) or (what == "tries" and value > MOST_TRIES):
        raise NotAllowed("class")
    before = (await store.assignments.extras([work.id])).get((work.id, member.learner_id), Accommodation())
    match what:
        case "days":
            after = Accommodation(timedelta(days=value), before.extra_tries)
        case "tries":
            after = Accommodation(before.extra_time, value)
        case _:
            raise NotAllowed("button")
    await store.assignments.accommodate(work.id, member.learner_id, after)
