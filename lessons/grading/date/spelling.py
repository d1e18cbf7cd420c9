"""How is a date spelled out, so that day and month cannot be confused?"""

from lessons.edtf import Partial, parse
from lessons.languages import language


def spelled_out(edtf: str, code: str) -> str:
    """ "11 June 1942" for 1942-06-11, in that language's month names; EDTF where there is no plain way to say it."""
    period = parse(edtf)
    if period is None or period.start is None or period.end is None:
        return edtf
    if period.start != period.end:
        return f"{_spelled(period.start, code)} – {_spelled(period.end, code)}"
    return _spelled(period.start, code)


def _spelled(date: Partial, code: str) -> str:
    if date.unit == "season":
        word = next(iter(language(code).eras.get(str(date.month), ())), "")
        return " ".join(part for part in (word, "" if date.year is None else str(date.year)) if part)
    if date.unit in ("decade", "century"):
        return f"{date.year}s" if date.unit == "decade" and (date.year or -1) > 0 else date.edtf
    names = {number: name for name, number in reversed(language(code).months.items())}
    month = names[date.month].capitalize() if date.month else ""
    year = "" if date.year is None else str(date.year) if date.year > 0 else f"−{abs(date.year - 1)}"
    return " ".join(part for part in (str(date.day) if date.day else "", month, year) if part)
