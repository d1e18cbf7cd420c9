"""Which press is about progress, a certificate or a class's board?"""

from telegram import Update

from bot import progress_buttons as buttons
from bot.actions import boarding, certifying, expecting, sitting
from bot.context import Context, Work
from bot.handlers.presses import pressed
from bot.render.progress_tabs import tab_words
from bot.texts import Texts, texts
from lessons.errors import NotAllowed

PAGES: dict[str, tuple[str, dict[str, object]]] = {
    "overview": ("progress", {}),
    "calendar": ("progress_calendar", {}),
    "year": ("progress_calendar", {"year": True}),
    "strength": ("progress_strength", {}),
    "weak": ("progress_weak", {}),
    "ahead": ("progress_ahead", {}),
}


async def show(update: Update, context: Context) -> None:
    """/progress, or one of its pages by name: /progress calendar."""
    said = " ".join(context.args or ()).casefold()

    async def act(work: Work) -> None:
        kind, args = PAGES[named(said, texts(work.learner.preferences.language))]
        await expecting.expect(work.store, work.learner, None)
        await sitting.page(work.store, work.learner, kind, None, **args)

    await context.work(update, act)


def named(said: str, t: Texts) -> str:
    """The page that is called so, in English or as its button says; the overview for anything else."""
    labels = {str(label).casefold(): page for page, label in tab_words(t)}
    return labels.get(said, said if said in PAGES else "overview")


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
