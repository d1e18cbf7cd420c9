"""Draws the pictures of progress for the manual: the real bot, and a learner of eleven weeks.

    uv run python scripts/pictures.py [FOLDER]        (default: docs/pictures)

Always the same learner, with days off, and answers that are right as often as memory would have them.
"""

import asyncio
import random
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.buttons import Set, pack
from bot.clock import MovableClock
from bot.playground.chat import Conversation
from bot.playground.stage import Stage
from bot.progress_buttons import Look, MyCertificate
from lessons.attempt import Attempt
from lessons.grade import Verdict
from lessons.rating import Rating
from lessons.schedule import schedule_for, seed_of
from storage.store import Store

START = datetime(2026, 1, 5, 17, 30, tzinfo=UTC)
DAYS = 77
NEW_A_DAY = 2
PAGES = ("overview", "calendar", "strength", "weak", "ahead")


async def main(folder: Path) -> None:
    """Lives eleven weeks, takes the pictures of progress, and lives on until the certificate is earned."""
    with tempfile.TemporaryDirectory() as data:
        async with Stage.in_folder(Path(data), MovableClock(START)) as stage:
            ada = stage.person("Ada")
            await ada.send("/start")
            await ada.press(pack(Set("zone", "Europe/London")))
            await lived(stage, ada, range(DAYS))
            for page in PAGES:
                await taken(ada, page, folder / f"progress-{page}.png")
            await ada.press(pack(Set("pictures", "dark")))
            await taken(ada, "calendar", folder / "progress-calendar-dark.png")
            await lived(stage, ada, range(DAYS, 2 * DAYS))
            await ada.press(pack(MyCertificate(1)))
            await ada.send("Ada Lovelace")
            saved(ada.messages[-2].photo, folder / "certificate.png")


async def taken(ada: Conversation, page: str, path: Path) -> None:
    """The picture of a page."""
    await ada.press(pack(Look(page)))
    saved(ada.last.photo, path)


def saved(png: bytes | None, path: Path) -> None:
    """Writes a picture that was drawn."""
    assert png is not None, "the picture was drawn"
    path.write_bytes(png)
    print(path, len(png))


async def lived(stage: Stage, ada: Conversation, days: range) -> None:
    """Weeks of short sittings; most Sundays are free."""
    chance = random.Random(days.start)  # noqa: S311 - nothing secret hangs on it
    for number in days:
        stage.clock.move(timedelta(days=1))
        if number % 7 == 5 or chance.random() < 0.15:
            continue
        async with stage.database.begin() as store:
            learner = await store.learners.by_chat(ada.chat.id)
            assert learner
            await store.enrollments.enroll(learner.id, 1, START)
            due = [item for item, _ in await store.reviews.due(learner.id, stage.clock.now(), 30)]
            fresh = await store.reviews.unseen(learner.id, [1], NEW_A_DAY)
            for step, item in enumerate([*due, *fresh]):
                await answered(store, learner.id, item, number * 100 + step, stage.clock.now(), chance)


async def answered(store: Store, learner_id: int, item: int, step: int, now: datetime, chance: random.Random) -> None:
    """One answer in the log, right as often as the memory would have it, and what it did to memory."""
    learner = await store.learners.get(learner_id)
    zone, rollover = learner.preferences.zone, learner.preferences.rollover_hour
    schedule, before = schedule_for(learner), await store.reviews.memory(learner_id, item)
    known = schedule.retrievability(before, now=now, zone=zone, rollover_hour=rollover) if before else 0.8
    right = chance.random() < known
    rating = Rating.GOOD if right else Rating.AGAIN
    seed = seed_of(learner_id, item)
    after = schedule.review(before, rating, now=now, zone=zone, rollover_hour=rollover, seed=seed)
    verdict, part = (Verdict.EXACT, 1.0) if right else (Verdict.WRONG, 0.0)
    given = Attempt(
        learner_id=learner_id,
        item_id=item,
        session_id=1,
        step=step,
        said="",
        verdict=verdict,
        fraction=part,
        rating=rating,
        at=now,
        after=after,
        before=before,
    )
    await store.reviews.record(given)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/pictures")
    target.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(target))
