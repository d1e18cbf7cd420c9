"""Classes, their members and teachers, what they are given, and whose week is told to whom."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from lessons.classroom import Accommodation, Class
from lessons.enrollment import Learner
from lessons.errors import AssignmentNotFound, ClassFull, ClassNotFound
from lessons.grade import Verdict
from lessons.rating import Rating
from storage import classes as rooms
from storage.database import Database
from storage.store import Store
from tests.storage.makers import DAY, NOW, attempt, memory, pack


async def person(store: Store, chat_id: int) -> Learner:
    return await store.learners.get_or_create(chat_id, f"P{chat_id}", "en", NOW)


async def led(store: Store, chat_id: int = 1, code: str = "K7QX3MZP") -> tuple[Class, Learner]:
    teacher = await person(store, chat_id)
    return await store.classes.create("7B", code, teacher.id, "Europe/Berlin", NOW), teacher


async def test_a_class_is_found_by_its_code_until_the_code_changes(database: Database) -> None:
    async with database.begin() as store:
        made, _ = await led(store)
        assert await store.classes.by_code("K7QX3MZP") == made
        await store.classes.change(made.id, code="OTHER234", name="8B")
        assert await store.classes.by_code("K7QX3MZP") is None
        assert (await store.classes.get(made.id)).name == "8B"
        with pytest.raises(ClassNotFound):
            await store.classes.get(4711)


async def test_only_its_teachers_lead_a_class(database: Database) -> None:
    async with database.begin() as store:
        made, teacher = await led(store)
        other = await person(store, 2)
        assert await store.classes.leads(teacher.id, made.id)
        assert not await store.classes.leads(other.id, made.id)
        assert await store.classes.add_teacher(made.id, other.id, NOW)
        assert not await store.classes.add_teacher(made.id, other.id, NOW)
        assert await store.classes.leads(other.id, made.id)
        assert [one.is_owner for one in await store.classes.teachers(made.id)] == [True, False]
        assert [card.id for card in await store.classes.of_teacher(other.id)] == [made.id]
        await store.classes.remove_teacher(made.id, other.id)
        assert await store.classes.of_teacher(other.id) == []


async def test_joining_twice_is_one_place_and_the_name_shown_can_be_changed(database: Database) -> None:
    async with database.begin() as store:
        made, _ = await led(store)
        ada = await person(store, 2)
        first = await store.classes.join(made.id, ada.id, NOW, named=False)
        again = await store.classes.join(made.id, ada.id, NOW + DAY, named=False)
        assert first == again
        assert first.pseudonym == first.name != "P2"
        named = await store.classes.join(made.id, ada.id, NOW, named=True)
        assert (named.name, named.pseudonym, named.number) == ("P2", None, first.number)
        assert await store.classes.of_learner(ada.id) == [made]
        assert await store.classes.leave(made.id, ada.id)
        assert not await store.classes.leave(made.id, ada.id)
        assert await store.classes.of_learner(ada.id) == []


async def test_nobody_gets_the_number_or_pseudonym_of_another(database: Database) -> None:
    async with database.begin() as store:
        made, _ = await led(store)
        everybody = [(await person(store, chat)).id for chat in range(10, 60)]
        for learner in everybody:
            await store.classes.join(made.id, learner, NOW, named=False)
        members = await store.classes.members(made.id)
        assert len({member.name for member in members}) == len({member.number for member in members}) == 50
        last = await store.classes.member(made.id, everybody[-1])
        assert last
        await store.classes.leave(made.id, everybody[-1])
        fresh = await store.classes.join(made.id, (await person(store, 99)).id, NOW, named=True)
        assert fresh.number > last.number
        assert await store.classes.member_of_number(made.id, last.number) is None


async def test_a_full_class_takes_nobody_more(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "MOST_MEMBERS", 1)
    async with database.begin() as store:
        made, _ = await led(store)
        first, second = await person(store, 2), await person(store, 3)
        await store.classes.join(made.id, first.id, NOW, named=True)
        await store.classes.join(made.id, first.id, NOW, named=False)
        with pytest.raises(ClassFull):
            await store.classes.join(made.id, second.id, NOW, named=True)


async def test_a_private_pack_is_seen_by_the_class_it_is_given_to_and_a_draft_by_nobody(database: Database) -> None:
    async with database.begin() as store:
        made, teacher = await led(store)
        ada, eve = await person(store, 2), await person(store, 3)
        await store.classes.join(made.id, ada.id, NOW, named=True)
        kept = await store.packs.install(pack(), now=NOW, owner_id=teacher.id, status="private")
        given = await store.assignments.add(made.id, kept.pack_id, None, NOW)
        assert [card.id for card in await store.packs.visible(ada.id)] == [kept.pack_id]
        assert await store.packs.visible(eve.id) == []
        await store.packs.set_status(kept.pack_id, "draft")
        assert await store.packs.visible(ada.id) == []
        await store.packs.set_status(kept.pack_id, "private")
        await store.assignments.remove(given.id)
        assert await store.packs.visible(ada.id) == []


async def test_what_a_learner_is_given_with_what_is_extra_the_nearest_deadline_first(database: Database) -> None:
    async with database.begin() as store:
        made, _ = await led(store)
        ada, bob = await person(store, 2), await person(store, 3)
        for learner in (ada, bob):
            await store.classes.join(made.id, learner.id, NOW + DAY, named=True)
        pack_id = (await store.packs.install(pack(), now=NOW)).pack_id
        whole = await store.assignments.add(made.id, pack_id, None, NOW)
        part = await store.assignments.add(made.id, pack_id, "first", NOW)
        assert await store.assignments.add(made.id, pack_id, "first", NOW + DAY) == part
        assert await store.assignments.add(made.id, pack_id, None, NOW + DAY) == whole
        await store.assignments.change(part.id, deadline=NOW + 7 * DAY, tries=2)
        await store.assignments.accommodate(part.id, ada.id, Accommodation(timedelta(days=3), 1))
        [first, second] = await store.assignments.of_learner(ada.id)
        assert (first.assignment.id, first.deadline, first.extra.extra_tries) == (part.id, NOW + 10 * DAY, 1)
        assert (second.assignment.id, second.deadline, second.since) == (whole.id, None, NOW + DAY)
        assert (await store.assignments.of_learner(bob.id))[0].deadline == NOW + 7 * DAY
        assert list(await store.assignments.extras([part.id, whole.id])) == [(part.id, ada.id)]
        await store.assignments.accommodate(part.id, ada.id, Accommodation())
        assert await store.assignments.extras([part.id]) == {}
        await store.classes.change(made.id, archived_at=NOW)
        assert await store.assignments.of_learner(ada.id) == []
        await store.assignments.remove(part.id)
        with pytest.raises(AssignmentNotFound):
            await store.assignments.get(part.id)


async def test_statistics_count_first_answers_of_the_class_and_of_all(database: Database) -> None:
    async with database.begin() as store:
        made, _ = await led(store)
        stored = await store.packs.get((await store.packs.install(pack(), now=NOW)).pack_id)
        item = stored.items["a"]
        inside, outside = await person(store, 2), await person(store, 3)
        await store.classes.join(made.id, inside.id, NOW, named=True)
        wrong = {"verdict": Verdict.WRONG, "rating": Rating.AGAIN, "fraction": 0.0}
        await store.reviews.record(attempt(inside.id, item, 1, **wrong))
        await store.reviews.record(attempt(inside.id, item, 2, at=NOW + DAY, before=memory()))
        await store.reviews.record(attempt(outside.id, item, 3))
        await store.reviews.record(attempt(outside.id, stored.items["b"], 3, 1, hinted=True))
        undone = await store.reviews.record(attempt(outside.id, stored.items["c"], 4))
        assert undone.id
        await store.reviews.undo(undone.id, NOW)
        own = await store.statistics.item_statistics(stored.id, made.id)
        everybody = await store.statistics.item_statistics(stored.id)
        assert [(one.n, one.share_right) for one in own.values()] == [(1, 0.0)]
        shares = {one.item_id: (one.n, one.share_right) for one in everybody.values()}
        assert shares == {item: (2, 0.5), stored.items["b"]: (1, 0.0)}
        answers = await store.statistics.answers(made.id, stored.items.values())
        assert [(one.right, one.at) for one in answers] == [(False, NOW), (True, NOW + DAY)]
        assert answers == await store.statistics.answers_of(inside.id, stored.items.values())
        assert [one for one, _ in await store.statistics.memories(made.id, stored.items.values())] == [item]


async def test_an_answer_scored_again_counts_as_it_counts_now(database: Database) -> None:
    async with database.begin() as store:
        made, _ = await led(store)
        stored = await store.packs.get((await store.packs.install(pack(), now=NOW)).pack_id)
        ada = await person(store, 2)
        await store.classes.join(made.id, ada.id, NOW, named=True)
        wrong = {"verdict": Verdict.WRONG, "rating": Rating.AGAIN, "fraction": 0.0}
        given = await store.reviews.record(attempt(ada.id, stored.items["a"], 1, **wrong))
        right = replace(given, verdict=Verdict.EXACT, rating=Rating.GOOD, fraction=1.0)
        await store.corrections.record([right], NOW)
        await store.corrections.record([given], NOW + DAY)
        await store.corrections.record([right], NOW + 2 * DAY)
        [answer] = await store.statistics.answers(made.id, stored.items.values())
        assert answer.right
        assert (await store.statistics.item_statistics(stored.id))[stored.items["a"]].share_right == 1.0


async def test_of_many_who_claim_each_weekly_message_goes_to_one(database: Database) -> None:
    async with database.begin() as store:
        for number in range(20):
            made, teacher = await led(store, number, f"CODE{number:04}")
            await store.weekly.plan(made.id, teacher.id, NOW)

    async def claim() -> list[int]:
        async with database.begin() as store:
            got = await store.weekly.claim(NOW, 7)
            await asyncio.sleep(0.01)
            return [one.class_id for one in got]

    claimed = [one for got in await asyncio.gather(*(claim() for _ in range(4))) for one in got]
    assert len(claimed) == len(set(claimed)) == 20


async def test_a_weekly_claim_that_crashes_is_claimable_again_and_one_that_ended_well_is_not(
    database: Database,
) -> None:
    async with database.begin() as store:
        made, teacher = await led(store)
        await store.weekly.plan(made.id, teacher.id, NOW + DAY)
        assert await store.weekly.claim(NOW, 5) == []
        assert await store.weekly.earliest() == NOW + DAY
    with pytest.raises(ZeroDivisionError):  # noqa: PT012 - it has to be raised inside the block
        async with database.begin() as store:
            assert await store.weekly.claim(NOW + DAY, 5)
            raise ZeroDivisionError
    async with database.begin() as store:
        [found] = await store.weekly.claim(NOW + DAY, 5)
        assert found.week is None
        await store.weekly.plan(made.id, teacher.id, NOW + 8 * DAY, sent_week="2026-W10")
    async with database.begin() as store:
        assert await store.weekly.claim(NOW + DAY, 5) == []
        assert [one.week for one in await store.weekly.of_class(made.id)] == ["2026-W10"]
        await store.weekly.wish(made.id, teacher.id, False)
        assert await store.weekly.of_class(made.id) == []


async def test_a_class_whose_teacher_is_forgotten_passes_to_the_next_or_goes(database: Database) -> None:
    async with database.begin() as store:
        made, teacher = await led(store)
        second, ada = await person(store, 2), await person(store, 3)
        await store.classes.add_teacher(made.id, second.id, NOW)
        await store.classes.join(made.id, ada.id, NOW, named=True)
        await store.learners.forget(teacher.id)
        assert [(one.learner_id, one.is_owner) for one in await store.classes.teachers(made.id)] == [(second.id, True)]
        await store.learners.forget(second.id)
        with pytest.raises(ClassNotFound):
            await store.classes.get(made.id)
        assert await store.classes.of_learner(ada.id) == []
