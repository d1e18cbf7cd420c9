"""What is one reading of a typed date?"""

from dataclasses import dataclass

from lessons.edtf import Partial


@dataclass(frozen=True, slots=True)
class DateReading:
    """One date that the answer can be. `short`: the year was given by its last two digits. `end` makes it a stretch.

    `bc` tells whether an era was said: True before Christ, False after, None not said.
    """

    date: Partial
    short: bool = False
    bc: bool | None = None
    end: "DateReading | None" = None
