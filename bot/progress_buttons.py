"""What can a button about progress say? Codes begin with v."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons import Payload, register


@dataclass(frozen=True, slots=True)
class Look(Payload):
    """A page of progress: "overview", "calendar", "year", "strength", "weak", "ahead"; pack 0: the one at hand."""

    code: ClassVar[str] = "vp"
    page: str
    pack: int = 0


@dataclass(frozen=True, slots=True)
class Facts(Payload):
    """Every fact of that pack that was met, the weakest first, from that place on."""

    code: ClassVar[str] = "vf"
    pack: int
    start: int = 0


@dataclass(frozen=True, slots=True)
class MyCertificate(Payload):
    """A certificate of that pack is wanted; `named` 1: under the name that Telegram tells."""

    code: ClassVar[str] = "vc"
    pack: int
    named: int = 0


@dataclass(frozen=True, slots=True)
class OpenBoard(Payload):
    """A class's board, to one of its learners or to whoever leads it."""

    code: ClassVar[str] = "vb"
    group: int


@dataclass(frozen=True, slots=True)
class StandAs(Payload):
    """On that class's board from now on: "alias", "name" or "off"."""

    code: ClassVar[str] = "va"
    group: int
    how: str


register(Look, Facts, MyCertificate, OpenBoard, StandAs)
