"""What can a button about progress say? Codes begin with v."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons import AtStep, Payload, register


@dataclass(frozen=True, slots=True)
class Look(Payload):
    """A page of progress: "overview", "calendar", "year", "strength", "weak", "ahead"; pack 0: the one at hand."""

    code: ClassVar[str] = "vp"
    page: str
    pack: int = 0


@dataclass(frozen=True, slots=True)
class KeyFigures(AtStep):
    """The figures and dates of a sitting that is over; `missed` 1: only those missed."""

    code: ClassVar[str] = "vk"
    missed: int = 0


@dataclass(frozen=True, slots=True)
class MyCertificate(Payload):
    """A certificate of that pack is wanted; `named` 1: under the name that Telegram tells."""

    code: ClassVar[str] = "vc"
    pack: int
    named: int = 0


@dataclass(frozen=True, slots=True)
class OpenBoard(Payload):
    """A class's board, to one of its learners."""

    code: ClassVar[str] = "vb"
    group: int


@dataclass(frozen=True, slots=True)
class StandAs(Payload):
    """On that class's board from now on: "alias", "name" or "off"."""

    code: ClassVar[str] = "va"
    group: int
    how: str


register(Look, KeyFigures, MyCertificate, OpenBoard, StandAs)
