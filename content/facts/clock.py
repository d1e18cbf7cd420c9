"""Do these numbers tell the hour? "8:15 a.m.", "from 9 to 5", "ten past two"."""

from content.facts.line import Line
from content.facts.words import Vocabulary


def clock(line: Line, end: int) -> bool:
    """ "a.m.", "pm" or "o'clock" follows."""
    word = line.words[end]
    if word in {"am", "pm"} or word == "o'clock":
        return True
    return (
        word in {"a", "p"} and line.words[end + 1] == "." and line.words[end + 2] == "m" and line.words[end + 3] == "."
    )


def by_the_point(line: Line, at: int, words: Vocabulary) -> bool:
    """ "the 10.15 to Leeds", "trains leave at 7.30 and 9.45": hours and minutes with a point between."""
    hours, _, minutes = line.words[at].partition(".")
    if not (len(minutes) == 2 and hours.isdigit() and int(hours) < 24 and minutes.isdigit() and int(minutes) < 60):
        return False
    if line.words[at - 1] == "the" and line.words[at + 1] in {"to", "from"} and line.upper(at + 2):
        return True
    near = line.words[max(0, at - 10) : at + 6]
    timed = line.words[at - 1] in {"at", "until", "from", "by"} or (
        line.words[at - 1] in {"and", "to"} and "at" in near
    )
    return timed and not words.sets["timetable"].isdisjoint(near)


def military(line: Line, start: int, end: int) -> bool:
    """ "at 1800 hours", "until eleven hundred hours"."""
    timed = line.words[start - 1] in {"at", "until", "till", "by", "from", "before"}
    if not timed or line.words[end] not in {"hours", "hrs"}:
        return False
    return line.words[end - 1] == "hundred" or (line.kinds[start] == "n" and len(line.words[start]) == 4)


def on_the_clock(line: Line, end: int, words: Vocabulary) -> bool:
    """ "to ten" after "twenty-five minutes": a time of day."""
    hour = words.numbers.get(line.words[end + 1], 99)
    after = line.words[end + 2]
    return line.words[end] in {"to", "past"} and hour <= 12 and (line.kinds[end + 2] != "w" or after in words.stops)


def opening_hours(line: Line, at: int, words: Vocabulary) -> bool:
    """ "from 9 to 5", "at a quarter to nine", "ten past two": hours of the day."""
    before, earlier = line.words[at - 1], line.words[at - 2]
    if before in {"to", "past"} and earlier in {"quarter", "half", "minutes"}:
        return True
    if "past" in {before, line.words[at + 1]}:
        return words.numbers.get(line.words[at], 99) <= 30
    if before == "to" and line.kinds[at] == "w" and _backwards(line, at, words):
        return True
    low = at if before == "from" else at - 2 if before == "to" and line.words[at - 3] == "from" else None
    if low is None or line.words[low + 1] != "to":
        return False
    first, last = line.words[low], line.words[low + 2]
    plain = first.isdigit() and last.isdigit() and len(first) < 3 and len(last) < 2
    return plain and int(last) < int(first) <= 12 and (line.kinds[low + 3] != "w" or line.words[low + 3] in words.stops)


def _backwards(line: Line, at: int, words: Vocabulary) -> bool:
    """ "ten to four": the hours of an office, with nothing counted after."""
    first, last = words.numbers.get(line.words[at - 2], 0), words.numbers.get(line.words[at], 99)
    free = line.kinds[at + 1] != "w" or line.words[at + 1] in words.stops
    return last < first <= 12 and free
