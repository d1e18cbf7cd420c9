"""How is it wired? Builds the application out of a token, a database, a clock and a way to reach the Bot API."""

import asyncio
from dataclasses import dataclass
from typing import Any, cast

import structlog
from telegram import BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import BadRequest, NetworkError, RetryAfter
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)
from telegram.request import BaseRequest

from bot.actions import class_weekly, daily, links, reminding, rights, round_moves, summarising
from bot.building import Builder, Fetch
from bot.clock import Clock
from bot.context import Context, Desk, LecternApplication
from bot.correcting import Corrector
from bot.delivery.menus import Menus
from bot.delivery.retry import pause_secs
from bot.fitting import Fitting
from bot.handlers import classes as _classes  # noqa: F401 - it marks its presses
from bot.handlers import failures, groups, members, pages, progress, sitting_down, study, uploads
from bot.handlers import teaching as _teaching  # noqa: F401 - it marks its presses
from bot.render.pages import COMMANDS, command_words, group_command_words
from bot.retention import ASIDE_KEPT, SEEN_KEPT
from bot.round_clock import RoundClock
from bot.send import Sender
from bot.texts import all_languages, texts
from bot.views import present
from storage.database import Database

log = structlog.get_logger(__name__)

ALLOWED_UPDATES = ("message", "callback_query", "my_chat_member", "poll_answer", "inline_query")
"""What we ask Telegram for; anything else would be fetched for nothing."""

ENOUGH = 2_000
"""So many views that wait to be sent, a minute of Telegram's rate, and nobody else is reminded for now: who is not
claimed stays due, and whether the moment is a good one is decided when something can be sent.
"""

FETCHES = 7
"""How often a file is asked for while Telegram cannot be reached: for half a minute."""


@dataclass(frozen=True, slots=True)
class Lectern:
    """The bot, ready to be given updates by one of the three doors."""

    application: LecternApplication
    database: Database
    clock: Clock
    sender: Sender
    builder: Builder
    corrector: Corrector
    fitting: Fitting
    rounds: RoundClock
    menus: Menus
    teaching: rights.Teaching = "invited"

    async def start(self) -> None:
        """Reaches the Bot API and delivers what chats are still owed from before."""
        await self.application.initialize()
        async with self.database.begin() as store:
            await store.meta.set(links.BOT, self.application.bot.username)
            await rights.set_teaching(store, self.teaching)
        await self.sender.sweep()
        await self.builder.resume()
        self.corrector.nudge()

    async def tick(self) -> int:
        """One turn of the clock: reminders that are due are claimed and sent; how many there were.

        A claim is one transaction, so that a reminder is owed exactly when its moment is taken.
        """
        claimed = 0
        while True:
            async with self.database.begin() as store:
                now = self.clock.now()
                batch = 0
                if await store.views.count() < ENOUGH:
                    batch += await reminding.sweep(store, now) + await class_weekly.sweep(store, now)
                    batch += await summarising.sweep(store, now)
                moved = await round_moves.sweep(store, now)
                batch += len(moved) + await daily.sweep(store, now)
                await round_moves.prune(store, now)
                await store.updates.prune(now - SEEN_KEPT, aside_older_than=now - ASIDE_KEPT)
            for one in moved:
                self.rounds.follow(one)
            claimed += batch
            if batch < reminding.BATCH:
                break
        if not self.database.is_sqlite:  # what a replica that died was building
            await self.builder.resume()
        self.corrector.nudge()
        self.fitting.nudge()
        await self.sender.sweep()
        await self.menus.sweep()
        return claimed

    async def announce(self) -> None:
        """Tells Telegram the commands, in every language that we have."""
        bot = self.application.bot
        for language in (None, *languages()):
            words = command_words(texts(language or "en"))
            commands = [BotCommand(name, str(words[name])[:256]) for name in COMMANDS]
            await bot.set_my_commands(commands, BotCommandScopeAllPrivateChats(), language_code=language)
            t = texts(language or "en")
            in_groups = [BotCommand(name, str(said)[:256]) for name, said in group_command_words(t).items()]
            await bot.set_my_commands(in_groups, BotCommandScopeAllGroupChats(), language_code=language)
            await bot.set_my_short_description(str(t("Figures and dates, learned from what you read.")), language)
            await bot.set_my_description(
                str(
                    t(
                        "A short reading, a few questions, and each fact comes back just before you would forget it. "
                        "Every answer is shown with the sentence it comes from."
                    )
                ),
                language,
            )

    async def close(self) -> None:
        """Finishes what is being sent and lets go of the network; the database is the caller's."""
        await self.builder.close()
        await self.corrector.close()
        await self.fitting.close()
        await self.rounds.close()
        await self.sender.close()
        await self.application.shutdown()


