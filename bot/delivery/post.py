"""How does a Reply become a message? One call of the Bot API, and what its refusals mean."""

import html
import re
from dataclasses import replace
from enum import Enum, auto
from typing import Any

import structlog
from telegram import Bot, InputFile
from telegram.constants import MessageLimit
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError, TimedOut

from bot.delivery.calling import ask, tell
from bot.delivery.wire import Unanswered
from bot.render.reply import Button, QuizPoll, Reply, Rows

log = structlog.get_logger(__name__)

_NO_PREVIEW = {"is_disabled": True}

# Telegram's own words, as tdlib/telegram-bot-api writes them; python-telegram-bot gives the first one a capital.
_SAME = ("message is not modified",)
_NOT_EDITABLE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "message identifier is not specified",
    "there is no text in the message",
    "there is no caption in the message",
    "message is not found",
)
_UNREACHABLE = (
    "chat not found",
    "peer_id_invalid",
    "user not found",
    "chat was deactivated",
    "group chat was upgraded",
    "chat_write_forbidden",
    "have no rights to send",
    "not enough rights",
    "need administrator rights",
    "chat_restricted",
    "user_is_blocked",
    "input_user_deactivated",
    "topic_closed",
)


class Refusal(Enum):
    """What a failed call means for the one who sends."""

    SAME = auto()
    """The message already says so."""
    NOT_EDITABLE = auto()
    """There is nothing to edit: send anew."""
    UNREADABLE = auto()
    """Telegram cannot take what we made: our fault, and it would be the same next time."""
    UNREACHABLE = auto()
    """Nothing reaches this chat: blocked, deleted, left."""
    SLOWER = auto()
    """Telegram asks this chat to wait."""
    UNKNOWN_END = auto()
    """It may have arrived or not."""
    LATER = auto()
    """It did not arrive, and may at another time."""


def refusal(error: TelegramError) -> Refusal:
    """What Telegram, or the network on the way there, means."""
    if isinstance(error, RetryAfter):
        return Refusal.SLOWER
    if isinstance(error, Forbidden | ChatMigrated):
        return Refusal.UNREACHABLE
    if isinstance(error, TimedOut | Unanswered):
        return Refusal.UNKNOWN_END
    if not isinstance(error, BadRequest):
        return Refusal.LATER
    said = error.message.lower()
    for words, meaning in (
        (_SAME, Refusal.SAME),
        (_NOT_EDITABLE, Refusal.NOT_EDITABLE),
        (_UNREACHABLE, Refusal.UNREACHABLE),
    ):
        if any(word in said for word in words):
            return meaning
    return Refusal.UNREADABLE


async def put(bot: Bot, chat_id: int, reply: Reply, edit_id: int | None = None) -> int:
    """Show a reply in the message `edit_id`, or in a new one where that is None or cannot be edited.

    Returns the message's id. What Telegram cannot read is sent once more as plain words. Raises TelegramError.
    """
    try:
        return await _put(bot, chat_id, reply, edit_id)
    except BadRequest as error:
        if refusal(error) is not Refusal.UNREADABLE:
            raise
        log.error("Telegram cannot read a reply of ours; sent as plain words", exc_info=error)
        return await _send(bot, chat_id, _plain(reply), parse_mode=None)


class Sent(int):
    """The number of a message just sent; `poll_id` is its poll's."""

    poll_id: str | None = None


async def close_poll(bot: Bot, chat_id: int, message_id: int) -> None:
    """A poll takes no more answers. One that is closed already, or gone, is as good."""
    try:
        await tell(bot, "stopPoll", {"chat_id": chat_id, "message_id": message_id})
    except TelegramError as error:
        log.debug("a poll was not closed", exc_info=error)


async def strip(bot: Bot, chat_id: int, message_id: int) -> None:
    """Take the buttons from a message that is no longer the live one. Not worth a failure."""
    try:
        await tell(bot, "editMessageReplyMarkup", {"chat_id": chat_id, "message_id": message_id})
    except TelegramError as error:
        log.debug("buttons left on an old message", exc_info=error)


