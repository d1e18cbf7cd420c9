"""Which update asks for a page, or changes a setting?"""

from telegram import Update

from bot import buttons
from bot.actions import browsing, expecting, own_data, preferring, sitting, teaching
from bot.actions import dating as _dating  # noqa: F401 - it marks what reads the days typed
from bot.actions import going as _going  # noqa: F401 - it marks what its links open
from bot.context import Arrival, Context, Desk, Work, arrival_of
from bot.context import work as do
from bot.handlers import study
from bot.handlers.presses import AFTER, PRESSES
from bot.texts import texts
from lessons.errors import NotAllowed

PAGES = frozenset(
    {"help", "packs", "progress", "settings", "zone", "hour", "new", "reviews", "quiet", "pause", "privacy", "forget"}
    | {"exam", "holiday", "minutes", "off", "pictures", "language"}
    | {"mydata", "teach", "teachers", "write", "classes"}
)
"""Pages that a command or a button may ask for by name."""


async def start(update: Update, context: Context) -> None:
    """/start: the first screen, or what the deep link names."""
    payload = context.args[0] if context.args else ""

    async def act(work: Work) -> None:
        await expecting.expect(work.store, work.learner, None)
        await browsing.start(work.store, work.learner, payload, work.now, known=await _known(work))

    await context.work(update, act)


async def _known(work: Work) -> bool:
    """Whether they have learned or taught here: who only said hello before is greeted as new."""
    if work.first:
        return False
    begun = await work.store.enrollments.of(work.learner.id)
    return bool(begun) or await work.store.roles.is_teacher(work.learner.id)


async def page(update: Update, context: Context) -> None:
    """/help, /packs, /progress, /settings, /privacy, /mydata, /forget, /classes, /teach, /teachers."""
    message = update.effective_message
    name = (message.text or "").split()[0].lstrip("/").partition("@")[0].lower() if message else "help"

    async def act(work: Work) -> None:
        await browsing.open_page(work.store, work.learner, name, None)

    await context.work(update, act)


async def pressed(update: Update, context: Context) -> None:
    """Any button of ours; anything else is politely refused. Every press is acknowledged."""
    query = update.callback_query
    assert query is not None

    if update.effective_chat is None or update.effective_chat.type != "private":
        context.desk.sender.acknowledge(query.id)  # no message of ours in a group has such a button
        return
    await press(context.desk, arrival_of(update), query.id, query.data or "")


async def press(desk: Desk, arrival: Arrival, query_id: str, data: str) -> None:
    """A press in a private chat, whichever way it came."""
    try:
        payload = buttons.unpack(data)
    except buttons.UnknownButton:
        payload = None

    async def act(work: Work) -> str | None:
        if payload is None:
            await sitting.say(work.store, work.learner, "old_button")
            return None
        return await _pressed(work, payload)

    toast = await do(desk, arrival, act)
    desk.sender.acknowledge(query_id, toast)
    if payload is not None and type(payload) in AFTER:
        AFTER[type(payload)](desk)


async def _pressed(work: Work, payload: buttons.Payload) -> str | None:
    match payload:
        case buttons.AtStep():
            return await study.step(work, payload)
        case buttons.Menu("kept"):
            await sitting.page(work.store, work.learner, "said_in_place", work.message_id, code="kept")
        case buttons.Menu("mydata" | "forget" | "pause" | "progress" as name):
            await browsing.open_page(work.store, work.learner, name, None)
        case buttons.Menu(name) if name in PAGES:
            await browsing.open_page(work.store, work.learner, name, work.message_id)
        case buttons.OpenPack(pack):
            chosen = await browsing.chosen_pack(work.store, work.learner, pack)
            await sitting.page(work.store, work.learner, "pack", work.message_id, pack=chosen)
        case buttons.Remove(pack):
            await teaching.remove(work.store, work.learner, pack, work.now)
            await sitting.page(work.store, work.learner, "said_in_place", work.message_id, code="removed")
        case buttons.Set(setting, value):
            await preferring.change(work.store, work.learner, setting, value, work.now, work.message_id)
            t = texts(work.learner.preferences.language)
            return str(t("Kept."))
        case buttons.Forget(1):
            await own_data.forget(work.store, work.learner, work.now)
        case buttons.Learn() | buttons.Quiz() | buttons.Review():
            return await study.browse(work, payload)
        case _:
            return await _elsewhere(work, payload)
    return None


async def _elsewhere(work: Work, payload: buttons.Payload) -> str | None:
    """A press that another room's handler has marked as its own."""
    pressing = PRESSES.get(type(payload))
    if pressing is None:
        raise NotAllowed("button")
    return await pressing(work, payload)


async def unknown_command(update: Update, context: Context) -> None:
    """A command that is none of ours."""

    async def act(work: Work) -> None:
        await sitting.say(work.store, work.learner, "unknown_command")

    await context.work(update, act)


async def only_in_groups(update: Update, context: Context) -> None:
    """/daily, where nobody but one person would read the question."""

    async def act(work: Work) -> None:
        await sitting.say(work.store, work.learner, "only_in_groups")

    await context.work(update, act)


async def unknown_kind(update: Update, context: Context) -> None:
    """A sticker, a photo, a voice note."""

    async def act(work: Work) -> None:
        await sitting.say(work.store, work.learner, "unknown_kind")

    await context.work(update, act)


async def in_group(update: Update, context: Context) -> None:
    """A command in a group, for now: the bot speaks in private chats only, and says so where it was asked."""
    message, user = update.effective_message, update.effective_user
    if message is None or user is None:
        return
    args: dict[str, object] = {
        "code": "private_only",
        "data": {},
        "thread": message.message_thread_id if message.is_topic_message else None,
        "language": user.language_code,
    }
    async with context.desk.database.begin() as store:
        await store.views.owe(message.chat_id, "say", args, place="new", key="private_only")
    context.desk.sender.nudge(message.chat_id)
