"""Who presses anything and types anything? Three learners, a teacher and their group, at random but seeded."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import text as sql

from bot.buttons import pack
from bot.class_buttons import ClassDo
from bot.playground import actions, group_actions, learner
from bot.playground import request as transport
from bot.playground.chat import Conversation, Seen
from bot.playground.errors import ApiError
from bot.playground.people import Chat
from bot.playground.stage import Stage

DOCUMENTS = Path(__file__).parents[1] / "documents"
BRIDGE = (DOCUMENTS / "build-bridge.md").read_bytes()
COMMANDS = """start learn quiz review five read progress undo cancel help packs settings privacy mydata forget classes
teach teachers verify stop nonsense daily""".split()  # noqa: SIM905 - words to read
WORDS = [
    *"hint next done undo A b true 1944 12 ? yes no Hinweis weiter Lisbon Berlin Friday 08:30 18 sure".split(),  # noqa: SIM905
    *("11 June 1942", "11.3 billion", "1b 2a 3c", "2 1 3", "read again", "1 July to 14 July", "only read", "O'Neil"),
    *("<b>x</b> & <a href='", "ى" * 60, "\u202eRTL\u202c name", "👩\u200d👩\u200d👧" * 30, "x" * 300, "y" * 4096),
    *("0" * 400, "\u200b", "-1", "/five 12", "/five 0", "/five 99999999999999", "/quiz 5", "/progress weak", "/"),
    *(
        "/progress calendar",
        "/start c_",
        "/verify K7QX-3MZP-29AB",
        "/verify <b>",
        "/start xyz",
        "/undo 5",
        "1e400",
        "½",
    ),
]
GROUP_WORDS = [
    *("/quiz", "/quiz 2", "/quiz 3", "/quiz 0", "/quiz <b>", "/stop", "/help", "/daily", "/daily off", "/daily 25:00"),
    *("/daily 09:00 Lisbon", "/daily 09:00", "/start", "/progress", "/forget", "hello"),
]
BY_NATURE = ("message is not modified", "query is too old", "bot was kicked", "bot was blocked", "upgraded to a super")
"""Refusals that nobody can keep from happening."""
TRIED = "there is no text in the message to edit"
"""A picture or a poll stands where words are to be: they then come as a message of their own."""
STANDS = ("n:", "gs:")
"""Going on from where one has gone on already, or choosing what is chosen, changes nothing."""


@dataclass
class Found:
    """What went wrong: each a sentence with the step."""

    log: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def text(self) -> str:
        return "\n".join([*self.log, *self.refused, *self.silent, *self.broken])


@contextmanager
def listening(found: Found) -> Iterator[None]:
    """Notes every refusal of the Bot API and every warning in the log."""
    real = transport.call

    async def call(world: Any, token: str, method: str, params: Any) -> Any:
        try:
            return await real(world, token, method, params)
        except ApiError as error:
            if not any(words in error.description for words in (*BY_NATURE, TRIED)):
                found.refused.append(f"{method}: {error.description}: {str(dict(params.values))[:600]}")
            raise

    transport.call = call
    try:
        with structlog.testing.capture_logs() as entries:
            yield
    finally:
        transport.call = real
    found.log += [repr(entry)[:900] for entry in entries if entry["log_level"] in ("warning", "error", "critical")]


class Monkey:
    """Does one thing after another on a stage; `found` tells what should not have come of it."""

    def __init__(self, stage: Stage, seed: int, found: Found) -> None:
        self.stage, self.found = stage, found
        self.rng = random.Random(seed)
        self.done: list[str] = []
        self.away = False

    async def begin(self) -> None:
        """Everybody says hello; there are a draft, a class with its board, polls, and one who is asked how sure she is.

        Pictures are off, since each takes a second to draw.
        """
        stage = self.stage
        self.grace = await stage.teacher("Grace")
        self.people = [self.grace, stage.person("Ada"), stage.person("Bo", "fa"), stage.person("Cleo", "de")]
        self.group: Chat = stage.world.group("7B", "Ada", "Bo", "Cleo", "Grace")
        self.group.administrators = [self.grace.person.id]
        for person in self.people:
            await person.send("/start")
            await person.press("S:pictures:none")
        await self.people[1].press("S:polls:1")
        await self.people[3].press("S:sure:1")
        await self._class()
        await self.grace.send_document("bridge.md", BRIDGE, mime="text/markdown")

    async def _class(self) -> None:
        for words in ("/classes", "New class", "7B History", "Give a pack", "Lend-Lease", "What was sent"):
            await (self.grace.send(words) if words in ("/classes", "7B History") else self.grace.tap(words))
        await self.grace.press(pack(ClassDo(1, "board")))
        async with self.stage.database.read() as store:
            code = (await store.classes.get(1)).code
        for person in self.people[1:]:
            await person.send(code)
            await person.tap(person.buttons[0])

    async def step(self) -> None:
        """One act of somebody, and what came of it."""
        who = self.rng.choice(self.people)
        acts = (
            (34, self.press),
            (12, self.answer),
            (12, self.say),
            (8, self.command),
            (6, self.press_old),
            (6, self.in_group),
            (12, self.press_in_group),
            (3, self.vote),
            (4, self.wait),
            (1, self.restart),
            (1, self.upload),
            (1, self.befall),
            (1, self.odd),
        )
        act = self.rng.choices([act for _, act in acts], [weight for weight, _ in acts])[0]
        await act(who)

    def note(self, who: Conversation, what: str) -> None:
        self.done.append(f"{len(self.done)} {who.person.first_name}: {what}"[:300])

    async def press(self, who: Conversation) -> None:
        seen = [one for one in who.messages[-6:] if _data(one)]
        if seen:
            await self._press(who, self.rng.choice([*seen, seen[-1], seen[-1]]))

    async def press_old(self, who: Conversation) -> None:
        seen = [one for one in who.messages if _data(one)]
        if seen:
            await self._press(who, self.rng.choice(seen))

    async def _press(self, who: Conversation, seen: Seen) -> None:
        label, data = self.rng.choice(_data(seen))
        self.note(who, f"presses {label!r} {data} under {seen.text[:60]!r}")
        before, toasts = self._look(who), len(who.person.toasts)
        await who.press(data, on=seen)
        if self.stage.world.queries:
            self.found.silent.append(f"{self.done[-1]}: the press was not answered")
            self.stage.world.queries.clear()
        elif data.startswith(STANDS) or not self._there(who):
            return
        elif len(who.person.toasts) == toasts and self._look(who) == before:
            self.found.silent.append(f"{self.done[-1]}: nothing came of it")

    async def answer(self, who: Conversation) -> None:
        asked = await learner.question(self.stage, who)
        if asked:
            await self._say(who, learner.in_words(*asked))

    async def say(self, who: Conversation) -> None:
        words = [*WORDS, *who.buttons] if who.messages else WORDS
        await self._say(who, self.rng.choice(words))

    async def command(self, who: Conversation) -> None:
        await self._say(who, "/" + self.rng.choice(COMMANDS))

    async def _say(self, who: Conversation, text: str) -> None:
        self.note(who, f"says {text[:80]!r}")
        before = self._look(who)
        await who.send(text)
        if self._look(who) == before:
            self.found.silent.append(f"{self.done[-1]}: no answer")

    async def in_group(self, who: Conversation) -> None:
        text = self.rng.choice(GROUP_WORDS)
        self.note(who, f"says in the group {text!r}")
        await who.inside(self.group).send(text)

    async def press_in_group(self, who: Conversation) -> None:
        there = who.inside(self.group)
        seen = [one for one in there.messages[-8:] if _data(one)]
        if seen:
            await self._press(there, self.rng.choice([*seen, seen[-1], seen[-1]]))

    async def vote(self, who: Conversation) -> None:
        polls = [one for one in [*who.messages, *who.inside(self.group).messages] if "poll" in one.raw]
        if polls:
            poll = self.rng.choice([*polls, polls[-1]])
            self.note(who, f"votes in {poll.text[:60]!r}")
            await who.vote(self.rng.randrange(len(poll.raw["poll"]["options"])), on=poll)

    async def wait(self, who: Conversation) -> None:
        span = self.rng.choice((timedelta(minutes=2), timedelta(hours=1), timedelta(hours=7), timedelta(days=3)))
        self.note(who, f"waits {span}")
        self.stage.clock.move(span)
        await self.stage.tick()

    async def restart(self, who: Conversation) -> None:
        self.note(who, "sees the bot restart")
        await (self.stage.lower_bot() if self.rng.random() < 0.5 else self.stage.drop_bot())
        await self.stage.raise_bot()
        await self.stage.quiet()

    async def upload(self, who: Conversation) -> None:
        data = self.rng.choice((BRIDGE, BRIDGE.replace(b"1", b"7", 3), b"\xff\xfe", b"# A\n\nIt was built in 1912.\n"))
        self.note(who, f"sends a document of {len(data)} bytes")
        await who.send_document("bridge.md", data, mime="text/markdown")

    async def befall(self, who: Conversation) -> None:
        if self.away:
            self.note(who, "lets the bot into the group")
            group_actions.let_in(self.stage.world, who.person, self.group)
        elif self.rng.random() < 0.7:
            self.note(who, "puts the bot out of the group")
            group_actions.put_out(self.stage.world, who.person, self.group)
        else:
            self.note(who, "makes the group a supergroup")
            self.group = group_actions.upgrade(self.stage.world, who.person, self.group)
            await self.stage.quiet()
            return
        self.away = not self.away
        await self.stage.quiet()

    async def odd(self, who: Conversation) -> None:
        self.note(who, "does odd things")
        await who.react("👍")
        actions.ask_inline(self.stage.world, who.person, self.rng.choice(("", "airplanes", "<b>", "x" * 256)))
        await self.stage.quiet()
        own = [one for one in who.messages if not one.from_bot]
        if own and "text" in own[-1].raw:
            await who.edit("something else", on=own[-1])
        await who.block()
        await self.stage.tick()
        await who.block(False)

    async def end(self) -> None:
        """What must hold of the database, and nothing set aside, nothing owed."""
        self.stage.clock.move(timedelta(minutes=30))
        for _ in range(3):
            await self.stage.tick()
        async with self.stage.database.read() as store:
            run = store.updates._link.run
            self.found.broken += [f"set aside: {one.error} {one.body[:300]}" for one in await store.updates.aside()]
            self.found.broken += [f"no such row: {tuple(row)}" for row in await run(sql("PRAGMA foreign_key_check"))]
            twice = "SELECT session_id, step FROM attempts WHERE undone_at IS NULL GROUP BY 1, 2 HAVING count(*) > 1"
            self.found.broken += [f"answered twice: {tuple(row)}" for row in await run(sql(twice))]
            owed = await store.views.chats_owed(100, self.stage.clock.now())
            self.found.broken += [f"owed something: {chat}" for chat in owed]

    def _look(self, who: Conversation) -> str:
        own = who.inside(self.stage.world.private_chat(who.person))
        return repr([seen.raw for seen in [*who.messages, *own.messages] if seen.from_bot])

    def _there(self, who: Conversation) -> bool:
        return who.chat.type == "private" or not (self.away or who.chat.moved_to)


def _data(seen: Seen) -> list[tuple[str, str]]:
    rows = seen.raw.get("reply_markup", {}).get("inline_keyboard", [])
    return [(one["text"], one["callback_data"]) for row in rows for one in row if "callback_data" in one]


async def played(stage: Stage, seed: int, steps: int) -> Found:
    """So many steps; what went wrong."""
    found = Found()
    monkey = Monkey(stage, seed, found)
    with listening(found):
        await monkey.begin()
        for _ in range(steps):
            await monkey.step()
        await monkey.end()
    return found
