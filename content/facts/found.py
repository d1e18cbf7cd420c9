"""What does a rule for dates hand back? A moment and where its words stand."""

from content.facts.moment import Moment
from content.record import record


@record
class Found:
    """A moment over the tokens `start` to `end`. `partial`: only a day ("5" of "5 and 6 June"), worthless alone.

    `era`: BC or AD was printed. `strength` as in `DateHit`.
    """

    moment: Moment
    start: int
    end: int
    partial: bool = False
    era: bool = False
    before_christ: bool = False
    strength: int = 1
    approximate: bool = False
