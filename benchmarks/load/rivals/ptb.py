"""A bare python-telegram-bot: a press is answered, its message edited; nothing is kept.

Arguments: base address, token, "default", "aiohttp" or "aiohttp side by side".
"""

import sys

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import ApplicationBuilder, CallbackQueryHandler, CommandHandler, ContextTypes


def keyboard(turn: int) -> InlineKeyboardMarkup:
    """Four buttons."""
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(c, callback_data=f"a:{turn}:{i}")] for i, c in enumerate("ABCD")]
    )


async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """The first message."""
    await update.message.reply_text("Question 0", reply_markup=keyboard(0))


async def pressed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """A press: answer it, edit the message."""
    query = update.callback_query
    turn = int(query.data.split(":")[1]) + 1
    await query.answer()
    await query.edit_message_text(f"Question {turn}: you chose {query.data}", reply_markup=keyboard(turn))


def main() -> None:
    """Poll until ended."""
    base, token, kind = sys.argv[1:4]
    builder = ApplicationBuilder().token(token).base_url(f"{base}/bot")
    if kind != "default":
        from on_aiohttp import AiohttpRequest

        builder = builder.request(AiohttpRequest()).get_updates_request(AiohttpRequest(pool_size=2))
    if kind == "aiohttp side by side":
        builder = builder.concurrent_updates(True)
    application = builder.build()
    application.add_handler(CommandHandler("start", start))
    application.add_handler(CallbackQueryHandler(pressed))
    application.run_polling()


if __name__ == "__main__":
    main()
