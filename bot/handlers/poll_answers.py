"""Which update is a vote in a quiz poll of ours? It names the poll and the person, but no chat: the database knows."""

import asyncio

from telegram import Update

from bot.actions import rounds, studying
from bot.context import Context
from bot.handlers.group_work import guest_of, work
from lessons.session import Phase
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
        await _in_private(update, context, found, option)
        return
    round_id, position, group_id = found

    async def act(store: Store) -> None:
        await rounds.answer(store, round_id, position, option, guest, context.desk.clock.now())
        context.desk.rounds.follow(await store.rounds.get(round_id))

    await work(context, update, group_id, guest.language, act)


async def _in_private(update: Update, context: Context, poll: SittingPoll, option: int) -> None:
    """The vote answers the sitting's question; the poll has told right or wrong, so the next step comes at once."""

    async def act(store: Store) -> None:
        now = context.desk.clock.now()
        learner = await store.learners.by_chat(poll.chat_id)
        if learner is None:
            return
        await store.learners.touch(learner.id, now)
        at = await studying.table(store, learner, poll.session_id, now)
        key = f"p{poll.poll_id}"
        await studying.press(at, poll.position, option, key)
        after = await studying.table(store, learner, poll.session_id, now)
        if after.session.phase is Phase.ANSWERED and after.session.response_key == key:
            await studying.go_on(after, poll.position)

    await work(context, update, poll.chat_id, "en", act)


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
