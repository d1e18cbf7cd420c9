"""What happens when a learner types the day of an exam, or the days of a holiday? Kept, and the plan bends to it."""

from dataclasses import replace
from datetime import datetime

from bot.actions import planning, preferring, sitting
from bot.actions.expecting import expected
from bot.actions.typing_dates import read_day, read_days
from lessons.days import local
from lessons.enrollment import Learner
from lessons.session import Phase
from storage.store import Store


@expected("exam")
async def _exam(store: Store, learner: Learner, args: str, text: str, now: datetime) -> bool:
    kept = learner.preferences
    day = read_day(text, kept.language, kept.zone, now)
    if day is None:
        return await _not_a_day(store, learner, "no_such_day", text)
    await preferring.save(store, learner, replace(kept, exam_on=day), now)
    return True


@expected("holiday")
async def _holiday(store: Store, learner: Learner, args: str, text: str, now: datetime) -> bool:
    kept = learner.preferences
    days = read_days(text, kept.language, kept.zone, now)
    if days is None or not planning.is_sensible(*days, local(now, kept.zone).date()):
        return await _not_a_day(store, learner, "no_such_days", text)
    await preferring.save(store, learner, replace(kept, holiday_from=days[0], holiday_to=days[1]), now)
    return True


async def _not_a_day(store: Store, learner: Learner, code: str, text: str) -> bool:
    """Says so; but where a question waits, the words were meant for it."""
    if any(session.phase in (Phase.ASKING, Phase.SURE) for session in await store.sessions.open_of(learner.id)):
        return False
    await sitting.say(store, learner, code, said=text[:60])
    return True
