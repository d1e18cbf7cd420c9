"""What are a learner's first days like? Played through the bot itself and told as a chat."""

import asyncio
import textwrap
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.clock import MovableClock
from bot.playground import learner
from bot.playground.chat import Conversation, Seen
from bot.playground.stage import Stage
from lessons.items import Item
from lessons.session import Phase

START = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)
"""A Monday afternoon."""
WIDTH = 76

Tell = Callable[[str], None]


class Narrator:
    """Prints a conversation as it goes on: what the learner does, what is new or changed in the chat."""

    def __init__(self, chat: Conversation, tell: Tell, pause: float | None) -> None:
        self.chat = chat
        self._tell = tell
        self._pause = pause
        self._known: dict[int, str] = {}

    async def scene(self, text: str) -> None:
        """A line between the days."""
        self._tell("\n" + f"── {text} ".ljust(WIDTH, "─") + "\n")
        await self._wait(2)

    async def says(self, text: str) -> None:
        """The learner types."""
        self._tell(textwrap.indent(f"{self.chat.person.first_name}: {text}", " " * 36) + "\n")
        await self.chat.send(text)
        await self.listen()

    async def taps(self, label: str) -> None:
        """The learner presses a button."""
        self._tell(f"{self.chat.person.first_name} taps [{label}]".rjust(WIDTH) + "\n")
        await self.chat.tap(label)
        await self.listen()

    async def listen(self) -> None:
        """Tells what the bot has said or changed since."""
        for seen in self.chat.messages:
            if not seen.from_bot:
                continue
            shown = _shown(seen)
            if self._known.get(seen.id) == shown:
                continue
            only_buttons = self._known.get(seen.id, "").partition("\n[")[0] == shown.partition("\n[")[0]
            self._known[seen.id] = shown
            if not only_buttons:
                self._tell(textwrap.indent(shown, "  "))
                self._tell("")
                await self._wait(1 + len(shown) / 250)

    async def _wait(self, share: float) -> None:
        if self._pause:
            await asyncio.sleep(self._pause * share)


def _shown(seen: Seen) -> str:
    lines = []
    for line in seen.text.splitlines():
        lines += textwrap.wrap(line, WIDTH - 4) or [""]
    if seen.photo:
        lines.insert(0, "(a picture)")
    rows = ["[" + "] [".join(row) + "]" for row in seen.buttons]
    return "\n".join([*lines, *rows])


async def play(folder: Path, tell: Tell, *, pause: float | None = 1.0) -> None:
    """Plays the tour in that folder and returns; `pause` None: without waiting."""
    async with Stage.in_folder(folder, MovableClock(START)) as stage:
        story = Narrator(stage.person("Ada"), tell, pause)
        await _first_day(story, stage)
        while stage.clock.now() - START < timedelta(days=3):
            await _next_reminder(story, stage)
        await story.says("/progress")
        await story.scene("That was the tour. `lectern demo --open` is the same in your browser")


async def _first_day(story: Narrator, stage: Stage) -> None:
    await story.scene(f"{stage.clock.now():%A, %H:%M}. Ada opens the chat")
    await story.says("/start")
    await story.taps("Start the first lesson")
    await _study(story, stage, mistakes=(2,))
    await story.says("Lisbon")


async def _next_reminder(story: Narrator, stage: Stage) -> None:
    """On to the moment of the learner's next reminder: nothing is pressed, it comes by itself."""
    async with stage.database.read() as store:
        ada = await store.learners.by_chat(story.chat.chat.id)
    moment = ada.reminding.next_at if ada else None
    assert moment is not None, "whoever has learned something has a reminder ahead"
    stage.clock.move(max(moment - stage.clock.now(), timedelta()) + timedelta(seconds=30))
    days = (stage.clock.now().date() - START.date()).days
    await story.scene(f"{stage.clock.now():%A, %H:%M}: {days} day{'s' if days > 1 else ''} later")
    await stage.tick()
    await story.listen()
    await _study(story, stage)


async def _study(story: Narrator, stage: Stage, mistakes: tuple[int, ...] = ()) -> None:
    """Goes through the sitting to its end; the questions numbered in `mistakes` are answered wrongly."""
    asked, before = 0, None
    while (session := await learner.sitting(stage, story.chat)) and session.phase is not Phase.SUMMARY:
        if session == before:
            raise RuntimeError("the bot does not go on; its log tells why")
        before = session
        found = await learner.question(stage, story.chat)
        if found is None:
            await story.taps(story.chat.buttons[0])
            continue
        asked += 1
        item, seed = found
        wrong = learner.wrong_option(item, seed) if asked in mistakes else None
        label = f"{wrong}." if wrong else _label(item, seed)
        if label and any(shown.startswith(label) for shown in story.chat.buttons):
            await story.taps(label)
        else:
            await story.says(wrong or learner.in_words(item, seed))


def _label(item: Item, seed: int) -> str | None:
    """The beginning of the button to tap; None where Ada types: figures and dates she types every other time."""
    if item.kind in ("number", "date") and len(item.prompt) % 2:
        return None
    options = item.options(seed)
    return f"{'ABCDEFGHIJKL'[options.index(item.key)]}." if item.key in options else None
