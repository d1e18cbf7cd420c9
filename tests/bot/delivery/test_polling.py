"""Polling acknowledges what is committed, all of it and nothing else."""

import asyncio

import pytest

from bot.delivery.metrics import Metrics
from bot.delivery.polling import Poller, TokenRefused, unless
from storage.errors import DatabaseBusy


@pytest.fixture
def poller(counting, database):
    return Poller(counting[0], database, first_pause_secs=0.02, poll_secs=1, grace_secs=1)


@pytest.fixture
async def polling(poller):
    stop = asyncio.Event()
    task = asyncio.create_task(poller.run(stop))
    yield stop
    stop.set()
    await asyncio.wait_for(task, 5)


def raising(*errors):
    left = list(errors)

    def trouble():
        if left:
            raise left.pop(0)

    return trouble


async def test_what_is_said_is_heard_answered_and_acknowledged(world, counting, polling, until):
    ada = world.person("Ada")
    for word in ("one", "two", "three"):
        await ada.send(word)
    await until(lambda: world.pending_updates == 0)
    await counting[1].sender.idle()
    assert await counting[1].heard(ada.person.id) == ["one", "two", "three"]
    assert ada.last.marked["bold"] == ["one two three"]
    assert len([seen for seen in ada.messages if seen.from_bot]) == 1


async def test_a_backlog_is_taken_in_order_within_a_chat_and_side_by_side(world, counting, polling, until):
    people = [world.person(f"P{number}") for number in range(10)]
    for word in ("slow1", "slow2", "slow3"):
        for person in people:
            await person.send(word)
    await until(lambda: world.pending_updates == 0)
    for person in people:
        assert await counting[1].heard(person.person.id) == ["slow1", "slow2", "slow3"]
    assert counting[1].most == 10


async def test_no_more_are_at_work_than_allowed(world, counting, database, until):
    stop = asyncio.Event()
    poller = Poller(counting[0], database, concurrency=3, poll_secs=1)
    for number in range(9):
        await world.person(f"P{number}").send("slow")
    task = asyncio.create_task(poller.run(stop))
    await until(lambda: world.pending_updates == 0)
    stop.set()
    await task
    assert counting[1].most == 3


async def test_a_busy_database_delays_but_loses_nothing_and_keeps_the_order(world, counting, polling, until):
    counting[1].trouble["two"] = raising(*[DatabaseBusy("x")] * 4)
    ada, bob = world.person("Ada"), world.person("Bob")
    for word in ("one", "two", "three"):
        await ada.send(word)
    await bob.send("hello")
    await until(lambda: world.pending_updates == 0)
    assert await counting[1].heard(ada.person.id) == ["one", "two", "three"]
    assert await counting[1].heard(bob.person.id) == ["hello"]


async def test_one_chat_that_must_wait_does_not_hold_up_the_others(world, counting, polling, until):
    counting[1].trouble["stuck"] = lambda: (_ for _ in ()).throw(DatabaseBusy("x"))
    ada, bob = world.person("Ada"), world.person("Bob")
    await ada.send("stuck")
    await asyncio.sleep(0.1)
    for word in ("a", "b", "c"):
        await bob.send(word)
    await until(lambda: _heard(counting, bob, 3))
    assert world.pending_updates == 4
    counting[1].trouble.clear()
    await until(lambda: world.pending_updates == 0, secs=15)
    assert await counting[1].heard(ada.person.id) == ["stuck"]
    assert await counting[1].heard(bob.person.id) == ["a", "b", "c"]


async def _heard(counting, person, count):
    return len(await counting[1].heard(person.person.id)) >= count


async def test_a_poison_update_does_not_stop_the_queue(world, counting, polling, database, until):
    counting[1].trouble["poison"] = lambda: 1 / 0
    ada = world.person("Ada")
    for word in ("one", "poison", "two"):
        await ada.send(word)
    world.updates.put("message", {"chat": {"id": 5}})
    await ada.send("three")
    await until(lambda: world.pending_updates == 0)
    assert await counting[1].heard(ada.person.id) == ["one", "two", "three"]
    async with database.read() as store:
        assert await store.updates.count_aside() == 2


