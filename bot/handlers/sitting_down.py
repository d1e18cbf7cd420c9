"""Which update means sitting down by the clock, or reading alone?"""

from telegram import Update

from bot import sitting_buttons as buttons
from bot.actions import browsing, minutes, reading, sitting, spreading
from bot.context import Context, Work
from bot.handlers.presses import pressed
from lessons.errors import NotAllowed


async def five(update: Update, context: Context) -> None:
    """/five: what fits into five minutes, or into as many as stand behind the command."""
    words = " ".join(context.args or [])

    async def act(work: Work) -> None:
        wanted = minutes.read_minutes(words) if words else minutes.CHOICES[0]
        if wanted is None:
            await sitting.say(work.store, work.learner, "no_such_minutes", most=minutes.MOST_MINUTES)
            return
        await minutes.show(work.store, work.learner, wanted, None)

    await context.work(update, act)


async def read(update: Update, context: Context) -> None:
    """/read: the rest of the readings of the pack at hand."""

    async def act(work: Work) -> None:
        await _read(work, 0)

    await context.work(update, act)


@pressed(buttons.Minutes)
async def _minutes(work: Work, payload: buttons.Minutes) -> None:
    if not 0 < payload.minutes <= minutes.MOST_MINUTES:
        raise NotAllowed("button")
    if payload.begin:
        await minutes.begin(work.store, work.learner, payload.minutes, work.now)
    else:
        await minutes.show(work.store, work.learner, payload.minutes, work.message_id)


@pressed(buttons.SpreadOut)
async def _spread(work: Work, payload: buttons.SpreadOut) -> None:
    if not 1 <= payload.days <= 60:
        raise NotAllowed("button")
    await spreading.spread(work.store, work.learner, work.now, payload.days)


@pressed(buttons.ReadOn)
async def _read_on(work: Work, payload: buttons.ReadOn) -> None:
    await _read(work, payload.pack)


async def _read(work: Work, pack: int) -> None:
    chosen = await browsing.chosen_pack(work.store, work.learner, pack)
    if chosen is None:
        await sitting.page(work.store, work.learner, "packs")
        return
    await reading.read_on(work.store, work.learner, chosen, work.now)
