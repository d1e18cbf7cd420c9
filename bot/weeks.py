"""On which day does somebody's week begin? By where their clock is, else by their language."""

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

MONDAY = 0


@cache
def first_weekday(zone: str | None, language: str) -> int:
    """0 is Monday. English without a time zone tells nothing, so Monday."""
    territory = get_global("zone_territories").get(zone) if zone else None
    if territory and len(territory) == 2:
        return _of(f"und_{territory}")
    return MONDAY if language.startswith("en") else _of(get_global("likely_subtags").get(language, ""))


def _of(name: str) -> int:
    try:
        return int(Locale.parse(name).first_week_day)
    except (UnknownLocaleError, ValueError, TypeError):
        return MONDAY
