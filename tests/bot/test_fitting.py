"""The learners' own parameters: looked for once a day, kept with what was measured, used from then on."""

import random
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot import fit_child
from bot.clock import MovableClock
from bot.fitting import Fitting
from lessons.rating import Rating
from lessons.schedule import USUAL, Schedule, schedule_for
from storage.database import Database
from tests.storage.makers import NOW, attempt, number, pack

QUICK = (*(one / 6 for one in USUAL[:4]), *USUAL[4:20], 0.5)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A learner with 480 answers of somebody who forgets quickly."""
    database = Database(f"sqlite:///{tmp_path / 'lectern.db'}")
    await database.migrate()
    facts = pack(*(number(f"n{i}") for i in range(60)))
    chance, truth = random.Random(1), Schedule(parameters=QUICK)
    async with database.begin() as store:
        ada = await store.learners.get_or_create(5, "Ada", "en", NOW)
        stored = await store.packs.get((await store.packs.install(facts, now=NOW)).pack_id)
        step = 0
        for place, item in enumerate(stored.items.values()):
            at, state = NOW + timedelta(days=place % 20), None
            for _ in range(8):
                gone = chance.randint(1, 12) if state else 0
                right = chance.random() < (truth.curve(state[0], gone) if state else 0.7)
                rating = Rating.GOOD if right else Rating.AGAIN
                at, step = at + timedelta(days=gone), step + 1
                state = truth.state_after(state, rating, gone)
                await store.reviews.record(attempt(ada.id, item, step=step, rating=rating, at=at))
    yield database
    await database.close()


def clock() -> MovableClock:
    return MovableClock(NOW + timedelta(days=130))


async def test_what_foresees_better_is_kept_and_used(database: Database) -> None:
    [(learner_id, found)] = await Fitting(database, clock(), lambda _: QUICK).all()
    assert found is not None
    assert found.parameters == QUICK
    async with database.read() as store:
        ada = await store.learners.get(learner_id)
        export = await store.learners.export(learner_id)
    assert ada.parameters == QUICK
    assert schedule_for(ada).parameters == QUICK
    assert export["learners"][0]["memory_parameters"] == list(QUICK)
    assert export["learners"][0]["memory_fit"]["reviews"] == 480
    async with database.begin() as store:
        await store.learners.save(replace(ada, parameters=None))
        assert (await store.learners.get(learner_id)).parameters == QUICK


async def test_a_learner_is_looked_at_once_a_month(database: Database) -> None:
    time = clock()
    fitting = Fitting(database, time, lambda _: None)
    assert len(await fitting.all()) == 1
    assert await fitting.all() == []
    time.move(timedelta(days=31))
    assert len(await fitting.all()) == 1


async def test_in_the_night_it_is_done_once_a_day_and_not_at_all_without_the_package(database: Database) -> None:
    calls: list[int] = []
    time = clock()
    fitting = Fitting(database, time, lambda courses: calls.append(len(courses)))
    for days in (0, 0, 1, 31):
        time.move(timedelta(days=days))
        fitting.nudge()
        if fitting._task:
            await fitting._task
    await fitting.close()
    assert len(calls) == 2


async def test_without_the_package_nothing_is_done(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fit_child, "PACKAGE", "no_such_package_at_all")
    fitting = Fitting(database, clock())
    fitting.nudge()
    assert not fitting.is_possible
    assert fitting._task is None


def test_a_child_that_fails_gives_nothing() -> None:
    assert fit_child.fitted([[(9, -1)]]) is None


@pytest.mark.skipif(not fit_child.is_installed(), reason="the extra is not installed")
async def test_the_real_fitter_finds_somebody_who_forgets_quickly(database: Database) -> None:
    [(_, found)] = await Fitting(database, clock()).all()
    assert found is not None
    assert found.parameters is not None
    assert found.fitted is not None
    assert found.fitted < found.usual
