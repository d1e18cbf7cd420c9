"""Reported questions: from the database to what is drawn."""

from collections import Counter

from bot.render import flags
from bot.send import Presented
from bot.views.showing import Showing, presents


@presents("flag")
async def _flag(showing: Showing) -> Presented:
    """To whoever looks after the question; nothing is left to say once it has been decided."""
    store, item_id = showing.store, showing.args["item"]
    said = Counter(one.reason for one in await store.reports.open_of(item_id))
    if not said:
        return Presented(())
    item = await store.packs.item(item_id)
    stored = await store.packs.get(item.pack_id)
    own = stored.owner_id is not None
    reply = flags.flag(item_id, item.item, stored.pack, said, rests=item.resting, own=own, t=showing.t)
    return Presented((reply,))


@presents("flag_decided")
async def _flag_decided(showing: Showing) -> Presented:
    item = await showing.store.packs.item(showing.args["item"])
    return Presented((flags.flag_decided(item.item, showing.args["decision"], showing.t),), showing.message_id)


@presents("decided")
async def _decided(showing: Showing) -> Presented:
    item = await showing.store.packs.item(showing.args["item"])
    return Presented((flags.decided(item.item, showing.args["decision"], showing.t),))
