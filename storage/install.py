"""How does a pack come in, and a new version of one, without anybody losing what they have learnt?"""

import hashlib
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, literal, select, update

from lessons.canonical import to_json
from lessons.pack import Pack
from storage.columns import Moment
from storage.link import Link
from storage.pack_change import Known, PackChange, Plan, plan
from storage.pack_json import compact, item_of
from storage.tables import enrollments, items, media, memories, packs, readings, rescoring

REMOVED = "removed"
"""The status of a pack whose items have been retired; installed again, they come back."""
SOON = timedelta(days=1)
"""When an item whose answer was corrected comes back to those who learnt it."""


def shelf_of(owner_id: int | None) -> str:
    """Packs of one key stand on different shelves if their owners differ."""
    return "" if owner_id is None else str(owner_id)


class Installer:
    """One installation inside one transaction."""

    def __init__(self, link: Link, now: datetime) -> None:
        self._link = link
        self._now = now

    async def install(self, pack: Pack, owner_id: int | None, status: str) -> PackChange:
        """See `Packs.install`."""
        data = to_json(pack)
        body = compact(data)
        content = content_hash(pack, body)
        old = await self._find(pack.key, owner_id)
        if old and old.content_hash == content and old.status != REMOVED:
            await self._link.run(update(packs).where(packs.c.id == old.id).values(status=status))
            return PackChange(old.id)
        values = _card(pack) | {"status": status, "content_hash": content, "body": body, "updated_at": self._now}
        pack_id = await self._keep_pack(pack, old, owner_id, values)
        await self._keep_media(pack_id, pack)
        reading_ids = await self._keep_readings(pack_id, data)
        return await self._keep_items(pack_id, pack, data, reading_ids)

    async def preview(self, pack: Pack, owner_id: int | None) -> PackChange:
        """What `install` would do to the items; `pack_id` is 0 for a new pack."""
        old = await self._find(pack.key, owner_id)
        known = await self._known(old.id) if old else []
        return plan(pack, known).change(old.id if old else 0)

    async def _find(self, key: str, owner_id: int | None) -> Row[Any] | None:
        wanted = select(packs.c.id, packs.c.content_hash, packs.c.status)
        mine = wanted.where(packs.c.shelf == shelf_of(owner_id), packs.c.key == key)
        return (await self._link.run(mine)).first()

    async def _keep_pack(self, pack: Pack, old: Row[Any] | None, owner_id: int | None, values: dict[str, Any]) -> int:
        if old:
            await self._link.run(update(packs).where(packs.c.id == old.id).values(values))
            return int(old.id)
        names = {"shelf": shelf_of(owner_id), "key": pack.key, "owner_id": owner_id, "installed_at": self._now}
        add = insert(packs).values(values | names).returning(packs.c.id)
        return int((await self._link.run(add)).scalar_one())

    async def _keep_media(self, pack_id: int, pack: Pack) -> None:
        await self._link.run(delete(media).where(media.c.pack_id == pack_id))
        found = [
            {"pack_id": pack_id, "path": medium.path, "data": medium.data}
            for medium in pack.media
            if medium.data is not None
        ]
        if found:
            await self._link.run(insert(media), found)

    async def _keep_readings(self, pack_id: int, data: dict[str, Any]) -> dict[str, int]:
        """The readings in place; their row ids by their ids in the pack."""
        standing = (readings.c.pack_id == pack_id, readings.c.retired_at.is_(None))
        await self._link.run(update(readings).where(*standing).values(retired_at=self._now))
        rows = _reading_rows(pack_id, data)
        if rows:
            keep = self._link.insert(readings)
            new = {name: keep.excluded[name] for name in ("lesson", "position", "body", "retired_at")}
            keep = keep.on_conflict_do_update(index_elements=["pack_id", "key"], set_=new)
            await self._link.run(keep, rows)
        found = await self._link.run(select(readings.c.key, readings.c.id).where(*standing))
        return {row.key: row.id for row in found}

    async def _keep_items(
        self, pack_id: int, pack: Pack, data: dict[str, Any], reading_ids: dict[str, int]
    ) -> PackChange:
        todo = plan(pack, await self._known(pack_id))
        rest = _rest_of_rows(pack, data, reading_ids)
        await self._retire(todo)
        told = await self._keys([row.id for row in todo.corrected])
        await self._change(todo, rest)
        added = [new | rest[new["key"]] | {"pack_id": pack_id, "resting": False} for new in todo.added]
        if added:
            await self._link.run(insert(items), added)
        await self._bring_back(pack_id, [row.id for row in todo.corrected])
        await self._score_again(pack_id, told)
        return todo.change(pack_id)

    async def _known(self, pack_id: int) -> list[Known]:
        retired = items.c.retired_at.is_not(None)
        columns = (items.c.id, items.c.key, items.c.kind, items.c.key_hash, items.c.wording_hash, retired)
        return [Known._make(row) for row in await self._link.run(select(*columns).where(items.c.pack_id == pack_id))]

    async def _retire(self, todo: Plan) -> None:
        """Kept, but asked no more; one whose id names another kind of question now makes room for it."""
        gone = [{"row": row.id, "name": row.key} for row in todo.retired]
        gone += [{"row": row.id, "name": f"{row.key}~{row.id}"} for row in todo.replaced]
        await self._update(gone, key=bindparam("name"), retired_at=self._now)

    async def _change(self, todo: Plan, rest: dict[str, dict[str, Any]]) -> None:
        renamed = [row for row, new in todo.kept if row.key != new["key"]]
        # Ids may be exchanged (a becomes b, b becomes a): all are given up before any is taken.
        await self._update([{"row": row.id, "name": f"~{row.id}"} for row in renamed], key=bindparam("name"))
        corrected = {row.id for row in todo.corrected}
        kept = [{"row": row.id, **_new_values(new | rest[new["key"]])} for row, new in todo.kept]
        names = [name for name in (kept[0] if kept else ()) if name != "row"]
        values: dict[str, Any] = {name.removeprefix("new_"): bindparam(name) for name in names}
        await self._update(kept, retired_at=None, **values)
        await self._update([{"row": row} for row in corrected], corrected_at=self._now)

    async def _update(self, rows: list[dict[str, Any]], **values: Any) -> None:
        if rows:
            await self._link.run(update(items).where(items.c.id == bindparam("row")).values(values), rows)

    async def _bring_back(self, pack_id: int, corrected: list[int]) -> None:
        """Through the pack's learners: memories lie by learner, and there may be millions of others."""
        if not corrected:
            return
        soon = self._now + SOON
        theirs = select(enrollments.c.learner_id).where(enrollments.c.pack_id == pack_id)
        known = memories.c.learner_id.in_(theirs) & memories.c.item_id.in_(corrected)
        await self._link.run(update(memories).where(known, memories.c.due > soon).values(due=soon))

    async def _keys(self, item_ids: list[int]) -> dict[int, str]:
        """The keys that learners were told until now, by item."""
        if not item_ids:
            return {}
        rows = await self._link.run(select(items.c.id, items.c.body).where(items.c.id.in_(item_ids)))
        return {row.id: item_of(row.body).key for row in rows}

    async def _score_again(self, pack_id: int, told: dict[int, str]) -> None:
        """Whoever has answered a corrected item waits to be scored again; told they are by who does that."""
        theirs = select(enrollments.c.learner_id).where(enrollments.c.pack_id == pack_id)
        for item_id, key in told.items():
            columns = (memories.c.learner_id, memories.c.item_id, literal(key), literal(self._now, Moment))
            known = select(*columns).where(memories.c.learner_id.in_(theirs), memories.c.item_id == item_id)
            add = self._link.insert(rescoring).from_select(["learner_id", "item_id", "was", "at"], known)
            await self._link.run(add.on_conflict_do_nothing())


