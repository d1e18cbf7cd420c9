"""Which figures of a table are of one size, and which are the sums of others?"""

import re
from collections.abc import Sequence

_OF_ONE_SIZE, _APART = 3, 0.03
TOTAL = re.compile(
    r"^(?:(?:grand |sub|net |gross )?(?:total|sum|all|altogether|overall|average|mean|others?"
    r"|none|no (?:answer|reply|opinion)|don[’']t know|not known|unknown|rest"
    r"|surplus|deficit|balance)\b|(?:income|expenditure|spending|receipts|payments|costs|result|world)$)",
    re.IGNORECASE,
)
"""Names of rows that sum up others, or hold what none of these does."""
SUM = re.compile(
    r"(?:(?:grand |overall )?total\b(?! number)|(?:net )?(?:surplus|deficit|profit|loss)\b|(?:all|whole)(?: [a-z]+)?$"
    r"|(?:world|altogether)$|(?:income|expenditure|spending|receipts|payments|revenue|turnover|result)$)",
    re.IGNORECASE,
)
"""A total that the whole table comes to, which is its main figure."""
_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")


def near(one: float, other: float) -> bool:
    """Are two figures of one size, so that neither stands out, and yet far enough apart to be told from each other?"""
    low, high = sorted((abs(one), abs(other)))
    return high <= _OF_ONE_SIZE * low and high - low >= _APART * high


def sums_up(rows: Sequence[Sequence[str]], columns: Sequence[int], row: int) -> bool:
    """Is the row's figure, in two columns or in the only one, the sum of the other rows' figures?"""
    right = 0
    for column in columns:
        figures = [value_of(cells[column]) for cells in rows]
        others = [value for at, value in enumerate(figures) if at != row and value is not None]
        own = figures[row]
        if own is None or own <= 0:
            continue
        whole = len(others) > 1 and abs(sum(others) - own) <= own / 200
        right += whole or _sums_up_above(figures[:row], own)
    return right >= min(2, len(columns)) > 0


def _sums_up_above(above: list[float | None], own: float) -> bool:
    """Is the figure the sum of the two or more right above it?"""
    total = 0.0
    for count, value in enumerate(reversed(above), start=1):
        total += value or 0.0
        if count > 1 and abs(total - own) <= own / 200:
            return True
    return False


def value_of(cell: str) -> float | None:
    """The one figure of a cell; None where it holds none, or several."""
    found = _NUMERAL.findall(cell)
    return float(found[0].replace(",", "")) if len(found) == 1 else None
