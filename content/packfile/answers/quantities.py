"""How is a figure written in a pack? `11.3 billion USD ± 0.1 billion`, `$5`, `50..60 m`, `~ 400 000 vehicles`."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from content.packfile.answers.numerals import EXACT, BadNumeral, Numeral, numeral, plain_number
from lessons.items import Quantity, Tolerance
from lessons.languages import language

_PLUS_MINUS = re.compile(r"±|\+\s*/?\s*[-−–]")
_ABOUT = re.compile(r"(?:~|≈|about|around|approximately|roughly|circa|ca\.|c\.)\s*", re.IGNORECASE)
_FIGURES = re.compile(r"~\s*([0-9]{1,2})\s*(?:s\.?\s?f\.?|significant figures?|figures?)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:\.\.\.?|…|–)\s*")
_INSIDE = re.compile(r"\s+in\s+(?=[+\-−]?[0-9.])")
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
class Words:
    """The scale words and units of a pack's language, and English ones after them."""

    scales: dict[str, int]
    symbols: dict[str, str]
    names: dict[str, str]
    money: tuple[str, ...]
    spelled: dict[int, str]
    """The word to write for a power of ten."""


@dataclass(frozen=True, slots=True)
class Read:
    """A figure and what a careful author may still want to know of it."""

    quantity: Quantity
    digits: int
    whole: bool


@cache
def words_of(code: str) -> Words:
    """The words that packs of that language may use."""
    both = [language("en"), language(code)]
    units = [unit for one in both for unit in one.units]
    symbols = {symbol: unit.code for unit in units for symbol in (*unit.symbols, unit.code)}
    spelled: dict[int, str] = {}
    for one in reversed(both):
        for word, power in one.scales.items():
            if len(word) > 3 and power >= 3:
                spelled.setdefault(power, word)
    return Words(
        {word: power for one in both for word, power in one.scales.items() if word not in symbols and len(word) > 1},
        symbols,
        {name.casefold(): unit.code for unit in units for name in unit.names},
        tuple(
            sorted(
                (symbol for unit in units if unit.dimension.startswith("money") for symbol in unit.symbols),
                key=len,
                reverse=True,
            )
        ),
        spelled,
    )


def read_quantity(text: str, language_code: str = "en") -> Read:
    """The figure written there. Raises BadQuantity; its codes are those of `fault` in `number.py`."""
    words = words_of(language_code)
    try:
        return _read(text, words)
    except BadNumeral as error:
        raise BadQuantity(error.code, error.at) from None


def quantity_text(quantity: Quantity, language_code: str = "en") -> str | None:
    """Text that `read_quantity` reads as exactly this figure; None where its `written` says something else."""
    return _first_that_reads(quantity, _written_forms(quantity), language_code)


def plain_quantity_text(quantity: Quantity, language_code: str = "en") -> str:
    """Text for the figure in plain digits; its `written` may come out differently."""
    words = words_of(language_code)
    mantissa, scale = quantity.value, ""
    if quantity.scale:
        mantissa = EXACT.scaleb(quantity.value, -quantity.scale)
        word = words.spelled.get(quantity.scale)
        scale = f" {word}" if word else f" × 10^{quantity.scale}"
    head = plain_number(mantissa)
    if scale and "e" in head:
        head, scale = plain_number(quantity.value), ""
    written = " ".join((head + scale + (f" {quantity.unit}" if quantity.unit else "")).split())
    shown = replace(quantity, written=written)
    return _first_that_reads(shown, _written_forms(shown), language_code) or _written_forms(shown)[-1]


def _first_that_reads(quantity: Quantity, forms: list[str], language_code: str) -> str | None:
    for form in forms:
        try:
            if read_quantity(form, language_code).quantity == quantity:
                return form
        except BadQuantity:
            continue
    return None


def _written_forms(quantity: Quantity) -> list[str]:
    head = ("~ " if quantity.approximate else "") + quantity.written
    return [f"{head}{tolerance}" for tolerance in _tolerance_forms(quantity)]


