"""Which dates can typed words be? Every fair order of day, month and year; a missing part is never filled in."""

import re

from lessons.languages import language
from lessons.typed.dates.persian import other_calendar, persian
from lessons.typed.dates.reading import DateReading
from lessons.typed.dates.single import single
from lessons.typed.dates.stretch import stretches
from lessons.typed.dates.within import within
from lessons.typed.figures import figures
from lessons.typed.fold import fold
from lessons.typed.literals import clean

__all__ = ["DateReading", "dates", "dates_in_sentence", "in_other_calendar"]

_TIME = re.compile(
    r"(?:\bat\s+|(?<=\d)t)?\b\d{1,2}(?::\d{2}){1,2}z?\b|\b\d{1,2}\s?[ap]\.?m\b\.?"
    r"|(?<=\d)t\d{2}:\d{2}(?::\d{2})?z?"
)
"""A time of day, which no answer needs."""
_GLUED = re.compile(r"(?<!\w)(\d{1,2}(?:st|nd|rd|th))(?=[a-z]{4})", re.IGNORECASE)
_GROUPED_YEAR = re.compile(r"^(\D*[12])[ ,](\d{3})(?=\D*$)")
"""A year written like any other figure: "1 941"."""
_MINUS_YEAR = re.compile(r"^\s*[-–]\s?(\d{1,4})\s*$")
"""A year before Christ with a minus sign."""
MILLION = 6
"""Powers of ten. Thousands stand in years that are written as words ("dos mil uno")."""
LONG = 5
"""Letters: shorter ones ("mio", "bn") may be parts of names and months."""
_DAYS = re.compile(
    r"(?<![\d.])\d{1,2}\.?\s*(?:-|–|&|\b(?:to|and|und|y|et|e|и|і|та|dan|و|और|bis|a|à|al|au|hasta|até|по|до|تا|से|sampai|hingga)\b)\s*['’]?\d{1,2}(?!\d|\.\d)"
)
"""Days of one month, as in "4 to 11 February"."""
_DURATION = re.compile(
    r"(?P<long>.*[^\W_].*?)\s*(?<![^\W\d])(?:days|weeks|months|years|hours|tage|wochen|monate|jahre|jours|semaines|mois|ans"
    r"|días|semanas|meses|años|dias|anos|дней|дня|недель|недели|месяцев|месяца|лет|днів|дні|тижнів|тижні|місяців|місяці|років"
    r"|روز|هفته|दिन|हफ़्ते|हफ्ते|महीने|hari|minggu|tahun)\W*"
)
"""How long, which is no date: "13 days"."""
_DECADE = re.compile(r"\der\s*$")
"""German "40er Jahre"."""
_LONGEST = 999
_YEARS = re.compile(r"(?:\d{2}|\d{4})\s*[-–/]\s*\d{2}")


def dates(text: str, code: str) -> tuple[DateReading, ...]:
    """Every date or stretch that the text can fairly be; () if none, or if it gives several ("1942 or 1943")."""
    if _is_amount(text, code):
        return ()
    cleaned = _cleaned(text)
    if _is_duration(cleaned, code):
        return ()
    if other_calendar(cleaned):
        return tuple(persian(cleaned, code))
    whole = single(cleaned, code)
    if whole and not _YEARS.fullmatch(cleaned) and not _DAYS.search(cleaned):
        return whole
    return tuple(dict.fromkeys((*whole, *stretches(cleaned, code))))


def dates_in_sentence(text: str, code: str, prompt: str) -> tuple[tuple[DateReading, ...], ...]:
    """Each date that stands in a sentence, but for those of the question, in all its readings."""
    cleaned = _cleaned(text)
    return () if _is_duration(cleaned, code) else within(cleaned, code, prompt)


def in_other_calendar(text: str) -> bool:
    """Whether the text names a calendar or a month that is none of ours."""
    return other_calendar(_cleaned(text))


def _is_duration(text: str, code: str) -> bool:
    """Whether it is how long: a number too small for a year that is said in full, and a unit."""
    lasted = _DURATION.fullmatch(text)
    found = figures(lasted["long"], code) if lasted and not _DECADE.search(lasted["long"]) else ()
    return len(found) == 1 and all(one.value <= _LONGEST and not one.slip for one in found[0])


def _cleaned(text: str) -> str:
    text = _TIME.sub(" ", clean(_GLUED.sub(r"\1 ", text)))
    return _MINUS_YEAR.sub(r"\1 bc", _GROUPED_YEAR.sub(r"\1\2", text))


def _is_amount(text: str, code: str) -> bool:
    """Does a size word of a million or more stand in it ("13 billion")? Then its figures are no years."""
    large = {fold(word) for one in (code, "en") for word, power in language(one).scales.items() if power >= MILLION}
    return any(len(word) >= LONG and word in large for word in fold(text).split())
