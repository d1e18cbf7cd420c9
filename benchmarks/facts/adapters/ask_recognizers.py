"""What do the Recognizers-Text find? Numbers, money, percent, measures, ages and dates; the longest reading wins."""

# mypy: ignore-errors
# It runs in the rival's own environment, which mypy does not see.

import re
import sys
import warnings
from typing import Any

warnings.simplefilter("ignore")

from harness import Entry, date, figure, join_ranges, run  # noqa: E402
from recognizers_date_time import recognize_datetime  # noqa: E402
from recognizers_number import recognize_number, recognize_ordinal, recognize_percentage  # noqa: E402
from recognizers_number_with_unit import (  # noqa: E402
    recognize_age,
    recognize_currency,
    recognize_dimension,
    recognize_temperature,
)

FIGURES = (
    recognize_number,
    recognize_ordinal,
    recognize_percentage,
    recognize_currency,
    recognize_dimension,
    recognize_temperature,
    recognize_age,
)
MONEY = {"Dollar": "USD", "United States dollar": "USD", "Pound": "GBP", "British pound": "GBP", "Euro": "EUR"}
UNITS = {"C": "degree Celsius", "F": "degree Fahrenheit", "Meter": "metre", "Kilometer": "kilometre"}
SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


def unit(name: str, kind: str) -> str:
    """Our word for its unit."""
    if kind == "currency":
        return MONEY.get(name, name.lower())
    return UNITS.get(name) or name.lower().replace("meter", "metre").replace("liter", "litre")


def edtf(timex: str) -> str | None:
    """Its TIMEX to EDTF; "" where it names no date of ours."""
    if between := re.fullmatch(r"\(([^,]+),([^,]+),[^)]*\)", timex):
        low, high = edtf(between[1]), edtf(between[2])
        return f"{low}/{high}" if low and high else None if None in (low, high) else ""
    if re.match(r"XXXX-\d\d", timex):
        return None
    timex = timex.split("T", maxsplit=1)[0]
    if season := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", timex):
        return f"{season[1]}-{SEASONS[season[2]]}"
    return timex if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", timex) else ""


SPAN = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])")
DURATIONS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}


def find(text: str, _: str | None) -> list[Entry]:
    """Its dates, and the figures that do not lie in a date or in a longer figure."""
    times = [result for result in recognize_datetime(text, "en-us") if result.end >= result.start]
    dates = [_date(text, result) for result in times]
    figures = [_duration(text, result) for result in times if result.type_name.endswith(".duration")]
    figures += [_figure(text, result) for ask in FIGURES for result in ask(text, "en-us")]
    kept: list[Entry] = join_ranges(text, [each for each in dates if each])
    for entry in sorted([each for each in figures if each], key=lambda each: each["start"] - each["end"]):
        if all(entry["end"] <= other["start"] or entry["start"] >= other["end"] for other in kept):
            kept.append(entry)
    return kept


def _date(text: str, result: Any) -> Entry | None:
    values = (result.resolution or {}).get("values") or [{}]
    value = edtf(values[0].get("timex", ""))
    return None if value == "" else date(text, result.start, result.end + 1, value)


def _duration(text: str, result: Any) -> Entry | None:
    span = SPAN.fullmatch(((result.resolution or {}).get("values") or [{}])[0].get("timex", ""))
    if not span:
        return None
    return figure(text, result.start, result.end + 1, float(span[2]), DURATIONS[span[1] + span[3]])


def _figure(text: str, result: Any) -> Entry | None:
    value = (result.resolution or {}).get("value")
    try:
        number = float(str(value).rstrip("%"))
    except ValueError:
        return None
    named = (result.resolution or {}).get("unit")
    ours = {"percentage": "%", "ordinal": "ordinal"}.get(result.type_name)
    return figure(
        text, result.start, result.end + 1, number, ours or (unit(named, result.type_name) if named else None)
    )


sys.setrecursionlimit(10_000)
run(find)
