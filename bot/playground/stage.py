"""How does the whole bot run in one process, without Telegram? The world, the bot and a poller between them."""

import asyncio
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from bot.actions import appointing, rights, shelving
from bot.app import ALLOWED_UPDATES, Lectern, build
from bot.clock import MovableClock
from bot.delivery.pace import Pace
from bot.delivery.polling import Poller
from bot.handlers.quick import Quick
from bot.playground.chat import Conversation
from bot.playground.people import TEACHER
from bot.playground.request import PlaygroundRequest
from bot.playground.world import World
from storage.database import Database

GLANCE_SECS = 0.005


class Stage:
    """A bot and the people it talks with. `async with Stage(...)` starts it; leaving it loses nothing.

    The same stage serves the playground's page, the tour in the terminal and the tests: the bot on it is the bot.
    """

    def __init__(
        self,
        database_url: str,
        clock: MovableClock,
        world: World | None = None,
        *,
        teaching: rights.Teaching = "invited",
    ) -> None:
        self.clock = clock
        self.teaching = teaching
        self.world = world or World(clock)
        self.world.quiet = self.quiet
        self.database = Database(database_url)
        self.lectern: Lectern | None = None
        self._stop = asyncio.Event()
        self._polling: asyncio.Task[None] | None = None

    @classmethod
    def in_folder(cls, folder: Path, clock: MovableClock, world: World | None = None) -> Self:
        """A stage whose database is in that folder, which is made where it is not."""
        folder.mkdir(parents=True, exist_ok=True)
        return cls(f"sqlite:///{(folder / 'lectern.db').as_posix()}", clock, world)

    async def __aenter__(self) -> Self:
        await self.database.migrate()
        await shelving.install_bundled(self.database, self.clock.now())
        await self.raise_bot()
        return self

    async def raise_bot(self) -> None:
        """Starts the bot on the database as it is: the first time, or after `fell`."""
        lectern = build(
            self.world.token,
            self.database,
            self.clock,
            PlaygroundRequest(self.world),
            pace=Pace(rate=0),
            teaching=self.teaching,
        )
        self.lectern = lectern
        await lectern.start()
        await lectern.announce()
        self._stop = asyncio.Event()
        poller = Poller(
            lectern.application,
            self.database,
            clock=self.clock,
            allowed_updates=ALLOWED_UPDATES,
            first_pause_secs=0.05,
            short_way=Quick(lectern.application),
        )
        self._polling = asyncio.create_task(poller.run(self._stop), name="poller")

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.lower_bot()
        await self.database.close()

    async def lower_bot(self) -> None:
        """Stops the bot as a SIGTERM would."""
        self._stop.set()
        if self._polling is not None:
            await self._polling
        if self.lectern is not None:
            await self.lectern.close()

    async def drop_bot(self) -> None:
        """Ends the bot as a crash would: nothing is finished, nothing is acknowledged."""
        if self._polling is not None:
            self._polling.cancel()
            with suppress(asyncio.CancelledError):
                await self._polling

    def person(self, name: str, language: str = "en") -> Conversation:
        """Somebody's side of their chat with the bot."""
        return self.world.person(name, language=language)

    async def teacher(self, name: str, language: str = "en") -> Conversation:
        """Somebody's side of the chat who may teach here from the first moment."""
        chat = self.person(name, language)
        async with self.database.begin() as store:
            now = self.clock.now()
            learner = await store.learners.get_or_create(chat.chat.id, name, language, now)
            await store.roles.appoint(learner.id, "teacher", now)
        return chat

    async def appoint(self) -> None:
        """Whom the page calls a teacher may teach, and is offered the owner's link while the bot belongs to nobody.

        To be called once the page has its people.
        """
        async with self.database.begin() as store:
            owned = await store.roles.has_owner()
            self.world.owner_link = "" if owned else await appointing.owner_link(store, self.clock.now())
        for person in list(self.world.people.values()):
            if person.note == TEACHER:
                await self.teacher(person.first_name, person.language)
        if self.lectern is not None:
            await self.lectern.menus.sweep()

    async def quiet(self) -> None:
        """Returns once every update is committed and acknowledged, and every view owed has been sent."""
        while self.world.pending_updates and self._polling is not None and not self._polling.done():  # noqa: ASYNC110
            await asyncio.sleep(GLANCE_SECS)
        if self.lectern is not None:
            await self.lectern.builder.idle()
            await self.lectern.corrector.idle()
            await self.lectern.sender.idle()

    async def start_over(self) -> None:
        """Everybody is forgotten and the clock is set right: the first minute of a new installation."""
        async with self.database.begin() as store:
            for chat in list(self.world.chats.values()):
                learner = await store.learners.by_chat(chat.id)
                if learner is not None:
                    await store.learners.forget(learner.id)
        self.clock.offset = timedelta()
        await self.appoint()

    async def next_moment(self) -> datetime | None:
        """When the bot will next speak by itself; None: nobody is to be reminded, no class told of."""
        async with self.database.read() as store:
            learners = [await store.learners.by_chat(chat.id) for chat in self.world.chats.values()]
            weekly = await store.weekly.earliest()
            daily = await store.dailies.earliest()
        moments = [learner.reminding.next_at for learner in learners if learner and learner.reminding.next_at]
        moments += [one for one in (weekly, daily) if one]
        return min(moments, default=None)

    async def tick(self) -> None:
        """One turn of the clock, and quiet after it."""
        assert self.lectern is not None
        await self.lectern.tick()
        await self.quiet()
