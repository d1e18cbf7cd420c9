"""A certificate, from the database to what `bot.render.certificate` says and `bot.pictures.certificate` draws."""

from dataclasses import replace

from bot import pictures
from bot.actions import links
from bot.actions.knowing import knowing
from bot.render import certificate as pages
from bot.render.progress_tabs import drawn_for
from bot.render.reply import Reply
from bot.send import Presented
from bot.views.drawn import WORDS_ONLY
from bot.views.showing import Showing, presents
from lessons.certificate import clean_name
from lessons.days import study_day
from storage.certificates import Certificate

NOTHING = Presented(())


@presents("certificate_name")
async def _name(showing: Showing) -> Presented:
    pack = showing.args["pack"]
    title = (await showing.store.packs.get(pack)).pack.title
    return Presented((pages.ask_name(pack, title, clean_name(showing.learner.name), showing.t),))


@presents("certificate_not_yet")
async def _not_yet(showing: Showing) -> Presented:
    seen = await knowing(showing.store, showing.learner, showing.args["pack"], showing.now)
    kept = showing.learner.preferences
    first = await showing.store.progress.first_answer(showing.learner.id, seen.stored.id)
    days = None
    if first is not None:
        began, today = (study_day(at, kept.zone, kept.rollover_hour) for at in (first, showing.now))
        days = (today - began).days
    return Presented((pages.not_yet(seen, days, showing.t),))


@presents("certificate")
async def _certificate(showing: Showing) -> Presented:
    """The picture with its words, and the same as a file that keeps its sharpness in print."""
    given = await showing.store.certificates.by_code(showing.args["code"])
    if given is None or given.learner_id != showing.learner.id:
        return NOTHING
    t, kept = showing.t, showing.learner.preferences
    day = study_day(given.at, kept.zone, kept.rollover_hour)
    reply = pages.certificate(given, day, t)
    if kept.pictures == WORDS_ONLY:
        return Presented((reply,))
    address = await links.address(showing.store, links.payload("verify", given.code))
    data = pages.picture_data(given, day, address, t) | drawn_for(kept, t)

    async def finish() -> tuple[Reply, ...]:
        png = await pictures.draw("certificate", data)
        if png is None:
            return reply, Reply(pages.no_picture(t))
        return replace(reply, photo=png), Reply(pages.for_print(t), document=(file_name(given), png))

    return Presented((reply,), finish=finish)


def file_name(given: Certificate) -> str:
    """The name of the file that goes with it."""
    return f"certificate-{given.code.lower()}.png"


@presents("certificate_is_genuine")
async def _genuine(showing: Showing) -> Presented:
    given = await showing.store.certificates.by_code(showing.args["code"])
    if given is None:
        return NOTHING
    return Presented((pages.genuine(given, given.at.date(), showing.t),))
