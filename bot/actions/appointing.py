"""Who becomes a teacher, and how? The owner by the link of the first run; teachers by a link of the owner's."""

from datetime import datetime, timedelta

from bot.actions import links, rights, sitting
from lessons.enrollment import Learner
from lessons.errors import NotAllowed
from storage.store import Store

OWNER_TTL = timedelta(days=7)
TEACHER_TTL = timedelta(days=14)


async def owner_link(store: Store, now: datetime) -> str:
    """A new link that makes its first user an owner of this installation."""
    return links.payload("own", await store.roles.invite("owner", now, by=None, ttl=OWNER_TTL))


async def invite(store: Store, learner: Learner, now: datetime, message_id: int | None) -> None:
    """The owner gets a new link that makes one person a teacher. Raises NotAllowed for anybody else."""
    await rights.require_owner(store, learner)
    token = await store.roles.invite("teacher", now, by=learner.id, ttl=TEACHER_TTL)
    await sitting.page(store, learner, "invitation", message_id, payload=links.payload("teach", token))


async def dismiss(store: Store, learner: Learner, whom: int, message_id: int | None) -> None:
    """The owner takes a teacher's role. Their packs stay theirs. Raises NotAllowed for anybody else."""
    await rights.require_owner(store, learner)
    if not await store.roles.dismiss(whom):
        raise NotAllowed("dismiss")
    await sitting.page(store, learner, "teachers", message_id)


@links.opens("own")
async def _become_owner(store: Store, learner: Learner, rest: str, now: datetime) -> None:
    if await store.roles.redeem(rest, learner.id, now, "owner") is None:
        await _unusable(store, learner, rest)
        return
    await store.roles.appoint(learner.id, "owner", now)
    await store.roles.withdraw("owner")
    await sitting.page(store, learner, "appointed", role="owner")


@links.opens("teach")
async def _become_teacher(store: Store, learner: Learner, rest: str, now: datetime) -> None:
    found = await store.roles.redeem(rest, learner.id, now, "teacher")
    if found is None:
        await _unusable(store, learner, rest)
        return
    await store.roles.appoint(learner.id, "teacher", now, by=found.created_by)
    await sitting.page(store, learner, "appointed", role="teacher")


async def _unusable(store: Store, learner: Learner, token: str) -> None:
    """Used, expired or made up; whoever used it before is told what they are."""
    known = await store.roles.invitation(token)
    role = await store.roles.role_of(learner.id)
    if known is not None and known.used_by == learner.id and role is not None:
        await sitting.page(store, learner, "appointed", role=role)
        return
    await sitting.say(store, learner, "link_used")
