"""How far off may an answer be? `± 2`, `± 5 %`, `in 50..60` or `~ 3 sf` behind a figure."""

import re
from dataclasses import replace
from decimal import Decimal

from content.packfile.answers.numerals import EXACT, numeral
from content.packfile.answers.quantities.figure import BadQuantity, figure, scale_of, unit_of
from content.packfile.answers.quantities.words import Words
from lessons.items import Quantity, Tolerance

_PLUS_MINUS = re.compile(r"±|\+\s*/?\s*[-−–]")
_INSIDE = re.compile(r"\s+in\s+(?=[+\-−]?[0-9.])")
FIGURES = re.compile(r"~\s*([0-9]{1,2})\s*(?:s\.?\s?f\.?|significant figures?|figures?)\s*", re.IGNORECASE)
"""So many significant figures."""


def beginning(text: str, begin: int) -> int | None:
    """Where the tolerance begins, if there is one."""
    starts = [match.start() for match in (_PLUS_MINUS.search(text, begin), _INSIDE.search(text, begin)) if match]
    starts += [match.start() for match in FIGURES.finditer(text, begin) if match.end() == len(text)][:1]
    return min(starts, default=None)


def with_tolerance(quantity: Quantity, text: str, start: int, words: Words) -> Quantity:
    """The quantity with the tolerance that begins there. Raises BadQuantity."""
    if quantity.tolerance is not None:
        raise BadQuantity("tolerance", start)
    figures = FIGURES.match(text, start)
    if figures:
        return replace(quantity, tolerance=Tolerance("figures", Decimal(figures[1])))
    inside = _INSIDE.match(text, start)
    if inside:
        return _ranged(quantity, text, inside.end(), words)
    mark = _PLUS_MINUS.match(text, start)
    begin = mark.end() if mark else start
    begin += len(text[begin:]) - len(text[begin:].lstrip())
    return _plus_minus(quantity, text, begin, words)


def _ranged(quantity: Quantity, text: str, begin: int, words: Words) -> Quantity:
    spread = figure(text, begin, len(text), words).quantity
    if spread.tolerance is None:
        raise BadQuantity("tolerance", begin)
    unit = None if spread.unit == quantity.unit else spread.unit
    return replace(quantity, tolerance=replace(spread.tolerance, unit=unit))


def _plus_minus(quantity: Quantity, text: str, begin: int, words: Words) -> Quantity:
    number = numeral(text, begin)
    if number.value < 0:
        raise BadQuantity("tolerance", begin)
    scale, unit_from = scale_of(text, number.end, len(text), words)
    unit = unit_of(text, unit_from, len(text), words)
    if unit == "%" and quantity.unit != "%":
        return replace(quantity, tolerance=Tolerance("relative", number.value))
    if quantity.unit is None and unit is not None:
        noun = " ".join(text[unit_from:].split())
        quantity, unit = replace(quantity, unit=unit, written=f"{quantity.written} {noun}"), None
    spelled = scale or ("10" in text[begin : number.end] and number.power == 0 and "^" in text[begin : number.end])
    value = EXACT.scaleb(number.value, scale if spelled or number.power else quantity.scale)
    if value == 0:
        return replace(quantity, tolerance=Tolerance("exact"))
    if value > abs(quantity.value) and unit in (None, quantity.unit) and quantity.value != 0:
        raise BadQuantity("wide", begin, text[begin:].strip())
    return replace(quantity, tolerance=Tolerance("absolute", value, None if unit == quantity.unit else unit))
