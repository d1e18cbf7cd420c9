"""A world that was saved goes on where it was."""

import asyncio
import contextlib
from datetime import UTC, datetime, timedelta

from bot.clock import MovableClock
from bot.playground import polls, snapshot
from bot.playground.api import call
from bot.playground.params import from_values
from bot.playground.world import World


async def furnished(world):
    ada = world.person("Ada")
    await ada.send("/start")
    await ada.send_document("notes.txt", b"In 1942 ...")
    await call(
        world, world.token, "setMyCommands", from_values({"commands": [{"command": "learn", "description": "x"}]})
    )
    await call(world, world.token, "sendPoll", from_values({"chat_id": 1001, "question": "?", "options": ["a", "b"]}))
    await ada.vote(1)
    world.clock.move(timedelta(days=2))
    return ada


async def test_everything_said_sent_and_waiting_is_there_again(world, tmp_path):
    ada = await furnished(world)
    snapshot.save(world, tmp_path / "world.json")
    again = World(MovableClock(datetime(2026, 5, 4, 9, tzinfo=UTC)))
    assert snapshot.restore(again, tmp_path / "world.json")
    assert snapshot.dump(again) == snapshot.dump(world)
    restored = again.person("Ada")
    assert restored.transcript() == ada.transcript()
    assert restored.messages[1].document == ("notes.txt", b"In 1942 ...")
    assert again.clock.now() == world.clock.now()
    poll = restored.messages[-1].raw["poll"]
    polls.close(again, again.polls[poll["id"]])
    assert poll["is_closed"]


def test_a_missing_or_damaged_file_is_left_alone(world, tmp_path):
    file = tmp_path / "world.json"
    assert not snapshot.restore(world, file)
    file.write_text('{"version": 1, "people": [')
    assert not snapshot.restore(world, file)
    file.write_text('{"version": 1, "people": 7}')
    assert not snapshot.restore(world, file)
    assert world.person("Ada").messages == []


async def test_a_kept_world_is_saved_soon_after_it_changes(world, tmp_path):
    file = tmp_path / "world.json"
    keeping = asyncio.create_task(snapshot.keep(world, file, every_secs=0.01))
    await asyncio.sleep(0.03)
    await world.person("Ada").send("remember this")
    await asyncio.sleep(0.05)
    assert "remember this" in file.read_text()
    await world.person("Ada").send("and this")
    keeping.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await keeping
    assert "and this" in file.read_text()
