"""What does dateparser.search find? Dates; how exact they are is seen from the words it took."""

# mypy: ignore-errors
# It runs in the rival's own environment, which mypy does not see.

import re
from datetime import datetime

from dateparser.search import search_dates
from harness import Entry, date, join_ranges, run

MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
DAY = re.compile(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?!\d)")


def edtf(words: str, when: datetime) -> str:
    """The moment cut to what the words say: it always gives day and hour."""
    if MONTH.search(words):
        return f"{when:%Y-%m-%d}" if DAY.search(words) else f"{when:%Y-%m}"
    return f"{when:%Y}" if re.fullmatch(r"\D*\d{4}\D*", words) else f"{when:%Y-%m-%d}"


def find(text: str, written: str | None) -> list[Entry]:
    """Its dates, each found again in the text by its words, in order."""
    entries: list[Entry] = []
    place = 0
    for words, when in search_dates(text, languages=["en"], settings={"RETURN_AS_TIMEZONE_AWARE": False}) or ():
        at = text.find(words, place)
        if at >= 0:
            entries.append(date(text, at, at + len(words), edtf(words, when)))
            place = at + len(words)
    return join_ranges(text, entries)


run(find)
