"""Which update asks for questions to share (@bot words), and which is a press under a shared one?"""

import structlog
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.actions import links, sharing
from bot.context import Context
from bot.group_buttons import SharedAnswer
from bot.handlers.group_work import guest_of, language_of
from bot.render import round_toasts as toasts
from bot.render.cut import shorten
from bot.render.polls import short_source
from bot.render.reply import Rows
from bot.render.sharing import shared_question
from bot.texts import Texts, texts
from lessons.errors import NotFound
from lessons.grade import Band
from lessons.response import Tap
from storage.store import Store

log = structlog.get_logger(__name__)

CACHED_SECS = 20
"""Telegram asks again for the same words only after so long."""


async def asked(update: Update, context: Context) -> None:
    """Up to ten questions as articles; a list that comes too late is asked for anew by the next letter."""
    query = update.inline_query
    if query is None:
        return
    guest = guest_of(query.from_user)
    if guest.chat_id is None:
        return
    async with context.desk.database.read() as store:
        t = texts(await language_of(store, guest))
        found = await sharing.find(store, guest.chat_id, query.query, context.desk.clock.now())
        articles = [await _article(store, one, context.bot.token, t) for one in found]
    try:
        await query.answer(articles, cache_time=CACHED_SECS, is_personal=True)
    except TelegramError as error:
        log.info("a list of questions was not taken", exc_info=error)


async def _article(store: Store, one: sharing.Shared, token: str, t: Texts) -> InlineQueryResultArticle:
    link = await links.address(store, links.payload("pack", str(one.pack_id))) if one.public else ""
    reply = shared_question(one.item_id, one.item, one.pack, sharing.seal_of(token, one.item_id), link, t)
    return InlineQueryResultArticle(
        str(one.item_id),
        shorten(one.item.prompt, 100),
        InputTextMessageContent(
            reply.text, parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
        ),
        reply_markup=_keyboard(reply.rows),
        description=shorten(one.pack.title, 100),
    )


def _keyboard(rows: Rows) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(one.label, url=one.url, callback_data=None if one.url else one.data) for one in row]
            for row in rows
        ]
    )


async def pressed(update: Update, context: Context, payload: SharedAnswer) -> None:
    """Right or wrong, and why, told to the one who pressed alone. Nothing is kept of it."""
    query = update.callback_query
    assert query is not None
    async with context.desk.database.read() as store:
        said = await _told(store, payload, context, update)
    context.desk.sender.acknowledge(query.id, said, alert=True)


async def _told(store: Store, payload: SharedAnswer, context: Context, update: Update) -> str:
    assert update.callback_query is not None
    guest = guest_of(update.callback_query.from_user)
    t = texts(await language_of(store, guest))
    if guest.chat_id is None or not sharing.is_ours(context.bot.token, payload.item, payload.seal):
        return toasts.closed(t)
    try:
        kept, reading, pack, _ = await sharing.shared(store, payload.item)
    except NotFound:
        return toasts.closed(t)
    if kept.retired or kept.resting:
        return toasts.closed(t)
    if await sharing.is_sealed(store, guest.chat_id, payload.item, context.desk.clock.now()):
        return toasts.sealed(t)
    grade = kept.item.grade(Tap((payload.option,)), payload.item)
    if grade.band is Band.UNREADABLE:
        return toasts.closed(t)
    return toasts.told(grade.band is Band.RIGHT, lambda room: short_source(kept.item, reading, pack, t, room), t)
