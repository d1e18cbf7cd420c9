"""Who may do what? Asked inside the action, in its own transaction; a button or a link that is forged finds it here.

Each function returns what the action goes on with, or raises `NotAllowed(action)`, which is told in one sentence.
Whether teaching is open to all is a value of the installation (`store.meta`, "teaching"), written at every start from
LECTERN_TEACHING, so that actions need no settings and all replicas agree.
"""

from typing import Literal

from lessons.enrollment import Learner
from lessons.errors import NotAllowed, PackNotFound
from storage.packs import StoredPack
from storage.store import Store

Teaching = Literal["invited", "everyone"]
TEACHING = "teaching"
"""The name of that value in `store.meta`."""


async def set_teaching(store: Store, teaching: Teaching) -> None:
    """Keeps who may teach: those who were invited, or everyone."""
    if await store.meta.get(TEACHING) != teaching:
        await store.meta.set(TEACHING, teaching)


async def may_teach(store: Store, learner: Learner) -> bool:
    """Whether the learner may send documents and lead classes."""
    return await store.roles.is_teacher(learner.id) or await store.meta.get(TEACHING) == "everyone"


async def require_teacher(store: Store, learner: Learner) -> None:
    """Raises NotAllowed("teach") for somebody who may not teach here."""
    if not await may_teach(store, learner):
        raise NotAllowed("teach")


async def require_owner(store: Store, learner: Learner) -> None:
    """Raises NotAllowed("own") for anybody but an owner of this installation."""
    if await store.roles.role_of(learner.id) != "owner":
        raise NotAllowed("own")


async def require_own_pack(store: Store, learner: Learner, pack_id: int) -> StoredPack:
    """The learner's own pack. Raises NotAllowed("pack") for anybody else's and for one that is not there.

    A pack that is not there is refused in the same words, so that numbers cannot be tried out.
    """
    try:
        stored = await store.packs.get(pack_id)
    except PackNotFound as error:
        raise NotAllowed("pack") from error
    if stored.owner_id != learner.id:
        raise NotAllowed("pack")
    return stored
