"""How does a class stand? All that its page, its picture, its files and its weekly message tell, loaded once."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.actions.assigned import drawn, title_of
from lessons.classroom import Accommodation, Answer, Assignment, Class, Member, Result, Standing, result, terms
from lessons.forgetting import Fading, fading
from lessons.item_statistics import First, ItemStatistics, item_statistics, worst
from lessons.items import Item
from storage.store import Store

SHOWN = 3
"""So many of the worst questions, and of the facts about to be forgotten, are told."""


@dataclass(frozen=True, slots=True)
class Work:
    """An assignment with every member's result, by learner id."""

    assignment: Assignment
    title: str
    results: Mapping[int, Result]
    items: tuple[int, ...]
    extras: Mapping[int, Accommodation] = field(default_factory=dict)

    def with_standing(self, standing: Standing) -> list[int]:
        """The learners who stand so."""
        return [learner for learner, found in self.results.items() if found.standing is standing]


@dataclass(frozen=True, slots=True)
class Overview:
    """A class at a glance. `questions` are the items by row id; `answers` is the log of right and wrong, no words."""

    group: Class
    members: Sequence[Member]
    works: Sequence[Work]
    questions: Mapping[int, Item]
    statistics: Mapping[int, ItemStatistics]
    fading: Sequence[Fading]
    answers: Sequence[Answer]
    now: datetime

    @property
    def worst(self) -> list[ItemStatistics]:
        """The questions that went worst at the first answer, without those that everybody knew."""
        return [one for one in worst(self.statistics, SHOWN) if one.share_right < 1]

    def names(self, learner_ids: Sequence[int]) -> list[str]:
        """What the teacher sees them as, in the order of the list."""
        wanted = set(learner_ids)
        return [member.name for member in self.members if member.learner_id in wanted]


async def overview(store: Store, group: Class, now: datetime) -> Overview:
    """The class as it stands now. Whoever calls this has asked for the right to it.

    What takes long in a large class is reckoned in a thread, so that other chats go on.
    """
    members = await store.classes.members(group.id)
    given = await store.assignments.of_class(group.id)
    extras = await store.assignments.extras([work.id for work in given])
    items = {work.id: tuple(await store.packs.askable(work.pack_id, work.lesson)) for work in given}
    every = sorted({item for each in items.values() for item in each})
    answers = await store.statistics.answers(group.id, every) if every else []
    memories = await store.statistics.memories(group.id, every) if every else []
    packs = {work.pack_id: await store.packs.get(work.pack_id) for work in given}
    results = await asyncio.to_thread(_results, members, given, items, extras, answers, now)
    return Overview(
        group=group,
        members=members,
        works=[
            Work(work, title_of(packs[work.pack_id], work), results[work.id], items[work.id], _own(extras, work.id))
            for work in given
        ],
        questions={row: found.item for row, found in (await store.packs.items(every)).items()},
        statistics=await asyncio.to_thread(_statistics, answers),
        fading=await asyncio.to_thread(fading, memories, now=now),
        answers=answers,
        now=now,
    )


Extras = Mapping[tuple[int, int], Accommodation]


def _results(
    members: Sequence[Member],
    given: Sequence[Assignment],
    items: Mapping[int, tuple[int, ...]],
    extras: Extras,
    answers: Sequence[Answer],
    now: datetime,
) -> dict[int, dict[int, Result]]:
    """Every member's result, by assignment and learner."""
    by_learner: dict[int, list[Answer]] = {}
    for answer in answers:
        by_learner.setdefault(answer.learner_id, []).append(answer)

    def one(work: Assignment, who: int) -> Result:
        mine = frozenset(drawn(items[work.id], work, who))
        return result(terms(work, extras.get((work.id, who)), mine), by_learner.get(who, ()), now=now)

    return {work.id: {member.learner_id: one(work, member.learner_id) for member in members} for work in given}


def _statistics(answers: Sequence[Answer]) -> dict[int, ItemStatistics]:
    return item_statistics(First(one.learner_id, one.item_id, one.right) for one in answers)


def _own(extras: Extras, work_id: int) -> dict[int, Accommodation]:
    return {who: extra for (number, who), extra in extras.items() if number == work_id}