def content_hash(pack: Pack, body: str) -> str:
    """Of everything in the pack, pictures too."""
    parts = [body.encode(), *(hashlib.sha256(medium.data or b"").digest() for medium in pack.media)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:32]


def _card(pack: Pack) -> dict[str, Any]:
    return {
        "title": pack.title,
        "version": pack.version,
        "language": pack.language,
        "lessons": len(pack.lessons),
        "items": sum(len(lesson.items) for lesson in pack.lessons),
    }


def _reading_rows(pack_id: int, data: dict[str, Any]) -> list[dict[str, Any]]:
    found = [(lesson["lesson"], reading) for lesson in data["lessons"] for reading in lesson["readings"]]
    return [
        {
            "pack_id": pack_id,
            "key": reading["id"],
            "lesson": lesson,
            "position": position,
            "retired_at": None,
            "body": compact(reading),
        }
        for position, (lesson, reading) in enumerate(found)
    ]


def _rest_of_rows(pack: Pack, data: dict[str, Any], reading_ids: dict[str, int]) -> dict[str, dict[str, Any]]:
    """What an item's row holds beside its identity, by the item's id."""
    bodies = (item for lesson in data["lessons"] for item in lesson["items"])
    return {
        item.id: {"reading_id": reading_ids.get(item.reading or ""), "body": compact(body)}
        for (_, item), body in zip(pack.items(), bodies, strict=True)
    }


def _new_values(values: dict[str, Any]) -> dict[str, Any]:
    """Named apart from the columns, whose names an update keeps for itself."""
    return {f"new_{name}": value for name, value in values.items()}
