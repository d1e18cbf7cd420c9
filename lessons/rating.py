"""What does a grade say about memory?"""

from enum import StrEnum

from lessons.grade import Band, Grade


class Rating(StrEnum):
    """The four answers that the scheduler understands. EASY is never given for a learner, only by one."""

    AGAIN = "again"
    HARD = "hard"
    GOOD = "good"
    EASY = "easy"


def rate(grade: Grade, hinted: bool) -> Rating:
    """Wrong is AGAIN; partly right, or right with a hint, is HARD; right is GOOD.

    Raises ValueError for a response that could not be read: it says nothing about memory.
    """
    if grade.band is Band.UNREADABLE:
        raise ValueError("an unreadable response has no rating")
    if grade.band is Band.WRONG:
        return Rating.AGAIN
    if hinted or grade.band is Band.PARTIAL:
        return Rating.HARD
    return Rating.GOOD
