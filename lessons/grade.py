"""How right is a response?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Verdict(StrEnum):
    """What a response turned out to be. The values are part of the command line (`lectern grade`)."""

    EXACT = "exact"
    CLOSE = "close"
    NEAR = "near"
    SIZE_SLIP = "size_slip"
    MISSING_SCALE = "missing_scale"
    WRONG_UNIT = "wrong_unit"
    WRONG = "wrong"
    UNREADABLE = "unreadable"


class Band(StrEnum):
    """The four things that a verdict can mean to a learner."""

    RIGHT = "right"
    PARTIAL = "partial"
    WRONG = "wrong"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Grade:
    """A verdict with its credit (0 to 1) and the reason, as a code and its data, never as a sentence.

    `understood` is how the response was read ("11.3 billion"), None if it could not be. `feedback` is what the pack's
    author wrote for exactly this answer.
    """

    verdict: Verdict
    fraction: float
    reason: str = ""
    data: Mapping[str, str] = field(default_factory=dict)
    understood: str | None = None
    feedback: str | None = None

    @property
    def band(self) -> Band:
        """Right from 0.75 credit up, partly right above nothing; a response that was not understood is neither."""
        if self.verdict is Verdict.UNREADABLE:
            return Band.UNREADABLE
        if self.verdict in (Verdict.EXACT, Verdict.CLOSE):
            return Band.RIGHT
        return Band.PARTIAL if self.fraction > 0 else Band.WRONG
