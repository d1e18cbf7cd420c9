"""What is needed to show a sitting? Loaded by `bot.views`, drawn by the files beside this one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.texts import Html
from lessons.enrollment import Learner
from lessons.items import Item
from lessons.pack import Pack, Reading
from lessons.session import Session


@dataclass(frozen=True, slots=True)
class Scene:
    """What is needed to show a session: loaded by `views`, drawn here.

    `reading` is the one to read, or the one that teaches `item`. `next_due` is when the item just answered comes back.
    `missed` are the items to repeat; `due_next` the learner's next review of all.
    """

    session: Session
    learner: Learner
    now: datetime
    pack: Pack | None = None
    reading: Reading | None = None
    item: Item | None = None
    seed: int = 0
    next_due: datetime | None = None
    missed: Sequence[Item] = ()
    due_next: datetime | None = None
    more_lessons: bool = False
    reminder: bool = False
    spread: bool = False
    """More is due than today's share: the rest comes on later days, and no total is shown."""
    mention: Html | None = None
    """A word about a class's deadline, inside a reminder."""
    resumed: date | None = None
    """Taken up where it was left on that earlier day."""
    minutes: int | None = None
    """The time that the whole sitting will take, told at its first reading."""
    kept: Sequence[Item] = ()
    """At the end of a lesson: its figures and dates, to be kept."""
    away: bool = False
    """The first review after a long absence, and a large one: to spread it is offered."""
    sealed: datetime | None = None
    """Until then nobody is told right or wrong: a class has it so."""
