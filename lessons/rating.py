"""What does a grade say about memory?"""

from enum import StrEnum

from lessons.grade import Band, Grade


class Rating(StrEnum):
    """The four answers that the scheduler understands. EASY is never given for a learner, only by one."""

    AGAIN = "again"
    HARD = "hard"
    GOOD = "good"
    EASY = "easy"


def rate(grade: Grade, hinted: bool, guessed: bool = False) -> Rating:
    """Wrong is AGAIN; partly right, right with a hint, or right by a guess is HARD; right is GOOD.

    A guess is no lapse: to count it as AGAIN would punish those who own up to it, and soon nobody would. HARD is still
    a pass for the scheduler, but the fact comes back earlier.
    Raises ValueError for a response that could not be read: it says nothing about memory.
    """
    if grade.band is Band.UNREADABLE:
        raise ValueError("an unreadable response has no rating")
    if grade.band is Band.WRONG:
        return Rating.AGAIN
    if hinted or guessed or grade.band is Band.PARTIAL:
        return Rating.HARD
    return Rating.GOOD
