"""Which stretches of time can typed words be? "1939–1945", "from June to August 1942", "1939-45"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lessons.typed.dates.reading import DateReading
from lessons.typed.dates.single import single

_MOST_SPLITS = 6
"""Places at which a stretch may be parted; more are no date."""
ENGLISH_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_SPLIT = re.compile(
    r"\s*(?:–|\s-\s|\bto\b|\btill\b|\buntil\b|\bthrough\b|\bthru\b|\bs/d\b|\bbis\b|\bhasta\b|\ba\b|\bà\b|\bau\b|\bal\b|\bao\b|\bпо\b|\bдо\b|\bat[eé]\b"
    r"|\bتا\b|(?<=\s)से(?=\s)|\bsampai\b|\bhingga\b|\band\b|\by\b|\bund\b|\bet\b|\be\b|\bи\b|(?<=\d)-(?=['’]?\d)|(?<=\d\.)-(?=\d)|(?<=[^\W\d_])-(?=\w)|&|→|/|\.\.)\s*"
)


def stretches(text: str, code: str) -> Iterator[DateReading]:
    """ "1939–1945", "from June to August 1942", "1939-45": two dates; what one lacks the other gives."""
    splits = list(_SPLIT.finditer(text))
    for split in splits if len(splits) <= _MOST_SPLITS else ():
        left, right = text[: split.start()], text[split.end() :]
        if not left.strip() or not right.strip():
            continue
        ends, starts = single(right, code), single(left, code)
        if not starts and any(end.date.unit == "century" for end in ends):  # "16th to 17th century"
            starts = single(f"{left} century", code)
        for one, other, text_of in ((starts, ends, right), (ends, starts, left)):
            month = next((reading.date.month for reading in one if 1 <= (reading.date.month or 0) <= 12), None)
            if month and not any(reading.date.month and reading.date.unit == "day" for reading in other):
                lent = single(f"{ENGLISH_MONTHS[month - 1]} {text_of}", code)
                ends, starts = (lent + ends, starts) if text_of is right else (ends, lent + starts)
        for end in ends:
            for start in starts:
                yield from _paired(*_in_one_era(start, end))


def _in_one_era(start: DateReading, end: DateReading) -> tuple[DateReading, DateReading]:
    """ "218 to 201 BC": the era that is said once holds for both, where both are years."""
    if end.bc and start.bc is None and start.date.unit == end.date.unit == "year" and start.date.year is not None:
        start = replace(start, date=replace(start.date, year=1 - start.date.year), short=False, bc=True)
    return start, end


def _paired(start: DateReading, end: DateReading) -> Iterator[DateReading]:
    first, last = start.date, end.date
    if first.year is None and last.year is not None:
        first, start = replace(first, year=last.year), replace(start, short=end.short)
    if (
        first.unit == "year"
        and end.short
        and not start.short
        and last.unit == "year"
        and first.year is not None
        and last.year is not None
    ):
        last = replace(last, year=first.year // 100 * 100 + last.year % 100)
        end = replace(end, date=last, short=False)
    known = not (start.short or end.short) and first.year is not None and last.year is not None
    if known and (first.year or 0) > (last.year or 0):
        if first.unit == last.unit == "year":
            yield replace(end, date=last, end=replace(start, date=first))
            if start.bc is None and end.bc is None:  # or before Christ, which was not said
                yield replace(start, date=first, end=end)
        return
    yield replace(start, date=first, end=end)
