"""Which press is about progress, a certificate or a class's board?"""

from telegram import Update

from bot import progress_buttons as buttons
from bot.actions import boarding, certifying, sitting
from bot.context import Context, Work
from bot.handlers.presses import pressed
from lessons.errors import NotAllowed

PAGES = {
    "overview": ("progress", {}),
    "calendar": ("progress_calendar", {}),
    "year": ("progress_calendar", {"year": True}),
    "strength": ("progress_strength", {}),
    "weak": ("progress_weak", {}),
    "ahead": ("progress_ahead", {}),
}


@pressed(buttons.Look)
async def _look(work: Work, payload: buttons.Look) -> None:
    if payload.page not in PAGES:
        raise NotAllowed("button")
    kind, args = PAGES[payload.page]
    await sitting.page(work.store, work.learner, kind, work.message_id, pack=payload.pack, **args)


@pressed(buttons.Facts)
async def _facts(work: Work, payload: buttons.Facts) -> None:
    await sitting.page(
        work.store, work.learner, "progress_facts", work.message_id, pack=payload.pack, start=payload.start
    )


@pressed(buttons.MyCertificate)
async def _certificate(work: Work, payload: buttons.MyCertificate) -> None:
    if payload.named:
        await certifying.certify(work.store, work.learner, payload.pack, work.learner.name, work.now)
    else:
        await certifying.ask_name(work.store, work.learner, payload.pack, work.now)


@pressed(buttons.OpenBoard, buttons.StandAs)
async def _board(work: Work, payload: buttons.OpenBoard | buttons.StandAs) -> None:
    if isinstance(payload, buttons.StandAs):
        await boarding.stand(work.store, work.learner, payload.group, payload.how)
    await boarding.look(work.store, work.learner, payload.group, work.message_id)


async def verify(update: Update, context: Context) -> None:
    """/verify CODE: whether a certificate is genuine."""

    async def act(work: Work) -> None:
        await certifying.confirm(work.store, work.learner, " ".join(context.args or ()))

    await context.work(update, act)
