"""Which documents wait to be built, and what became of them?"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Row, ScalarSelect, String, bindparam, cast, delete, func, literal, select, text, update

from lessons.enrollment import Learner
from storage.link import Link
from storage.tables import leases, uploads

Purpose = Literal["new", "join", "correct", "album"]


@dataclass(frozen=True, slots=True)
class Upload:
    """A document on its way. `state` is "offered", "waiting", "building" or "done"; `share` runs from 0 to 1.

    `purpose` with `target_id`: for which draft or pack it is meant; "album": it came together with that upload, and is
    "gathered" while that is built from both. `pasted` is its text where no file came. Done with
    a `pack_id`: `outcome` has the report; without: the fault. `shown_id` is the message that tells of it.
    """

    id: int
    learner_id: int
    chat_id: int
    file_id: str
    name: str
    state: str
    stage: str
    share: float
    tries: int
    pack_id: int | None
    shown_id: int | None
    outcome: dict[str, Any] | None
    purpose: Purpose = "new"
    target_id: int | None = None
    pasted: str | None = None


LEASE = "build:"


def lease_of(upload_id: int) -> str:
    """The name under which whoever builds an upload holds it."""
    return f"{LEASE}{upload_id}"


class Uploads:
    """The uploads' side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def add(
        self,
        learner: Learner,
        *,
        file_id: str,
        name: str,
        message_id: int,
        now: datetime,
        purpose: Purpose = "new",
        target_id: int | None = None,
        pasted: str | None = None,
    ) -> Upload:
        """Queues a document; the same message again finds what it queued before. A pasted text is only offered."""
        values = {
            "learner_id": learner.id,
            "chat_id": learner.chat_id,
            "message_id": message_id,
            "file_id": file_id,
            "name": name,
            "at": now,
            "state": "waiting" if pasted is None else "offered",
            "stage": "waiting",
            "share": 0.0,
            "tries": 0,
            "purpose": purpose,
            "target_id": target_id,
            "pasted": pasted,
        }
        await self._link.run(self._link.insert(uploads).values(values).on_conflict_do_nothing())
        mine = (uploads.c.chat_id == learner.chat_id, uploads.c.message_id == message_id)
        return _upload((await self._link.run(select(uploads).where(*mine))).one())

    async def get(self, upload_id: int) -> Upload | None:
        """The upload; None once its learner has been forgotten."""
        row = (await self._link.run(select(uploads).where(uploads.c.id == upload_id))).first()
        return _upload(row) if row else None

    async def count(self, learner_id: int, since: datetime) -> int:
        """How many documents the learner has sent since then."""
        mine = select(func.count()).where(uploads.c.learner_id == learner_id, uploads.c.at >= since)
        return await self._link.count(mine)

    async def take(self, since: datetime | None = None) -> Upload | None:
        """The one whose turn it is, now being built; None where nothing waits.

        First comes whose documents have been taken the fewest times among those sent since then: whoever sends fifty
        holds up nobody who sends one. Of equals the one that has waited longest. What came in an album is left to the
        first of it as long as that is not done.
        """
        ahead = uploads.alias()
        led = select(ahead.c.id).where(ahead.c.id == uploads.c.target_id, ahead.c.state != "done").exists()
        free = (uploads.c.purpose != "album") | ~led
        waiting = select(uploads.c.id).where(uploads.c.state == "waiting", _UNDONE, free)
        order = [uploads.c.id] if since is None else [_taken_since(since), uploads.c.id]
        first = waiting.order_by(*order).limit(1)
        taken = update(uploads).where(uploads.c.id.in_(first.with_for_update(skip_locked=True)))
        values = {"state": "building", "tries": uploads.c.tries + 1}
        row = (await self._link.run(taken.values(values).returning(uploads))).first()
        return _upload(row) if row else None

    async def gather(self, first_id: int) -> None:
        """What came in one album with that upload and still waits is built with it."""
        await self._link.run(_GATHER, {"led_by": first_id})

    async def album(self, first_id: int) -> list[Upload]:
        """What came in one album with that upload, in the order sent."""
        with_it = select(uploads).where(_OF_ALBUM, uploads.c.target_id == first_id)
        return [_upload(row) for row in await self._link.run(with_it.order_by(uploads.c.id))]

    async def part(self, upload_id: int, purpose: Purpose, target_id: int | None) -> None:
        """It is of no album any more, and waits to be built by itself."""
        await self._set(upload_id, purpose=purpose, target_id=target_id, state="waiting")

    async def wait_again(self, *, unless_leased: datetime | None = None) -> None:
        """What was being built when the process ended waits again.

        Where other processes build too, give the moment: what one of them has a lease on then is left to it.
        """
        cut_off = update(uploads).where(uploads.c.state == "building", _UNDONE)
        if unless_leased is not None:
            mine = leases.c.name == literal(LEASE) + cast(uploads.c.id, String)
            cut_off = cut_off.where(~select(leases.c.name).where(mine, leases.c.until > unless_leased).exists())
        await self._link.run(cut_off.values(state="waiting"))

    async def progress(self, upload_id: int, stage: str, share: float) -> None:
        """How far the build is."""
        await self._set(upload_id, stage=stage, share=share)

    async def done(self, upload_id: int, pack_id: int | None, outcome: dict[str, Any]) -> None:
        """The build has ended: with a pack, or with a fault."""
        await self._set(upload_id, state="done", share=1.0, pack_id=pack_id, outcome=json.dumps(outcome))

    async def offered(self, learner_id: int, since: datetime) -> Upload | None:
        """The pasted text that the learner was last offered a pack of, if that was since then."""
        mine = select(uploads).where(uploads.c.learner_id == learner_id, uploads.c.at >= since)
        newest = mine.where(uploads.c.state == "offered").order_by(uploads.c.id.desc()).limit(1)
        row = (await self._link.run(newest)).first()
        return _upload(row) if row else None

    async def go_on(self, upload_id: int, pasted: str) -> None:
        """The pasted text is longer than that: Telegram cuts what is long into several messages."""
        await self._set(upload_id, pasted=pasted)

    async def accept(self, upload_id: int) -> bool:
        """The offered text waits to be built; False if it does so already."""
        mine = update(uploads).where(uploads.c.id == upload_id, uploads.c.state == "offered")
        return bool((await self._link.run(mine.values(state="waiting"))).rowcount)

    async def drop(self, upload_id: int) -> None:
        """The offered text is let go of."""
        gone = delete(uploads).where(uploads.c.id == upload_id, uploads.c.state == "offered")
        await self._link.run(gone)

    async def let_go_of_texts(self, pack_id: int) -> None:
        """The pasted texts that a pack was built from are kept no longer."""
        await self._link.run(update(uploads).where(uploads.c.pack_id == pack_id).values(pasted=None))

    async def shown(self, upload_id: int, message_id: int) -> None:
        """From now on that message tells of it."""
        await self._set(upload_id, shown_id=message_id)

    async def _set(self, upload_id: int, **values: Any) -> None:
        await self._link.run(update(uploads).where(uploads.c.id == upload_id).values(values))


_UNDONE = text("uploads.state <> 'done'")
"""As the index of what waits has it: SQLite does not see that "waiting" is not "done"; the next likewise."""
_OF_ALBUM = text("uploads.purpose = 'album'")
_GATHER = (
    update(uploads)
    .where(_OF_ALBUM, uploads.c.target_id == bindparam("led_by"), uploads.c.state == "waiting", _UNDONE)
    .values(state="gathered")
)


def _taken_since(since: datetime) -> ScalarSelect[int]:
    """How many documents of the same person, sent since then, are done or being built."""
    theirs = uploads.alias()
    same = (theirs.c.learner_id == uploads.c.learner_id, theirs.c.at >= since)
    return select(func.count()).where(*same, theirs.c.state.in_(("building", "done"))).scalar_subquery()


def _upload(row: Row[Any]) -> Upload:
    values = {name: getattr(row, name) for name in Upload.__slots__}
    return Upload(**values | {"outcome": json.loads(row.outcome) if row.outcome else None})
