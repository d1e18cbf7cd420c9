"""Where are the facts of one block? One pass over its tokens; dates are read before figures."""

from collections.abc import Iterator
from functools import cache

from content.facts.dates import dates
from content.facts.hit import DateHit, FigureHit
from content.facts.line import Line
from content.facts.quantities import figure
from content.facts.words import Vocabulary, vocabulary

Hit = DateHit | FigureHit
SCALES = frozenset(
    {
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "dozen",
        "score",
        "half",
        "quarter",
        "third",
        "fifth",
        "tenth",
    }
)


@cache
def triggers(code: str) -> frozenset[str]:
    """The words at which a fact may begin."""
    words = vocabulary(code)
    names = {
        *words.numbers,
        *words.ordinals,
        *words.months,
        *words.weekdays,
        *words.seasons,
        *words.decades,
        *words.multiples,
    }
    marks = {mark for mark in words.money_marks if not mark.isalpha()}
    codes = {mark.lower() for mark in words.money_marks if mark.isalpha()}
    prefixes = {"us", "a", "c", "ca", "can", "au", "nz", "hk", "s", "r", "mx", "nt", "cn"}
    return frozenset(
        names
        | marks
        | codes
        | prefixes
        | {"half", "an", "ad", "ce", "fy", "q", "h", "last", "final", "-", "−", "minus", "'", "’", "‘"}
        | set("½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞")
        | set(map(words.tongue.phrase, words.wholes))
        | words.each
        | set(words.tongue.romans)
    )


def scan(line: Line, words: Vocabulary, code: str = "en") -> Iterator[Hit]:
    """Every hit of the line, in order and without overlaps."""
    known = triggers(code)
    at, size = _numbering(line), len(line)
    kinds, tokens, looked = line.kinds, line.words, 0
    while at < size:
        if kinds[at] != "n" and (
            tokens[at] not in known
            or (
                tokens[at] == "a"
                and line.words[at + 1] not in SCALES
                and line.words[at + 1] not in {"$", "."}
                and not _and_a_half(line, at)
            )
        ):
            at += 1
            continue
        if kinds[at] == "n" and (past := _past_data(line, at)):
            at = past
            continue
        if at >= looked:
            looked = at + REPEATED // 2
            if past := _past_repetition(line, at):
                at = past
                continue
        found: tuple[Hit, ...] = dates(line, at, words)
        if not found:
            one = figure(line, at, words)
            found = (one,) if one else ()
        if found:
            yield from found
            at = max(found[-1].end, at + 1)
        else:
            at += 1 if kinds[at] != "n" else _past_code(line, at)


def _and_a_half(line: Line, at: int) -> bool:
    """ "a day and a half" begins here."""
    return line.words[at + 2 : at + 5] == ["and", "a", "half"]


def _past_code(line: Line, at: int) -> int:
    """How many tokens to skip past a number that is no fact, with what is glued to it."""
    place = at + 1
    if line.words[at - 1] == "+" or (
        line.words[at].startswith("0") and line.words[at].isdigit() and len(line.words[at]) > 1
    ):
        while line.kinds[place] == "n" or (line.words[place] in {"-", "(", ")"} and line.touches(place)):
            place += 1
        return place - at
    while place < len(line) and place - at < 12:
        if not (line.touches(place) and (line.kinds[place] == "n" or line.words[place] in ":/._@#=-–")):
            break
        place += 1
    while place - at > 1 and line.kinds[place - 1] != "n":
        place -= 1
    return place - at


def _past_data(line: Line, at: int) -> int:
    """The token after a long run of numbers without a word between them (a table, a code); 0 where there is none."""
    kinds, size = line.kinds, len(line)
    if at + DATA_RUN > size or "w" in kinds[at : at + DATA_RUN]:
        return 0
    place = at + DATA_RUN
    while place < size and kinds[place] != "w":
        place += 1
    return place - 1 if kinds[place - 1] == "n" and place - 1 > at else place


DATA_RUN = 24
"""So many tokens with no word among them are no prose."""


REPEATED = 60
FEWEST = 5
"""So many tokens made of fewer different ones are no prose either: "5 and 5 and 5"."""


def _past_repetition(line: Line, at: int) -> int:
    """The token after a long run of a few tokens over and over; 0 where there is none."""
    if at + REPEATED > line.size:
        return 0
    again = set(line.words[at : at + REPEATED])
    if len(again) >= FEWEST:
        return 0
    place = at + REPEATED
    while place < line.size and line.words[place] in again:
        place += 1
    return place


def _numbering(line: Line) -> int:
    """Past "1.", "2)", "(3)", "1.2" or "a)" at the start of a block."""
    at = 0
    if line.words[0] in {"•", "*", "-", "–", "◦", "·", "‣", "#"} and not line.touches(1):
        at = 1
    begin = at
    bracket = line.words[at] == "("
    at += bracket
    if (line.kinds[at] == "n" and len(line.words[at]) <= 3) or (bracket and len(line.words[at]) == 1):
        if line.words[at + 1] == ")" or (line.words[at + 1] == "." and line.gap(at + 2) != "" and not bracket):
            return at + 2
        if "." in line.words[at] and line.upper(at + 1) and not bracket and 2 < len(line) < 14:
            return at + 1
    return begin
