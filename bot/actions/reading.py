"""What happens when somebody only wants to read? The readings that are left, one by one, from where they stopped."""

from datetime import datetime

from bot.actions import sitting
from lessons.enrollment import Learner
from lessons.session import Phase, Session, SessionKind, Step
from storage.packs import StoredPack
from storage.store import Store


async def read_on(store: Store, learner: Learner, pack_id: int, now: datetime) -> None:
    """The rest of the pack's readings: from where they were left, else from the first that has something unseen."""
    left = await _unfinished(store, learner, pack_id)
    if left is not None:
        await sitting.owe(store, learner, left.id, place="new", resumed=True)
        return
    pack = await store.packs.get(pack_id)
    unseen = set(await store.reviews.unseen(learner.id, [pack_id], 1))
    steps = tuple(Step("reading", reading) for reading in _from_first_of(pack, unseen))
    if not steps:
        await sitting.page(store, learner, "learned", pack=pack_id)
        return
    await store.enrollments.enroll(learner.id, pack_id, now)
    await sitting.begin(store, learner, SessionKind.READING, steps, now, pack_id)


def _from_first_of(pack: StoredPack, unseen: set[int]) -> list[int]:
    """The pack's readings from the one on that teaches an unseen item; all of them where nothing is unseen."""
    every: list[int] = []
    start: int | None = None
    for lesson in pack.pack.lessons:
        for reading, items in sitting.taught(pack, lesson.id):
            if start is None and unseen & set(items):
                start = len(every)
            every += [reading] if reading is not None else []
    return every[start or 0 :]


async def _unfinished(store: Store, learner: Learner, pack_id: int) -> Session | None:
    for session in await store.sessions.open_of(learner.id):
        ours = session.kind is SessionKind.READING and session.pack_id == pack_id
        if ours and session.phase is Phase.READING:
            return session
    return None
