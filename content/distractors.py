"""Which wrong answers are believable? Near in size, same look, and never also true."""

from calendar import monthrange
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from content.looks import DateLook, Look, dress

GAP = Decimal("0.09")
"""Options lie at least this share of the larger one apart."""

_FACTORS = tuple(
    Decimal(text)
    for text in ("0.75", "1.25", "0.6", "1.5", "0.85", "1.4", "0.5", "1.75", "0.7", "2", "0.65", "1.6", "0.4", "2.5")
)
_KIN_GAP = Decimal("0.02")
"""The same for figures that the text itself sets side by side."""

_PLAIN_MULTIPLES = {Decimal("0.5"): Decimal("0.45"), Decimal(2): Decimal("2.1")}
"""Half and double of a figure of several digits point at it: they are what it has in common with the others."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What no option may cross: open bounds on the plain value, and values that are true or shown."""

    above: Decimal | None = None
    below: Decimal | None = None
    never: frozenset[Decimal] = frozenset()

    def allow(self, value: Decimal) -> bool:
        """Does the value lie inside, and is it nobody's true value?"""
        if self.above is not None and value <= self.above:
            return False
        if self.below is not None and value >= self.below:
            return False
        return all(apart(value, true) for true in self.never)


def sides(key: Decimal, shown: Iterable[Decimal]) -> tuple[Decimal | None, Decimal | None]:
    """The nearest shown figures below and above the key: options stay between them (no option contradicts the stem)."""
    lower = [value for value in shown if value < key]
    upper = [value for value in shown if value > key]
    return (max(lower) if lower else None, min(upper) if upper else None)


def apart(one: Decimal, other: Decimal, gap: Decimal = GAP) -> bool:
    """Are two figures far enough apart to be told from each other?"""
    return abs(one - other) >= gap * max(abs(one), abs(other))


def figures(
    key: Look,
    pool: Sequence[Decimal],
    limits: Limits,
    chance: int,
    *,
    accept: Callable[[str], bool] = bool,
    kin: Collection[Decimal] = (),
) -> tuple[str, ...]:
    """Up to three wrong figures written like the key, in ascending order; () where two cannot be had.

    `pool` holds plain values in order of preference (siblings first). `chance` fixes the key's rank before any option
    is drawn. `accept` may refuse a text ("an" before "8"). `kin` are those of the pool that may lie nearer to the key.
    """
    made = _invented(key, chance) if not key.worded and key.value > 20 else _neighbours(key)
    texts: dict[Decimal, str] = {}
    chosen: list[Decimal] = []
    for value in (*_fitting(key, pool), *made):
        mantissa = value.scaleb(-key.scale)
        text = dress(key, mantissa)
        if text is None or value in texts or not limits.allow(value) or not accept(text):
            continue
        gap = _KIN_GAP if value in kin else GAP
        if value != key.value and (_small(key) or all(apart(value, other, gap) for other in (key.value, *chosen))):
            texts[value] = text
            chosen.append(value)
    picked = around(key.value, chosen, chance)
    return tuple(texts[value] for value in sorted(picked)) if len(picked) >= 2 else ()


def _small(key: Look) -> bool:
    """Small whole numbers may be neighbours: 7 and 8 are as different as 7 and 9; 14 and 15 are nearly alike."""
    return key.value <= 12 and not key.decimals


def around(key: Decimal, values: Sequence[Decimal], chance: int) -> tuple[Decimal, ...]:
    """The first fitting values so that the key stands at the rank that `chance` fixed; fewer where a side is short."""
    rank = chance % 4
    below = [value for value in values if value < key]
    above = [value for value in values if value > key]
    low = min(rank, len(below))
    high = min(3 - rank, len(above))
    if low + high < 2:
        low, high = min(2, len(below)), min(2, len(above))
    return (*below[:low], *above[:high])


