"""What is learnt in private after a round in a group? `round_N` asks what was missed there, else all of it."""

from datetime import datetime

from bot.actions import links, sitting
from lessons.enrollment import Learner
from lessons.errors import RoundNotFound
from lessons.round import Round
from lessons.session import SessionKind, Step
from storage.store import Store


@links.opens("round")
async def _round(store: Store, learner: Learner, rest: str, now: datetime) -> None:
    """A sitting on the questions missed in that round, which come back from then on like all that is learnt."""
    found = await _known(store, rest)
    seen = {card.id for card in await store.packs.visible(learner.id)}
    if found is None or found.pack_id not in seen:
        await links.lost(store, learner)
        return
    items = await store.packs.items(await _missed(store, found, learner.chat_id))
    steps = tuple(Step("question", one) for one in items if not items[one].retired and not items[one].resting)
    if not steps:
        await sitting.page(store, learner, "pack", pack=found.pack_id)
        return
    await store.enrollments.enroll(learner.id, found.pack_id, now)
    await sitting.begin(store, learner, SessionKind.QUIZ, steps, now, found.pack_id)


async def _missed(store: Store, found: Round, chat_id: int) -> list[int]:
    """The questions that this person did not answer rightly; all that were asked, where none was missed."""
    mine = [given for given in await store.rounds.answers(found.id) if given.chat_id == chat_id]
    right = {given.position for given in mine if given.right}
    asked = found.items[: found.position + 1]
    return [item for place, item in enumerate(asked) if place not in right] or list(asked)


async def _known(store: Store, rest: str) -> Round | None:
    if not (rest.isascii() and rest.isdigit() and len(rest) <= 18):
        return None
    try:
        return await store.rounds.get(int(rest))
    except RoundNotFound:
        return None
