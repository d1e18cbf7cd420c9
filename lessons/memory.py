"""What does a learner remember of one item?"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Memory:
    """The state of one learner's memory of one item; moments are UTC.

    `stability` is the number of days after which recall falls to 90 %; `difficulty` runs from 1 (easy) to 10. `due` is
    the start of the learner's study day on which the item comes back. `lapses` counts the times it was forgotten.
    """

    stability: float
    difficulty: float
    due: datetime
    last_review: datetime
    reviews: int = 1
    lapses: int = 0
