"""Does an answer lie inside the author's margin?"""

from lessons.date_answer import DateAnswer
from lessons.edtf import Partial
from lessons.grade import Verdict
from lessons.grading.date.found import Found, number


def within(said: Partial, key: Partial, answer: DateAnswer) -> Found | None:
    """Inside the author's margin, or at most as far outside it again."""
    if said.year is None or key.year is None:
        return None
    if said.unit in ("decade", "century"):
        return _all_of_it(said.year, 9 if said.unit == "decade" else 99, key.year, answer)
    off: float
    match answer.plus_minus_unit:
        case "years":
            off = abs(said.year - key.year)
        case "months":
            if said.month is None or key.month is None or said.unit == "season":
                return None
            off = abs((said.year - key.year) * 12 + said.month - key.month)
        case _:
            if said.day is None or key.day is None:
                return None
            off = abs(number(said) - number(key))
    if off == 0 and said != key and key.unit == "day":
        return None
    if off <= answer.plus_minus:
        return Verdict.EXACT, "exact" if off == 0 else "within_tolerance", {}
    return (
        (Verdict.NEAR, "year_off", {"years": str(int(off))})
        if (off <= 2 * answer.plus_minus and answer.plus_minus_unit == "years")
        else None
    )


def _all_of_it(first: int, more: int, key: int, answer: DateAnswer) -> Found | None:
    """A decade or century counts where every year of it does."""
    if answer.plus_minus_unit != "years" or max(abs(first - key), abs(first + more - key)) > answer.plus_minus:
        return None
    return Verdict.EXACT, "within_tolerance", {}
