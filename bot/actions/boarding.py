"""What happens with a class's board? Its teacher has it or not; each learner chooses how to stand on it, or not to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.actions import rights, sitting
from lessons.board import Board, board
from lessons.classroom import Assignment, Class, Member
from lessons.enrollment import Learner
from lessons.errors import NotAllowed
from lessons.pseudonyms import pseudonym
from storage.store import Store

WAYS = ("alias", "name", "off")


@dataclass(frozen=True, slots=True)
class Standings:
    """A class's board with the names on it, and how the one who looks stands there; a teacher does not."""

    group: Class
    board: Board
    names: Mapping[int, str]
    mine: Member | None
    facts: int


async def wish(store: Store, learner: Learner, group: int) -> None:
    """The class has a board from now on, or has none any more. Raises NotAllowed."""
    found = await rights.require_class(store, learner, group)
    await store.classes.change(group, board=not found.board)


async def stand(store: Store, learner: Learner, group: int, how: str) -> None:
    """How the learner stands on the board; of a class that one is not in, nothing changes. Raises NotAllowed."""
    if how not in WAYS:
        raise NotAllowed("button")
    if await store.classes.member(group, learner.id) is not None:
        await store.classes.stand(group, learner.id, how)


async def look(store: Store, learner: Learner, group: int, message_id: int | None) -> None:
    """The board, to one of the class or to whoever leads it. To anybody else, as to whoever has left the class, that it
    is not theirs: in the place of the board, whose buttons lead nowhere any more.
    """
    if await _may_see(store, learner, group):
        await sitting.page(store, learner, "class_board", message_id, group=group)
    else:
        await sitting.page(store, learner, "said_in_place", message_id, code="not_your_class")


async def _may_see(store: Store, learner: Learner, group: int) -> bool:
    return await store.classes.member(group, learner.id) is not None or await rights.may_lead(store, learner, group)


async def standings(store: Store, learner: Learner, group: int, now: datetime) -> Standings | None:
    """The board as it stands; None where the class has none, or it is not the learner's to see."""
    mine = await store.classes.member(group, learner.id)
    found = await store.classes.get(group) if await _may_see(store, learner, group) else None
    if found is None or not found.board or found.archived_at is not None:
        return None
    members = await store.classes.members(group)
    on_it = [one for one in members if one.board != "off"]
    items = await _items(store, group, now)
    scores = await store.progress.held(group, items, now, [one.learner_id for one in on_it]) if items else {}
    return Standings(found, board(scores, learner.id), names(found, on_it), mine, len(items))


async def _items(store: Store, group: int, now: datetime) -> list[int]:
    """All that the class was given, but what nobody is told right or wrong yet."""
    given = [work for work in await store.assignments.of_class(group) if not _is_closed(work, now)]
    rows = {row for work in given for row in await store.packs.askable(work.pack_id, work.lesson)}
    shut = [work for work in await store.assignments.of_class(group) if _is_closed(work, now)]
    return sorted(rows - {row for work in shut for row in await store.packs.askable(work.pack_id, work.lesson)})


def _is_closed(work: Assignment, now: datetime) -> bool:
    return work.sealed and work.deadline is not None and work.deadline > now


def names(group: Class, members: list[Member]) -> dict[int, str]:
    """What each is called on the board: nobody's name unless they chose it, and never more than teachers see."""
    called: dict[int, str] = {}
    for one in sorted(members, key=lambda one: one.number):
        if one.board == "name" or one.pseudonym is not None:
            called[one.learner_id] = one.name
            continue
        taken = set(called.values())
        drawn = (pseudonym(f"board {group.id}", one.learner_id, again) for again in range(10_000))
        called[one.learner_id] = next(name for name in drawn if name not in taken)
    return called
