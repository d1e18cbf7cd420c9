"""Who looks for the learners' own parameters? Once a day, one learner after the other, beside the chats."""

import asyncio
from contextlib import suppress
from dataclasses import asdict
from datetime import timedelta

import structlog

from bot import fit_child
from bot.clock import Clock
from lessons.errors import LearnerNotFound
from lessons.personal import LEAST_REVIEWS, Fit, Fitter, fit, histories
from storage.database import Database
from storage.errors import StorageError

log = structlog.get_logger(__name__)

AGAIN_AFTER = timedelta(days=30)
"""A learner's parameters are looked for at most so often."""
AT_ONCE = 500
"""So many learners are looked through in one go."""
PAUSE_SECS = 0.2
"""Between two goes of the daily look, 10 ms each: a million learners take seven minutes, and nobody notices."""
LOOK_EVERY = timedelta(days=1)


class Fitting:
    """Fits whoever has enough reviews; does nothing where the optional package is not installed."""

    def __init__(self, database: Database, clock: Clock, fitter: Fitter | None = None) -> None:
        self._database = database
        self._clock = clock
        self._fitter = fitter or (fit_child.fitted if fit_child.is_installed() else None)
        self._task: asyncio.Task[int] | None = None
        self._looked = clock.now() - LOOK_EVERY

    @property
    def is_possible(self) -> bool:
        """Whether there is anything to fit with."""
        return self._fitter is not None

    def nudge(self) -> None:
        """Once a day: look for learners with enough reviews, in the background."""
        now = self._clock.now()
        if self._fitter is None or now - self._looked < LOOK_EVERY or (self._task and not self._task.done()):
            return
        self._looked = now
        self._task = asyncio.create_task(self._quietly(), name="fit")

    async def close(self) -> None:
        """Stops; what was not kept is looked for again."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def all(self, pause_secs: float = 0.0) -> list[tuple[int, Fit | None]]:
        """Every learner whose turn it is, and what came of it."""
        found = []
        last: int | None = 0
        while last is not None:  # in parts, for there may be a million, and others come between them
            async with self._database.read() as store:
                before = self._clock.now() - AGAIN_AFTER
                waiting, last = await store.learners.to_fit(before, LEAST_REVIEWS, last, AT_ONCE)
            found += [(learner_id, await self.one(learner_id)) for learner_id in waiting]
            await asyncio.sleep(pause_secs)
        return found

    async def one(self, learner_id: int) -> Fit | None:
        """One learner: read, fitted beside the chats, kept. None where there is too little, or nobody any more."""
        assert self._fitter is not None
        try:
            async with self._database.read() as store:
                learner = await store.learners.get(learner_id)
                attempts = await store.reviews.attempts(learner_id)
            kept = learner.preferences
            found = histories(attempts, kept.zone, kept.rollover_hour)
            result = await asyncio.to_thread(fit, found, self._fitter, learner.parameters)
            parameters, told = (result.parameters, asdict(result)) if result else (learner.parameters, None)
            async with self._database.begin() as store:
                await store.learners.keep_fit(learner_id, parameters, told, self._clock.now())
        except LearnerNotFound:  # forgotten meanwhile
            return None
        return result

    async def _quietly(self) -> int:
        try:
            return len(await self.all(PAUSE_SECS))
        except StorageError as error:
            log.warning("the database cannot be had; parameters are looked for tomorrow", exc_info=error)
            return 0
