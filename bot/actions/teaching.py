"""What happens when somebody sends a document? It is queued, built beside the chats, and becomes their own pack."""

from datetime import datetime, timedelta
from typing import Any

from bot.actions import sitting
from lessons import canonical
from lessons.enrollment import Learner
from lessons.errors import NotAllowed
from storage.store import Store
from storage.uploads import Upload

LONGEST_BYTES = 5_000_000
A_DAY = 20
"""So many documents one person may send in a day."""

STAGES = ("waiting", "read", "facts", "questions")


async def take_in(
    store: Store, learner: Learner, *, file_id: str, name: str, size: int, message_id: int, now: datetime
) -> bool:
    """Queues a document; the same message again changes nothing. False if it is refused, which the chat is told."""
    if size > LONGEST_BYTES:
        await sitting.say(store, learner, "too_large", name=name[:60], limit=LONGEST_BYTES // 1_000_000)
        return False
    if await store.uploads.count(learner.id, now - timedelta(days=1)) >= A_DAY:
        await sitting.say(store, learner, "too_many_uploads", count=A_DAY)
        return False
    upload = await store.uploads.add(learner, file_id=file_id, name=name[:120], message_id=message_id, now=now)
    await _owe(store, upload, "new" if upload.shown_id is None else "edit")
    return True


async def progressed(store: Store, upload: Upload, stage: str, share: float) -> None:
    """Notes how far the build is."""
    await store.uploads.progress(upload.id, stage, share)
    await _owe(store, upload)


async def ended(store: Store, upload: Upload, line: dict[str, Any], now: datetime) -> None:
    """The build's outcome: a pack on its owner's shelf, or the reason why there is none."""
    if "pack" in line:
        pack = canonical.from_json(line["pack"])
        change = await store.packs.install(pack, now=now, owner_id=upload.learner_id, status="private")
        await store.enrollments.enroll(upload.learner_id, change.pack_id, now)
        await store.uploads.done(upload.id, change.pack_id, {"report": line["report"]})
    else:
        fault = {"fault": line.get("fault", "Damaged"), "data": line.get("data", {}), "report": line.get("report")}
        await store.uploads.done(upload.id, None, fault)
    await _owe(store, upload)


async def remove(store: Store, learner: Learner, pack_id: int, now: datetime) -> None:
    """Takes one's own pack off the shelf: nothing of it is asked any more. Raises NotAllowed for anybody else's."""
    stored = await store.packs.get(pack_id)
    if stored.owner_id != learner.id:
        raise NotAllowed("remove")
    await store.packs.remove(pack_id, now)
    await store.enrollments.leave(learner.id, pack_id)


async def _owe(store: Store, upload: Upload, place: Any = "edit") -> None:
    await store.views.owe(upload.chat_id, "upload", {"upload": upload.id}, place=place, key=f"upload:{upload.id}")