def languages() -> list[str]:
    """The languages with a catalogue besides English."""
    return all_languages()[1:]


def build(
    token: str,
    database: Database,
    clock: Clock,
    request: BaseRequest,
    *,
    base_url: str = "https://api.telegram.org/bot",
    base_file_url: str = "https://api.telegram.org/file/bot",
    get_updates_request: BaseRequest | None = None,
    teaching: rights.Teaching = "invited",
    **sending: Any,
) -> Lectern:
    """The bot with its handlers. `sending` goes to the `Sender` (its pace)."""
    builder = (
        ApplicationBuilder()
        .token(token)
        .base_url(base_url)
        .base_file_url(base_file_url)
        .request(request)
        .get_updates_request(get_updates_request or request)
        .updater(None)
        .job_queue(None)
        .context_types(ContextTypes(context=Context))
    )
    application = cast(LecternApplication, builder.build())
    sender = Sender(application.bot, database, clock, present, **sending)
    builder_of_packs = Builder(database, clock, sender, _fetcher(application))
    corrector = Corrector(database, clock, sender)
    round_clock = RoundClock(database, clock, sender)
    application.bot_data["desk"] = Desk(database, clock, sender, builder_of_packs, corrector, round_clock)
    _register(application)
    fitting = Fitting(database, clock)
    menus = Menus(application.bot, database)
    return Lectern(
        application, database, clock, sender, builder_of_packs, corrector, fitting, round_clock, menus, teaching
    )


def _fetcher(application: LecternApplication) -> Fetch:
    async def once(file_id: str) -> bytes:
        file = await application.bot.get_file(file_id)
        return bytes(await file.download_as_bytearray())

    async def fetch(file_id: str) -> bytes:
        """The file; a failure that may pass is waited for."""
        for times in range(1, FETCHES):
            try:
                return await once(file_id)
            except (NetworkError, RetryAfter) as error:
                if isinstance(error, BadRequest):  # the file is gone, or too large for a bot
                    raise
                log.warning("a file could not be fetched; trying again", exc_info=error)
                await asyncio.sleep(pause_secs(times))
        return await once(file_id)

    return fetch


def _register(application: LecternApplication) -> None:
    """Which update goes to which handler; the first that fits."""
    private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
    for name, handler in (
        ("start", pages.start),
        ("learn", study.learn),
        ("quiz", study.quiz),
        ("review", study.review),
        ("five", sitting_down.five),
        ("read", sitting_down.read),
        ("progress", progress.show),
        ("verify", progress.verify),
        ("undo", study.undo),
        (("cancel", "stop"), study.cancel),
    ):
        application.add_handler(CommandHandler(name, handler, private))
    standing = ("help", "packs", "settings", "privacy", "mydata", "forget", "classes", "teach", "teachers")
    application.add_handler(CommandHandler(standing, pages.page, private))
    application.add_handler(CommandHandler("daily", pages.only_in_groups, private))
    application.add_handler(MessageHandler(private & filters.COMMAND, pages.unknown_command))
    application.add_handler(MessageHandler(private & filters.TEXT, study.typed))
    application.add_handler(MessageHandler(private & filters.Document.ALL, uploads.document))
    application.add_handler(MessageHandler(private & filters.POLL, uploads.poll))
    application.add_handler(MessageHandler(private & ~filters.StatusUpdate.ALL, pages.unknown_kind))
    groups.register(application)
    application.add_handler(CallbackQueryHandler(pages.pressed))
    application.add_handler(ChatMemberHandler(members.member, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_error_handler(failures.failed)
