"""A learner's week, from the log to what `bot.render.week` says."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.actions import assigned, planning
from bot.actions.certifying import has_earned
from bot.actions.knowing import Knowing, knowing
from bot.render import class_learner
from bot.render.week import Waiting, Week, week
from bot.send import Presented
from bot.views.progress import YEAR, begun, by_day, streak_of
from bot.views.showing import Showing, presents
from lessons.attempt import Attempt
from lessons.days import start_of_day
from lessons.grade import Verdict
from lessons.strength import LASTING_DAYS, Strength, weakest

MOST_PACKS = 6
RIGHT = (Verdict.EXACT, Verdict.CLOSE)


@presents("week")
async def _week(showing: Showing) -> Presented:
    """The seven days before the one that the week begins with; nothing where it was switched off meanwhile."""
    if not showing.learner.preferences.weekly:
        return Presented(())
    store, learner, kept = showing.store, showing.learner, showing.learner.preferences
    begin = date.fromisoformat(showing.args["begin"])
    first, end = (start_of_day(day, kept.zone, kept.rollover_hour) for day in (begin - timedelta(days=7), begin))
    log = [one for one in await store.reviews.attempts(learner.id, first) if one.at < end]
    packs = [pack for pack, _ in await begun(showing)][:MOST_PACKS]
    known = [await knowing(store, learner, pack, showing.now) for pack in packs]
    counts, today = await by_day(showing, YEAR)
    open_items = {row for one in known for row in one.items}
    told = [one for one in log if one.item_id in open_items]
    seen = Week(
        days=sum(1 for ago in range(1, 8) if counts.get(begin - timedelta(days=ago))),
        answers=len(told),
        right=sum(one.verdict in RIGHT and not one.hinted for one in told),
        fresh=sum(one.before is None for one in told),
        strong=_strong(told, known),
        slipping=_slipping(known),
        streak=streak_of(showing, counts, today),
        earned=[(one.stored.id, one.stored.pack.title) for one in known if await _is_news(showing, one)],
        waiting=await _waiting(showing) if showing.args.get("due") else None,
    )
    return Presented((week(seen, showing.t),))


async def _waiting(showing: Showing) -> Waiting | None:
    """What the day's reminder would have said; None where it was reviewed meanwhile."""
    store, learner, now = showing.store, showing.learner, showing.now
    due = await planning.to_review(store, learner, now)
    if not due:
        return None
    secs = (await planning.pace(store, learner, now)).secs
    word = await assigned.mention(store, learner, now)
    mention = class_learner.mention(word, showing.t) if word else None
    return Waiting(len(due), max(1, round(len(due) * secs / 60)), mention)


async def _is_news(showing: Showing, known: Knowing) -> bool:
    """Whether a certificate of the pack may be had that was not made out yet."""
    store, learner = showing.store, showing.learner
    if await store.certificates.of(learner.id, known.stored.id) is not None:
        return False
    return await has_earned(store, learner, known, showing.now)


def _strong(log: Sequence[Attempt], known: Sequence[Knowing]) -> list[str]:
    """The facts that became strong in these answers, and still are."""
    risen = {
        one.item_id
        for one in log
        if one.before is not None and one.before.stability < LASTING_DAYS <= one.after.stability
    }
    return [
        pack.items[row].prompt
        for pack in known
        for row, held in pack.held.items()
        if row in risen and held.strength is Strength.STRONG
    ]


def _slipping(known: Sequence[Knowing]) -> list[str]:
    """The weak facts of all packs, the most likely forgotten first."""
    facts = {row: pack.items[row].prompt for pack in known for row in pack.held}
    weak = weakest(held for pack in known for held in pack.held.values() if held.strength is Strength.WEAK)
    return [facts[one.item] for one in weak]
