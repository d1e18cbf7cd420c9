"""How does a class stand? All that its page, its picture, its files and its weekly message tell, loaded once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.actions.assigned import items_of, title_of
from lessons.classroom import Accommodation, Answer, Assignment, Class, Member, Result, Standing, result, terms
from lessons.forgetting import Fading, fading
from lessons.item_statistics import First, ItemStatistics, item_statistics, worst
from lessons.items import Item
from storage.store import Store

SHOWN = 5
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

    @property
    def sealed(self) -> bool:
        """Whether some of its results are closed for learners still."""
        return any(work.assignment.sealed for work in self.works)


async def overview(store: Store, group: Class, now: datetime) -> Overview:
    """The class as it stands now. Whoever calls this has asked for the right to it."""
    members = await store.classes.members(group.id)
    given = await store.assignments.of_class(group.id)
    extras = await store.assignments.extras([work.id for work in given])
    items_by_work = {work.id: tuple(await store.packs.askable(work.pack_id, work.lesson)) for work in given}
    every = sorted({item for items in items_by_work.values() for item in items})
    answers = await store.statistics.answers(group.id, every) if every else []
    by_learner: dict[int, list[Answer]] = {}
    for answer in answers:
        by_learner.setdefault(answer.learner_id, []).append(answer)
    works = []
    for work in given:
        own = {who: extra for (number, who), extra in extras.items() if number == work.id}
        results = {}
        for member in members:
            who = member.learner_id
            items = await items_of(store, work, who) if work.draw else items_by_work[work.id]
            results[who] = result(terms(work, own.get(who), frozenset(items)), by_learner.get(who, ()), now=now)
        title = title_of(await store.packs.get(work.pack_id), work)
        works.append(Work(work, title, results, items_by_work[work.id], own))
    memories = await store.statistics.memories(group.id, every) if every else []
    return Overview(
        group=group,
        members=members,
        works=works,
        questions={row: found.item for row, found in (await store.packs.items(every)).items()},
        statistics=item_statistics(First(one.learner_id, one.item_id, one.right) for one in answers),
        fading=fading(memories, now=now),
        answers=answers,
        now=now,
    )
