"""How is a button press answered? Once or twice tried; one that is too old to answer is nothing unusual."""

import structlog
from telegram import Bot
from telegram.error import BadRequest, NetworkError, TelegramError

from bot.delivery.calling import tell

log = structlog.get_logger(__name__)


async def answer_press(bot: Bot, query_id: str, toast: str | None, *, alert: bool) -> str:
    """Stop the button's waiting mark, with a toast if there is one; the outcome as the metrics name it."""
    for _ in range(2):
        try:
            await tell(
                bot,
                "answerCallbackQuery",
                {
                    "callback_query_id": query_id,
                    "text": toast[:200] if toast else None,
                    "show_alert": alert or None,
                },
            )
        except BadRequest:
            return "too_old"
        except NetworkError:
            continue
        except TelegramError as error:
            log.warning("a press was not answered", exc_info=error)
            return "failed"
        return "ok"
    return "failed"
