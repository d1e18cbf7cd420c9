"""Who presses the buttons? Learners who press as soon as they see an answer, or presses at a set rate."""

import asyncio
import random
import time
from dataclasses import dataclass, field

from benchmarks.load.api import Town, message, person

PATIENCE_SECS = 20.0
FIRST = 1000
"""The chat of the first person."""


@dataclass(slots=True)
class Count:
    """What was seen: turns, their seconds, and presses that got no answer in time."""

    secs: list[float] = field(default_factory=list)
    unanswered: int = 0
    mistakes: list[str] = field(default_factory=list)


class People:
    """So many people with a chat each. A turn is a press and the view that answers it."""

    def __init__(self, town: Town, number: int, seed: int = 1) -> None:
        self._town = town
        self._chats = range(FIRST, FIRST + number)
        self._random = random.Random(seed)
        self._waiting: dict[int, asyncio.Future[None]] = {}
        self._presses = 0
        self.count = Count()
        town.changed = self._changed

    async def start(self, secs: float) -> None:
        """Everybody says /start, and what the bot wants to hear to begin a quiz, until a question stands there."""
        async with asyncio.timeout(secs):
            await asyncio.gather(*(self._begin(chat) for chat in self._chats))

    async def press_all(self, until: float) -> None:
        """Closed loop: everybody presses again at once, until that moment of the monotonic clock."""
        await asyncio.gather(*(self._press_on(chat, until) for chat in self._chats))

    async def press_at_rate(self, a_second: float, secs: float) -> None:
        """Open loop: presses at that rate, spread over the people, whether or not the earlier ones are answered."""
        began, turns = time.monotonic(), set()
        for number in range(int(a_second * secs)):
            await asyncio.sleep(max(0.0, began + number / a_second - time.monotonic()))
            chat = self._chats[number % len(self._chats)]
            if chat not in self._waiting:
                turns.add(asyncio.create_task(self._turn(chat)))
        await asyncio.gather(*turns)

    async def _begin(self, chat: int) -> None:
        await self._say(chat, "/start")
        if not self._answers(chat):
            await self._say(chat, "/quiz")

    async def _press_on(self, chat: int, until: float) -> None:
        while time.monotonic() < until:
            await self._turn(chat)

    async def _turn(self, chat: int) -> None:
        """One press and the view that answers it; what begins a sitting is not counted."""
        button = await self._next_button(chat)
        if button is None:
            self.count.mistakes.append(self._town.chats[chat].text[:80])
            return
        began = time.monotonic()
        if await self._wait_for(chat, self._pressed(chat, button)):
            self.count.secs.append(time.monotonic() - began)
        else:
            self.count.unanswered += 1

    async def _next_button(self, chat: int) -> str | None:
        """What to press; at the end of a sitting the next one is begun, once the bot has said all it had to say."""
        for _ in range(3):
            if button := self._choose(chat):
                return button
            await asyncio.sleep(0.3)
            await self._say(chat, "/quiz")
        return self._choose(chat)

    def _choose(self, chat: int) -> str | None:
        """An option of the question, or "next", or one of a bare bot's four buttons."""
        if answers := self._answers(chat):
            return self._random.choice(answers)
        return next((data for data in self._town.chats[chat].buttons if data.startswith(("n:", "d:"))), None)

    def _answers(self, chat: int) -> list[str]:
        shown = self._town.chats.get(chat)
        if shown is None:
            return []
        if any(data.startswith("d:") for data in shown.buttons):  # several right: ticked once is enough, then done
            return []
        return [data for data in shown.buttons if data.startswith("a:")] or [
            data for data in shown.buttons if data.startswith("g:")
        ]

    async def _say(self, chat: int, text: str) -> None:
        number, self._town.next_message = self._town.next_message, self._town.next_message + 1
        said = message(chat, number, text, person(chat))
        said["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
        if not await self._wait_for(chat, {"message": said}):
            self.count.unanswered += 1
        await asyncio.sleep(0.01)

    def _pressed(self, chat: int, data: str) -> dict[str, object]:
        self._presses += 1
        shown = self._town.chats[chat]
        return {
            "callback_query": {
                "id": str(10_000_000 + self._presses),
                "from": person(chat),
                "chat_instance": "1",
                "data": data,
                "message": message(chat, shown.message_id, shown.text[:200], person(chat)),
            }
        }

    async def _wait_for(self, chat: int, update: dict[str, object]) -> bool:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[chat] = future
        self._town.put(update)
        try:
            async with asyncio.timeout(PATIENCE_SECS):
                await future
        except TimeoutError:
            return False
        finally:
            self._waiting.pop(chat, None)
        return True

    def _changed(self, chat: int) -> None:
        future = self._waiting.get(chat)
        if future is not None and not future.done():
            future.set_result(None)
