"""Who finds /teach in the menu? Teachers, each in their own chat and language; everybody else has the usual menu."""

import structlog
from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.render.pages import COMMANDS, command_words
from bot.texts import texts
from storage.database import Database

log = structlog.get_logger(__name__)

AT_ONCE = 20
"""So many menus are set in one sweep: after a start they are all set anew, and learners come first."""


class Menus:
    """Keeps the menus of teachers' chats as the roles in the database have it. Rights are not decided here."""

    def __init__(self, bot: Bot, database: Database) -> None:
        self._bot = bot
        self._database = database
        self._set: dict[int, str] = {}

    async def sweep(self) -> None:
        """Sets the menu of those who have become teachers, and takes it from those who are none any more."""
        async with self._database.read() as store:
            wanted = await store.roles.chats()
        changed = [chat for chat, language in wanted.items() if self._set.get(chat) != language]
        for chat in changed[:AT_ONCE]:
            if not await self._tell(chat, wanted[chat]):
                return
        for chat in set(self._set) - set(wanted):
            if not await self._tell(chat, None):
                return

    async def _tell(self, chat: int, language: str | None) -> bool:
        """One chat's menu; False where Telegram cannot be reached, so that the next sweep tries again."""
        scope = BotCommandScopeChat(chat)
        try:
            if language is None:
                await self._bot.delete_my_commands(scope)
            else:
                await self._bot.set_my_commands(teachers_menu(language), scope)
        except (BadRequest, Forbidden) as refused:  # the chat is gone: there is no menu to be wrong
            log.info("a menu was refused", error=str(refused))
        except TelegramError as error:
            log.warning("a menu cannot be set; at the next tick", error=str(error))
            return False
        if language is None:
            self._set.pop(chat, None)
        else:
            self._set[chat] = language
        return True


def teachers_menu(language: str) -> list[BotCommand]:
    """The usual menu with /teach before /classes."""
    words = command_words(texts(language))
    at = COMMANDS.index("classes")
    return [BotCommand(name, str(words[name])[:256]) for name in (*COMMANDS[:at], "teach", *COMMANDS[at:])]
