"""What is a round in a group? Who is in it, where it stands, how it goes on, and what it asks."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

IDLE = timedelta(hours=6)
"""A round that nobody moves for so long ends by itself."""
MOST_QUESTIONS = 20
QUESTIONS = 10
"""How many questions a round has where nobody says."""
LIMITS = (0, 30, 60)
"""Seconds to answer; 0: as long as the group likes."""


class RoundKind(StrEnum):
    """A round that somebody leads, or the question that comes every day."""

    ROUND = "round"
    DAILY = "daily"


class Stage(StrEnum):
    """What the group sees now: the invitation, a question, its key, the end."""

    INVITED = "invited"
    ASKING = "asking"
    SHOWN = "shown"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round. `items` are row ids in the order asked, `position` the index of the one shown.

    `polls`: asked by Telegram's own quiz polls instead of buttons. `due_at` is when it moves on by itself. `salt` is
    what pseudonyms are drawn from: without it nobody can reckon who is who.
    """

    id: int
    group_id: int
    thread_id: int | None
    kind: RoundKind
    pack_id: int
    stage: Stage
    language: str
    salt: str
    size: int = QUESTIONS
    position: int = 0
    items: tuple[int, ...] = ()
    polls: bool = False
    limit_secs: int = 0
    teams: bool = False
    due_at: datetime | None = None
    asked_at: datetime | None = None

    @property
    def item(self) -> int | None:
        """The item asked now."""
        return self.items[self.position] if self.position < len(self.items) else None

    @property
    def closed(self) -> int:
        """How many questions take no more answers."""
        return self.position if self.stage is Stage.ASKING else min(self.position + 1, len(self.items))

    @property
    def is_last(self) -> bool:
        """Whether no question follows the one shown."""
        return self.position + 1 >= len(self.items)

    @property
    def is_open(self) -> bool:
        """Whether it goes on."""
        return self.stage is not Stage.OVER


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody in a round, under the name that the group sees. The starter may lead without playing."""

    chat_id: int
    name: str
    joined: bool = True
    starter: bool = False
    since: datetime | None = field(default=None, compare=False)
    """When they came."""
    team: int | None = None
    """0 or 1 in a round of two teams."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer given in a round; only the first of each person to a question is one."""

    position: int
    chat_id: int
    option: int
    right: bool


def invited(found: Round, now: datetime) -> Round:
    """The round as it waits for its players."""
    return replace(found, stage=Stage.INVITED, due_at=now + IDLE)


def begin(found: Round, items: Sequence[int], now: datetime) -> Round:
    """The first question is asked."""
    return _asking(replace(found, items=tuple(items), position=0), now)


def close(found: Round, now: datetime) -> Round:
    """The question takes no more answers: its key is shown. With a limit, the next comes by itself after half of it."""
    pause = timedelta(seconds=found.limit_secs / 2) if found.limit_secs else IDLE
    return replace(found, stage=Stage.SHOWN, due_at=now + pause)


def go_on(found: Round, now: datetime) -> Round:
    """On to the next question, or to the end."""
    if found.is_last:
        return stop(found)
    return _asking(replace(found, position=found.position + 1), now)


def move(found: Round, now: datetime) -> Round:
    """What becomes of a round whose moment has come: it goes on where it has a limit, else it ends."""
    if not found.limit_secs:
        return stop(found)
    return close(found, now) if found.stage is Stage.ASKING else go_on(found, now)


def stop(found: Round) -> Round:
    """The round is over."""
    return replace(found, stage=Stage.OVER, due_at=None)


def _asking(found: Round, now: datetime) -> Round:
    limit = timedelta(seconds=found.limit_secs) if found.limit_secs else IDLE
    return replace(found, stage=Stage.ASKING, asked_at=now, due_at=now + limit)


def spread(items: Sequence[int], told: Mapping[int, frozenset[str]], size: int, *, seed: int) -> list[int]:
    """So many of the items, mixed by the seed; as far as there are enough, no two that rest on the same words.

    `told` are the words shown with each one's key: whoever has read them knows the other's answer.
    """
    mixed = list(items)
    random.Random(seed).shuffle(mixed)  # noqa: S311 - nothing secret hangs on it
    first: list[int] = []
    heard: set[str] = set()
    for item in mixed:
        if not heard & told.get(item, frozenset()):
            first.append(item)
            heard |= told.get(item, frozenset())
    rest = [item for item in mixed if item not in first]
    return (first + rest)[: max(0, size)]


def count_pause(elapsed_secs: float, *, least: float = 3.0) -> float:
    """Seconds until the count of answers is shown anew: 3 at first, then as long again as the question has stood."""
    return max(least, elapsed_secs)
