"""Which dates can typed words be? Every fair order of day, month and year; a missing part is never filled in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from lessons.calendars import exists
from lessons.edtf import Partial, opening
from lessons.typed.calendar_words import DateWords, date_words, month_of
from lessons.typed.fold import fold
from lessons.typed.lexicon import mended, split_compound
from lessons.typed.literals import clean

_TOKEN = re.compile(
    r"(?P<decade>['’]?\d{1,3}0(?:-?\s?['’]?s\b|-?er\b|-?(?:ые|е|х|ті|их)\b|-?an\b))"
    r"|(?P<number>['’]?\d+)(?P<ordinal>(?:st|nd|rd|th|er|º|ª|°|ème|e|ste|te|ter|-?е|-?го|-?ого)(?!\w))?"
    r"|(?P<word>(?:[^\W\d_]|['’ʼ](?=\w)|[\u0300-\u036f\u064b-\u0655\u0900-\u0903\u093a-\u094f\u0962\u0963\u200c\u200d])+)"
    r"|(?P<dash>\s+[-–]\s+|–|-|\bto\b)|(?P<dot>[./,:])"
)
_ROMAN = re.compile(r"[ivxlcm]+")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a typed date. `short` marks a year of two digits, which may be of any century."""

    role: str
    value: int = 0
    digits: int = 0
    ordinal: bool = False
    spelled: bool = False


@dataclass(frozen=True, slots=True)
class DateReading:
    """One date that the answer can be. `short`: the year was given by its last two digits. `end` makes it a stretch.

    `bc` tells whether an era was said: True before Christ, False after, None not said.
    """

    date: Partial
    short: bool = False
    bc: bool | None = None
    end: "DateReading | None" = None


def dates(text: str, code: str) -> tuple[DateReading, ...]:
    """Every date or stretch that the text can fairly be; () if none, or if it gives several ("1942 or 1943")."""
    cleaned = _TIME.sub(" ", clean(text))
    whole = _single(cleaned, code)
    if whole and not _YEARS.fullmatch(cleaned):
        return whole
    return tuple(dict.fromkeys((*whole, *_stretch(cleaned, code))))


_TIME = re.compile(
    r"(?:\bat\s+|(?<=\d)t)?\b\d{1,2}(?::\d{2}){1,2}z?\b|\b\d{1,2}\s?[ap]\.?m\b\.?"
    r"|(?<=\d)t\d{2}:\d{2}(?::\d{2})?z?"
)
"""A time of day, which no answer needs."""
_MOST_SPLITS = 6
"""Places at which a stretch may be parted; more are no date."""
_YEARS = re.compile(r"\d{4}\s*[-–/]\s*\d{2}")
_ENGLISH_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_SPLIT = re.compile(
    r"\s*(?:–|\s-\s|\bto\b|\btill\b|\buntil\b|\bthrough\b|\bbis\b|\bhasta\b|\ba\b|\bà\b|\bau\b|\bпо\b|\bдо\b|\bat[eé]\b"
    r"|\bتا\b|\bसे\b|\bsampai\b|\bhingga\b|\band\b|\by\b|\bund\b|\bet\b|\be\b|\bи\b|(?<=\d)-(?=\d)|/|\.\.)\s*"
)


def _stretch(text: str, code: str) -> Iterator[DateReading]:
    """ "1939–1945", "from June to August 1942", "1939-45": two dates; what one lacks the other gives."""
    splits = list(_SPLIT.finditer(text))
    for split in splits if len(splits) <= _MOST_SPLITS else ():
        left, right = text[: split.start()], text[split.end() :]
        if not left.strip() or not right.strip():
            continue
        ends, starts = _single(right, code), _single(left, code)
        for one, other, text_of in ((starts, ends, right), (ends, starts, left)):
            month = next((reading.date.month for reading in one if 1 <= (reading.date.month or 0) <= 12), None)
            if month and not any(reading.date.month and reading.date.unit == "day" for reading in other):
                lent = _single(f"{_ENGLISH_MONTHS[month - 1]} {text_of}", code)
                ends, starts = (lent + ends, starts) if text_of is right else (ends, lent + starts)
        for end in ends:
            for start in starts:
                if paired := _paired(start, end):
                    yield paired


