"""Which days do the Gregorian and the Julian calendar have, and how far apart do they lie? Any year, astronomically."""

_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def exists(year: int | None, month: int | None, day: int | None, *, julian: bool = False) -> bool:
    """Whether the calendar has that day; an unknown year is a leap year."""
    if month is None:
        return day is None
    if not 1 <= month <= 12:
        return False
    return day is None or 1 <= day <= days_in(year, month, julian=julian)


def days_in(year: int | None, month: int, *, julian: bool = False) -> int:
    """The days of that month."""
    leap = year is None or (year % 4 == 0 and (julian or year % 100 != 0 or year % 400 == 0))
    return 29 if month == 2 and leap else _MONTH_DAYS[month - 1]


def day_number(year: int, month: int, day: int, *, julian: bool = False) -> int:
    """The Julian day number (at noon) of a Gregorian or Julian date of any year."""
    # Richards' algorithm (Explanatory Supplement to the Astronomical Almanac, 3rd edition, 15.11).
    shift = (14 - month) // 12
    y, m = year + 4800 - shift, month + 12 * shift - 3
    days = day + (153 * m + 2) // 5 + 365 * y + y // 4
    return days - 32083 if julian else days - y // 100 + y // 400 - 32045


def from_day_number(number: int) -> tuple[int, int, int]:
    """The Gregorian year, month and day of a Julian day number."""
    a = number + 32044
    b = (4 * a + 3) // 146097
    c = a - 146097 * b // 4
    d = (4 * c + 3) // 1461
    e = c - 1461 * d // 4
    m = (5 * e + 2) // 153
    return 100 * b + d - 4800 + m // 10, m + 3 - 12 * (m // 10), e - (153 * m + 2) // 5 + 1
