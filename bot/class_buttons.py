"""What can a button about a class say? Payloads of teachers and learners; codes begin with k.

A button proves nothing: whoever presses it is looked at where the action is.
"""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons import Payload, register


@dataclass(frozen=True, slots=True)
class OpenClass(Payload):
    """A class as its teacher sees it."""

    code: ClassVar[str] = "kc"
    group: int


@dataclass(frozen=True, slots=True)
class NewClass(Payload):
    """A teacher wants one more class."""

    code: ClassVar[str] = "kk"


@dataclass(frozen=True, slots=True)
class ClassPage(Payload):
    """A page about a class: "members", "work", "give", "link", "manage", "teachers"."""

    code: ClassVar[str] = "kp"
    group: int
    page: str


@dataclass(frozen=True, slots=True)
class ClassDo(Payload):
    """Something done to a class: "rename", "zone", "archive", "rotate", "weekly", "board", "coteacher", a file …."""

    code: ClassVar[str] = "kd"
    group: int
    what: str


@dataclass(frozen=True, slots=True)
class MembersFrom(Payload):
    """The list of learners from that place on."""

    code: ClassVar[str] = "kf"
    group: int
    start: int


@dataclass(frozen=True, slots=True)
class OneMember(Payload):
    """A learner of the class, by their number in it."""

    code: ClassVar[str] = "km"
    group: int
    number: int


@dataclass(frozen=True, slots=True)
class RemoveMember(Payload):
    """Out of the class; `sure` is 1 on the second button."""

    code: ClassVar[str] = "kr"
    group: int
    number: int
    sure: int = 0


@dataclass(frozen=True, slots=True)
class RemoveTeacher(Payload):
    """A co-teacher leads the class no more."""

    code: ClassVar[str] = "kt"
    group: int
    whom: int


@dataclass(frozen=True, slots=True)
class GivePack(Payload):
    """That pack is to be given to the class: all of it, or which lesson?"""

    code: ClassVar[str] = "kg"
    group: int
    pack: int


@dataclass(frozen=True, slots=True)
class GivePart(Payload):
    """Lesson number `part` of the pack is given to the class; 0: the whole pack."""

    code: ClassVar[str] = "kh"
    group: int
    pack: int
    part: int


@dataclass(frozen=True, slots=True)
class OpenWork(Payload):
    """An assignment as the teacher sees it."""

    code: ClassVar[str] = "kw"
    work: int


@dataclass(frozen=True, slots=True)
class WorkDo(Payload):
    """Something of an assignment is set: "days" (0: no deadline), "date", "tries", "draw", "sealed", "remove"."""

    code: ClassVar[str] = "kx"
    work: int
    what: str
    value: int = 0


@dataclass(frozen=True, slots=True)
class Extra(Payload):
    """One learner gets more: "days" or "tries", so many in all; "page" only shows the choice."""

    code: ClassVar[str] = "ke"
    work: int
    number: int
    what: str
    value: int = 0


@dataclass(frozen=True, slots=True)
class Join(Payload):
    """Into the class of that code, under one's own name (1) or a pseudonym (0); 2: not now."""

    code: ClassVar[str] = "kj"
    word: str
    named: int


@dataclass(frozen=True, slots=True)
class MyClass(Payload):
    """A class as its learner sees it."""

    code: ClassVar[str] = "ki"
    group: int


@dataclass(frozen=True, slots=True)
class ShowAs(Payload):
    """In that class, from now on, under one's own name (1) or a pseudonym (0)."""

    code: ClassVar[str] = "kn"
    group: int
    named: int


@dataclass(frozen=True, slots=True)
class Leave(Payload):
    """Out of a class of mine; `sure` is 1 on the second button."""

    code: ClassVar[str] = "kl"
    group: int
    sure: int = 0


@dataclass(frozen=True, slots=True)
class Study(Payload):
    """The learner goes on with an assignment."""

    code: ClassVar[str] = "ks"
    work: int


@dataclass(frozen=True, slots=True)
class PackFigures(Payload):
    """How hard a pack's questions are, to its owner."""

    code: ClassVar[str] = "kq"
    pack: int


register(OpenClass, NewClass, ClassPage, ClassDo, MembersFrom, OneMember, RemoveMember, RemoveTeacher)
register(GivePack, GivePart, OpenWork, WorkDo, Extra, Join, MyClass, ShowAs, Leave, Study, PackFigures)
