"""Does it stay as it was, day after day? Learners learn for simulated days at speed; memory and handles as they go.

python benchmarks/soak.py                 five hundred learners for an hour by the clock on the wall
python benchmarks/soak.py --minutes 5
"""

import asyncio
import gc
import os
import random
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.scale import Bot, resident_mb
from bot import log as logs
from bot.playground import actions, learner
from bot.playground.chat import Conversation
from lessons.session import Phase

HOURS = (7, 9, 12, 16, 18, 21)
"""When the clock rings and people are at it."""
KEPT = 4
"""Messages of each chat that our own world remembers: with more of them it would grow for days, and not the bot."""
FIRST_DAYS = 3
"""Caches fill, and everybody has come: what grows after that, grows for ever."""


@dataclass(slots=True)
class Town:
    """The bot, its people, and what they did."""

    bot: Bot
    people: list[Conversation]
    rng: random.Random
    turns: int = 0
    reminders: int = 0
    answers: int = 0

    async def said(self, chat: Conversation, words: str) -> None:
        """Somebody types, and has the reply."""
        actions.say(self.bot.world, chat.person, words)
        await self._turn()

    async def _turn(self) -> None:
        await self.bot.turn()
        self.turns += 1

    async def sits(self, chat: Conversation) -> None:
        """A lesson, a quiz or a review of some questions; some are left in the middle, some answers are wrong."""
        await self.said(chat, self.rng.choice(("/learn", "/quiz", "/review")))
        for _ in range(self.rng.randrange(2, 14)):
            session = await learner.sitting(self.bot.stage, chat)
            if session is None or session.phase is Phase.SUMMARY:
                return
            found = await learner.question(self.bot.stage, chat)
            if found is None:
                actions.tap(self.bot.world, chat.person, chat.last.raw, 0, 0)
                await self._turn()
            else:
                right = self.rng.random() < 0.8
                await self.said(chat, learner.in_words(*found) if right else "who knows")
                self.answers += 1
        if self.rng.random() < 0.2:
            await self.said(chat, self.rng.choice(("/undo", "/progress", "/settings", "/packs", "/help")))

    async def day(self) -> None:
        """Half of them learn, at their hours; reminders come."""
        for before, hour in zip((HOURS[-1] - 24, *HOURS), HOURS, strict=False):
            self.bot.stage.clock.move(timedelta(hours=hour - before))
            self.reminders += await self.bot.lectern.tick()
            await self.bot.lectern.sender.idle()
            for chat in self.people:
                if self.rng.random() < 0.5 / len(HOURS):
                    await self.sits(chat)

    def forget_chats(self) -> None:
        """The world keeps what the bot must not: old messages, calls, files."""
        world = self.bot.world
        for chat in self.people:
            messages = chat.chat.messages
            for number in list(messages)[:-KEPT]:
                del messages[number]
            chat.person.toasts.clear()
        world.calls.clear()
        world.queries.clear()
        world.files.by_id.clear()


async def soak(folder: Path, learners: int, minutes: float) -> bool:
    """Days until the time is over; whether memory and handles were flat after the first days."""
    bot = Bot(folder)
    await bot.begin()
    town = Town(bot, [bot.person(number) for number in range(learners)], random.Random(1))
    for chat in town.people:
        await town.said(chat, "/start")
        await town.said(chat, "/settings")
        actions.press(bot.world, chat.person, chat.last.raw, "S:zone:Europe/Lisbon")
        await bot.turn()
    began, days, rows = time.monotonic(), 0, []
    click.echo(
        f"{'day':>4}{'turns':>9}{'answers':>9}{'reminders':>11}{'turns/s':>9}{'MB':>7}{'handles':>9}{'file MB':>9}"
    )
    while time.monotonic() - began < minutes * 60:
        at, before = time.monotonic(), town.turns
        await town.day()
        town.forget_chats()
        gc.collect()
        days += 1
        pace = (town.turns - before) / (time.monotonic() - at)
        rows.append((resident_mb(os.getpid()), _handles()))
        memory, handles = rows[-1]
        counts = days, town.turns, town.answers, town.reminders
        click.echo(_line(*counts, round(pace), round(memory), handles, round(_megabytes(folder), 1)))
    await bot.end()
    return _flat(rows[min(FIRST_DAYS, len(rows) - 1) :])


def _line(*cells: object) -> str:
    return "".join(f"{cell:>{width}}" for cell, width in zip(cells, (4, 9, 9, 11, 9, 7, 9, 9), strict=True))


def _handles() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def _megabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.iterdir()) / 1e6


def _flat(rows: list[tuple[float, int]]) -> bool:
    """The last third is no more than a tenth above the first third, and holds no more handles."""
    third = max(1, len(rows) // 3)
    first, last = rows[:third], rows[-third:]
    megabytes = [sum(row[0] for row in part) / len(part) for part in (first, last)]
    handles = [max(row[1] for row in part) for part in (first, last)]
    click.echo(f"memory {megabytes[0]:.1f} -> {megabytes[1]:.1f} MB, handles {handles[0]} -> {handles[1]}")
    return megabytes[1] <= megabytes[0] * 1.1 and handles[1] <= handles[0] + 2


@click.command()
@click.option("--learners", default=500, show_default=True)
@click.option("--minutes", default=60.0, show_default=True)
def main(learners: int, minutes: float) -> None:
    """Let them learn; print a line a day."""
    logs.set_up("error")
    with tempfile.TemporaryDirectory(prefix="lectern-soak") as folder:
        flat = asyncio.run(soak(Path(folder), learners, minutes))
    click.echo("flat" if flat else "NOT FLAT")
    sys.exit(0 if flat else 1)


if __name__ == "__main__":
    main()
