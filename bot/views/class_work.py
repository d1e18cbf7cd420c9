"""A teacher's pages about assignments: from the database to what `bot.render.class_work` draws."""

from bot.actions import assigning, rights
from bot.actions.class_overview import overview
from bot.render import class_work as pages
from bot.render.reply import Reply
from bot.send import Presented
from bot.views.classes import NOTHING, led, seen
from bot.views.showing import Showing, presents


@presents("class_give")
async def _give(showing: Showing) -> Presented:
    group = await led(showing)
    if group is None:
        return NOTHING
    cards = await assigning.givable(showing.store, showing.learner)
    return Presented((pages.give(group, cards, showing.t),), showing.message_id)


@presents("class_give_part")
async def _part(showing: Showing) -> Presented:
    group = await led(showing)
    if group is None:
        return NOTHING
    pack_id = showing.args["pack"]
    pack = (await showing.store.packs.get(pack_id)).pack
    return Presented((pages.part(group.id, pack_id, pack, showing.t),), showing.message_id)


@presents("class_work")
async def _works(showing: Showing) -> Presented:
    found = await seen(showing)
    return Presented((pages.works(found, showing.t),), showing.message_id) if found else NOTHING


@presents("work")
async def _work(showing: Showing) -> Presented:
    """One assignment, or the question whether to take it back, or one learner's more of it."""
    store, t, work_id = showing.store, showing.t, showing.args["work"]
    given = await rights.require_work(store, showing.learner, work_id)
    found = await overview(store, await store.classes.get(given.class_id), showing.now)
    work = next(one for one in found.works if one.assignment.id == work_id)
    number = showing.args.get("number")
    member = next((one for one in found.members if one.number == number), None)
    if member is not None:
        reply: Reply = pages.extra_page(work, member, found, t)
    elif showing.args.get("sure"):
        reply = pages.sure_remove(work, t)
    else:
        reply = pages.work_page(work, found, t)
    return Presented((reply,), showing.message_id)


@presents("work_ask_date")
async def _ask_date(showing: Showing) -> Presented:
    return Presented((pages.ask_date(showing.args["work"], showing.t),), showing.message_id)
