"""Of which class is a fact? The rows of the table."""

import re

_DURATIONS = frozenset(
    {
        "second",
        "minute",
        "hour",
        "day",
        "night",
        "week",
        "fortnight",
        "month",
        "year",
        "decade",
        "century",
        "millennium",
    }
)
_PERCENT = frozenset({"%", "percentage point", "basis point", "per mille", "‰"})
_COINS = frozenset(
    {"cent", "penny", "shilling", "franc", "mark", "gold mark", "lira", "crown", "florin", "ducat", "guilder"}
    | {"drachma", "denarius", "talent", "sesterce", "guinea", "thaler"}
)
_MEASURE = re.compile(
    r"\b(?:\w*met(?:re|er)|mile|foot|inch|yard|fathom|micron|light-year|parsec|astronomical unit|acre|hectare"
    r"|\w*gram|pound|ounce|stone|ton|tonne|carat|\w*lit(?:re|er)|gallon|pint|barrel|bushel|degree(?: \w+)?|kelvin"
    r"|\w*watt|\w*watt-hour|\w*volt|ampere|\w*hertz|\w*joule|\w*pascal|newton|calorie|kilocalorie|\w*byte|bit"
    r"|knot|decibel|bar|atmosphere|mole|horsepower|solar mass|arcsecond|\w+ of mercury)$"
)
DATES = ("day", "month", "year", "decade", "century", "season, quarter, half", "range", "BC", "no year known")
FIGURES = ("money", "percent", "duration, age", "measure", "ordinal", "score", "times", "count", "bare number")


def date_class(edtf: str | None) -> str:
    """The class of a date by its value."""
    if edtf is None:
        return "no year known"
    value = edtf.replace("~", "").replace("?", "")
    if value.startswith("-") or value == "0000":
        return "BC"
    if "/" in value:
        return "range"
    if "X" in value:
        return "decade" if value.count("X") == 1 else "century"
    parts = value.split("-")
    if len(parts) == 2 and parts[1].isdigit() and int(parts[1]) > 12:
        return "season, quarter, half"
    return ("year", "month", "day")[min(len(parts), 3) - 1]


def figure_class(unit: str | None) -> str:
    """The class of a figure by its unit."""
    if unit is None:
        return "bare number"
    if unit in {"ordinal", "score"}:
        return str(unit)
    if unit == "time":
        return "times"
    if unit in _PERCENT:
        return "percent"
    if unit in _DURATIONS:
        return "duration, age"
    if unit in _COINS or re.fullmatch("[A-Z]{3}", unit):
        return "money"
    head = unit.split(" per ")[0]
    return "measure" if _MEASURE.search(head) or _MEASURE.search(unit) else "count"
