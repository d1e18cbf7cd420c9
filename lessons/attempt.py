"""What did a learner answer, and what did it change? One line of the log from which memory can be rebuilt."""

from dataclasses import dataclass
from datetime import datetime

from lessons.confidence import Confidence
from lessons.grade import Verdict
from lessons.memory import Memory
from lessons.rating import Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One counted answer. `id` is None until stored; `before` is None for the first answer to an item.

    `said` is what was typed, or the options tapped, a line each. `undone_at` is set when the learner took it back.
    A `drill` only practises what was just missed: memory is after it what it was before. `confidence` is what the
    learner said of the answer before they saw the key; None where they were not asked, or did not say.
    """

    learner_id: int
    item_id: int
    session_id: int
    step: int
    said: str
    verdict: Verdict
    fraction: float
    rating: Rating
    at: datetime
    after: Memory
    before: Memory | None = None
    elapsed_secs: float | None = None
    hinted: bool = False
    response_key: str | None = None
    undone_at: datetime | None = None
    drill: bool = False
    confidence: Confidence | None = None
    id: int | None = None
