"""Which year do ordinal words name? "тысяча девятьсот сорок первый год", "в сорок первом году"."""

from content.facts.found import Found
from content.facts.line import Line
from content.facts.moment import Moment
from content.facts.words import Vocabulary


def ordinal_year(line: Line, at: int, words: Vocabulary) -> Found | None:
    """The year whose last word is an ordinal before the word for a year; below 100 it is of the twentieth century."""
    if not line.tongue.after_year:
        return None
    total, place = _thousands(line, at, words)
    while words.numbers.get(line.words[place], 0) >= 20 and place - at < 5:
        total, place = total + words.numbers[line.words[place]], place + 1
    last = words.ordinals.get(line.words[place])
    if last is None or place == at or line.words[place + 1] not in line.tongue.after_year:
        return None
    year = total + last
    year += 1900 if 20 < year < 100 else 0
    return Found(Moment("year", year), at, place + 2) if 1000 <= year <= 2199 else None


def _thousands(line: Line, at: int, words: Vocabulary) -> tuple[int, int]:
    if line.words[at] == "thousand":
        return 1000, at + 1
    if line.words[at + 1] == "thousand" and words.numbers.get(line.words[at]) == 2:
        return 2000, at + 2
    return 0, at