def _paired(start: DateReading, end: DateReading) -> DateReading | None:
    first, last = start.date, end.date
    if first.year is None and last.year is not None:
        first = replace(first, year=last.year)
    if first.unit == "year" and end.short and last.unit == "year" and first.year is not None and last.year is not None:
        last = replace(last, year=first.year // 100 * 100 + last.year % 100)
        end = replace(end, date=last, short=False)
    known = not (start.short or end.short or start.bc) and first.year is not None and last.year is not None
    if known and (first.year or 0) > (last.year or 0):
        return None
    return replace(start, date=first, end=end)


def _single(text: str, code: str) -> tuple[DateReading, ...]:
    pieces = _pieces(text, code)
    if pieces is None:
        return ()
    return tuple(dict.fromkeys(_readings(pieces)))


def _pieces(text: str, code: str) -> list[Piece] | None:
    """The parts of a date in order; None where a word makes no sense in one."""
    words = date_words(code)
    tokens = [(match.lastgroup or "", match[0], match) for match in _TOKEN.finditer(text)]
    out: list[Piece] = []
    unknown = 0
    at = 0
    while at < len(tokens):
        kind, token, match = tokens[at]
        used = 1
        if kind == "decade":
            out.append(_decade(token))
        elif match["number"]:
            out.append(_number(match))
        elif kind == "word":
            found, used = _word(tokens, at, words, code)
            out += found
            if not found and not _idle(fold(token), words):
                unknown += 1
                out.append(Piece("unknown"))
        at += used
    pieces = _spelled_out(out)
    return pieces if len(pieces) > unknown and unknown <= 4 else None


def _decade(token: str) -> Piece:
    digits = re.sub(r"\D", "", token)
    return Piece("decade", int(digits), len(digits))


def _number(match: re.Match[str]) -> Piece:
    digits = re.sub(r"\D", "", match["number"])
    if len(digits) > 9:
        return Piece("nothing")
    return Piece("number", int(digits), len(digits), bool(match["ordinal"]))


def _idle(word: str, words: DateWords) -> bool:
    return not word or words.eras.get(word) == "filler" or word in words.weekdays


def _word(
    tokens: Sequence[tuple[str, str, re.Match[str]]], at: int, words: DateWords, code: str
) -> tuple[list[Piece], int]:
    """What a word or phrase says in a date, and how many tokens it takes."""
    for count in range(min(words.longest, 4), 0, -1):
        span = [token for kind, token, _ in tokens[at : at + 2 * count - 1] if kind in ("word",)]
        part = tokens[at : at + count] if count == 1 else _phrase(tokens, at, count)
        if not part or len(span) < count:
            continue
        phrase = " ".join(fold(token) for kind, token, _ in part if kind == "word")
        if pieces := _meaning(phrase, words, code):
            return pieces, len(part)
    return [], 1


def _phrase(
    tokens: Sequence[tuple[str, str, re.Match[str]]], at: int, count: int
) -> Sequence[tuple[str, str, re.Match[str]]]:
    """So many words from here on, with dots and hyphens between them."""
    seen = 0
    for index in range(at, len(tokens)):
        kind, token, _ = tokens[index]
        if kind == "word":
            seen += 1
            if seen == count:
                return tokens[at : index + 1]
        elif token.strip() not in (".", "-"):
            break
    return ()


def _meaning(phrase: str, words: DateWords, code: str) -> list[Piece]:
    if phrase in words.eras and words.eras[phrase] not in ("filler",):
        role = words.eras[phrase]
        return [Piece("season", int(role))] if role.isdigit() else [Piece(role)]
    if phrase in words.decades:
        return [Piece("decade", words.decades[phrase], 2)]
    if phrase in words.hundreds:
        return [Piece("hundred", spelled=True)]
    if phrase in words.thousands:
        return [Piece("thousand", spelled=True)]
    if phrase in words.ordinals:
        return [Piece("number", words.ordinals[phrase], 2, ordinal=True, spelled=True)]
    if phrase in words.numbers and phrase not in words.months:
        return [Piece("number", words.numbers[phrase], 2, spelled=True)]
    if month := month_of(phrase, code):
        return [Piece("month", month)]
    if (guess := mended(phrase, code)) and guess in words.numbers:
        return [Piece("number", words.numbers[guess], 2, spelled=True)]
    if parts := split_compound(phrase, code):
        return [piece for part in parts for piece in _meaning(part, words, code)]
    roman = re.sub(r"(?:e|eme|го|й|е)$", "", phrase)
    if 1 < len(roman) <= 15 and _ROMAN.fullmatch(roman):
        return [Piece("roman", _roman(roman))]
    return []


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[char] for char in text]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def _spelled_out(pieces: list[Piece]) -> list[Piece]:
    """Number words put together: "twenty" "first" is 21st, "nineteen" "forty" "two" is 1942."""
    out: list[Piece] = []
    at = 0
    while at < len(pieces):
        end = at
        while end < len(pieces) and pieces[end].spelled:
            end += 1
        if end == at:
            out.append(pieces[at])
            at += 1
        else:
            out += _grouped(pieces[at:end])
            at = end
    return out


