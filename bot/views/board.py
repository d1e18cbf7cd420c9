"""A class's board, to its learners and those who lead it."""

from bot.actions.boarding import standings
from bot.render.board import board
from bot.render.notices import notice
from bot.render.reply import Reply
from bot.send import Presented
from bot.views.showing import Showing, presents


@presents("class_board")
async def _board(showing: Showing) -> Presented:
    found = await standings(showing.store, showing.learner, showing.args["group"], showing.now)
    if found is None:
        return Presented((Reply(notice("not_found", {}, showing.t)),), showing.message_id)
    return Presented((board(found, showing.t),), showing.message_id)
