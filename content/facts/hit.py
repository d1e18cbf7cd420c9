"""What does a rule find? A stretch of tokens and what it may mean, before context and overlaps are settled."""

from dataclasses import field
from fractions import Fraction
from typing import Literal

from content.facts.fact import Bound, Part
from content.facts.moment import Moment
from content.record import record


@record
class DateHit:
    """A date over the tokens `start` to `end` (not included); `high` makes it a stretch, `open_end` one without end.

    `strength`: how far its year may govern what follows (2 a dated event, 1 a bare year, 0 a look back or citation).
    """

    start: int
    end: int
    moment: Moment
    high: Moment | None = None
    open_end: bool = False
    part: Part | None = None
    approximate: bool = False
    hedge: tuple[int, int] | None = None
    strength: int = 1
    look: Literal["last", "next", "same"] | None = None
    end_about: bool = False
    """The end of the stretch is only about right."""


@record
class FigureHit:
    """A figure over the tokens `start` to `end`; `counted` is the noun phrase's token range."""

    start: int
    end: int
    number: Fraction
    high: Fraction | None = None
    unit: str | None = None
    approximate: bool = False
    bound: Bound | None = None
    hedge: tuple[int, int] | None = None
    counted: tuple[int, int] | None = None
    marks: tuple[str, ...] = field(default=())