def _grouped(pieces: Sequence[Piece]) -> list[Piece]:
    """Numbers from a row of number words: a day and a year may stand side by side ("eleventh" "nineteen forty two")."""
    for cut in range(len(pieces) + 1):
        first, second = _value(pieces[:cut]), _value(pieces[cut:])
        if cut == 0 and second:
            return [second]
        if first and second and first.value <= 31 and (first.ordinal or second.value > 99):
            return [first, second]
        if first and cut == len(pieces):
            return [first]
    return []


def _value(pieces: Sequence[Piece]) -> Piece | None:
    total, here = 0, 0
    previous = 0
    for index, piece in enumerate(pieces):
        if piece.role == "hundred":
            here, previous = (here or 1) * 100, 100
        elif piece.role == "thousand":
            total, here, previous = total + (here or 1) * 1000, 0, 1000
        elif 0 < previous < 10 and 20 <= piece.value < 100 and here % 100 == previous:
            here, previous = here + piece.value, piece.value  # "zwei und vierzig"
        elif index and piece.value >= previous and previous < 100:
            if len(pieces) - index > 2 or total or not 10 <= here <= 99:
                return None
            rest = _value(pieces[index:])
            if rest is None or not 1 <= rest.value <= 99:
                return None
            return Piece("number", here * 100 + rest.value, 4, rest.ordinal, spelled=True)
        elif 10 <= previous < 20 and piece.value < 10:
            return None
        else:
            here, previous = here + piece.value, piece.value
    value = total + here
    if not pieces or not value:
        return None
    ordinal = pieces[-1].ordinal and value <= 31  # "сорок пятый" ends a year, too
    return Piece("number", value, len(str(value)), ordinal, spelled=True)


