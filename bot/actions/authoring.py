"""Who writes at a pack beside its owner? Teachers whom the owner invites by a link; they act as the owner does.

Only the owner invites, lets go of authors, and deletes the pack.
"""

from datetime import datetime, timedelta

from bot.actions import links, rights, sitting
from lessons.enrollment import Learner
from lessons.errors import NotAllowed, PackNotFound
from storage.store import Store

AUTHOR_TTL = timedelta(days=14)


async def show(store: Store, learner: Learner, pack_id: int, message_id: int | None) -> None:
    """The authors of one's own pack. Raises NotAllowed."""
    await rights.require_own_pack(store, learner, pack_id, owner=True)
    await sitting.page(store, learner, "authors", message_id, pack=pack_id)


async def invite(store: Store, learner: Learner, pack_id: int, now: datetime) -> None:
    """A link that makes one teacher an author of one's own pack. Raises NotAllowed."""
    await rights.require_own_pack(store, learner, pack_id, owner=True)
    token = await store.roles.invite("author", now, by=learner.id, ttl=AUTHOR_TTL, pack_id=pack_id)
    await sitting.page(store, learner, "invitation", payload=links.payload("author", token))


async def drop(store: Store, learner: Learner, pack_id: int, whom: int, message_id: int | None) -> None:
    """Somebody writes at one's own pack no more. Raises NotAllowed."""
    await rights.require_own_pack(store, learner, pack_id, owner=True)
    if not await store.packs.drop_author(pack_id, whom):
        raise NotAllowed("button")
    await sitting.page(store, learner, "authors", message_id, pack=pack_id)


@links.opens("author")
async def _become_author(store: Store, learner: Learner, rest: str, now: datetime) -> None:
    await rights.require_teacher(store, learner)
    found = await store.roles.redeem(rest, learner.id, now, "author")
    if found is None or found.pack_id is None:
        await sitting.say(store, learner, "link_used")
        return
    try:
        stored = await store.packs.get(found.pack_id)
    except PackNotFound:
        await sitting.say(store, learner, "not_found")
        return
    if stored.owner_id != learner.id:
        await store.packs.add_author(stored.id, learner.id, now)
    await sitting.page(store, learner, "sheet", pack=stored.id)
