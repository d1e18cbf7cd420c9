"""How does a world survive a restart? As one JSON file, written whole or not at all."""

import asyncio
import base64
import contextlib
import json
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.clock import MovableClock
from bot.playground.files import StoredFile
from bot.playground.params import Json
from bot.playground.people import Chat, Person
from bot.playground.profile import Profile
from bot.playground.updates import Queued
from bot.playground.world import World

VERSION = 1


def dump(world: World) -> Json:
    """The world as JSON; presses not yet answered and injected faults are left behind."""
    offset = world.clock.offset if isinstance(world.clock, MovableClock) else timedelta()
    return {
        "version": VERSION,
        "clock_offset_secs": offset.total_seconds(),
        "counter": world.counter,
        "people": [asdict(person) for person in world.people.values()],
        "chats": [asdict(chat) for chat in world.chats.values()],
        "polls": world.polls,
        "profile": asdict(world.profile),
        "files": [_file(stored) for stored in world.files.by_id.values()],
        "updates": [_queued(queued) for queued in world.updates.waiting],
        "last_update_id": world.updates.last_id,
    }


def load(world: World, saved: Json) -> None:
    """Makes `world` what it was when it was saved."""
    if isinstance(world.clock, MovableClock):
        world.clock.offset = timedelta(seconds=saved["clock_offset_secs"])
    world.counter = saved["counter"]
    world.people = {raw["id"]: Person(**raw) for raw in saved["people"]}
    world.chats = {raw["id"]: Chat(**raw | {"messages": _by_number(raw["messages"])}) for raw in saved["chats"]}
    world.latest = max((chat.last_id for chat in world.chats.values() if chat.type == "private"), default=0)
    world.polls = saved["polls"]
    world.profile = Profile(**saved["profile"])
    for raw in saved["files"]:
        world.files.keep(StoredFile(**raw | {"data": base64.b64decode(raw["data"])}))
    world.updates.last_id = saved["last_update_id"]
    world.updates.waiting = [
        Queued(raw["update"], raw["kind"], datetime.fromisoformat(raw["expires"]), raw["again"])
        for raw in saved["updates"]
    ]
    _share_polls(world)


def save(world: World, path: Path) -> None:
    """Writes the world beside `path`, then puts it in its place."""
    text = json.dumps(dump(world), ensure_ascii=False)
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def restore(world: World, path: Path) -> bool:
    """Loads what `save` wrote; False where there is nothing, or nothing this version can read."""
    with contextlib.suppress(FileNotFoundError, ValueError, KeyError, TypeError):
        saved = json.loads(path.read_text(encoding="utf-8"))
        if saved["version"] == VERSION:
            load(world, saved)
            return True
    return False


async def keep(world: World, path: Path, every_secs: float = 1.0) -> None:
    """Saves the world whenever it has changed, at most so often, and once more when it is cancelled."""
    seen: Any = None
    try:
        while True:
            now = (world.events.told, [queued.id for queued in world.updates.waiting])
            if now != seen:
                save(world, path)
                seen = now
            await asyncio.sleep(every_secs)
    finally:
        save(world, path)


def _file(stored: StoredFile) -> Json:
    return asdict(stored) | {"data": base64.b64encode(stored.data).decode()}


def _queued(queued: Queued) -> Json:
    return {
        "update": queued.update,
        "kind": queued.kind,
        "expires": queued.expires.isoformat(),
        "again": queued.again,
    }


def _by_number(messages: Json) -> dict[int, Json]:
    return {int(number): message for number, message in messages.items()}


def _share_polls(world: World) -> None:
    """A poll and the message that shows it are one and the same object again."""
    for kept in world.polls.values():
        message = world.chats[kept["chat_id"]].messages.get(kept["message_id"])
        if message is not None:
            message["poll"] = kept["poll"]
