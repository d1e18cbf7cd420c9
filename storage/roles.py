"""Who may teach here, who owns the installation, and which links make somebody so?

A link's token is 128 random bits; only its hash is kept, so that nobody who reads the database can use it.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Row, delete, func, select, update

from storage.link import Link
from storage.tables import invitations, learners, roles

Role = Literal["owner", "teacher"]
Kind = Literal["owner", "teacher", "coteacher", "author"]


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link that works once. `class_id` is the class of a co-teacher, `pack_id` the pack of an author."""

    kind: Kind
    class_id: int | None
    pack_id: int | None
    created_by: int | None
    expires_at: datetime
    used_at: datetime | None
    used_by: int | None


@dataclass(frozen=True, slots=True)
class Appointed:
    """Somebody with a role."""

    learner_id: int
    name: str
    role: Role
    at: datetime


class Roles:
    """The roles' side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def role_of(self, learner_id: int) -> Role | None:
        """The learner's role; None for most."""
        wanted = select(roles.c.role).where(roles.c.learner_id == learner_id)
        return (await self._link.run(wanted)).scalar()

    async def is_teacher(self, learner_id: int) -> bool:
        """Whether the learner was appointed a teacher; the owner is one."""
        return await self.role_of(learner_id) is not None

    async def has_owner(self) -> bool:
        """Whether the installation belongs to somebody."""
        return await self._link.count(select(func.count()).select_from(roles).where(roles.c.role == "owner")) > 0

    async def teachers(self) -> list[Appointed]:
        """Everybody with a role, owners first, then by when they came."""
        wanted = select(roles.c.learner_id, learners.c.name, roles.c.role, roles.c.at)
        joined = wanted.join(learners, learners.c.id == roles.c.learner_id).order_by(roles.c.role, roles.c.at)
        return [Appointed(**row._mapping) for row in await self._link.run(joined)]

    async def chats(self) -> dict[int, str]:
        """The chats of everybody with a role who has written and can be reached, and the language of each."""
        few = learners.c.id.in_(select(roles.c.learner_id))  # a join might begin with all learners
        reached = (learners.c.blocked_at.is_(None), learners.c.last_active_at.is_not(None))
        found = await self._link.run(select(learners.c.chat_id, learners.c.language).where(few, *reached))
        return {row.chat_id: row.language for row in found}

    async def appoint(self, learner_id: int, role: Role, now: datetime, *, by: int | None = None) -> None:
        """Gives the role; an owner stays one."""
        values = {"learner_id": learner_id, "role": role, "granted_by": by, "at": now}
        add = self._link.insert(roles).values(values)
        if role == "owner":
            add = add.on_conflict_do_update(index_elements=["learner_id"], set_={"role": role})
        else:
            add = add.on_conflict_do_nothing()
        await self._link.run(add)

    async def dismiss(self, learner_id: int) -> bool:
        """Takes a teacher's role; False where there was none. An owner is not dismissed."""
        gone = delete(roles).where(roles.c.learner_id == learner_id, roles.c.role != "owner")
        return bool((await self._link.run(gone)).rowcount)

    async def invite(
        self,
        kind: Kind,
        now: datetime,
        *,
        by: int | None,
        ttl: timedelta,
        class_id: int | None = None,
        pack_id: int | None = None,
    ) -> str:
        """A new link's token, which is told once and kept nowhere."""
        token = secrets.token_urlsafe(16)
        values = {
            "token_hash": _hash(token),
            "kind": kind,
            "class_id": class_id,
            "pack_id": pack_id,
            "created_by": by,
            "created_at": now,
            "expires_at": now + ttl,
        }
        await self._link.run(self._link.insert(invitations).values(values))
        return token

    async def invitation(self, token: str) -> Invitation | None:
        """What a token says, used or not."""
        row = (await self._link.run(select(invitations).where(invitations.c.token_hash == _hash(token)))).first()
        return _invitation(row) if row else None

    async def redeem(self, token: str, learner_id: int, now: datetime, *kinds: Kind) -> Invitation | None:
        """Takes the link up: of two who try, one does. None for one that is unknown, used, expired, of another kind."""
        is_open = (invitations.c.used_at.is_(None), invitations.c.expires_at > now)
        mine = update(invitations).where(invitations.c.token_hash == _hash(token), *is_open)
        if kinds:
            mine = mine.where(invitations.c.kind.in_(kinds))
        row = (await self._link.run(mine.values(used_at=now, used_by=learner_id).returning(invitations))).first()
        return _invitation(row) if row else None

    async def withdraw(self, kind: Kind, *, by: int | None = None) -> None:
        """Links of that kind that nobody used yet work no more; `by` names whose, None: everybody's."""
        gone = delete(invitations).where(invitations.c.kind == kind, invitations.c.used_at.is_(None))
        await self._link.run(gone if by is None else gone.where(invitations.c.created_by == by))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _invitation(row: Row[Any]) -> Invitation:
    return Invitation(**{name: getattr(row, name) for name in Invitation.__slots__})
