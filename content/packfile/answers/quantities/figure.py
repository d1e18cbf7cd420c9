"""Which value and unit does a figure have, without its tolerance?"""

import re
from dataclasses import dataclass
from decimal import Decimal

from content.packfile.answers.numerals import EXACT, BadNumeral, Numeral, numeral
from content.packfile.answers.quantities.words import Words
from lessons.items import Quantity, Tolerance

_BETWEEN = re.compile(r"\s*(?:\.\.\.?|…|–)\s*")
_UNIT = re.compile(r"[^\W\d_]|[%‰°€$£¥µ′″]")
UNIT_CHARACTERS = 60


class BadQuantity(ValueError):
    """The text is no figure; `code` says why, `at` is the faulty character, `words` what was read there."""

    def __init__(self, code: str, at: int = 0, words: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.at = at
        self.words = words


@dataclass(frozen=True, slots=True)
class Read:
    """A figure and what a careful author may still want to know of it."""

    quantity: Quantity
    digits: int
    whole: bool


def figure(text: str, begin: int, end: int, words: Words) -> Read:
    """The figure between `begin` and `end`, without tolerance; a range has one of its own."""
    sign = next((symbol for symbol in words.money if text.startswith(symbol, begin)), "")
    start = begin + len(sign)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    first = numeral(text[:end], start)
    last, between = first, _BETWEEN.match(text[:end], first.end)
    if between:
        last = _second(text[:end], between.end())
    scale, unit_from = scale_of(text, last.end, end, words)
    unit = words.symbols[sign] if sign else unit_of(text, unit_from, end, words)
    low, high = EXACT.scaleb(first.value, scale), EXACT.scaleb(last.value, scale)
    written = " ".join(text[begin:end].split())
    if not between:
        shown = Quantity(low, unit, None, written, scale + first.power)
        return Read(shown, first.digits, first.whole)
    if high < low:
        raise BadQuantity("range", between.end())
    middle = EXACT.divide(EXACT.add(low, high), Decimal(2))
    ends = Tolerance("range", low=low, high=high)
    return Read(Quantity(middle, unit, ends, _BETWEEN.sub("–", written, 1), scale), 1, False)


def scale_of(text: str, start: int, end: int, words: Words) -> tuple[int, int]:
    """The powers of ten in words ("hundred thousand") that begin there, and where the words end."""
    scale, at = 0, start
    for match in re.finditer(r"\s*([^\W\d_]+)\.?(?=\s|$)", text[start:end]):
        power = words.scales.get(match[1].casefold())
        if power is None or match.start() + start != at:
            break
        scale, at = scale + power, start + match.end()
    return scale, at


def unit_of(text: str, start: int, end: int, words: Words) -> str | None:
    """The unit's code, or its words where the table has no such unit; None where nothing is written there."""
    if re.match(r"[-‐‑][^\W\d_]", text[start:end]):  # a 20-year treaty
        start += 1
    unit = " ".join(text[start:end].split())
    if not unit:
        return None
    at = start + len(text[start:end]) - len(text[start:end].lstrip())
    if not _UNIT.match(unit) or len(unit) > UNIT_CHARACTERS:
        raise BadQuantity("unit", at, unit)
    return words.symbols.get(unit) or words.names.get(unit.casefold()) or unit


def _second(text: str, start: int) -> Numeral:
    try:
        return numeral(text, start)
    except BadNumeral as error:
        raise BadQuantity("range" if error.code == "none" else error.code, error.at) from None
