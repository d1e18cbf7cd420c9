"""What fits into so many minutes, reckoned when it is shown."""

from bot.actions import minutes
from bot.render import minutes as page
from bot.send import Presented
from bot.views.showing import Showing, presents


@presents("time")
async def _time(showing: Showing) -> Presented:
    wanted = int(showing.args["minutes"])
    found = await minutes.fitting(showing.store, showing.learner, wanted, showing.now)
    titles = [(await showing.store.packs.reading(reading)).reading.title for reading in found.plan.readings]
    return Presented((page.plan(wanted, found, titles, showing.t),), showing.message_id)