def _tolerance_forms(quantity: Quantity) -> list[str]:
    tolerance = quantity.tolerance
    if tolerance is None:
        return [""]
    unit = f" {tolerance.unit}" if tolerance.unit else ""
    match tolerance.kind:
        case "exact":
            return [" ± 0"]
        case "relative":
            return [f" ± {plain_number(tolerance.value or Decimal(0))} %"]
        case "figures":
            return [f" ~ {tolerance.value} sf"]
        case "range":
            ends = f"{plain_number(tolerance.low or Decimal(0))}..{plain_number(tolerance.high or Decimal(0))}"
            return ["", f" in {ends}{unit}"]
    value = tolerance.value or Decimal(0)
    scaled = plain_number(EXACT.scaleb(value, -quantity.scale))
    return [f" ± {scaled}{unit}", f" ± {plain_number(value)} × 10^0{unit}"]


def _read(text: str, words: Words) -> Read:
    about = _ABOUT.match(text)
    begin = about.end() if about and not _FIGURES.match(text) else 0
    head_end, tolerance_from = _cut(text, begin)
    read = _value(text, begin, head_end, words)
    quantity = replace(read.quantity, approximate=begin > 0)
    if tolerance_from is not None:
        quantity = _with_tolerance(quantity, text, tolerance_from, words)
    return replace(read, quantity=quantity)


def _cut(text: str, begin: int) -> tuple[int, int | None]:
    """Where the value's words end and where the tolerance begins, if there is one."""
    starts = [match.start() for match in (_PLUS_MINUS.search(text, begin), _INSIDE.search(text, begin)) if match]
    starts += [match.start() for match in _FIGURES.finditer(text, begin) if match.end() == len(text)][:1]
    if not starts:
        return len(text), None
    return min(starts), min(starts)


def _value(text: str, begin: int, end: int, words: Words) -> Read:
    """The figure between `begin` and `end`, without tolerance; a range has one of its own."""
    sign = next((symbol for symbol in words.money if text.startswith(symbol, begin)), "")
    start = begin + len(sign)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    first = numeral(text[:end], start)
    last, between = first, _BETWEEN.match(text[:end], first.end)
    if between:
        last = _second(text[:end], between.end())
    scale, unit_from = _scale(text, last.end, end, words)
    unit = words.symbols[sign] if sign else _unit(text, unit_from, end, words)
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


def _second(text: str, start: int) -> Numeral:
    try:
        return numeral(text, start)
    except BadNumeral as error:
        raise BadQuantity("range" if error.code == "none" else error.code, error.at) from None


def _scale(text: str, start: int, end: int, words: Words) -> tuple[int, int]:
    """The powers of ten in words ("hundred thousand") that begin there, and where the words end."""
    scale, at = 0, start
    for match in re.finditer(r"\s*([^\W\d_]+)\.?(?=\s|$)", text[start:end]):
        power = words.scales.get(match[1].casefold())
        if power is None or match.start() + start != at:
            break
        scale, at = scale + power, start + match.end()
    return scale, at


def _unit(text: str, start: int, end: int, words: Words) -> str | None:
    if re.match(r"[-‐‑][^\W\d_]", text[start:end]):  # a 20-year treaty
        start += 1
    unit = " ".join(text[start:end].split())
    if not unit:
        return None
    at = start + len(text[start:end]) - len(text[start:end].lstrip())
    if not _UNIT.match(unit) or len(unit) > UNIT_CHARACTERS:
        raise BadQuantity("unit", at, unit)
    return words.symbols.get(unit) or words.names.get(unit.casefold()) or unit


def _with_tolerance(quantity: Quantity, text: str, start: int, words: Words) -> Quantity:
    if quantity.tolerance is not None:
        raise BadQuantity("tolerance", start)
    figures = _FIGURES.match(text, start)
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
    spread = _value(text, begin, len(text), words).quantity
    if spread.tolerance is None:
        raise BadQuantity("tolerance", begin)
    unit = None if spread.unit == quantity.unit else spread.unit
    return replace(quantity, tolerance=replace(spread.tolerance, unit=unit))


def _plus_minus(quantity: Quantity, text: str, begin: int, words: Words) -> Quantity:
    number = numeral(text, begin)
    if number.value < 0:
        raise BadQuantity("tolerance", begin)
    scale, unit_from = _scale(text, number.end, len(text), words)
    unit = _unit(text, unit_from, len(text), words)
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
