"""Which packs are being reviewed, and what has their teacher decided so far?"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select, update

from lessons.canonical import item_from_json, item_to_json, to_json
from lessons.drafting import Draft
from lessons.items import Item
from lessons.pack import Pack
from storage.link import Link
from storage.pack_json import compact, pack_of
from storage.tables import drafts

CACHED = 16
"""How many parsed drafts a process keeps."""


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """A draft with what surrounds it: the uploads it was built from, the builder's report, whether learners have it.

    `version` is carried by buttons: it grows when other questions take the place of these. `stamp` names the body.
    """

    pack_id: int
    learner_id: int
    draft: Draft
    documents: tuple[int, ...] = ()
    report: dict[str, Any] | None = None
    pending: bool = True
    version: int = 1
    stamp: int = 1


class Drafts:
    """The drafts' side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def get(self, pack_id: int) -> StoredDraft | None:
        """The draft of that pack; None where there is none. Whose it is must be looked at by the caller."""
        row = (await self._link.run(select(drafts).where(drafts.c.pack_id == pack_id))).first()
        return self._draft(row) if row else None

    async def put(
        self,
        pack_id: int,
        learner_id: int,
        draft: Draft,
        now: datetime,
        *,
        documents: Sequence[int] = (),
        report: dict[str, Any] | None = None,
        pending: bool = True,
    ) -> None:
        """The pack's draft from now on, whatever there was before; its buttons of before lead nowhere."""
        values = {
            "pack_id": pack_id,
            "learner_id": learner_id,
            "pending": pending,
            "version": 1,
            "stamp": 1,
            "updated_at": now,
            "documents": json.dumps(list(documents)),
            "report": json.dumps(report, ensure_ascii=False) if report is not None else None,
            "state": _state(draft),
            "body": compact(to_json(draft.pack)),
        }
        add = self._link.insert(drafts).values(values)
        anew = {name: value for name, value in values.items() if name not in ("pack_id", "version", "stamp")}
        anew |= {"version": drafts.c.version + 1, "stamp": drafts.c.stamp + 1}
        await self._link.run(add.on_conflict_do_update(index_elements=["pack_id"], set_=anew))

    async def save(self, before: StoredDraft, after: Draft, now: datetime, *, pending: bool | None = None) -> None:
        """What has been decided; the body only where a question was mended."""
        values: dict[str, Any] = {"state": _state(after), "updated_at": now}
        if after.pack is not before.draft.pack and after.pack != before.draft.pack:
            values |= {"body": compact(to_json(after.pack)), "stamp": drafts.c.stamp + 1}
        if pending is not None:
            values["pending"] = pending
        await self._link.run(update(drafts).where(drafts.c.pack_id == before.pack_id).values(values))

    async def pending(self, learner_id: int) -> set[int]:
        """The packs of the learner with something that learners do not have yet."""
        mine = select(drafts.c.pack_id).where(drafts.c.learner_id == learner_id, drafts.c.pending)
        return set((await self._link.run(mine)).scalars())

    async def remove(self, pack_id: int) -> None:
        """The draft is let go of; the pack itself stays as it is."""
        await self._link.run(delete(drafts).where(drafts.c.pack_id == pack_id))

    def _draft(self, row: Row[Any]) -> StoredDraft:
        return StoredDraft(
            pack_id=row.pack_id,
            learner_id=row.learner_id,
            draft=_read_state(row.state, self._pack(row)),
            documents=tuple(json.loads(row.documents)),
            report=json.loads(row.report) if row.report else None,
            pending=row.pending,
            version=row.version,
            stamp=row.stamp,
        )

    def _pack(self, row: Row[Any]) -> Pack:
        """Parsed once for each text: a review presses a hundred times on one draft."""
        cache, key = self._link.cache, ("draft", row.body)
        if key not in cache:
            mine = [known for known in cache if known[0] == "draft"]
            for known in mine[: max(0, len(mine) - CACHED + 1)]:
                cache.pop(known, None)
            cache[key] = pack_of(row.body)
        kept: Pack = cache[key]
        return kept


def _state(draft: Draft) -> str:
    return compact(
        {
            "decisions": dict(draft.decisions),
            "flags": {name: list(codes) for name, codes in draft.flags.items()},
            "mends": dict(draft.mends),
            "show": draft.show,
            "at": draft.at,
            "before": _item(draft.before),
            "proposed": _item(draft.proposed),
            "previous": [dict(kept) for kept in draft.previous] if draft.previous else None,
        }
    )


def _item(item: Item | None) -> dict[str, Any] | None:
    return item_to_json(item) if item is not None else None


def _read_state(text: str, pack: Pack) -> Draft:
    state = json.loads(text)
    return Draft(
        pack=pack,
        decisions=state["decisions"],
        flags={name: tuple(codes) for name, codes in state["flags"].items()},
        mends=state["mends"],
        show=state["show"],
        at=state["at"],
        before=item_from_json(state["before"]) if state["before"] else None,
        proposed=item_from_json(state["proposed"]) if state["proposed"] else None,
        previous=tuple(state["previous"]) if state["previous"] else None,
    )
