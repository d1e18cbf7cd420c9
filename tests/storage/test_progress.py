"""Days counted by the database, summaries claimed once, certificates, and what a class holds."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from lessons.days import study_day
from lessons.enrollment import Preferences
from lessons.grade import Verdict
from lessons.rating import Rating
from storage.certificates import Certificate
from storage.database import Database
from storage.progress import Tally
from tests.storage.makers import DAY, NOW, attempt, enrolled, memory

MOMENTS = [datetime(2026, 3, 28, tzinfo=UTC) + timedelta(minutes=minutes) for minutes in range(0, 3 * 24 * 60, 7)]


@pytest.mark.parametrize("zone", ["Europe/Lisbon", "Asia/Kathmandu", "Australia/Lord_Howe", None])
async def test_answers_are_counted_on_their_study_day_also_when_the_clock_changes(
    database: Database, zone: str | None
) -> None:
    kept = Preferences(zone=zone, rollover_hour=4)
    async with database.begin() as store:
        ada, _ = await enrolled(store)
        for number, at in enumerate(MOMENTS):
            await store.reviews.record(attempt(ada.id, 1, step=number, at=at))
        last = await store.reviews.last_attempt(ada.id)
        assert last is not None
        assert last.id is not None
        await store.reviews.undo(last.id, NOW)
        found = await store.progress.days(ada.id, kept, MOMENTS[0])
        assert list(found) == sorted(found)
        wanted: dict[object, int] = {}
        for at in MOMENTS[:-1]:
            wanted[study_day(at, zone, 4)] = wanted.get(study_day(at, zone, 4), 0) + 1
        assert found == wanted
        assert await store.progress.days(ada.id, kept, MOMENTS[-1]) == {}


async def test_right_answers_are_tallied_by_item_as_they_count_now(database: Database) -> None:
    async with database.begin() as store:
        ada, stored = await enrolled(store)
        first, second = list(stored.items.values())[:2]
        said = [(first, Verdict.EXACT, False), (first, Verdict.WRONG, False), (second, Verdict.EXACT, True)]
        for step, (item, verdict, hinted) in enumerate(said):
            given = attempt(ada.id, item, step=step, verdict=verdict, hinted=hinted, before=memory() if step else None)
            await store.reviews.record(given)
        assert await store.progress.tallies(ada.id, NOW) == {first: Tally(1, 2), second: Tally(0, 1)}
        assert await store.progress.tallies(ada.id, NOW + DAY) == {}
        assert await store.progress.answered_since(ada.id, NOW)
        assert not await store.progress.answered_since(ada.id, NOW + DAY)
        assert await store.progress.first_answer(ada.id, stored.id) == NOW
        assert await store.progress.first_answer(ada.id, stored.id + 1) is None


async def test_missed_is_what_was_wrong_the_last_time_as_it_counts_now(database: Database) -> None:
    async with database.begin() as store:
        ada, stored = await enrolled(store)
        first, second, third = list(stored.items.values())[:3]
        wrong = {"verdict": Verdict.WRONG, "fraction": 0.0, "rating": Rating.AGAIN}
        await store.reviews.record(attempt(ada.id, first, step=0, **wrong))
        await store.reviews.record(attempt(ada.id, second, step=1))
        await store.reviews.record(attempt(ada.id, second, step=2, before=memory(), **wrong))
        assert await store.progress.missed(ada.id, stored.id) == {first, second}
        assert await store.progress.missed(ada.id, stored.id + 1) == set()
        last = await store.reviews.last_attempt(ada.id)
        assert last is not None
        assert last.id is not None
        await store.reviews.undo(last.id, NOW)
        await store.reviews.record(attempt(ada.id, third, step=3, drill=True, **wrong))
        assert await store.progress.missed(ada.id, stored.id) == {first}
        [kept] = await store.reviews.attempts(ada.id, item_id=first)
        await store.corrections.record([replace(kept, verdict=Verdict.EXACT, fraction=1.0, rating=Rating.GOOD)], NOW)
        assert await store.progress.missed(ada.id, stored.id) == set()


async def test_a_fact_is_held_as_long_as_its_stability_lasts(database: Database) -> None:
    async with database.begin() as store:
        ada, stored = await enrolled(store)
        bob = await store.learners.get_or_create(6, "Bob", "en", NOW)
        made = await store.classes.create("7B", "K7QX3MZP", bob.id, None, NOW)
        for one in (ada, bob):
            await store.classes.join(made.id, one.id, NOW, named=True)
        rows = list(stored.items.values())
        for row, stability in zip(rows, (2.0, 5.0, 30.0), strict=True):
            await store.reviews.remember(ada.id, row, replace(memory(), stability=stability))
        for days, held in ((0, 3), (2, 3), (3, 2), (20, 1), (31, 0)):
            found = await store.progress.held(made.id, rows, NOW + days * DAY, [ada.id, bob.id])
            assert found == {ada.id: held, bob.id: 0}
        assert await store.progress.held(made.id, rows[:1], NOW, [ada.id]) == {ada.id: 1}


async def test_a_summary_is_claimed_once_and_not_by_whoever_cannot_be_reached(database: Database) -> None:
    async with database.begin() as store:
        people = [(await store.learners.get_or_create(chat, "P", "en", NOW)).id for chat in range(1, 6)]
        for place, who in enumerate(people):
            await store.summaries.plan(who, NOW + place * DAY)
        await store.learners.mark_blocked(people[0], NOW)
        assert await store.summaries.earliest() == NOW + DAY

    async def claim() -> list[int]:
        async with database.begin() as store:
            return [one.learner_id for one in await store.summaries.claim(NOW + 3 * DAY, 2)]

    found = await asyncio.gather(*(claim() for _ in range(4)))
    assert sorted(who for some in found for who in some) == people[1:4]
    async with database.begin() as store:
        await store.summaries.plan(people[1], NOW + 9 * DAY, told="2026-03-09")
        ada = await store.learners.get(people[1])
        assert (ada.weekly_at, ada.weekly_week) == (NOW + 9 * DAY, "2026-03-09")
        await store.learners.save(ada)
        assert (await store.learners.get(people[1])).weekly_at == NOW + 9 * DAY


async def test_a_certificate_is_renewed_under_its_code_and_goes_with_its_learner(database: Database) -> None:
    async with database.begin() as store:
        ada, stored = await enrolled(store)
        given = Certificate("K7QX3MZP29AB", ada.id, stored.id, "Ada", "Lights", 3, 3, None, NOW)
        assert await store.certificates.give(given) == given
        again = replace(given, name="Ada Lovelace", at=NOW + DAY, code="ANOTHERCODE2")
        assert await store.certificates.give(again) == replace(again, code=given.code)
        assert await store.certificates.by_code(given.code) == await store.certificates.of(ada.id, stored.id)
        assert (await store.learners.export(ada.id))["certificates"][0]["name"] == "Ada Lovelace"
        await store.learners.forget(ada.id)
        assert await store.certificates.by_code(given.code) is None


async def test_two_learners_never_share_a_code(database: Database) -> None:
    async with database.begin() as store:
        ada, stored = await enrolled(store)
        bob = await store.learners.get_or_create(6, "Bob", "en", NOW)
        given = Certificate("K7QX3MZP29AB", ada.id, stored.id, "Ada", "Lights", 3, 3, None, NOW)
        await store.certificates.give(given)

    async def the_same_for_bob() -> None:
        async with database.begin() as store:
            await store.certificates.give(replace(given, learner_id=bob.id))

    with pytest.raises(IntegrityError):
        await the_same_for_bob()


async def test_how_one_stands_on_a_board_is_ones_own(database: Database) -> None:
    async with database.begin() as store:
        ada = await store.learners.get_or_create(5, "Ada", "en", NOW)
        made = await store.classes.create("7B", "K7QX3MZP", ada.id, None, NOW)
        assert not made.board
        await store.classes.change(made.id, board=True)
        assert (await store.classes.get(made.id)).board
        member = await store.classes.join(made.id, ada.id, NOW, named=True)
        assert member.board == "alias"
        await store.classes.stand(made.id, ada.id, "off")
        joined_again = await store.classes.join(made.id, ada.id, NOW, named=False)
        assert joined_again.board == "off", "choosing another name does not put one back on the board"
