"""A python-telegram-bot that writes one row an update through an async SQLModel session.

Arguments: base address, token, database file.
"""

import sys

from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import Field, SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, ApplicationBuilder, CallbackQueryHandler, CommandHandler, ContextTypes


class Press(SQLModel, table=True):
    """A press."""

    id: int | None = Field(default=None, primary_key=True)
    update_id: int = Field(index=True)
    chat_id: int
    data: str


engine = create_async_engine(f"sqlite+aiosqlite:///{sys.argv[3]}")


def keyboard(turn: int) -> InlineKeyboardMarkup:
    """Four buttons."""
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(c, callback_data=f"a:{turn}:{i}")] for i, c in enumerate("ABCD")]
    )


async def prepare(application: Application) -> None:
    """The table."""
    async with engine.begin() as connection:
        await connection.exec_driver_sql("PRAGMA journal_mode=WAL")
        await connection.run_sync(SQLModel.metadata.create_all)


async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """The first message."""
    await update.message.reply_text("Question 0", reply_markup=keyboard(0))


async def pressed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """A press: answer it, edit the message."""
    query = update.callback_query
    turn = int(query.data.split(":")[1]) + 1
    async with AsyncSession(engine) as session:
        session.add(Press(update_id=update.update_id, chat_id=query.from_user.id, data=query.data))
        await session.commit()
    await query.answer()
    await query.edit_message_text(f"Question {turn}: you chose {query.data}", reply_markup=keyboard(turn))


def main() -> None:
    """Poll until ended."""
    base, token = sys.argv[1:3]
    application = ApplicationBuilder().token(token).base_url(f"{base}/bot").post_init(prepare).build()
    application.add_handler(CommandHandler("start", start))
    application.add_handler(CallbackQueryHandler(pressed))
    application.run_polling()


if __name__ == "__main__":
    main()
