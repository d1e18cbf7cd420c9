"""How is a figure written so that it is read again as the same?"""

from dataclasses import replace
from decimal import Decimal

from content.packfile.answers.numerals import EXACT, plain_number
from content.packfile.answers.quantities.figure import BadQuantity
from content.packfile.answers.quantities.reading import read_quantity
from content.packfile.answers.quantities.words import words_of
from lessons.items import Quantity


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
