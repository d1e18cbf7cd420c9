"""How does a class stand with what it was given to learn? Classes, assignments, and where each learner stands.

A deadline ends what counts for the class's results; learning goes on after it. So do tries: the first so many answers
to a question count, the later ones are practice.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

STUCK_ITEMS = 3
"""Whoever got so many questions wrong twice running is stuck."""
QUIET_DAYS = 4
"""Whoever has begun, is not done and has not answered for so many days is stuck."""
MOST_MEMBERS = 500


@dataclass(frozen=True, slots=True)
class Class:
    """A group of learners. `code` is what its link carries; `zone` the IANA name that its deadlines are told in."""

    id: int
    name: str
    code: str
    zone: str | None
    created_at: datetime
    archived_at: datetime | None = None
    board: bool = False
    """Whether its learners see a board of who holds how many facts."""


@dataclass(frozen=True, slots=True)
class Member:
    """A learner in a class. `number` tells them apart without telling who they are; `name` is what teachers see."""

    class_id: int
    learner_id: int
    number: int
    name: str
    joined_at: datetime
    pseudonym: str | None = None
    """None: the learner shows their own name."""
    board: str = "alias"
    """How they stand on the class's board: under a pseudonym ("alias"), as teachers see them ("name"), or "off"."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """A pack, or one lesson of it, given to a class.

    `deadline` is UTC, None for none. `tries` is how many answers to a question count, None for the best of all.
    `draw`: each learner is given so many questions of it, not the same ones. `sealed`: nobody is told right or wrong
    before the deadline.
    """

    id: int
    class_id: int
    pack_id: int
    lesson: str | None
    given_at: datetime
    deadline: datetime | None = None
    tries: int | None = None
    draw: int | None = None
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Accommodation:
    """What one learner has beyond the others in one assignment."""

    extra_time: timedelta = timedelta()
    extra_tries: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """One counted answer of a member. `right`: as the key says, and without a hint."""

    learner_id: int
    item_id: int
    right: bool
    at: datetime


class Standing(StrEnum):
    """Where a learner stands with an assignment."""

    NOT_BEGUN = "not_begun"
    WORKING = "working"
    STUCK = "stuck"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Result:
    """One learner's part of an assignment. `right_first` and `right` count items; `right` within time and tries.

    `answered` counts the items answered in time, `late` those first answered after the learner's deadline. `wrong`
    are the items whose last two answers were wrong. `score` is None before anything was answered.
    """

    standing: Standing
    total: int
    answered: int = 0
    late: int = 0
    right_first: int = 0
    right: int = 0
    wrong: tuple[int, ...] = ()
    deadline: datetime | None = None
    last_at: datetime | None = None

    @property
    def score(self) -> float | None:
        """The share of the items that is right, unanswered ones counting as not; None before the first answer."""
        return self.right / self.total if self.answered and self.total else None

    @property
    def met(self) -> int:
        """Items answered at all, in time or late."""
        return self.answered + self.late


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for one learner in one assignment, everything extra included."""

    deadline: datetime | None = None
    tries: int | None = None
    items: Collection[int] = field(default_factory=frozenset)


def terms(assignment: Assignment, extra: Accommodation | None, items: Collection[int]) -> Terms:
    """The learner's own deadline and tries; `items` are the ones the learner is given."""
    extra = extra or Accommodation()
    deadline = assignment.deadline + extra.extra_time if assignment.deadline else None
    tries = assignment.tries + extra.extra_tries if assignment.tries else None
    return Terms(deadline, tries, items)


def result(given: Terms, answers: Iterable[Answer], *, now: datetime) -> Result:
    """Where one learner stands, from their answers in any order; answers to other items are left out."""
    by_item = _by_item(answers, given.items)
    in_time = {item: [a for a in log if _counts(a, given)] for item, log in by_item.items()}
    wrong = tuple(
        sorted(item for item, log in by_item.items() if len(log) > 1 and not (log[-1].right or log[-2].right))
    )
    last_at = max((log[-1].at for log in by_item.values()), default=None)
    answered = sum(1 for log in in_time.values() if log)
    return Result(
        standing=_standing(len(by_item), len(given.items), len(wrong), last_at, now),
        total=len(given.items),
        answered=answered,
        late=len(by_item) - answered,
        right_first=sum(1 for log in in_time.values() if log and log[0].right),
        right=sum(1 for log in in_time.values() if any(a.right for a in log[: given.tries])),
        wrong=wrong,
        deadline=given.deadline,
        last_at=last_at,
    )


def _by_item(answers: Iterable[Answer], items: Collection[int]) -> Mapping[int, Sequence[Answer]]:
    found: dict[int, list[Answer]] = {}
    for answer in sorted(answers, key=lambda answer: answer.at):
        if answer.item_id in items:
            found.setdefault(answer.item_id, []).append(answer)
    return found


def _right_lately(log: Sequence[Answer]) -> bool:
    return any(answer.right for answer in log[-2:])


def _counts(answer: Answer, given: Terms) -> bool:
    return given.deadline is None or answer.at <= given.deadline


def _standing(met: int, total: int, wrong: int, last_at: datetime | None, now: datetime) -> Standing:
    if not met or last_at is None:
        return Standing.NOT_BEGUN
    if wrong >= STUCK_ITEMS:
        return Standing.STUCK
    if met >= total:
        return Standing.DONE
    return Standing.STUCK if now - last_at >= timedelta(days=QUIET_DAYS) else Standing.WORKING
