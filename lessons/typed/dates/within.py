"""Which date does a whole sentence give? "The liner with 2,224 people on board sank on 15 April 1912"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from lessons.typed.dates.pieces import known_spans
from lessons.typed.dates.reading import DateReading
from lessons.typed.dates.single import single
from lessons.typed.dates.stretch import stretches
from lessons.typed.fold import digits

_AMOUNT = re.compile(r"\d{1,3}(?:[,.' ]\d{3})+(?!\d)|\d+[.,]\d+\s*%|\d+\s*%|[$€£¥]\s*\d[\d.,]*")
"""Figures that are no dates."""
_FIGURES = re.compile(r"\d+")
_DAY = re.compile(r"\d{1,2}")
_YEAR = re.compile(r"\d{3,4}")
_MOST = 12


def within(text: str, code: str, prompt: str) -> tuple[tuple[DateReading, ...], ...]:
    """Each date that stands in the cleaned sentence, in all its readings, but for those of the question itself.

    A bare figure counts only as a year of four digits.
    """
    asked = set(_FIGURES.findall(digits(prompt)))
    found = []
    spans = tuple(_spans(_AMOUNT.sub(" # ", text), code))
    if any(_DAY.fullmatch(one) and _YEAR.match(other) for one, other in pairwise(spans)):
        return ()  # "29 mayıs 1453": the word may be a month
    for span in spans:
        said = set(_FIGURES.findall(span))
        readings = tuple(reading for reading in _read(span, code) if _telling(reading, said))
        if readings and not (said and said <= asked):
            found.append((bool(said), readings))
    told = any(in_figures for in_figures, _ in found)  # beside a year in figures "may" is hardly a month
    return tuple(dict.fromkeys(readings for in_figures, readings in found if in_figures or not told))


def _spans(text: str, code: str) -> Iterator[str]:
    spans = known_spans(text, code)
    yield from spans if len(spans) <= _MOST else ()


def _read(span: str, code: str) -> tuple[DateReading, ...]:
    return single(span, code) or tuple(stretches(span, code))


def _telling(reading: DateReading, said: set[str]) -> bool:
    date = reading.date
    if date.unit in ("decade", "century") or date.month:
        return date.unit != "season" or date.year is not None
    return reading.bc is not None or any(len(figure) == 4 for figure in said) or (not said and not reading.short)
