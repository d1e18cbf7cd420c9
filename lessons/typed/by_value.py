"""Which of the options is the figure or the date that was typed, however it was written?"""

from collections.abc import Sequence

from lessons.edtf import Partial
from lessons.typed.dates import dates
from lessons.typed.figures import Figure, figures
from lessons.typed.units import relations


def by_value(text: str, options: Sequence[str], code: str) -> int | None:
    """The only option of that date or figure, where every option is one; None otherwise."""
    for same in (_as_dates(text, options, code), _as_figures(text, options, code)):
        if same and len(same) == 1:
            return same[0]
    return None


def _as_dates(text: str, options: Sequence[str], code: str) -> list[int]:
    shown = [{reading.date for reading in dates(option, "en") if not reading.short} for option in options]
    if not all(shown):
        return []
    said = dates(text, code)
    return [index for index, meant in enumerate(shown) if any(_same_date(one.date, one.short, meant) for one in said)]


def _same_date(said: Partial, short: bool, meant: set[Partial]) -> bool:
    if not short:
        return said in meant
    return any(
        one.year is not None
        and said.year is not None
        and (one.year % 100, one.month, one.day) == (said.year, said.month, said.day)
        for one in meant
    )


def _as_figures(text: str, options: Sequence[str], code: str) -> list[int]:
    shown = [figures(option, "en") for option in options]
    said = figures(text, code)
    if len(said) != 1 or not all(len(one) == 1 for one in shown):
        return []
    return [index for index, one in enumerate(shown) if any(_alike(a, b) for a in said[0] for b in one[0])]


def _alike(said: Figure, meant: Figure) -> bool:
    if said.slip or (said.value, said.high) != (meant.value, meant.high):
        return False
    return not said.units or not meant.units or any(relations(said.units, unit) for unit in meant.units)
