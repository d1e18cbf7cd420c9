"""Which update is a vote in a quiz poll of ours? It names the poll and the person, but no chat: the database knows."""

import asyncio

from telegram import Update

from bot.actions import rounds
from bot.context import Context
from bot.handlers.group_work import guest_of, work
from storage.sitting_polls import SittingPoll
from storage.store import Store

LOOKS, BETWEEN_SECS = 8, 0.25
"""A vote may be quicker than the note of the poll: it is looked for so often."""


async def voted(update: Update, context: Context) -> None:
    """The vote is an answer: of a round, or of a sitting in a private chat."""
    vote = update.poll_answer
    if vote is None or vote.user is None or not vote.option_ids:
        return
    found = await _found(context, vote.poll_id)
    if found is None:
        return
    guest, option = guest_of(vote.user), vote.option_ids[0]
    if isinstance(found, SittingPoll):
        return
    round_id, position, group_id = found

    async def act(store: Store) -> None:
        await rounds.answer(store, round_id, position, option, guest, context.desk.clock.now())

    await work(context, update, group_id, guest.language, act)


async def _found(context: Context, poll_id: str) -> SittingPoll | tuple[int, int, int] | None:
    """The sitting's step, or the round with the position of its question and its group."""
    for look in range(LOOKS):
        if look:
            await asyncio.sleep(BETWEEN_SECS)
        async with context.desk.database.read() as store:
            mine = await store.sitting_polls.get(poll_id)
            if mine is not None:
                return mine
            asked = await store.rounds.by_poll(poll_id)
            if asked is not None:
                found = await store.rounds.get(asked[0])
                return found.id, asked[1], found.group_id
    return None
