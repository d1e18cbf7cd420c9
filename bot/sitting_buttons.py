"""What can a button of sitting down say? How sure an answer is, how many minutes there are, reading alone."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons import AtStep, Payload, register


@dataclass(frozen=True, slots=True)
class Sure(AtStep):
    """How sure the learner is of the answer just given: "sure", "think", "guess", or "skip" for not saying."""

    code: ClassVar[str] = "y"
    level: str


@dataclass(frozen=True, slots=True)
class Minutes(Payload):
    """So many minutes are there; `begin` 1 sits down, 0 shows what would fit."""

    code: ClassVar[str] = "T"
    minutes: int
    begin: int = 0


@dataclass(frozen=True, slots=True)
class ReadOn(Payload):
    """The rest of a pack's readings, without questions; pack 0 is the one at hand."""

    code: ClassVar[str] = "O"
    pack: int = 0


@dataclass(frozen=True, slots=True)
class SpreadOut(Payload):
    """What piled up while the learner was away, dealt out over so many days."""

    code: ClassVar[str] = "V"
    days: int = 7


register(Sure, Minutes, ReadOn, SpreadOut)
