"""How near is an answer where a decade or a century is asked for, or was said?"""

from lessons.edtf import Partial, opening
from lessons.grade import Verdict
from lessons.grading.date.found import Found, no


def inside(said: Partial, key: Partial) -> Found:
    """The key is a decade or a century."""
    assert key.year is not None
    width = 10 if key.unit == "decade" else 100
    if said.year is None:
        return no(said, key)
    if opening(said.year, width) == key.year and not (key.unit == "decade" and said.unit == "century"):
        plain = said.unit == key.unit or (said.unit == "year" and said.year == key.year)
        return (Verdict.EXACT, "exact", {}) if plain else (Verdict.CLOSE, "in_period", {})
    if key.unit == "century" and said.unit == "year" and said.year == key.year + 100 and said.year % 100 == 0:
        return Verdict.CLOSE, "in_period", {}  # 1900 is the last year of the 19th century
    return no(said, key)


def coarse(said: Partial, key: Partial) -> Found:
    """A decade or century was said where more is asked."""
    if said.year is None or key.year is None:
        return no(said, key)
    if said.unit == "century":
        right = opening(key.year, 100) == said.year or opening(key.year - 1, 100) == said.year
        return (Verdict.WRONG, "century_only", {}) if right else no(said, key)
    counted = key.year - 1 if key.year <= 0 else key.year  # "the 480s BC" are 489 to 480 as they are counted
    if said.year not in (opening(key.year, 10), opening(counted, 10)):
        return no(said, key)
    return Verdict.SIZE_SLIP, "decade_only", {}
