"""What goes wrong on purpose? Calls that fail as real ones do, and Telegram's flood limits, both off by default."""

import math
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from bot.playground.errors import ApiError, too_many

Kind = Literal["error", "timeout", "reset", "lost"]


@dataclass(slots=True)
class Fault:
    """The next `times` calls of `method` ("*" any) fail.

    "error" answers `code`; "timeout" never answers; "reset" cuts the connection before the call took effect,
    "lost" after.
    """

    method: str
    kind: Kind
    times: int
    code: int = 500
    description: str = ""
    retry_after: int | None = None

    def error(self) -> ApiError:
        """The refusal of kind "error"."""
        if self.code == 429:
            return too_many(self.retry_after or 1)
        words = self.description or {500: "Internal Server Error", 502: "Bad Gateway"}.get(self.code, "Error")
        return ApiError(self.code, words)


class Faults:
    """The faults still to come."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Lets one more thing go wrong."""
        self._waiting.append(fault)

    def take(self, method: str) -> Fault | None:
        """The fault this call meets, used up by one."""
        fault = next((one for one in self._waiting if one.method.lower() in {"*", method.lower()}), None)
        if fault is not None:
            fault.times -= 1
            if fault.times <= 0:
                self._waiting.remove(fault)
        return fault

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        self._waiting.clear()


@dataclass(slots=True)
class Flood:
    """Telegram's published send rates: about one a second in a chat, 20 a minute in a group, 30 a second in all."""

    per_chat: tuple[int, float] = (3, 3.0)
    per_group: tuple[int, float] = (20, 60.0)
    overall: tuple[int, float] = (30, 1.0)
    timer: Callable[[], float] = time.monotonic
    _sent: dict[object, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def check(self, chat_id: int) -> None:
        """Counts one message to `chat_id`; raises 429 where it is one too many."""
        now = self.timer()
        rules = (("all", self.overall), (chat_id, self.per_group if chat_id < 0 else self.per_chat))
        for key, (most, seconds) in rules:
            times = self._sent[key]
            while times and times[0] <= now - seconds:
                times.popleft()
            if len(times) >= most:
                raise too_many(max(1, math.ceil(times[0] + seconds - now)))
        for key, _ in rules:
            self._sent[key].append(now)
