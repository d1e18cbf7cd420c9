"""Which packs are installed, and under which numbers do their readings and items go?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, bindparam, delete, or_, select, text, union, update

from lessons.errors import ItemNotFound, PackNotFound, ReadingNotFound
from lessons.items import Item
from lessons.pack import Pack, Reading
from storage.columns import EPOCH
from storage.install import REMOVED, Installer, shelf_of
from storage.link import Link
from storage.pack_change import PackChange
from storage.pack_json import item_of, pack_of, reading_of
from storage.tables import assignments, class_members, items, media, pack_authors, packs, readings

DRAFT = "draft"
"""The status of a pack under review: nobody learns from it, its owner included."""
CACHED = 64
"""How many parsed packs a process keeps."""


@dataclass(frozen=True, slots=True)
class PackCard:
    """A pack as it stands in a list; `lessons` and `items` are counts."""

    id: int
    key: str
    title: str
    version: str
    language: str
    lessons: int
    items: int
    status: str
    owner_id: int | None = None


@dataclass(frozen=True, slots=True)
class StoredPack:
    """A pack with the row ids of its items and readings, by their ids in the pack."""

    id: int
    pack: Pack
    items: dict[str, int]
    readings: dict[str, int]
    status: str = "public"
    owner_id: int | None = None


@dataclass(frozen=True, slots=True)
class StoredItem:
    """An item under its row id. A retired one is still here for the sittings and logs that know it."""

    id: int
    pack_id: int
    lesson: str
    item: Item
    reading_id: int | None
    resting: bool
    retired: bool = False
    corrected_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StoredReading:
    """A reading under its row id."""

    id: int
    pack_id: int
    lesson: str
    reading: Reading


Cards = list[PackCard]  # the method `list` hides the built-in one inside the class
Ids = list[int]


class Packs:
    """The packs' side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._fresh = True  # whether what is read here may be kept for other transactions

    async def install(
        self, pack: Pack, *, now: datetime, owner_id: int | None = None, status: str = "public"
    ) -> PackChange:
        """Install a pack, or a new version of it: items keep their row ids by id or `was`, gone ones are retired.

        The same content again changes nothing but the status. Where an answer was corrected, the item comes back to
        everyone who knows it within a day.
        """
        self._fresh = False
        await self._link.lock(_INSTALLING)
        return await Installer(self._link, now).install(pack, owner_id, status)

    async def preview(self, pack: Pack, *, owner_id: int | None = None) -> PackChange:
        """What installing that pack would change; nothing is done."""
        return await Installer(self._link, _NEVER).preview(pack, owner_id)

    async def list(self, *, public_only: bool = True) -> Cards:
        """The packs by title; with `public_only` False, everybody's drafts too."""
        columns = [packs.c[name] for name in PackCard.__slots__]
        wanted = select(*columns).order_by(packs.c.title, packs.c.id)
        if public_only:
            wanted = wanted.where(_PUBLIC)
        return [PackCard(**row._mapping) for row in await self._link.run(wanted)]

    async def of_owner(self, learner_id: int) -> Cards:
        """The packs that the learner owns, the last changed first."""
        columns = [packs.c[name] for name in PackCard.__slots__]
        mine = select(*columns).where(packs.c.owner_id == learner_id)
        rows = await self._link.run(mine.order_by(packs.c.updated_at.desc()))
        return [PackCard(**row._mapping) for row in rows]

    async def of_author(self, learner_id: int) -> Cards:
        """The packs that the learner owns or is an author of, the last changed first."""
        columns = [packs.c[name] for name in PackCard.__slots__]
        theirs = or_(packs.c.owner_id == learner_id, packs.c.id.in_(_written_by(learner_id)))
        rows = await self._link.run(select(*columns).where(theirs).order_by(packs.c.updated_at.desc()))
        return [PackCard(**row._mapping) for row in rows]

    async def is_author(self, pack_id: int, learner_id: int) -> bool:
        """Whether the learner writes at the pack beside its owner."""
        mine = _written_by(learner_id).where(pack_authors.c.pack_id == pack_id)
        return (await self._link.run(mine)).first() is not None

    async def authors(self, pack_id: int) -> Ids:
        """Who writes at the pack beside its owner, by when they came."""
        theirs = select(pack_authors.c.learner_id).where(pack_authors.c.pack_id == pack_id)
        return list_of((await self._link.run(theirs.order_by(pack_authors.c.at))).scalars())

    async def add_author(self, pack_id: int, learner_id: int, now: datetime) -> None:
        """The learner writes at the pack from now on."""
        values = {"pack_id": pack_id, "learner_id": learner_id, "at": now}
        await self._link.run(self._link.insert(pack_authors).values(values).on_conflict_do_nothing())

    async def drop_author(self, pack_id: int, learner_id: int) -> bool:
        """The learner writes at the pack no more; False if they did not."""
        gone = delete(pack_authors).where(pack_authors.c.pack_id == pack_id, pack_authors.c.learner_id == learner_id)
        return bool((await self._link.run(gone)).rowcount)

    async def visible(self, learner_id: int) -> Cards:
        """The packs that the learner may study: public ones, their own but drafts, those of a class; by title."""
        rows = await self._link.run(_VISIBLE, {"learner": learner_id})
        return [PackCard(**row._mapping) for row in rows]

    async def get(self, pack_id: int) -> StoredPack:
        """Raises PackNotFound. Parsed once a process for each version."""
        return await self._stored(_BY_ID, {"row": pack_id}, pack_id)

    async def by_key(self, key: str, owner_id: int | None = None) -> StoredPack:
        """The pack of that key on the owner's shelf (None: the operator's). Raises PackNotFound."""
        return await self._stored(_BY_KEY, {"name": key, "place": shelf_of(owner_id)}, key)

    async def item(self, item_id: int) -> StoredItem:
        """Raises ItemNotFound."""
        item = await self._link.made(_ITEM, {"row": item_id}, _item)
        if item is None:
            raise ItemNotFound(item_id)
        return item

    async def items(self, item_ids: Iterable[int]) -> dict[int, StoredItem]:
        """The items of these row ids; those that are not there are left out."""
        rows = await self._link.run(_ITEMS, {"rows": list_of(item_ids)})
        return {row.id: _item(row) for row in rows}

    async def reading(self, reading_id: int) -> StoredReading:
        """Raises ReadingNotFound."""
        reading = await self._link.made(_READING, {"row": reading_id}, _reading)
        if reading is None:
            raise ReadingNotFound(reading_id)
        return reading

    async def askable(self, pack_id: int, lesson: str | None = None) -> Ids:
        """Row ids of the items that may be asked (neither resting nor retired), in the order of teaching."""
        if lesson is None:
            return list_of((await self._link.run(_ASKABLE, {"pack": pack_id})).scalars())
        return list_of((await self._link.run(_ASKABLE_IN, {"pack": pack_id, "lesson": lesson})).scalars())

    async def medium(self, pack_id: int, path: str) -> bytes | None:
        """The bytes of a picture or sound of the pack."""
        wanted = select(media.c.data).where(media.c.pack_id == pack_id, media.c.path == path)
        return (await self._link.run(wanted)).scalar()

    async def with_media(self, pack_id: int, pack: Pack) -> Pack:
        """The pack with the bytes of its pictures, as far as they are kept."""
        if not pack.media:
            return pack
        rows = await self._link.run(select(media.c.path, media.c.data).where(media.c.pack_id == pack_id))
        kept = {row.path: row.data for row in rows}
        return replace(pack, media=tuple(replace(one, data=one.data or kept.get(one.path)) for one in pack.media))

    async def keep_media(self, pack_id: int, pack: Pack) -> None:
        """Keeps the pictures of a version that is not installed yet, beside those that are."""
        found = [{"pack_id": pack_id, "path": one.path, "data": one.data} for one in pack.media if one.data is not None]
        if found:
            add = self._link.insert(media)
            add = add.on_conflict_do_update(index_elements=["pack_id", "path"], set_={"data": add.excluded.data})
            await self._link.run(add, found)

    async def delete_draft(self, pack_id: int) -> bool:
        """Deletes a pack that nobody has learned from; False where it is no draft."""
        self._fresh = False
        gone = delete(packs).where(packs.c.id == pack_id, packs.c.status == DRAFT)
        return bool((await self._link.run(gone)).rowcount)

    async def set_status(self, pack_id: int, status: str) -> None:
        """Publish a draft ("public"), or take a pack back from the list."""
        await self._link.run(update(packs).where(packs.c.id == pack_id).values(status=status))

    async def remove(self, pack_id: int, now: datetime) -> None:
        """Off the shelf: nothing of it is asked any more; what learners did with it stays in their log."""
        self._fresh = False
        await self.set_status(pack_id, REMOVED)
        gone = update(items).where(items.c.pack_id == pack_id, items.c.retired_at.is_(None))
        await self._link.run(gone.values(retired_at=now))

    async def set_resting(self, item_id: int, resting: bool) -> None:
        """Ask the item of nobody for now, or again."""
        await self._link.run(update(items).where(items.c.id == item_id).values(resting=resting))

    async def _stored(self, wanted: Select[Any], which: dict[str, Any], name: int | str) -> StoredPack:
        head = (await self._link.run(wanted, which)).first()
        if head is None:
            raise PackNotFound(name)
        cache, key = self._link.cache, ("pack", *head)
        if self._fresh and key in cache:
            kept: StoredPack = cache[key]
            return kept
        stored = await self._load(head)
        if self._fresh:
            while len(cache) >= CACHED:
                cache.pop(next(iter(cache)), None)
            cache[key] = stored
        return stored

    async def _load(self, head: Row[Any]) -> StoredPack:
        body = (await self._link.run(select(packs.c.body).where(packs.c.id == head.id))).scalar_one()
        ids = []
        for table in (items, readings):
            mine = select(table.c.key, table.c.id).where(table.c.pack_id == head.id, table.c.retired_at.is_(None))
            rows = await self._link.run(mine.order_by(table.c.position))
            ids.append({row.key: row.id for row in rows})
        return StoredPack(head.id, pack_of(body), ids[0], ids[1], head.status, head.owner_id)


