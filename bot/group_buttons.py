"""What can a button in a group, or under a question shared into any chat, say?"""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons import Payload, register


@dataclass(frozen=True, slots=True)
class InRound(Payload):
    """A press on a message of a round."""

    round: int


@dataclass(frozen=True, slots=True)
class RoundJoin(InRound):
    """I am in; `named` 1: under my first name."""

    code: ClassVar[str] = "gj"
    named: int = 0


@dataclass(frozen=True, slots=True)
class RoundBegin(InRound):
    """The first question, please."""

    code: ClassVar[str] = "gb"


@dataclass(frozen=True, slots=True)
class RoundSet(InRound):
    """How the round is run: `what` is "polls" or "teams" (0, 1), or "limit" (seconds)."""

    code: ClassVar[str] = "gs"
    what: str
    value: int


@dataclass(frozen=True, slots=True)
class RoundPacks(InRound):
    """Which packs there are; `open` 0: back to the invitation."""

    code: ClassVar[str] = "gp"
    open: int = 1


@dataclass(frozen=True, slots=True)
class RoundPack(InRound):
    """Another pack."""

    code: ClassVar[str] = "gk"
    pack: int


@dataclass(frozen=True, slots=True)
class RoundAnswer(InRound):
    """An option is chosen."""

    code: ClassVar[str] = "ga"
    position: int
    option: int


@dataclass(frozen=True, slots=True)
class RoundShow(InRound):
    """No more answers to that question: show its key."""

    code: ClassVar[str] = "gc"
    position: int


@dataclass(frozen=True, slots=True)
class RoundNext(InRound):
    """The question after that one, or the end."""

    code: ClassVar[str] = "gn"
    position: int


@dataclass(frozen=True, slots=True)
class RoundMine(InRound):
    """How did I do at that question? Told to the one who asks alone."""

    code: ClassVar[str] = "gm"
    position: int


@dataclass(frozen=True, slots=True)
class RoundStop(InRound):
    """End the round."""

    code: ClassVar[str] = "gx"


@dataclass(frozen=True, slots=True)
class SharedAnswer(Payload):
    """An option of a question shared into some chat; `seal` shows that we made the button."""

    code: ClassVar[str] = "gi"
    item: int
    option: int
    seal: str


STEERING = (RoundBegin, RoundSet, RoundPacks, RoundPack, RoundShow, RoundNext, RoundStop)
"""For the one who started the round and the administrators of the group."""

register(RoundJoin, RoundBegin, RoundSet, RoundPacks, RoundPack, RoundAnswer, RoundShow, RoundNext, RoundMine)
register(RoundStop, SharedAnswer)
