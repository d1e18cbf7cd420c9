"""What does a view that a chat is owed look like now?"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.render.reply import Reply

if TYPE_CHECKING:
    from storage.store import Store
    from storage.views import OwedView


@dataclass(frozen=True, slots=True)
class Presented:
    """What an owed view looks like now. No replies: nothing is left to say.

    `edit_message_id` is the view's live message: a view with place "edit" is shown in it by its first reply; one with
    place "new" comes below, and the old message loses its buttons. `remember` is awaited, in the transaction that
    settles the view, with the id of the message that is live from now on. `finish` makes the replies where that takes
    time, a picture for instance, outside of any transaction.
    """

    replies: tuple[Reply, ...]
    edit_message_id: int | None = None
    remember: "Callable[[Store, int], Awaitable[None]] | None" = None
    finish: Callable[[], Awaitable[tuple[Reply, ...]]] | None = None


Present = Callable[["Store", "OwedView", datetime], Awaitable[Presented]]
