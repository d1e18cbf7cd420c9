"""Who sends too much? A person may send many updates at once, and so many a second for long; nobody types more."""

from collections.abc import Mapping
from datetime import datetime
from enum import Enum

from bot.delivery.lines import Raw, line_of

BURST = 60
"""At once: a long text pasted comes as dozens of messages."""
PER_SEC = 2.0
"""For as long as they like: an answer and a "next" each second is faster than anybody reads."""
SET_BACK_SECS = 5.0
_KEPT = 5_000
_LIMITED = ("message", "callback_query", "inline_query", "poll_answer")
"""What people make at will. That the bot was blocked or let in again is always heard."""


class Pressure(Enum):
    """Within the person's share; or beyond it: the first of this flood, one a second of it, or any other."""

    FINE = 0
    FIRST = 1
    AGAIN = 2
    FLOOD = 3


class _Share:
    __slots__ = ("at", "flooding", "left", "told")

    def __init__(self, at: float) -> None:
        self.at = at
        self.left = float(BURST)
        self.flooding = False
        self.told = 0.0


class Patience:
    """Each sender's share of our time. It is a person's and not a chat's, so that nobody uses up a group's.

    Messages count by the moment they were sent: what piled up while the bot was away is no flood.
    """

    def __init__(self) -> None:
        self._shares: dict[int, _Share] = {}
        self._latest = 0.0

    def take(self, raw: Raw, now: datetime) -> Pressure:
        """Count an update; anything but FINE is to be refused."""
        kind = next((kind for kind in _LIMITED if kind in raw), None)
        if kind is None:
            return Pressure.FINE
        if now.timestamp() < self._latest - SET_BACK_SECS:  # what was counted by that clock says nothing any more
            self._shares.clear()
        self._latest = now.timestamp()
        sent = _sent(raw[kind], self._latest)
        share = self._share(_sender(raw, kind), sent)
        share.left = min(BURST, share.left + max(0.0, sent - share.at) * PER_SEC)
        share.at = max(share.at, sent)
        if share.left >= 1:
            share.left -= 1
            share.flooding = share.flooding and share.left < BURST / 2
            return Pressure.FINE
        return self._flood(share, sent)

    @staticmethod
    def _flood(share: _Share, sent: float) -> Pressure:
        if not share.flooding:
            share.flooding, share.told = True, sent
            return Pressure.FIRST
        if sent - share.told >= 1:
            share.told = sent
            return Pressure.AGAIN
        return Pressure.FLOOD

    def _share(self, sender: int, at: float) -> _Share:
        if sender not in self._shares:
            if len(self._shares) >= _KEPT:
                self._forget(at)
            self._shares[sender] = _Share(at)
        return self._shares[sender]

    def _forget(self, now: float) -> None:
        """Whoever has all of their share again needs no entry; in a crowd, those who were quiet the longest."""
        full = BURST / PER_SEC
        self._shares = {who: share for who, share in self._shares.items() if now - share.at < full}
        for who in sorted(self._shares, key=lambda each: self._shares[each].at)[: len(self._shares) - _KEPT // 2]:
            del self._shares[who]


def _sender(raw: Raw, kind: str) -> int:
    body = raw[kind]
    who = (body.get("from") or body.get("user")) if isinstance(body, Mapping) else None
    found = who.get("id") if isinstance(who, Mapping) else None
    return found if isinstance(found, int) else line_of(raw)


def _sent(body: object, now: float) -> float:
    """When the person did it: a press does not say, and Telegram keeps it for two minutes only."""
    date = body.get("date") if isinstance(body, Mapping) else None
    return min(now, float(date)) if isinstance(date, int) else now
