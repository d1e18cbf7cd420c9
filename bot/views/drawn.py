"""How does a page come with its picture? Drawn after the transaction; in words alone for those who like it so."""

from dataclasses import replace
from typing import Any

from bot import pictures
from bot.render.progress_tabs import drawn_for
from bot.render.reply import Reply
from bot.send import Presented
from bot.views.showing import Showing

WORDS_ONLY = "none"


def drawn(showing: Showing, reply: Reply, kind: str, data: dict[str, Any]) -> Presented:
    """The page with the picture of that kind; where it cannot be drawn the words stand alone."""
    kept = showing.learner.preferences
    if kept.pictures == WORDS_ONLY:
        return Presented((reply,), showing.message_id)
    wanted = data | drawn_for(kept, showing.t)

    async def finish() -> tuple[Reply, ...]:
        return (replace(reply, photo=await pictures.draw(kind, wanted)),)

    return Presented((reply,), showing.message_id, finish=finish)
