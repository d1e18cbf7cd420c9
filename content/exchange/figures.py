"""When is an answer clearly a figure or a date? Where it is, it is graded as one."""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cache

from content.exchange.question import Answer, Refuse
from content.packfile.answers.dates import BadDate, read_date
from content.packfile.answers.numerals import BadNumeral, Numeral, numeral, plain_number
from content.packfile.answers.quantities import BadQuantity, read_quantity
from content.packfile.answers.quantities.words import words_of
from lessons.items import DateAnswer, Quantity, Tolerance

LONGEST = 40
"""Characters; what is longer is a sentence."""

_COMMA = re.compile(r"([+\-−]?[0-9]{1,9}),([0-9]{1,2}|[0-9]{4,9})")
_POINT_NOUGHT = re.compile(r"^([+\-−]?[0-9]+)\.0+$")
"""55.0 is how programs write 55."""

_GROUPED = re.compile(r"(?<![0-9,.])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])")
_SEVERAL_GROUPS = re.compile(r"(?<![0-9,.])[0-9]{1,3}(?:,[0-9]{3}){2,}(?![0-9,])")
_BARE_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}|2100")
_YEARS = re.compile(r"(1[0-9]{3}|20[0-9]{2})\s*[-–—]\s*(1[0-9]{3}|20[0-9]{2})")
_ISO = re.compile(r"-?[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_LETTER = re.compile(r"[^\W\d_]")
_NUMBERED = re.compile(r"0[0-9]|.*[0-9][^\W\d_]")
"""Leading zeros (007) and letters glued to digits (3D, 1st) are names, not figures."""

_WHEN = re.compile(
    r"\b(?:when|year|date|decade|century|wann|jahr\w*|datum|quand|année|an|cuándo|cuando|año|fecha|quando|anno|ano|data"
    r"|когда|год[ауе]?|году|дата|коли|рік|році)\b",
    re.IGNORECASE,
)


def number_of(text: str) -> Numeral:
    """The number that the text is, a decimal comma understood where it is clear. Raises Refuse."""
    bare = text.strip()
    comma = _COMMA.fullmatch(bare)
    if comma:
        bare = f"{comma[1]}.{comma[2]}"
    try:
        found = numeral(bare)
    except BadNumeral as error:
        raise Refuse("comma" if error.code == "comma" else "not_a_number", "answer", words=text[:100]) from None
    if found.end != len(bare):
        raise Refuse("not_a_number", "answer", words=text[:100])
    return found


def quantity_of(answer: Answer, unit: str, language: str) -> Quantity:
    """The figure of a numeric answer with its tolerance and unit. Raises Refuse."""
    if answer.low or answer.high:
        low, high = number_of(answer.low).value, number_of(answer.high).value
        if high < low:
            raise Refuse("empty_range", "answer", words=f"{answer.low}..{answer.high}")
        if low != high:
            return _read(f"{plain_number(low)}..{plain_number(high)}", unit, language)
        answer = replace(answer, text=answer.low, margin="0")
    found = number_of(answer.text)
    written = plain_number(found.value) if "," in answer.text else _POINT_NOUGHT.sub(r"\1", answer.text.strip())
    quantity = _read(written, unit, language)
    if answer.percent:
        share = number_of(answer.percent).value
        return replace(quantity, tolerance=Tolerance("relative", share) if share else None)
    if answer.margin is None:
        return quantity
    return replace(quantity, tolerance=_around(found, abs(number_of(answer.margin).value)))


def _around(found: Numeral, margin: Decimal) -> Tolerance | None:
    if margin == 0:
        return None
    if margin > abs(found.value) and found.value != 0:
        return Tolerance("range", low=found.value - margin, high=found.value + margin)
    return Tolerance("absolute", margin)


def _read(written: str, unit: str, language: str) -> Quantity:
    try:
        return read_quantity(f"{written} {unit}".strip(), language).quantity
    except BadQuantity as error:
        if unit:
            raise Refuse("unit_left_out", "answer", words=unit) from None
        raise Refuse("not_a_number", "answer", words=f"{written} ({error.code})") from None


def figures(texts: Iterable[str], language: str) -> list[Quantity] | None:
    """The figures that all the texts clearly are; None where one is not."""
    found = []
    for text in texts:
        one = _figure(text, language)
        if one is None:
            return None
        found.append(one)
    return found


def dates(texts: Iterable[str], stem: str, language: str) -> list[DateAnswer] | None:
    """The dates that all the texts clearly are, a bare year only where the stem asks when; None where one is not."""
    asked = _WHEN.search(stem) is not None
    found = []
    for text in texts:
        one = _date(text, language, asked=asked)
        if one is None:
            return None
        found.append(one)
    return found


def _figure(text: str, language: str) -> Quantity | None:
    if len(text) > LONGEST or not re.match(r"[~+\-−]?\s?[$€£¥]?\s?[0-9]", text) or _NUMBERED.match(text):
        return None
    grouped = _GROUPED if language == "en" or language.startswith("en-") else _SEVERAL_GROUPS
    plain = grouped.sub(lambda match: match[0].replace(",", ""), text)
    try:
        quantity = read_quantity(plain, language).quantity
    except BadQuantity:
        return None
    if quantity.tolerance is not None or (quantity.unit is not None and quantity.unit not in _units(language)):
        return None
    return quantity


@cache
def _units(language: str) -> frozenset[str]:
    words = words_of(language)
    return frozenset((*words.symbols.values(), *words.names.values()))


def _date(text: str, language: str, *, asked: bool) -> DateAnswer | None:
    if len(text) > LONGEST:
        return None
    years = _YEARS.fullmatch(text)
    if years:
        text = f"{years[1]}/{years[2]}"
    clear = years or _ISO.fullmatch(text) or (_LETTER.search(text) and re.search(r"[0-9]", text))
    if not clear and not (asked and _BARE_YEAR.fullmatch(text)):
        return None
    try:
        return read_date(text, language)
    except (BadDate, ValueError):
        return None
