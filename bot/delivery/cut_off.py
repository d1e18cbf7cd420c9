"""Did a message reach its chat whose sending was cut off? Looked for where it would be; found, it is not sent again.

Telegram keeps no mark of ours on a message, and cannot be asked for one. But in private chats it numbers a bot's
messages in one sequence, and an edit that changes nothing is told apart from an edit of nothing. So the highest number
known is noted before the sending, and afterwards the same words are "edited" into the few numbers that follow:
"message is not modified" is the one we look for. In that chat no other message of ours can be there, and a person's
cannot be edited.
"""

import asyncio
from dataclasses import dataclass

from telegram import Bot
from telegram.error import BadRequest

from bot.delivery.post import Refusal, put_in_place, refusal
from bot.render.reply import Reply

SENDING = "sending"
"""Noted on a view before it is sent: whoever finds the note does not know whether it arrived."""
WITHIN = 64
"""So many numbers are tried: two seconds of Telegram's rate, of which a sending takes a tenth."""
PAUSE_SECS = 0.03
AT_ONCE = 3


@dataclass(frozen=True, slots=True)
class CutOff:
    """A sending that was begun when `after` was the highest number known; None: none was."""

    after: int | None


def note(after: int | None) -> str:
    """What is noted on a view before it is sent."""
    return SENDING if after is None else f"{SENDING}:{after}"


def read(error: str | None) -> CutOff | None:
    """The note, where there is one."""
    word, _, after = (error or "").partition(":")
    return CutOff(int(after) if after.isdecimal() else None) if word == SENDING else None


class Seeker:
    """Looks for messages; a few at once, so that Telegram is not flooded after a crash."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def find(self, chat_id: int, reply: Reply, cut: CutOff) -> int | None:
        """The message that shows the reply; None: it is not there, or not to be found. Raises TelegramError."""
        if cut.after is None or chat_id < 0 or reply.photo or reply.document or reply.poll:
            return None
        async with self._turns:
            for number in range(cut.after + 1, cut.after + 1 + WITHIN):
                if await self._is_at(chat_id, reply, number):
                    return number
                await asyncio.sleep(PAUSE_SECS)
        return None

    async def _is_at(self, chat_id: int, reply: Reply, number: int) -> bool:
        try:
            await put_in_place(self._bot, chat_id, reply, number)
        except BadRequest as error:
            meaning = refusal(error)
            if meaning is Refusal.SAME:
                return True
            if meaning is not Refusal.NOT_EDITABLE:
                raise
            return False
        return True
