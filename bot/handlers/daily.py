"""Which update belongs to the question of the day? /daily, and the presses under it."""

from telegram import Update

from bot import group_buttons as press
from bot.actions import daily as days
from bot.actions import rights, rounds
from bot.actions.rounds import Guest
from bot.context import Context
from bot.handlers.group_work import guest_of, is_admin, language_of, say, thread_of, work
from bot.render import round_toasts as toasts
from bot.render.polls import short_source
from bot.texts import texts
from lessons.round import Round
from storage.store import Store


async def daily(update: Update, context: Context) -> None:
    """/daily 09:00, /daily 09:00 Lisbon, /daily off: for administrators of the group and for teachers."""
    message, guest = update.effective_message, guest_of(update.effective_user)
    if message is None:
        return
    admin = await is_admin(context.bot, message.chat_id, update.effective_user, message)
    words = " ".join(context.args or [])[:100]

    async def act(store: Store) -> None:
        here = (store, message.chat_id, thread_of(message), guest)
        if not admin and not await _teaches(store, guest):
            await say(*here, "daily_not_yours")
            return
        now = context.desk.clock.now()
        code, data = await days.change(store, guest, message.chat_id, thread_of(message), words, now)
        await say(*here, code, data)

    await work(context, update, message.chat_id, guest.language, act)


async def answered(store: Store, found: Round, given: press.RoundAnswer, guest: Guest, context: Context) -> str:
    """An answer to the question of the day: right or wrong, and why, is told to the one who pressed at once."""
    t = texts(await language_of(store, guest))
    outcome = await rounds.answer(store, given.round, given.position, given.option, guest, context.desk.clock.now())
    if outcome.option is None or outcome.given is None:
        return toasts.void(t) if outcome.void else toasts.closed(t)
    item = await store.packs.item(found.items[given.position])
    if not outcome.taken:
        return toasts.first_counts(toasts.option(item.item, outcome.option, t), t)
    context.desk.rounds.count(found)
    reading = (await store.packs.reading(item.reading_id)).reading if item.reading_id else None
    pack = (await store.packs.get(item.pack_id)).pack
    return toasts.told(outcome.given.right, lambda room: short_source(item.item, reading, pack, t, room), t)


async def _teaches(store: Store, guest: Guest) -> bool:
    learner = await store.learners.by_chat(guest.chat_id) if guest.chat_id else None
    return learner is not None and await rights.may_teach(store, learner)
