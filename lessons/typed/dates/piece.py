"""What is one part of a typed date?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a typed date: `role` says what it is, `digits` in how many it was written.

    `ordinal`: as "11th"; `spelled`: in number words. `number`: the number that the name of a month is, too.
    """

    role: str
    value: int = 0
    digits: int = 0
    ordinal: bool = False
    spelled: bool = False
    number: int = 0
