"""How do `number:` and `estimate:` make an item?"""

import re
from decimal import Decimal
from typing import Any

from content.packfile.answers.faults import number_fault
from content.packfile.answers.quantities import BadQuantity, Read, read_quantity
from content.packfile.inline import words
from content.packfile.kinds.foreseen import decoys_beside, foreseen, right_and_wrong
from content.packfile.kinds.making import Making, shown
from content.packfile.located import Located
from lessons.items import EstimateItem, NumberItem, Quantity, WrongQuantity

_GROUPED = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
LONG_FIGURE = 4
"""Significant digits that few remember."""


def number(making: Making, common: dict[str, Any]) -> NumberItem | None:
    """The item of `number:`; None where its answer is no figure."""
    found = _quantity(making, making.answer("number"), answer=True)
    unit = making.draft.first("unit")
    if unit and unit.value.text.casefold() != "only":
        making.report.error("E205", unit.value, "write unit: only, or leave the line out")
    others = foreseen(making, lambda piece: _quantity(making, piece), WrongQuantity)
    _check_decoys(making)
    decoys = decoys_beside(making, found.written if found else "")
    if found is None:
        return None
    if any((one.quantity.value, one.quantity.unit) == (found.value, found.unit) for one in others["wrong"]):
        right_and_wrong(making)
    return NumberItem(answer=shown(making, found), decoys=decoys, unit_only=unit is not None, **others, **common)


def estimate(making: Making, common: dict[str, Any]) -> EstimateItem | None:
    """The item of `estimate:`; None where no guess at its figure could be scored."""
    where = making.answer("estimate")
    found = _quantity(making, where)
    if found is None:
        return None
    if found.tolerance is not None:
        making.report.error("E207", where, "an estimate is scored by closeness: leave the tolerance out")
        return None
    if found.value <= Decimal(0):
        making.report.error("E207", where, "an estimate is scored in proportion: the figure must be above nothing")
        return None
    return EstimateItem(answer=shown(making, found), **common)


def _quantity(making: Making, where: Located, *, answer: bool = False) -> Quantity | None:
    try:
        read = read_quantity(where.text, making.language)
    except BadQuantity as fault:
        number_fault(making.report, where, fault)
        return None
    if answer:
        _advise(making, where, read)
    return read.quantity


def _advise(making: Making, where: Located, read: Read) -> None:
    """Warn where every digit of a long figure is asked for: nobody remembers 11 034 m to the metre."""
    tolerance = read.quantity.tolerance
    if tolerance is not None and tolerance.kind == "exact" and read.quantity.unit and read.digits >= LONG_FIGURE:
        making.report.warn("W201", where, f'"{where.text}" asks for every digit: allow a little, as ± 1 %')


def _check_decoys(making: Making) -> None:
    """Decoys are shown as they stand: one that is no figure is odd, not wrong, and commas may group its digits."""
    for piece in making.pieces("decoys"):
        try:
            read_quantity(_GROUPED.sub("", words(piece.text)), making.language)
        except BadQuantity:
            making.report.warn("W202", piece, f'the decoy "{piece.text}" is no figure')
