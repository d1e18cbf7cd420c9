"""A bare aiogram 3: a press is answered, its message edited; nothing is kept.

Arguments: base address, token.
"""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

dispatcher = Dispatcher()


def keyboard(turn: int) -> InlineKeyboardMarkup:
    """Four buttons."""
    rows = [[InlineKeyboardButton(text=c, callback_data=f"a:{turn}:{i}")] for i, c in enumerate("ABCD")]
    return InlineKeyboardMarkup(inline_keyboard=rows)


@dispatcher.message(CommandStart())
async def start(message: Message) -> None:
    """The first message."""
    await message.answer("Question 0", reply_markup=keyboard(0))


@dispatcher.callback_query()
async def pressed(query: CallbackQuery) -> None:
    """A press: answer it, edit the message."""
    turn = int(query.data.split(":")[1]) + 1
    await query.answer()
    await query.message.edit_text(f"Question {turn}: you chose {query.data}", reply_markup=keyboard(turn))


async def main() -> None:
    """Poll until ended."""
    base, token = sys.argv[1:3]
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(base)))
    await dispatcher.start_polling(bot, handle_signals=True)


if __name__ == "__main__":
    asyncio.run(main())