async def put_in_place(bot: Bot, chat_id: int, reply: Reply, message_id: int) -> None:
    """Edit the message to the reply's words and buttons. Raises TelegramError, also where it says so already."""
    await tell(
        bot,
        "editMessageText",
        {
            "chat_id": chat_id,
            "message_id": message_id,
            "text": reply.text,
            "parse_mode": "HTML",
            "reply_markup": _keyboard(reply.rows),
            "link_preview_options": _NO_PREVIEW,
        },
    )


async def _put(bot: Bot, chat_id: int, reply: Reply, edit_id: int | None) -> int:
    # A text cannot become a picture or a file in place everywhere, and who asked for one should get it at the end.
    if edit_id is not None and reply.photo is None and reply.document is None and reply.poll is None:
        try:
            await put_in_place(bot, chat_id, reply, edit_id)
        except BadRequest as error:
            meaning = refusal(error)
            if meaning is Refusal.SAME:
                return edit_id
            if meaning is not Refusal.NOT_EDITABLE:
                raise
        else:
            return edit_id
    return await _send(bot, chat_id, reply)


async def _send(bot: Bot, chat_id: int, reply: Reply, parse_mode: str | None = "HTML") -> int:
    markup = _keyboard(reply.rows) or _typing(chat_id, reply.placeholder)
    common: dict[str, Any] = {
        "chat_id": chat_id,
        "parse_mode": parse_mode,
        "reply_markup": markup,
        "disable_notification": reply.silent or None,
        "message_thread_id": reply.thread,
    }
    if reply.poll is not None:
        sent = await ask(bot, "sendPoll", common | {"parse_mode": None} | _poll(reply.poll))
    elif reply.photo is not None:
        files = {"photo": InputFile(reply.photo), "caption": reply.text}
        sent = await bot.do_api_request("send_Photo", api_kwargs=common | files)  # so spelled, see calling.py
    elif reply.document is not None:
        name, data = reply.document
        files = {"document": InputFile(data, name), "caption": reply.text}
        sent = await bot.do_api_request("send_Document", api_kwargs=common | files)
    else:
        words = {"text": reply.text, "link_preview_options": _NO_PREVIEW}
        sent = await ask(bot, "sendMessage", common | words)
    number = Sent(sent["message_id"])
    number.poll_id = sent["poll"]["id"] if reply.poll is not None else None
    return number


def _poll(poll: QuizPoll) -> dict[str, Any]:
    """Not anonymous, for Telegram tells bots of no vote in a poll that is."""
    return {
        "question": poll.question,
        "options": [{"text": option} for option in poll.options],
        "type": "quiz",
        "correct_option_ids": [poll.right],
        "is_anonymous": False,
        "explanation": poll.explanation or None,
    }


def _keyboard(rows: Rows) -> dict[str, Any] | None:
    """Inline buttons as Telegram takes them; None for none."""
    return {"inline_keyboard": [[_button(button) for button in row] for row in rows]} if rows else None


def _button(button: Button) -> dict[str, str]:
    if button.url:
        return {"text": button.label, "url": button.url}
    return {"text": button.label, "callback_data": button.data}


def _typing(chat_id: int, placeholder: str | None) -> dict[str, Any] | None:
    """Only in a group, where a bot sees no other words; a message with a forced reply can never be edited."""
    if placeholder is None or chat_id > 0:
        return None
    return {"force_reply": True, "selective": True, "input_field_placeholder": placeholder[:64]}


def _plain(reply: Reply) -> Reply:
    text = html.unescape(re.sub(r"<[^>]*>", "", reply.text)).strip() or "…"
    longest = MessageLimit.CAPTION_LENGTH if reply.photo or reply.document else MessageLimit.MAX_TEXT_LENGTH
    buttons = tuple(tuple(b for b in row if b.url or 0 < len(b.data.encode()) <= 64) for row in reply.rows)
    # Half of the limit, for Telegram counts some characters twice.
    rows = tuple(row for row in buttons if row)
    return replace(reply, text=text[: longest // 2], rows=rows, poll=None)
