"""Rounds in groups: kept with every answer, moved on once, found by their polls, gone after a month."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from lessons import round as rules
from lessons.errors import RoundNotFound, StaleSession
from lessons.round import Given, Player, Round, RoundKind, Stage
from storage.dailies import Daily
from storage.database import Database
from storage.sitting_polls import SittingPoll
from storage.store import Store
from tests.storage.makers import DAY, NOW, a_round, pack

ADA, BO = Player(7001, "Blue Heron 7"), Player(7002, "Red Fox 2", joined=False, starter=True)


async def made(store: Store, **changes: object) -> Round:
    pack_id = (await store.packs.install(pack(), now=NOW)).pack_id
    return await store.rounds.create(a_round(pack_id, **changes), NOW)


async def begun(store: Store, **changes: object) -> Round:
    found = await made(store, **changes)
    after = rules.begin(found, (1, 2, 3), NOW)
    await store.rounds.save(after, found, NOW)
    return await store.rounds.get(found.id)


async def test_a_round_comes_back_as_it_was(database: Database) -> None:
    async with database.begin() as store:
        found = await begun(store, polls=True, limit_secs=30, size=3, thread_id=None)
        await store.rounds.add_player(found.id, ADA, NOW)
        await store.rounds.add_player(found.id, BO, NOW + DAY)
        assert await store.rounds.add_answer(found.id, Given(0, 7001, 2, right=True), NOW)
    async with database.read() as store:
        assert await store.rounds.get(found.id) == found
        assert found.items == (1, 2, 3)
        assert (found.stage, found.due_at) == (Stage.ASKING, NOW + timedelta(seconds=30))
        assert await store.rounds.players(found.id) == [ADA, BO]
        assert await store.rounds.answers(found.id) == [Given(0, 7001, 2, right=True)]
        assert await store.rounds.open_in(-100, None) == found
        assert await store.rounds.open_in(-100, 7) is None
        with pytest.raises(RoundNotFound):
            await store.rounds.get(found.id + 1)


async def test_the_first_answer_of_a_person_counts(database: Database) -> None:
    async with database.begin() as store:
        found = await begun(store)
        assert await store.rounds.add_answer(found.id, Given(0, 7001, 2, right=False), NOW)
        assert not await store.rounds.add_answer(found.id, Given(0, 7001, 1, right=True), NOW)
        assert await store.rounds.add_answer(found.id, Given(1, 7001, 1, right=True), NOW)
        assert [one.right for one in await store.rounds.answers(found.id)] == [False, True]


async def test_of_two_who_move_a_round_one_wins(database: Database) -> None:
    async with database.begin() as store:
        found = await begun(store)
        await store.rounds.save(rules.close(found, NOW), found, NOW)
        with pytest.raises(StaleSession):
            await store.rounds.save(rules.close(found, NOW), found, NOW)


async def test_what_is_due_is_handed_out_once(database: Database) -> None:
    async with database.begin() as store:
        await begun(store, limit_secs=30)
        await begun(store, limit_secs=60)
    async with database.begin() as store:
        later = NOW + timedelta(seconds=31)
        [due] = await store.rounds.claim_due(later, 10)
        assert due.limit_secs == 30
        assert await store.rounds.claim_due(later, 10) == []


async def test_a_poll_leads_to_its_question(database: Database) -> None:
    async with database.begin() as store:
        found = await begun(store, polls=True)
        await store.rounds.note_asked(found.id, 1, message_id=55, poll_id="p1")
        assert await store.rounds.by_poll("p1") == (found.id, 1)
        assert await store.rounds.by_poll("p2") is None
        asked = await store.rounds.asked(found.id, 1)
        assert asked is not None
        assert (asked.item_id, asked.message_id, asked.key_message_id) == (2, 55, None)
        poll = SittingPoll("p3", 7001, 4, 0, 66)
        await store.sitting_polls.add(poll, NOW)
        assert await store.sitting_polls.get("p3") == poll
        assert await store.sitting_polls.in_message(7001, 66) == poll
        assert await store.sitting_polls.in_message(7002, 66) is None
        await store.sitting_polls.prune(NOW + DAY)
        assert await store.sitting_polls.get("p3") is None


async def test_a_group_that_moves_takes_everything_along(database: Database) -> None:
    async with database.begin() as store:
        found = await begun(store)
        await store.rounds.note_asked(found.id, 0, message_id=55)
        await store.dailies.put(Daily(-100, found.id, time(9), "Europe/Lisbon", NOW + DAY))
        await store.views.owe(-100, "round", {"round": found.id}, key="round:1")
        await store.move_group(-100, -200)
    async with database.begin() as store:
        assert (await store.rounds.get(found.id)).group_id == -200
        asked = await store.rounds.asked(found.id, 0)
        assert asked is not None
        assert asked.message_id is None, "messages have other numbers there"
        assert await store.dailies.get(-100) is None
        assert await store.dailies.get(-200) is not None
        assert [view.kind for view in await store.views.owed(-200, NOW)] == ["round"]
        await store.move_group(-100, -200)
        await store.move_group(-200, -200)


async def test_where_nothing_can_be_said_everything_ends(database: Database) -> None:
    async with database.begin() as store:
        found = await begun(store)
        await store.rounds.end_all(-100)
        assert (await store.rounds.get(found.id)).stage is Stage.OVER
        assert await store.rounds.of_group(-100) == []


async def test_after_a_month_a_round_is_gone_and_open_ones_stay(database: Database) -> None:
    async with database.begin() as store:
        over, going = await begun(store), await begun(store)
        daily = await begun(store, kind=RoundKind.DAILY)
        for one in (over, going, daily):
            await store.rounds.add_player(one.id, ADA, NOW)
            await store.rounds.add_answer(one.id, Given(0, 7001, 0, right=True), NOW)
        await store.rounds.save(rules.stop(over), over, NOW)
        await store.rounds.prune(NOW - DAY)
        assert len(await store.rounds.answers(over.id)) == 1
        await store.rounds.prune(NOW + 30 * DAY)
        with pytest.raises(RoundNotFound):
            await store.rounds.get(over.id)
        assert await store.rounds.players(over.id) == []
        assert (await store.rounds.get(going.id)).is_open
        assert await store.rounds.answers(daily.id) == []


async def test_a_daily_question_is_claimed_once_and_planned_anew(database: Database) -> None:
    async with database.begin() as store:
        found = await begun(store, kind=RoundKind.DAILY)
        known = Daily(-100, found.id, time(9), "Europe/Lisbon", NOW)
        await store.dailies.put(known)
        assert await store.dailies.earliest() == NOW
        assert await store.dailies.claim(NOW - DAY, 10) == []
        [claimed] = await store.dailies.claim(NOW, 10)
        assert replace(claimed, next_at=NOW) == known
        assert await store.dailies.claim(NOW, 10) == []
        await store.dailies.plan(-100, NOW + DAY)
        again = await store.dailies.get(-100)
        assert again is not None
        assert again.next_at == NOW + DAY
        await store.dailies.put(replace(known, at=time(18)))
        changed = await store.dailies.get(-100)
        assert changed is not None
        assert changed.at == time(18)
        assert await store.dailies.off(-100)
        assert not await store.dailies.off(-100)


async def test_somebody_who_only_played_in_a_group_can_be_forgotten(database: Database) -> None:
    async with database.begin() as store:
        found = await begun(store)
        await store.rounds.add_player(found.id, ADA, NOW)
        await store.rounds.add_answer(found.id, Given(0, 7001, 0, right=True), NOW)
        learner = await store.learners.get_or_create(7001, "Ada", "en", NOW)
        told = await store.learners.export(learner.id)
        assert [row["name"] for row in told["round_players"]] == ["Blue Heron 7"]
        await store.learners.forget(learner.id)
        assert await store.rounds.players(found.id) == []
        assert await store.rounds.answers(found.id) == []
