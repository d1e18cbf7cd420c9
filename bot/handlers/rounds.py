"""Which update in a group belongs to a round? /quiz, /stop, and the presses under a round's messages."""

from telegram import Update

from bot import buttons
from bot import group_buttons as press
from bot.actions import round_learning as _round_learning  # noqa: F401 - it marks what its links open
from bot.actions import round_moves, rounds
from bot.actions.rounds import Guest
from bot.context import Context
from bot.handlers.daily import answered as daily_answer
from bot.handlers.group_work import guest_of, is_admin, language_of, say, thread_of, work
from bot.render import round_toasts as toasts
from bot.texts import texts
from lessons.round import QUESTIONS, Round, RoundKind, Stage
from lessons.round_scores import points_of
from storage.store import Store


async def quiz(update: Update, context: Context) -> None:
    """/quiz, /quiz 5: calls a round in this group or topic."""
    message, guest = update.effective_message, guest_of(update.effective_user)
    if message is None:
        return
    said = context.args[0] if context.args else ""
    size = int(said) if said.isascii() and said.isdigit() and len(said) <= 3 else QUESTIONS

    async def act(store: Store) -> None:
        now = context.desk.clock.now()
        if await rounds.call(store, guest, message.chat_id, thread_of(message), size, now) is None:
            await say(store, message.chat_id, thread_of(message), guest, "no_packs")

    await work(context, update, message.chat_id, guest.language, act)


async def stop(update: Update, context: Context) -> None:
    """/stop: ends the round of this topic, for its starter and the administrators."""
    message, guest = update.effective_message, guest_of(update.effective_user)
    if message is None:
        return
    admin = await is_admin(context.bot, message.chat_id, update.effective_user, message)

    async def act(store: Store) -> None:
        found = await store.rounds.open_in(message.chat_id, thread_of(message))
        if found is None:
            await say(store, message.chat_id, thread_of(message), guest, "no_round")
        elif admin or await _started(store, found, guest):
            await round_moves.stop(store, found.id, context.desk.clock.now())
        else:
            await say(store, message.chat_id, thread_of(message), guest, "not_your_round")

    await work(context, update, message.chat_id, guest.language, act)


async def pressed(update: Update, context: Context, payload: press.InRound) -> None:
    """A press under a round's message; the answer is told to the one who pressed alone."""
    query = update.callback_query
    assert query is not None
    chat = update.effective_chat
    if chat is None:
        context.desk.sender.acknowledge(query.id)
        return
    guest = guest_of(query.from_user)
    steers = True
    if isinstance(payload, press.STEERING):
        async with context.desk.database.read() as store:
            steers = guest.chat_id is not None and await rounds.starts(store, payload.round, guest.chat_id)
        steers = steers or await is_admin(context.bot, chat.id, query.from_user)
    private = Private(guest, chat.id, steers)

    async def act(store: Store) -> str | None:
        return await _act(store, payload, private, context)

    said = await work(context, update, chat.id, guest.language, act)
    stays = private.stays or isinstance(payload, press.RoundMine | press.RoundJoin)
    context.desk.sender.acknowledge(query.id, said, alert=stays)


class Private:
    """Who pressed, in which chat, and whether they may steer the round. `stays`: what they are told is to be read."""

    __slots__ = ("chat_id", "guest", "stays", "steers")

    def __init__(self, guest: Guest, chat_id: int, steers: bool) -> None:
        self.guest = guest
        self.chat_id = chat_id
        self.steers = steers
        self.stays = False


async def _act(store: Store, payload: press.InRound, who: Private, context: Context) -> str | None:
    found = await store.rounds.get(payload.round)
    t = texts(await language_of(store, who.guest))
    if found.group_id != who.chat_id:  # a button of another group
        return toasts.closed(t)
    if not who.steers:
        return toasts.only_starter(t)
    if not found.is_open and not isinstance(payload, press.RoundMine):
        return toasts.over(t)
    now = context.desk.clock.now()
    match payload:
        case press.RoundJoin(number, named):
            me = await rounds.join(store, number, who.guest, now, named=bool(named))
            context.desk.rounds.count(found)
            return toasts.joined(me, t, named=bool(named)) if me else toasts.nobody(t)
        case press.RoundAnswer(number, position, option):
            who.stays = found.kind is RoundKind.DAILY
            return await _answer(store, found, press.RoundAnswer(number, position, option), who.guest, context)
        case press.RoundMine(number, position):
            return await _mine(store, found, position, who.guest)
        case _:
            return await _steer(store, payload, who.guest, context)


async def _answer(store: Store, found: Round, given: press.RoundAnswer, guest: Guest, context: Context) -> str:
    t = texts(await language_of(store, guest))
    if guest.chat_id is None:
        return toasts.nobody(t)
    if found.kind is RoundKind.DAILY:
        return await daily_answer(store, found, given, guest, context)
    outcome = await rounds.answer(store, given.round, given.position, given.option, guest, context.desk.clock.now())
    if outcome.option is None:
        return toasts.void(t) if outcome.void else toasts.closed(t)
    item = (await store.packs.item(found.items[given.position])).item
    option = toasts.option(item, outcome.option, t)
    if not outcome.taken:
        return toasts.first_counts(option, t)
    context.desk.rounds.count(found)
    context.desk.rounds.follow(await store.rounds.get(found.id))
    return toasts.taken(option, t)


async def _mine(store: Store, found: Round, position: int, guest: Guest) -> str:
    """Right or wrong, told to the one who asks: only once the question is closed."""
    t = texts(await language_of(store, guest))
    if guest.chat_id is None or (found.stage is Stage.ASKING and found.position == position):
        return toasts.closed(t)
    given = await rounds.given_by(store, found.id, position, guest.chat_id)
    if given is None:
        asked = await store.rounds.asked(found.id, position)
        return toasts.void(t) if asked and asked.void else toasts.not_answered(t)
    closed = [one for one in await store.rounds.answers(found.id) if one.position < found.closed]
    return toasts.mine(given.right, points_of(closed, guest.chat_id), found.closed, t)


async def _steer(store: Store, payload: press.InRound, guest: Guest, context: Context) -> str | None:
    now, number = context.desk.clock.now(), payload.round
    match payload:
        case press.RoundBegin():
            if not await rounds.begin(store, number, now):
                return toasts.nothing_to_ask(texts(await language_of(store, guest)))
        case press.RoundSet(_, what, value):
            await rounds.set_up(store, number, what, value, now)
        case press.RoundPacks(_, wanted):
            await rounds.show_packs(store, number, guest if wanted else None)
        case press.RoundPack(_, pack):
            await rounds.choose_pack(store, number, pack, guest, now)
        case press.RoundShow(_, position):
            await round_moves.close(store, number, position, now)
        case press.RoundNext(_, position):
            await round_moves.go_on(store, number, position, now)
        case press.RoundStop():
            await round_moves.stop(store, number, now)
    context.desk.rounds.follow(await store.rounds.get(number))
    return None


async def _started(store: Store, found: Round, guest: Guest) -> bool:
    return guest.chat_id is not None and await rounds.starts(store, found.id, guest.chat_id)


def payload_of(data: object) -> press.InRound | press.SharedAnswer | None:
    """The payload of a press that belongs to a group or a shared question; None for any other."""
    try:
        found = buttons.unpack(data if isinstance(data, str) else "")
    except buttons.UnknownButton:
        return None
    return found if isinstance(found, press.InRound | press.SharedAnswer) else None