_HEAD = select(packs.c.id, packs.c.content_hash, packs.c.updated_at, packs.c.status, packs.c.owner_id)
_BY_ID = _HEAD.where(packs.c.id == bindparam("row"))
_BY_KEY = _HEAD.where(packs.c.key == bindparam("name"), packs.c.shelf == bindparam("place"))
_ITEM = select(items).where(items.c.id == bindparam("row"))
_ITEMS = select(items).where(items.c.id.in_(bindparam("rows", expanding=True)))
_READING = select(readings).where(readings.c.id == bindparam("row"))
_NEVER = EPOCH
_PUBLIC = text("packs.status = 'public'")
"""As its index has it."""
_INSTALLING = -1
"""The number of a lock, and of no chat: replicas that start together install the same packs."""
list_of = list


def _written_by(learner_id: Any) -> Select[Any]:
    return select(pack_authors.c.pack_id).where(pack_authors.c.learner_id == learner_id)


def _visible() -> Select[Any]:
    """Built once: what differs is the learner alone."""
    learner: Any = bindparam("learner")
    columns = [packs.c[name] for name in PackCard.__slots__]
    theirs = or_(packs.c.owner_id == learner, packs.c.id.in_(_written_by(learner)))
    own = and_(theirs, packs.c.status != REMOVED, packs.c.status != DRAFT)
    given = select(assignments.c.pack_id).join(class_members, class_members.c.class_id == assignments.c.class_id)
    mine = packs.c.id.in_(given.where(class_members.c.learner_id == learner))
    # Each by its own index: joined by OR they would cost a walk through everybody's packs.
    ways = (_PUBLIC, own, and_(packs.c.status == "private", mine))
    seen = union(*(select(packs.c.id).where(way) for way in ways))
    return select(*columns).where(packs.c.id.in_(seen)).order_by(packs.c.title, packs.c.id)


_VISIBLE = _visible()
_ALL_ASKABLE = select(items.c.id).where(
    items.c.pack_id == bindparam("pack"), items.c.retired_at.is_(None), items.c.resting.is_(False)
)
_ASKABLE = _ALL_ASKABLE.order_by(items.c.position)
_ASKABLE_IN = _ALL_ASKABLE.where(items.c.lesson == bindparam("lesson")).order_by(items.c.position)


def _reading(row: Row[Any]) -> StoredReading:
    return StoredReading(row.id, row.pack_id, row.lesson, reading_of(row.body))


def _item(row: Row[Any]) -> StoredItem:
    return StoredItem(
        id=row.id,
        pack_id=row.pack_id,
        lesson=row.lesson,
        item=item_of(row.body),
        reading_id=row.reading_id,
        resting=row.resting,
        retired=row.retired_at is not None,
        corrected_at=row.corrected_at,
    )


__all__ = ["DRAFT", "REMOVED", "PackCard", "PackChange", "Packs", "StoredItem", "StoredPack", "StoredReading"]