def _fitting(key: Look, pool: Sequence[Decimal]) -> list[Decimal]:
    """Values of the document that can wear the key's clothes: 0.3 to 3 times its size, as many digits and decimals."""
    fitting = []
    for value in pool:
        if not key.value * Decimal("0.3") <= value <= key.value * 3:
            continue
        mantissa = value.scaleb(-key.scale)
        if round(mantissa, key.decimals) != mantissa or (key.decimals and mantissa == int(mantissa)):
            continue
        if abs(_digits(mantissa, key.decimals) - key.digits) <= (1 if key.digits < 4 else 0):
            fitting.append(value)
    return fitting


def _digits(mantissa: Decimal, decimals: int) -> int:
    text = str(round(mantissa, decimals)) if decimals else str(int(mantissa)).rstrip("0")
    return len(text.replace(".", "").lstrip("0")) or 1


def _invented(key: Look, chance: int) -> list[Decimal]:
    """The key times some factors, rounded to as many digits as the key shows; the order depends on `chance`."""
    turn = (chance // 4) % 4
    factors = _FACTORS[turn * 2 :] + _FACTORS[: turn * 2]
    made = []
    for index, factor in enumerate(factors):
        wanted = key.mantissa * (_PLAIN_MULTIPLES.get(factor, factor) if key.digits > 1 else factor)
        made.append(_rounded(wanted, key, chance + index).scaleb(key.scale))
    return made


def _rounded(value: Decimal, key: Look, chance: int) -> Decimal:
    """`value` with the key's number of digits, its last one not a zero where the key's is none."""
    if key.decimals:
        step = Decimal(1).scaleb(-key.decimals)
        rounded = value.quantize(step)
        return rounded + step * (1 + chance % 8) if rounded == int(rounded) else rounded
    whole = int(value)
    zeros = len(str(int(key.mantissa))) - len(str(int(key.mantissa)).rstrip("0"))
    zeros += len(str(whole)) - len(str(int(key.mantissa)))
    exact = int(key.mantissa) % 10 and (key.digits > 2 or (key.digits > 1 and whole < 1000))
    unit = 1 if exact else 10 ** max(0, zeros)
    rounded_whole = max(1, round(whole / unit)) * unit
    if (key.digits > 2 or (key.digits == 2 and unit == 1)) and rounded_whole % (unit * 10) == 0:
        rounded_whole += unit * (1 + chance % 8)
    return Decimal(rounded_whole)


def _neighbours(key: Look) -> list[Decimal]:
    """Whole numbers about a small key, nearest but one first: 9 gives 7, 11, 8, 12, …"""
    value = int(key.mantissa)
    if key.mantissa != value:
        return []
    step = 5 if value % 5 == 0 and value > 5 else 1 if value <= 20 else 4
    offsets = (-2, 2, -1, 3, 1, -3, 4, 5, -4, 7, -6) if value > 6 else (1, 2, -1, 3, -2, 4)
    return [Decimal(value + step * off).scaleb(key.scale) for off in offsets if value + step * off > 1]


def years(
    key: int,
    pool: Sequence[int],
    chance: int,
    *,
    low: int | None,
    high: int | None,
    never: frozenset[int],
    step: int = 1,
) -> tuple[int, ...]:
    """Up to three wrong years in time order, from the document where they lie near; () where two cannot be had.

    `low` and `high` are open bounds; `step` 4 for elections and Games.
    """
    reach = 12 if key > 1900 else 16 if key > 1700 else 30
    near = [year for year in pool if 0 < abs(year - key) <= reach and (year - key) % step == 0]
    spread = (2, 1, 3, 4, 5, 6, 8, 7) if key > 1900 else (3, 5, 2, 8, 4, 11, 6, 9)
    turn = (chance // 4) % 3
    offsets = spread[turn:] + spread[:turn]
    made = [year for off in offsets for year in (key - off * step, key + off * step)]
    chosen: list[int] = []
    for year in (*near, *made):
        inside = (low is None or year > low) and (high is None or year < high)
        if inside and year > 0 and year != key and year not in never and year not in chosen:
            chosen.append(year)
    values = around(Decimal(key), [Decimal(year) for year in chosen], chance)
    return tuple(sorted(int(value) for value in values)) if len(values) >= 2 else ()


def dates(
    key: DateLook,
    chance: int,
    allow: Callable[[int | None, int | None, int | None], bool],
    free: Sequence[int] | None = None,
) -> tuple[str, ...]:
    """Three wrong dates in time order: with a year, a two by two grid; without one, other days near by.

    The grid keeps the key from being the meeting point of the others: two days (or months) times two years. `free` are
    the years that fit best, where what stands around tells; where it leaves none, only day or month is varied.
    """
    if key.month is None:
        return ()
    chosen = _grid(key, chance, allow, free) or _days_near(key, chance, allow)
    real = [(y, m, d) for y, m, d in chosen if _is_a_day(y, m, d)]
    sign = -1 if key.before_christ else 1
    kept = sorted({(sign * (y or 0), m, d or 0): key.write(y, m, d) for y, m, d in real}.items())
    right = key.write(key.year, key.month, key.day)
    texts = tuple(text for _, text in kept if text != right)
    return texts if len(texts) >= 2 else ()


_NEAR_MONTHS = 3
Days = list[tuple[int | None, int, int | None]]


def _grid(
    key: DateLook, chance: int, allow: Callable[[int | None, int | None, int | None], bool], free: Sequence[int] | None
) -> Days:
    """Another year, another day, and both; nothing where no other year can be."""
    if key.year is None or key.month is None or (free is not None and not free):
        return []
    first = key.year + (1 if chance % 2 else -1) * (1 + (chance // 8) % 2)
    if free and first not in free:
        first = free[chance % 2 % len(free)]
    step = (1 if chance // 2 % 2 else -1) * (9 if chance // 4 % 2 else 17)
    for year in dict.fromkeys((first, key.year - 1, *(free or ()))):
        for days in (step, -step):
            month, day = _moved(key, days)
            if abs(month - key.month) > _NEAR_MONTHS:
                continue  # from January back into the December of the same year
            made: Days = [(year, key.month, key.day), (key.year, month, day), (year, month, day)]
            if all(allow(*parts) for parts in made):
                return made
    return []


def _days_near(key: DateLook, chance: int, allow: Callable[[int | None, int | None, int | None], bool]) -> Days:
    """Other days (or months) of the same year."""
    shift = ((7, 15, -9), (-8, 6, 17), (-16, -7, 8), (-23, -14, -6))[3 - chance % 4]
    wider = (*shift, 12, -12, 20, -20, 27, -27)
    every: Days = [(key.year, month, day) for month, day in (_moved(key, days) for days in wider)]
    near = [parts for parts in dict.fromkeys(every) if key.month and abs(parts[1] - key.month) <= _NEAR_MONTHS]
    fitting = [parts for parts in near if allow(*parts)]
    return fitting[:3]


def _is_a_day(year: int | None, month: int, day: int | None) -> bool:
    """Is there such a day in the calendar? The 29th of February is not in every year."""
    return day is None or day <= monthrange(year or 2000, month)[1]


def _moved(key: DateLook, days: int) -> tuple[int, int | None]:
    """Another day and month near the key's (another month where only the month is asked)."""
    assert key.month is not None
    if key.day is None:
        return ((key.month - 1 + (2 if abs(days) > 12 else 1) * (1 if days > 0 else -1)) % 12 + 1, None)
    if key.day == 1:  # what begins on the first of a month could as well have begun on another first
        return ((key.month - 1 + (2 if abs(days) > 12 else 3) * (1 if days > 0 else -1)) % 12 + 1, 1)
    year = key.year or 2001
    day, month = key.day + days, key.month
    while day < 1:
        month = (month - 2) % 12 + 1
        day += monthrange(year, month)[1]
    while day > monthrange(year, month)[1]:
        day -= monthrange(year, month)[1]
        month = month % 12 + 1
    if (month, day) == (2, 29):
        day = 28
    return (month, day)
