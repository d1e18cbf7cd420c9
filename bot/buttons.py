"""What can a button say? Typed payloads, packed into 64 bytes, unpacked or politely refused.

A payload is its code and its fields, joined by colons. Buttons stay clickable for years: codes and field orders are
never reused for something else.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, ClassVar, get_type_hints

LIMIT_BYTES = 64


class UnknownButton(ValueError):
    """The data is not one of ours, or is of a version that we no longer know. `data` is what came."""

    def __init__(self, data: str) -> None:
        super().__init__(data)
        self.data = data


@dataclass(frozen=True, slots=True)
class Payload:
    """What a press means. Fields are ints or short strings without a colon."""

    code: ClassVar[str] = ""


@dataclass(frozen=True, slots=True)
class AtStep(Payload):
    """A press on a sitting's message; `step` tells an old or a second press from a fresh one."""

    session: int
    step: int


@dataclass(frozen=True, slots=True)
class Answer(AtStep):
    """An option is chosen."""

    code: ClassVar[str] = "a"
    option: int


@dataclass(frozen=True, slots=True)
class Done(AtStep):
    """All that is right has been ticked."""

    code: ClassVar[str] = "d"


@dataclass(frozen=True, slots=True)
class Clear(AtStep):
    """Begin the order or the pairs again."""

    code: ClassVar[str] = "c"


@dataclass(frozen=True, slots=True)
class Next(AtStep):
    """Go on to the next step."""

    code: ClassVar[str] = "n"


@dataclass(frozen=True, slots=True)
class Hint(AtStep):
    """Show a hint."""

    code: ClassVar[str] = "h"


@dataclass(frozen=True, slots=True)
class GiveUp(AtStep):
    """I do not know."""

    code: ClassVar[str] = "g"


@dataclass(frozen=True, slots=True)
class Undo(AtStep):
    """Take the answer to this step back."""

    code: ClassVar[str] = "u"


@dataclass(frozen=True, slots=True)
class Reread(AtStep):
    """Show the paragraph that holds the answer."""

    code: ClassVar[str] = "b"


@dataclass(frozen=True, slots=True)
class Report(AtStep):
    """Something is wrong with this question; `reason` is empty until one is chosen."""

    code: ClassVar[str] = "r"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Missed(AtStep):
    """Once more, only the ones that were missed."""

    code: ClassVar[str] = "m"


@dataclass(frozen=True, slots=True)
class Stop(AtStep):
    """Leave the sitting."""

    code: ClassVar[str] = "x"


@dataclass(frozen=True, slots=True)
class Snooze(AtStep):
    """Remind me later: in so many minutes, 0 for not today."""

    code: ClassVar[str] = "z"
    minutes: int


@dataclass(frozen=True, slots=True)
class Learn(Payload):
    """Begin or go on with a pack's lessons; pack 0 is the one at hand. `more` 1: beyond today's limit."""

    code: ClassVar[str] = "L"
    pack: int = 0
    more: int = 0


@dataclass(frozen=True, slots=True)
class Quiz(Payload):
    """A quiz over a pack."""

    code: ClassVar[str] = "Q"
    pack: int = 0


@dataclass(frozen=True, slots=True)
class Review(Payload):
    """What is due now."""

    code: ClassVar[str] = "R"


@dataclass(frozen=True, slots=True)
class OpenPack(Payload):
    """A pack's card."""

    code: ClassVar[str] = "P"
    pack: int


@dataclass(frozen=True, slots=True)
class Remove(Payload):
    """Take a pack of mine away."""

    code: ClassVar[str] = "D"
    pack: int


@dataclass(frozen=True, slots=True)
class Menu(Payload):
    """A page without arguments: packs, progress, settings, help, zone, ..."""

    code: ClassVar[str] = "M"
    page: str


@dataclass(frozen=True, slots=True)
class Set(Payload):
    """A setting is chosen."""

    code: ClassVar[str] = "S"
    setting: str
    value: str


@dataclass(frozen=True, slots=True)
class Forget(Payload):
    """Delete everything of mine; `sure` is 1 on the second button."""

    code: ClassVar[str] = "F"
    sure: int = 0


Form = tuple[tuple[str, Callable[[str], Any]], ...]
_FORMS: dict[type[Payload], Form] = {}
PAYLOADS: dict[str, type[Payload]] = {}
"""Every kind by its code: those above, and what other files of buttons `register`."""


def register(*kinds: type[Payload]) -> None:
    """Makes the payloads known to `unpack`; two of one code are a mistake of ours."""
    for kind in kinds:
        assert kind.code not in PAYLOADS, kind.code
        PAYLOADS[kind.code] = kind


register(Answer, Done, Clear, Next, Hint, GiveUp, Undo, Reread, Report, Missed, Stop, Snooze)
register(Learn, Quiz, Review, OpenPack, Remove, Menu, Set, Forget)


def pack(payload: Payload) -> str:
    """The payload as callback data of at most 64 bytes."""
    kind = type(payload)
    data = ":".join([kind.code, *[str(getattr(payload, name)) for name, _ in _form(kind)]])
    assert len(data.encode()) <= LIMIT_BYTES, data
    return data


def unpack(data: str) -> Payload:
    """The payload that the data says; raises `UnknownButton` for anything that is not exactly one of ours."""
    code, *values = data.split(":")
    kind = PAYLOADS.get(code)
    if kind is None:
        raise UnknownButton(data)
    form = _form(kind)
    if len(values) != len(form):
        raise UnknownButton(data)
    try:
        return kind(*[read(value) for value, (_, read) in zip(values, form, strict=True)])
    except ValueError as error:
        raise UnknownButton(data) from error


def _form(kind: type[Payload]) -> Form:
    """The fields of a payload, and how each is read; found out once, for that costs more than to read."""
    known = _FORMS.get(kind)
    if known is None:
        hints = get_type_hints(kind)
        known = tuple((field.name, _number if hints[field.name] is int else str) for field in fields(kind))
        _FORMS[kind] = known
    return known


def _number(value: str) -> int:
    """A row's number or a small count; anything that no database holds raises ValueError."""
    if not (value.isascii() and value.isdigit() and len(value) <= 18):
        raise ValueError(value)
    return int(value)
