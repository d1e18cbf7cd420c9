"""When may the next message go? Within Telegram's limits, live answers before reminders."""

import asyncio
import time
from collections import deque
from collections.abc import Callable

RESERVED_FOR_LIVE = 10
"""Of each second's messages, how many reminders leave free for people who are waiting."""
_KEPT_CHATS = 2000
_FIRST_PAUSE, _LONGEST_PAUSE = 0.02, 1.0


class Window:
    """At most `limit` turns in any `span` seconds."""

    __slots__ = ("_taken", "limit", "span")

    def __init__(self, limit: int, span: float) -> None:
        self.limit = limit
        self.span = span
        self._taken: deque[float] = deque(maxlen=limit)

    def ready_at(self, now: float, *, spare: int = 0) -> float:
        """The moment of the next free turn that leaves `spare` others free; not after `now` where one is free."""
        room = max(1, self.limit - spare)
        return self._taken[-room] + self.span if len(self._taken) >= room else now

    def take(self, now: float) -> None:
        """Use up a turn."""
        self._taken.append(now)

    def since(self, moment: float) -> int:
        """How many turns were taken after that moment."""
        return sum(taken > moment for taken in self._taken)

    def idle(self, now: float) -> bool:
        """No turn counts any more."""
        return not self._taken or self._taken[-1] + self.span <= now


class Pace:
    """Telegram's limits: about 1 message a second in a chat (3 at once will do), 20 a minute in a group, 30 a second
    over all. `rate` is the last of these; 0 switches all limits off except `hold`.

    Only this process's sending is counted: one replica at a time sends reminders, and `hold` mends the rest.
    """

    def __init__(self, *, rate: float = 30, timer: Callable[[], float] = time.monotonic) -> None:
        self._timer = timer
        self._paced = rate > 0
        whole = max(1, round(rate))
        self._overall = Window(whole, whole / rate if self._paced else 0.0)
        self._spare = min(RESERVED_FOR_LIVE, whole // 2)
        self._chats: dict[int, tuple[Window, ...]] = {}
        self._held: dict[int, float] = {}
        self._live_waiting = 0

    async def turn(self, chat_id: int, live: Callable[[], bool] = lambda: True) -> None:
        """Return when a message may go to this chat; `live` says whether a person waits for it, and may change."""
        if self._take(chat_id, live=live()):
            return
        pause = _FIRST_PAUSE
        while not self._take(chat_id, live=live()):
            now = self._timer()
            wait = self.ready_at(chat_id, now, live=live()) - now
            # Only one that waits for the common limit goes before reminders; a held chat has itself to blame.
            first = live() and self._overall.ready_at(now) > now
            self._live_waiting += first
            try:
                # A wait that is over and still no turn: a live chat goes first; look again soon, then less often.
                await asyncio.sleep(min(_LONGEST_PAUSE, wait) if wait > 0 else pause)
                pause = min(_LONGEST_PAUSE, pause * 2) if wait <= 0 else _FIRST_PAUSE
            finally:
                self._live_waiting -= first

    def hold(self, chat_id: int, seconds: float) -> None:
        """Telegram said "retry after": nothing goes to this chat until then, everything to the others."""
        now = self._timer()
        if len(self._held) >= _KEPT_CHATS:
            self._held = {chat: until for chat, until in self._held.items() if until > now}
        self._held[chat_id] = max(self._held.get(chat_id, 0.0), now + seconds)

    def in_last_minute(self, chat_id: int) -> int:
        """How many messages and edits went to that group in the last minute."""
        since = self._timer() - 60
        windows = self._chats.get(chat_id, ())
        return max((window.since(since) for window in windows), default=0)

    def ready_at(self, chat_id: int, now: float, *, live: bool = True) -> float:
        """The moment, in the timer's seconds, when a message may go to this chat; at or before `now`: at once."""
        moment = self._held.get(chat_id, now)
        if self._paced:
            chat = max((window.ready_at(now) for window in self._chats.get(chat_id, ())), default=now)
            overall = self._overall.ready_at(now, spare=0 if live else self._spare)
            moment = max(moment, chat, overall)
        return moment

    def _take(self, chat_id: int, *, live: bool) -> bool:
        now = self._timer()
        if (not live and self._live_waiting) or self.ready_at(chat_id, now, live=live) > now:
            return False
        self._held.pop(chat_id, None)
        if self._paced:
            self._overall.take(now)
            for window in self._windows(chat_id, now):
                window.take(now)
        return True

    def _windows(self, chat_id: int, now: float) -> tuple[Window, ...]:
        if chat_id not in self._chats:
            self._forget_idle(now)
            burst = Window(3, 3.0)
            self._chats[chat_id] = (burst, Window(20, 60.0)) if chat_id < 0 else (burst,)
        return self._chats[chat_id]

    def _forget_idle(self, now: float) -> None:
        if len(self._chats) >= _KEPT_CHATS:
            idle = [chat for chat, windows in self._chats.items() if all(window.idle(now) for window in windows)]
            for chat in idle:
                del self._chats[chat]
