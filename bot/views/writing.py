"""A question being written: from the database to what is drawn."""

from bot.render import writing
from bot.send import Presented
from bot.views.showing import Showing, presents
from storage.packs import REMOVED


@presents("write")
async def _write(showing: Showing) -> Presented:
    cards = [one for one in await showing.store.packs.of_author(showing.learner.id) if one.status != REMOVED]
    return Presented((writing.choose(cards, showing.t),), showing.message_id)


@presents("write_step")
async def _write_step(showing: Showing) -> Presented:
    return Presented((writing.step(showing.args["step"], showing.t),), showing.message_id)
