"""Who uses the bot here? People who answer, read on, undo, change settings and lose patience, at random but seeded."""

import asyncio
import random
from collections.abc import Mapping

from bot import buttons
from bot.playground import actions
from bot.playground.chat import Conversation, Seen
from bot.playground.params import Upload
from tests.faults.ledger import Ledger

PATIENCE_SECS = 20.0
WORDS = ("1944", "12", "A", "b", "true", "false", "b a c", "1a 2b 3c", "11 June 1942", "about 11 billion", "who knows")
DOCUMENT = """# The lighthouse of {name}

The lighthouse of {name} was built in 1871. It is {height} metres high and stands on a rock of granite.
Its lamp was lit for the first time on 4 March 1872. The lamp can be seen from 27 kilometres away.
In 1911 the keeper counted 1,340 ships in one year. The last keeper left on 30 September 1968.
Since 1990 some 20,000 people have visited it every year. A ticket costs 4 euros.
"""


class Somebody:
    """One person at a phone. Half of them take quizzes, half take lessons; some send a document."""

    def __init__(
        self,
        chat: Conversation,
        ledger: Ledger,
        keys: Mapping[str, str],
        *,
        seed: int,
        begins: str,
        sends: bool,
        haste: float = 1.0,
    ) -> None:
        self.chat = chat
        self.begins = begins
        self._ledger = ledger
        self._keys = keys
        self._rng = random.Random(seed)
        self._sends = sends
        self._haste = haste
        self._past: list[tuple[Seen, str]] = []

    async def live(self, stop: asyncio.Event) -> None:
        """From the first word on, until `stop`."""
        self.say("/start")
        while not stop.is_set() and not any(seen.from_bot for seen in self.chat.messages):  # noqa: ASYNC110
            await asyncio.sleep(0.03)
        if stop.is_set():
            return
        self.say("/settings")
        await self._patiently(20.0)
        self.press(self.chat.last, "S:zone:Europe/Lisbon")
        self.press(self.chat.last, "S:new:100")
        self.say(self.begins)
        while not stop.is_set():
            before = self._look()
            self._act()
            hurried = self._rng.random() < 0.3
            await self._until_different(before, self._rng.uniform(0.3, 4.0) if hurried else PATIENCE_SECS)
            await asyncio.sleep(self._rng.uniform(0.0, 0.4) * self._haste)

    def say(self, text: str) -> None:
        """Types something."""
        message = actions.say(self.chat.world, self.chat.person, text, self.chat.chat)
        self._ledger.note(self.chat.chat.id, f"m{message['message_id']}", text=text)

    def press(self, seen: Seen, data: str) -> None:
        """Presses a button."""
        query = actions.press(self.chat.world, self.chat.person, seen.raw, data)
        self._ledger.note(self.chat.chat.id, f"c{query}", data=data)
        self._past = [*self._past[-20:], (seen, data)]

    def send_document(self) -> None:
        """Sends a small document, once."""
        self._sends = False
        number = self.chat.chat.id
        text = DOCUMENT.format(name=f"Cape {number}", height=number % 60 + 20)
        upload = Upload(f"cape-{number}.md", text.encode(), "text/markdown")
        message = actions.send_file(self.chat.world, self.chat.person, upload, "", self.chat.chat)
        self._ledger.note(number, f"m{message['message_id']}", document=upload.name)

    def _act(self) -> None:
        chance = self._rng.random()
        if chance < 0.02:
            self.say("/help")
        elif chance < 0.04:
            self.say("/undo")
        elif chance < 0.09:
            self._change_a_setting()
        elif chance < 0.12 and self._past:
            self.press(*self._rng.choice(self._past))
        elif chance < 0.14:
            self.say(self.begins)
        elif chance < 0.18 and self._sends:
            self.send_document()
        else:
            self._go_on()

    def _change_a_setting(self) -> None:
        setting, values = self._rng.choice(
            (("new", (50, 80, 100)), ("reviews", (10, 20, 50)), ("hour", (7, 9, 18, 21)), ("quiet", ("22-7", "0-6")))
        )
        page = next((seen for seen in reversed(self.chat.messages) if seen.text.startswith("Settings")), None)
        if page is None:
            self.say("/settings")
        elif setting == "hour" and self._rng.random() < 0.5:
            self.press(page, "M:hour")
            self.say(f"{self._rng.randrange(24)}:30")
        else:
            self.press(page, f"S:{setting}:{self._rng.choice(values)}")

    def _go_on(self) -> None:
        """What the lowest message of a sitting offers."""
        seen, offered = self._live()
        if seen is None or not offered:
            self.say(self.begins)
            return
        if any(isinstance(payload, buttons.GiveUp) for payload in offered.values()):
            self._answer(seen, offered)
            return
        again = self._chosen(offered, buttons.Missed)
        if again and self.begins == "/quiz" and self._rng.random() < 0.4:
            self.press(seen, again)
            return
        back, on = self._chosen(offered, buttons.Undo), self._chosen(offered, buttons.Next)
        if back and self._rng.random() < 0.1:
            self._twice(seen, back)
        elif on:
            self._twice(seen, on)
        else:
            self.say(self.begins)

    def _answer(self, seen: Seen, offered: Mapping[str, buttons.Payload]) -> None:
        options = [data for data, payload in offered.items() if isinstance(payload, buttons.Answer)]
        done, hint = self._chosen(offered, buttons.Done), self._chosen(offered, buttons.Hint)
        chance = self._rng.random()
        if not options or chance < 0.25:
            known = next((key for prompt, key in self._keys.items() if prompt in seen.text), "1944")
            self.say(known if self._rng.random() < 0.6 else self._rng.choice(WORDS))
        elif chance < 0.3:
            self._twice(seen, self._chosen(offered, buttons.GiveUp) or options[0])
        elif chance < 0.33 and hint:
            self.press(seen, hint)
        elif done and "☑" in "".join(seen.labels) and chance < 0.7:
            self._twice(seen, done)
        else:
            self._twice(seen, self._rng.choice(options))

    def _twice(self, seen: Seen, data: str) -> None:
        self.press(seen, data)
        if self._rng.random() < 0.08:
            self.press(seen, data)

    def _chosen(self, offered: Mapping[str, buttons.Payload], kind: type[buttons.Payload]) -> str | None:
        return next((data for data, payload in offered.items() if isinstance(payload, kind)), None)

    def _live(self) -> tuple[Seen | None, dict[str, buttons.Payload]]:
        for seen in reversed(self.chat.messages):
            rows = seen.raw.get("reply_markup", {}).get("inline_keyboard", [])
            datas = [button["callback_data"] for row in rows for button in row if "callback_data" in button]
            offered = {data: buttons.unpack(data) for data in datas}
            if any(isinstance(payload, buttons.AtStep) for payload in offered.values()):
                return seen, offered
        return None, {}

    def _look(self) -> str:
        return repr([seen.raw for seen in self.chat.messages[-4:] if seen.from_bot])

    async def _until_different(self, before: str, secs: float) -> None:
        patience = asyncio.get_running_loop().time() + secs  # then they press again
        while self._look() == before and asyncio.get_running_loop().time() < patience:  # noqa: ASYNC110
            await asyncio.sleep(0.03)

    async def _patiently(self, secs: float) -> None:
        await self._until_different(self._look(), secs)
