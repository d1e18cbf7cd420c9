"""Who may do what? Asked inside the action, in its own transaction; a button or a link that is forged finds it here.

Each function returns what the action goes on with, or raises `NotAllowed(action)`, which is told in one sentence.
Whether teaching is open to all is a value of the installation (`store.meta`, "teaching"), written at every start from
LECTERN_TEACHING, so that actions need no settings and all replicas agree.
"""

from typing import Literal

from lessons.classroom import Assignment, Class
from lessons.enrollment import Learner
from lessons.errors import AssignmentNotFound, NotAllowed, PackNotFound
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


async def require_own_pack(store: Store, learner: Learner, pack_id: int, *, owner: bool = False) -> StoredPack:
    """The pack that the learner owns, or is an author of (not with `owner`). Raises NotAllowed("pack") for any other.

    A pack that is not there is refused in the same words, so that numbers cannot be tried out.
    """
    try:
        stored = await store.packs.get(pack_id)
    except PackNotFound as error:
        raise NotAllowed("pack") from error
    if stored.owner_id != learner.id and (owner or not await store.packs.is_author(pack_id, learner.id)):
        raise NotAllowed("pack")
    return stored


async def may_lead(store: Store, learner: Learner, class_id: int) -> bool:
    """Whether the learner leads the class: its owner as long as they may teach here, or a co-teacher."""
    mine = next((one for one in await store.classes.teachers(class_id) if one.learner_id == learner.id), None)
    return mine is not None and (not mine.is_owner or await may_teach(store, learner))


async def require_class(store: Store, learner: Learner, class_id: int) -> Class:
    """A class that the learner leads. Raises NotAllowed("class") for others, and for one that is not there."""
    if not await may_lead(store, learner, class_id):
        raise NotAllowed("class")
    return await store.classes.get(class_id)


async def require_class_owner(store: Store, learner: Learner, class_id: int) -> Class:
    """A class that the learner made. Raises NotAllowed("class") for anybody else, co-teachers too."""
    found = await require_class(store, learner, class_id)
    if not any(one.is_owner and one.learner_id == learner.id for one in await store.classes.teachers(class_id)):
        raise NotAllowed("class")
    return found


async def require_work(store: Store, learner: Learner, assignment_id: int) -> Assignment:
    """An assignment of a class that the learner leads. Raises NotAllowed("class") for any other."""
    try:
        work = await store.assignments.get(assignment_id)
    except AssignmentNotFound as error:
        raise NotAllowed("class") from error
    await require_class(store, learner, work.class_id)
    return work
