"""What happens when a learner sits down? A lesson, a quiz or a review is planned and its first view is owed."""

from datetime import datetime, timedelta

from bot.actions import planning
from lessons import days
from lessons.enrollment import Learner
from lessons.plan import Taught, lesson_plan, quiz_plan
from lessons.schedule import schedule_for
from lessons.session import Phase, Session, SessionKind, Step
from storage.packs import StoredPack
from storage.store import Store
from storage.views import Place

QUIZ_SIZE = 10


async def owe(
    store: Store,
    learner: Learner,
    session_id: int,
    *,
    place: Place = "edit",
    reminder: bool = False,
    resumed: bool = False,
) -> None:
    """Notes that the learner's chat is owed the session's view; `resumed`: it is taken up where it was left."""
    args = {"session": session_id, "reminder": reminder, "resumed": resumed}
    await store.views.owe(learner.chat_id, "sitting", args, place=place, key=f"sitting:{session_id}")


async def say(store: Store, learner: Learner, code: str, **data: str | int) -> None:
    """Notes that the chat is owed one sentence; `code` names it in `render.notices`."""
    await store.views.owe(learner.chat_id, "say", {"code": code, "data": data}, place="new")


async def page(store: Store, learner: Learner, kind: str, message_id: int | None = None, **args: object) -> None:
    """Notes that the chat is owed a page: in place of the message pressed, or as a new one."""
    place: Place = "edit" if message_id else "new"
    key = f"page:{message_id}" if message_id else ""
    await store.views.owe(learner.chat_id, kind, {"message": message_id, **args}, place=place, key=key)


async def learn(
    store: Store, learner: Learner, pack_id: int, now: datetime, *, more: bool = False, lesson: str | None = None
) -> None:
    """The next part of the pack, or of that lesson of it; an unfinished sitting of it is taken up where it stopped."""
    unfinished = await _unfinished(store, learner, pack_id, lesson)
    if unfinished:
        await owe(store, learner, unfinished.id, place="new", resumed=True)
        return
    await store.enrollments.enroll(learner.id, pack_id, now)
    stored = await store.packs.get(pack_id)
    room = await new_room(store, learner, now, pack_id)
    if room <= 0 and not more:
        await page(store, learner, "enough", pack=pack_id)
        return
    seen = await store.reviews.memories(learner.id, pack_id)
    for candidate in stored.pack.lessons:
        if lesson is not None and candidate.id != lesson:
            continue
        steps = lesson_plan(taught(stored, candidate.id), seen, max(room, 5) if more else room)
        if steps:
            await begin(store, learner, SessionKind.LESSON, steps, now, pack_id, candidate.id)
            return
    await page(store, learner, "learned", pack=pack_id)


async def quiz(store: Store, learner: Learner, pack_id: int, now: datetime) -> None:
    """Ten questions on the pack, the weakest first among those met."""
    stored = await store.packs.get(pack_id)
    await store.enrollments.enroll(learner.id, pack_id, now)
    kept = learner.preferences
    strength = {
        item: schedule_for(learner).retrievability(memory, now=now, zone=kept.zone, rollover_hour=kept.rollover_hour)
        for item, memory in (await store.reviews.memories(learner.id, pack_id)).items()
    }
    seed = int(now.timestamp()) + learner.id
    steps = quiz_plan(await store.packs.askable(pack_id), strength, size=QUIZ_SIZE, seed=seed)
    if not steps:
        await say(store, learner, "nothing_to_ask", title=stored.pack.title)
        return
    await begin(store, learner, SessionKind.QUIZ, steps, now, pack_id)


async def review(store: Store, learner: Learner, now: datetime) -> None:
    """What is due now, across packs, within the day's limit."""
    due = await planning.to_review(store, learner, now)
    if not due:
        await page(store, learner, "nothing_due")
        return
    steps = tuple(Step("question", item) for item in due)
    await begin(store, learner, SessionKind.REVIEW, steps, now)


async def begin_reminder(store: Store, learner: Learner, items: list[int], now: datetime) -> Session:
    """A review that comes to the learner: its first question is in the reminder itself."""
    steps = tuple(Step("question", item) for item in items)
    return await begin(store, learner, SessionKind.REVIEW, steps, now, reminder=True)


async def new_room(store: Store, learner: Learner, now: datetime, pack_id: int | None = None) -> int:
    """How many new facts the learner's day still has room for."""
    kept = learner.preferences
    day = days.study_day(now, kept.zone, kept.rollover_hour)
    since = days.start_of_day(day, kept.zone, kept.rollover_hour)
    room = await planning.day_limits(store, learner, pack_id, now)
    return room.new - await store.reviews.seen_today_new(learner.id, since)


def taught(stored: StoredPack, lesson_id: str) -> list[Taught]:
    """The lesson's readings with the row ids of their items, the loose items last."""
    lesson = next(lesson for lesson in stored.pack.lessons if lesson.id == lesson_id)
    out: list[Taught] = [
        (
            stored.readings[reading.id],
            [stored.items[item.id] for item in lesson.items_of(reading.id) if item.id in stored.items],
        )
        for reading in lesson.readings
    ]
    out.append((None, [stored.items[item.id] for item in lesson.loose_items if item.id in stored.items]))
    return out


async def _unfinished(store: Store, learner: Learner, pack_id: int, lesson: str | None) -> Session | None:
    """The learner's open lesson of that pack, if one was left in the middle."""
    for session in await store.sessions.open_of(learner.id):
        ours = session.kind is SessionKind.LESSON and session.pack_id == pack_id and not session.drill
        if ours and session.phase is not Phase.SUMMARY and lesson in (None, session.lesson):
            return session
    return None


async def begin(
    store: Store,
    learner: Learner,
    kind: SessionKind,
    steps: tuple[Step, ...],
    now: datetime,
    pack_id: int | None = None,
    lesson: str | None = None,
    *,
    reminder: bool = False,
) -> Session:
    """A sitting with these steps; another of its kind that was left in the middle gives way."""
    from bot.actions import leaving  # which stands above this file: it grades
    from bot.actions.table import Table

    for other in await store.sessions.open_of(learner.id):
        replaced = other.step is None or (other.kind is kind and kind is not SessionKind.LESSON)
        if replaced:
            await leaving.close(Table(store, learner, other, now))
            if other.step is not None:
                await owe(store, learner, other.id)
    session = await store.sessions.create(learner.id, kind, steps, now, pack_id=pack_id, lesson=lesson)
    await owe(store, learner, session.id, place="new", reminder=reminder)
    return session


def is_fresh(session: Session, now: datetime) -> bool:
    """Whether the sitting is of these days: an answer of it may still be taken back."""
    return now - session.started_at < timedelta(days=2)
