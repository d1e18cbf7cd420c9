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


GAVE_UP = "gave_up"
"""The reason of a grade for "I don't know": no answer by itself, a wrong try in a sitting."""

REASON_DATA: Mapping[str, tuple[str, ...]] = {
    # Right
    "exact": (),  # what the key says
    "accepted": (),  # one of the author's other answers
    "rounded": (),  # agrees with the key as far as it goes
    "slightly_off": ("off",),  # at most half a percent away; `off` percent
    "within_tolerance": (),  # inside the margin that the author set
    "converted": ("unit",),  # right, in another unit; `unit` is the code of the one used
    "share_as_fraction": ("meant",),  # 0.4 read as 40 %
    "spelling": (),  # right but for a slip of the pen
    "close": ("off",),  # `off`: percent away from the key
    "range_holds": (),  # a narrow range around the key
    "day_off": (),  # a date one day away
    "part_missing": ("part",),  # right so far; `part` ("day", "month", "year") was not said
    # Partly right
    "near": ("off",),
    "year_only": (),  # the right year of a full date
    "year_off": ("years",),  # by so many years
    "wrong_day": (),  # right month and year
    "partly": (),  # an answer for which the author gives half
    "size_slip": ("times",),  # right digits; `times` too large (or, below 1, too small)
    "in_period": (),  # a year inside the decade or the years asked for
    "month_only": (),  # the right month, and nothing else
    "decade_only": (),  # the right decade
    "century_only": (),  # the right century, and nothing else
    "wrong_month": (),  # right year, wrong month
    "missing_scale": ("scale",),  # right digits without "billion"; `scale` is the power of ten
    "wrong_unit": ("said", "unit"),  # right number; codes of the unit said and the one asked
    "some_right": ("right", "of"),  # so many of the options, places or pairs
    # Wrong
    "too_low": (),
    "too_high": (),
    "range_wide": (),  # a range so wide that it says little
    "wrong_date": (),
    "too_vague": (),  # a year where day and month are asked
    "too_early": (),
    "too_late": (),
    "wrong_count": (),  # a small count, which must be exact
    "wrong_option": (),
    "wrong_text": (),
    "wrong_order": (),
    "known_mistake": (),  # the author foresaw it; `feedback` tells
    "gave_up": (),  # "I don't know"
    # Guesses
    "estimate": ("times",),  # `times` the key: 1 is exact
    # Asked again
    "no_number": (),
    "no_date": (),
    "other_calendar": (),  # a date of another calendar, not told fully enough to be turned into ours
    "several": (),  # several figures or dates: which is meant?
    "no_option": (),
    "not_yes_or_no": (),
    "no_order": ("count",),  # so many things are to be placed
    "no_pairs": ("count",),  # so many things are to be matched
    "too_long": (),
    "empty": (),
}
"""Every reason that a grade can have, with the keys of its data; the bot has a sentence for each.

Where a date was read, `data` also holds it as "edtf".
"""

REASONS: frozenset[str] = frozenset(REASON_DATA)