async def test_a_poller_killed_before_the_commit_gets_the_update_again(world, counting, database, until):
    poller = Poller(counting[0], database, poll_secs=1)
    ada = world.person("Ada")
    await ada.send("slow")
    task = asyncio.create_task(poller.run(asyncio.Event()))
    await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await counting[1].heard(ada.person.id) == []
    assert world.pending_updates == 1
    stop = asyncio.Event()
    task = asyncio.create_task(Poller(counting[0], database, poll_secs=1).run(stop))
    await until(lambda: world.pending_updates == 0)
    stop.set()
    await task
    assert await counting[1].heard(ada.person.id) == ["slow"]


async def test_one_killed_after_the_commit_gets_it_again_and_counts_it_once(world, counting, database, until):
    ada = world.person("Ada")
    await ada.send("one")
    task = asyncio.create_task(Poller(counting[0], database, poll_secs=1).run(asyncio.Event()))
    await until(lambda: _heard(counting, ada, 1))
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    world.updates.put_again()
    stop = asyncio.Event()
    task = asyncio.create_task(Poller(counting[0], database, poll_secs=1).run(stop))
    await until(lambda: world.pending_updates == 0)
    stop.set()
    await task
    assert await counting[1].heard(ada.person.id) == ["one"]


async def test_stopping_finishes_and_acknowledges_what_is_in_hand(world, counting, database, until):
    stop = asyncio.Event()
    task = asyncio.create_task(Poller(counting[0], database, poll_secs=30).run(stop))
    ada = world.person("Ada")
    await ada.send("slow")
    await until(lambda: counting[1].working == 1)
    stop.set()
    await asyncio.wait_for(task, 2)
    assert await counting[1].heard(ada.person.id) == ["slow"]
    assert world.pending_updates == 0


async def test_stopping_does_not_wait_for_what_cannot_be_done_now(world, counting, database):
    counting[1].trouble["stuck"] = lambda: (_ for _ in ()).throw(DatabaseBusy("x"))
    stop = asyncio.Event()
    task = asyncio.create_task(Poller(counting[0], database, poll_secs=30).run(stop))
    await world.person("Ada").send("stuck")
    await world.person("Bob").send("fine")
    await asyncio.sleep(0.2)
    stop.set()
    await asyncio.wait_for(task, 3)
    assert world.pending_updates == 2  # Bob's comes again and is known


@pytest.mark.parametrize("kind", ["timeout", "reset", "lost"])
async def test_a_broken_call_is_made_again(world, counting, polling, kind, until):
    world.fail("getUpdates", 3, kind=kind)
    await world.person("Ada").send("one")
    await until(lambda: world.pending_updates == 0)


@pytest.mark.parametrize(("code", "more"), [(500, {}), (502, {}), (409, {}), (429, {"retry_after": 1})])
async def test_a_refused_call_is_made_again(world, counting, polling, code, more, until):
    world.fail("getUpdates", 2 if code != 429 else 1, code=code, **more)
    await world.person("Ada").send("one")
    await until(lambda: world.pending_updates == 0)


async def test_a_token_that_is_refused_again_and_again_ends_it(world, counting, database):
    metrics = Metrics()
    world.fail("getUpdates", 100, code=401, description="Unauthorized")
    poller = Poller(counting[0], database, first_pause_secs=0.01, metrics=metrics)
    with pytest.raises(TokenRefused):
        await asyncio.wait_for(poller.run(asyncio.Event()), 5)


async def test_ids_may_start_anywhere_after_a_quiet_week(world, counting, database, until):
    stop = asyncio.Event()
    task = asyncio.create_task(Poller(counting[0], database, poll_secs=1).run(stop))
    ada = world.person("Ada")
    await ada.send("one")
    await until(lambda: world.pending_updates == 0)
    await asyncio.sleep(1.2)  # a poll that brings nothing
    world.updates.last_id = 1000
    await ada.send("two")
    await until(lambda: world.pending_updates == 0)
    stop.set()
    await task
    assert await counting[1].heard(ada.person.id) == ["one", "two"]


async def test_unless_gives_the_result_or_stops():
    stop = asyncio.Event()

    async def answer():
        return 5

    assert await unless(stop, answer()) == 5
    asyncio.get_running_loop().call_later(0.02, stop.set)
    assert await unless(stop, asyncio.sleep(60)) is None
