"""Documents in, entries out: what all adapters share. Runs in a rival's own environment; standard library only."""

import json
import re
import sys
import time
from collections.abc import Callable
from typing import Any

Entry = dict[str, Any]

_JOINERS = {"–", "-", "—", " – ", " - ", " to ", " until ", " till "}
_LEADING = re.compile(
    r"^(?:(?:by|from|in|on|of|since|until|till|to|at|the|before|after|between|during|about|around|circa|c\.|and) )+",
    re.IGNORECASE,
)


def run(find: Callable[[str, str | None], list[Entry]], *, clock: Callable[[], float] = time.process_time) -> None:
    """Reads `[{"name", "text", "date"}]`, prints `{"found", "seconds"}`; `clock` counts the seconds."""
    documents = json.load(sys.stdin)
    find("On 4 June 1942 two men paid $5.", None)  # loading is not reading
    began = clock()
    found = {document["name"]: find(document["text"], document["date"]) for document in documents}
    seconds = clock() - began
    json.dump({"found": found, "seconds": seconds}, sys.stdout)


def date(text: str, start: int, end: int, edtf: str | None, *, about: bool = False, part: str | None = None) -> Entry:
    """A date as `lectern extract` would print it, its leading small words cut off."""
    if lead := _LEADING.match(text[start:end]):
        start += lead.end()
    place = {"kind": "date", "start": start, "end": end, "text": text[start:end]}
    return place | {"value": edtf, "approximate": about, "part": part}


def figure(
    text: str, start: int, end: int, number: float, unit: str | None, *, high: float | None = None, about: bool = False
) -> Entry:
    """A figure as `lectern extract` would print it."""
    value = {"number": number, "number_high": high, "unit": unit, "approximate": about, "bound": None}
    return {"kind": "figure", "start": start, "end": end, "text": text[start:end], "value": value}


def join_ranges(text: str, dates: list[Entry]) -> list[Entry]:
    """Two dates with "to", a dash or "between ... and" make a range: our convention, lent to them."""
    joined: list[Entry] = []
    for entry in sorted(dates, key=lambda each: each["start"]):
        last = joined[-1] if joined else None
        if last and last["value"] and entry["value"] and _makes_range(text, last, entry):
            low, high = str(last["value"]), str(entry["value"])
            joined[-1] = date(text, last["start"], entry["end"], f"{low}/{high}", about=last["approximate"])
        else:
            joined.append(entry)
    return joined


def _makes_range(text: str, first: Entry, second: Entry) -> bool:
    if "/" in str(first["value"]):
        return False
    between = text[first["end"] : second["start"]]
    before = text[max(0, first["start"] - 12) : first["start"]].lower()
    return between in _JOINERS or (between in {" and ", " and the "} and "between " in before)
