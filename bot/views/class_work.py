"""A teacher's pages about assignments: from the database to what `bot.render.class_work` draws."""

from bot.actions import assigning, links, rights
from bot.actions.class_overview import overview
from bot.render import class_work as pages
from bot.render.pack_figures import pack_figures
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
        payload = f"lesson_{given.pack_id}_{given.lesson}" if given.lesson else f"pack_{given.pack_id}"
        link = await links.address(store, payload) if len(payload) <= links.LONGEST else None
        reply = pages.work_page(work, found, link, t)
    return Presented((reply,), showing.message_id)


@presents("pack_figures")
async def _figures(showing: Showing) -> Presented:
    """How hard the questions of one's own pack are."""
    store = showing.store
    stored = await rights.require_own_pack(store, showing.learner, showing.args["pack"])
    found = await store.statistics.item_statistics(stored.id)
    items = {row: one.item for row, one in (await store.packs.items(stored.items.values())).items()}
    return Presented((pack_figures(stored.pack.title, found, items, showing.t),))


@presents("work_ask_date")
async def _ask_date(showing: Showing) -> Presented:
    return Presented((pages.ask_date(showing.args["work"], showing.t),), showing.message_id)
