"""How is a figure or a date dressed, and how would another one look in the same clothes?"""

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from content.record import record
from lessons.languages import language

_NUMERAL = re.compile(r"\d{1,3}(?:[,   ]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?")
_SCALE = re.compile(r"\s?(hundred|thousand|million|billion|trillion|bn|mn|tn|m|k)\b", re.IGNORECASE)
_MONEY = re.compile(r"[$£€¥₹]\s?$|\b[A-Z]{3}\s?$")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)?")
_TENS = {20, 30, 40, 50, 60, 70, 80, 90}


@record
class Look:
    """A figure as printed: `before` and `after` are the words around the numeral, `mantissa` what the numeral says.

    `after` starts with the scale word where there is one; `scale` is its power of ten. `group` is the sign that parts
    thousands, "" for none. `worded` figures are spelled out ("nine").
    """

    before: str
    after: str
    mantissa: Decimal
    decimals: int
    group: str
    scale: int
    worded: bool = False
    capital: bool = False
    """A worded figure begins its sentence."""

    @property
    def value(self) -> Decimal:
        """The plain number, scale included."""
        return self.mantissa.scaleb(self.scale)

    @property
    def digits(self) -> int:
        """Significant digits as written: 400,000 has one, 11.3 three."""
        if self.decimals:
            return max(1, len(str(self.mantissa).replace(".", "").lstrip("0")))
        return max(1, len(str(int(self.mantissa)).rstrip("0")))


@lru_cache(maxsize=1024)
def look(words: str) -> Look | None:
    """How those words print their one figure; None where they hold none, or two."""
    found = list(_NUMERAL.finditer(words))
    if not found:
        return _worded(words)
    if len(found) > 1:
        return None
    match = found[0]
    text = match.group()
    group = next((sign for sign in ",   " if sign in text), "")
    try:
        mantissa = Decimal(text.replace(group, "") if group else text)
    except InvalidOperation:
        return None
    after = words[match.end() :]
    scale = _scale(words[: match.start()], after)
    power = language("en").scales.get(scale.group(1).lower(), 0) if scale else 0
    decimals = len(text.partition(".")[2])
    return Look(words[: match.start()], after, mantissa, decimals, group, power)


def _scale(before: str, after: str) -> re.Match[str] | None:
    """The scale word after a numeral; a single letter counts after a sign of money only (not in "490 m")."""
    match = _SCALE.match(after)
    if match and len(match.group(1)) == 1 and not _MONEY.search(before):
        return None
    return match


def _worded(words: str) -> Look | None:
    """The look of a figure spelled out in one word, "nine" or "twenty-four"."""
    numbers = language("en").numbers
    for match in _WORD.finditer(words):
        parts = match.group().lower().split("-")
        if parts[0] not in numbers or parts[0] in ("dozen", "score"):
            continue
        compound = len(parts) == 2 and numbers[parts[0]] in _TENS and numbers.get(parts[1], 99) < 10
        length = len(match.group()) if compound else len(parts[0])
        value = numbers[parts[0]] + (numbers[parts[1]] if compound else 0)
        after = words[match.start() + length :]
        scale = _SCALE.match(after)
        power = language("en").scales.get(scale.group(1).lower(), 0) if scale else 0
        return Look(
            words[: match.start()], after, Decimal(value), 0, "", power, worded=True, capital=match.group()[0].isupper()
        )
    return None


def spelled(value: int) -> str | None:
    """A whole number up to 99 in words; None beyond."""
    names = {number: word for word, number in language("en").numbers.items() if word not in ("dozen", "score")}
    if value in names:
        return names[value]
    ten, one = divmod(value, 10)
    return f"{names[ten * 10]}-{names[one]}" if 2 <= ten <= 9 else None


def dress(like: Look, mantissa: Decimal) -> str | None:
    """The figure `mantissa` written as `like` is written; None where it cannot be without looking odd."""
    if like.worded:
        word = spelled(int(mantissa)) if mantissa == int(mantissa) else None
        if word is None:
            return None
        return f"{like.before}{word.capitalize() if like.capital else word}{like.after}"
    if like.scale and not 1 <= mantissa < 1000:
        return None
    if not like.group and mantissa >= 1000 > like.mantissa:
        return None
    number = f"{mantissa:,.{like.decimals}f}"
    return f"{like.before}{number.replace(',', like.group) if like.group else number.replace(',', '')}{like.after}"


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = re.compile(
    rf"^(?:(?P<m1>{_MONTH})\s+(?P<d1>\d{{1,2}})(?!\d)(?P<s1>st|nd|rd|th)?|(?P<d2>\d{{1,2}})(?P<s2>st|nd|rd"
    rf"|th)?\s+(?P<m2>{_MONTH})"
    rf"|(?P<m3>{_MONTH}))?(?P<gap>,?\s*)"
    r"(?:(?P<year>\d{3,4}|\d{1,4}(?= [BAC]))(?P<era> (?:BCE?|AD|CE))?)?$"
)


@record
class DateLook:
    """A calendar date as printed: `pattern` holds {day} {month} {year} where they stood."""

    pattern: str
    year: int | None
    month: int | None
    day: int | None
    suffix: bool
    short: bool
    before_christ: bool = False

    def write(self, year: int | None, month: int | None, day: int | None) -> str:
        """Another date in the same clothes."""
        name = _MONTHS[month - 1] if month else ""
        number = f"{day}{_suffix(day) if self.suffix else ''}" if day else ""
        return self.pattern.format(day=number, month=name[:3] if self.short else name, year=year or "")


@lru_cache(maxsize=1024)
def date_look(words: str) -> DateLook | None:
    """How those words print a date; None for anything but years, months and days in plain order."""
    match = _DATE.match(words)
    if match is None or not words:
        return None
    name = match["m1"] or match["m2"] or match["m3"]
    day = match["d1"] or match["d2"]
    month = language("en").months.get(name.rstrip(".").lower()) if name else None
    if name and month is None:
        return None
    if match["d1"]:
        front = "{month} {day}"
    elif match["d2"]:
        front = "{day} {month}"
    else:
        front = "{month}" if name else ""
    year = match["year"]
    short = bool(name) and len(name) <= 4 and name.rstrip(".") != _MONTHS[(month or 1) - 1]
    pattern = front + (match["gap"] if year and front else "") + ("{year}" if year else "") + (match["era"] or "")
    if match["era"] and not (year and front):
        return None  # a year alone is told otherwise
    suffix = bool(match["s1"] or match["s2"])
    made = DateLook(
        pattern, int(year) if year else None, month, int(day) if day else None, suffix, short, _is_before(match["era"])
    )
    return made if made.write(made.year, made.month, made.day) == words else None


def _is_before(era: str | None) -> bool:
    """Does the sign behind the year count backwards?"""
    return era is not None and era.startswith(" B")


def _suffix(day: int) -> str:
    return "th" if 10 < day % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def numeral_end(words: str, shape: Look) -> int:
    """Where the numeral and its scale word end in those words."""
    end = len(words) - len(shape.after)
    scale = _scale(shape.before, shape.after)
    return end + scale.end() if scale else end
