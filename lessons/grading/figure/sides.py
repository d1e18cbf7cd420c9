"""Does the answer put the figure on the wrong side? "Less than 40,000" is not "more than 40,000"."""

import re
from dataclasses import replace

from lessons.grade import Grade, Verdict

_LESS = re.compile(
    r"(?<!no )(?<!not )(?<!nicht )(?<!pas )(?<!não )(?<!не )(?<!tidak )(?<!कम )"
    r"(?:(?<!\w)(?:less than|fewer than|under|below|at most|weniger als|unter|höchstens"
    r"|moins de|menos de|como mucho|no máximo"
    r"|меньше|менее|менше|менш ніж|کمتر از|حداکثر|kurang dari|paling banyak)(?!\w)|से कम|^\s*[<≤])",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?<!no )(?<!not )(?<!nicht )(?<!pas )(?<!não )(?<!не )(?<!tidak )"
    r"(?:(?<!\w)(?:more than|over|above|at least|exceed\w*|upwards? of|mehr als|über|mindestens"
    r"|plus de|au moins|más de|al menos|mais de|pelo menos|больше|более|свыше|понад|більше|більш ніж"
    r"|بیش از|بیشتر از|حداقل|lebih dari|setidaknya|sedikitnya)(?!\w)"
    r"|से (?:अधिक|ज़्यादा|ज्यादा)|कम से कम|^\s*[>≥])",
    re.IGNORECASE,
)


_UP_TO = re.compile(
    r"\b(?:up to|as many as|as much as|no more than|not more than|bis zu|jusqu|hasta|até|до|hingga)", re.IGNORECASE
)
"""What sets a limit above in a key; learners may say it of any figure."""


def on_its_side(grade: Grade, said: str, key: str) -> Grade:
    """The grade, but wrong where the very figure is said to be the limit on the other side of what the key says."""
    if grade.verdict is not Verdict.EXACT:
        return grade
    for mine, other, reason in ((_LESS, _MORE, "too_low"), (_MORE, _LESS, "too_high")):
        limit = other.search(key) or (other is _LESS and _UP_TO.search(key))
        if limit and mine.search(said) and not mine.search(key) and not other.search(said):
            return replace(grade, verdict=Verdict.WRONG, fraction=0, reason=reason, data={})
    return grade