def _readings(pieces: Sequence[Piece]) -> Iterator[DateReading]:
    roles = [piece.role for piece in pieces]
    bc = True if "bc" in roles else False if "ad" in roles else None
    numbers = [piece for piece in pieces if piece.role == "number"]
    months = [piece for piece in pieces if piece.role == "month"]
    if "century" in roles:
        yield from _centuries(pieces, bc)
    if decades := [piece for piece in pieces if piece.role == "decade" and piece.digits]:
        yield from _decades(decades[0], bc)
        return
    if "decade" in roles and len(numbers) == 1:
        yield from _decades(replace(numbers[0], value=numbers[0].value // 10 * 10), bc)
    if "season" in roles:
        season = next(piece.value for piece in pieces if piece.role == "season")
        for year in numbers or (None,):
            yield from _dated(year, season, None, bc)
        return
    if len(months) > 1 or len(numbers) > 3 - len(months):
        return
    if not months and len(numbers) > 1 and _parted(pieces):
        return
    if romans := [piece for piece in pieces if piece.role == "roman"]:
        yield from _with_roman(romans[0], numbers, bc)
    yield from _arranged(numbers, months[0].value if months else None, bc)


def _parted(pieces: Sequence[Piece]) -> bool:
    """Whether a word that we do not know stands between the numbers: it may have been the month."""
    places = [index for index, piece in enumerate(pieces) if piece.role == "number"]
    return any(piece.role == "unknown" for piece in pieces[places[0] : places[-1]])


def _centuries(pieces: Sequence[Piece], bc: bool | None) -> Iterator[DateReading]:
    for piece in pieces:
        if piece.role in ("number", "roman") and 1 <= piece.value <= 30:
            first = -piece.value * 100 + 1 if bc else (piece.value - 1) * 100
            yield DateReading(Partial(first, unit="century"), bc=bc)


def _decades(piece: Piece, bc: bool | None) -> Iterator[DateReading]:
    year = -piece.value if bc else piece.value
    if piece.value % 100 == 0 and piece.digits >= 3:
        yield DateReading(Partial(opening(year, 100), unit="century"), bc=bc)
    yield DateReading(Partial(opening(year, 10), unit="decade"), short=piece.digits <= 2, bc=bc)


def _with_roman(roman: Piece, numbers: Sequence[Piece], bc: bool | None) -> Iterator[DateReading]:
    """ "11.VI.1942", and a year in Roman numerals."""
    if roman.value <= 12 and numbers:
        yield from _arranged(numbers, roman.value, bc)
    if not numbers:
        yield from _dated(Piece("number", roman.value, 4), None, None, bc)
        yield from _centuries([roman], bc)


def _arranged(numbers: Sequence[Piece], month: int | None, bc: bool | None) -> Iterator[DateReading]:
    """Day, month and year in every order that people write."""
    if month is not None:
        yield from _around_month(numbers, month, bc)
        return
    match numbers:
        case [only]:
            yield from _lone(only, bc)
        case [a, b]:
            if a.digits == b.digits == 2 and 10 <= a.value <= 21 and not a.ordinal:  # "19 45"
                yield from _dated(Piece("number", a.value * 100 + b.value, 4), None, None, bc)
            for day, number in permutations((a, b)):
                if number.value <= 12 and not number.ordinal and day.value <= 31:
                    yield from _dated(None, number.value, day.value, bc)
            for year, number in permutations((a, b)):
                if 1 <= number.value <= 12 and year.digits >= 2 and not year.ordinal:
                    yield from _dated(year, number.value, None, bc)
        case [a, b, c]:
            for year, number, day in ((c, b, a), (c, a, b), (a, b, c)):
                if number.value <= 12 and not year.ordinal:
                    yield from _dated(year, number.value, day.value, bc)


def _around_month(numbers: Sequence[Piece], month: int, bc: bool | None) -> Iterator[DateReading]:
    match numbers:
        case []:
            yield from _dated(None, month, None, bc)
        case [only]:
            if only.value <= 31 and only.digits <= 2:
                yield from _dated(None, month, only.value, bc)
            if not only.ordinal and only.digits >= 2:
                yield from _dated(only, month, None, bc)
        case [a, b]:
            for day, year in permutations((a, b)):
                if day.value <= 31 and day.digits <= 2 and not year.ordinal:
                    yield from _dated(year, month, day.value, bc, named=True)


def _lone(only: Piece, bc: bool | None) -> Iterator[DateReading]:
    """One number: a year, a day of nothing in particular, or a whole date run together."""
    text = f"{only.value:0{only.digits}d}"
    if only.digits == 8:
        ymd, dmy, mdy = (
            (text[:4], text[4:6], text[6:]),
            (text[4:], text[2:4], text[:2]),
            (text[4:], text[:2], text[2:4]),
        )
        for year, month, day in (ymd, dmy, mdy):
            yield from _dated(Piece("number", int(year), 4), int(month), int(day), bc)
    elif not only.ordinal and (2 <= only.digits <= 5 or bc):
        yield from _dated(only, None, None, bc)


def _dated(
    year: Piece | None, month: int | None, day: int | None, bc: bool | None, *, named: bool = False
) -> Iterator[DateReading]:
    """The date, if either calendar has it; with the month named, "31 June" is a wrong day rather than no date."""
    number = None if year is None else 1 - year.value if bc else year.value
    if year is not None and not year.value:
        return
    unit = "day" if day else "season" if month and month > 12 else "month" if month else "year"
    if unit == "season" or named or exists(number, month, day) or exists(number, month, day, julian=True):
        short = year is not None and year.digits <= 2 and bc is None and not (year.spelled and year.value > 99)
        yield DateReading(Partial(number, month, day, unit), short, bc)  # type: ignore[arg-type]
