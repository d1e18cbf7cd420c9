"""Where is it that time? Time zones by the learner's clock or by a city's name, offline.

The cities are from GeoNames (CC BY 4.0, https://www.geonames.org), see scripts/write_cities.py.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib import resources
from itertools import filterfalse
from zoneinfo import ZoneInfo, available_timezones

CHOICES = 8


@dataclass(frozen=True, slots=True)
class Place:
    """A city and the IANA name of its zone."""

    zone: str
    label: str


@cache
def _names() -> frozenset[str]:
    return frozenset(available_timezones())


def known(zone: str) -> bool:
    """Whether it is the name of a time zone."""
    return zone in _names()


def by_city(text: str) -> list[Place]:
    """Places of that name, the largest first; also zone names as they are ("Europe/Berlin")."""
    if known(text.strip()):
        return [Place(text.strip(), text.strip())]
    wanted = _fold(text)
    if len(wanted) < 2:
        return []
    exact, starts = [], []
    for zone, country, names in _cities(wanted):
        folded = [_fold(name) for name in names]
        if wanted in folded:
            exact.append(Place(zone, f"{names[0]} ({country})"))
        elif len(wanted) >= 4 and any(name.startswith(wanted) for name in folded):
            starts.append(Place(zone, f"{names[0]} ({country})"))
    return _one_a_zone(exact or starts) or _by_zone_name(wanted)


def by_offset(offset: timedelta, now: datetime) -> list[Place]:
    """The largest cities whose clock is that far ahead of UTC now, one for each rule of summer time.

    Zones that agree now and in half a year are one choice; the largest city stands for them.
    """
    found: dict[tuple[timedelta | None, timedelta | None], Place] = {}
    later = now + timedelta(days=182)
    for zone, country, names in _cities():
        here = ZoneInfo(zone)
        if now.astimezone(here).utcoffset() != offset:
            continue
        key = (offset, later.astimezone(here).utcoffset())
        found.setdefault(key, Place(zone, f"{names[0]} ({country})"))
    return list(found.values())[:CHOICES]


def _by_zone_name(wanted: str) -> list[Place]:
    last = {zone: _fold(zone.rpartition("/")[2].replace("_", " ")) for zone in _names()}
    return [Place(zone, zone) for zone in sorted(last) if last[zone] == wanted]


def _one_a_zone(places: list[Place]) -> list[Place]:
    kept: dict[str, Place] = {}
    for place in places:
        kept.setdefault(place.zone, place)
    return list(kept.values())


def _fold(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.strip().casefold())
    if not bare.isascii():
        bare = "".join(filterfalse(unicodedata.combining, bare))
    return bare.replace("-", " ").replace("'", "")


def _cities(wanted: str = "") -> Iterator[tuple[str, str, list[str]]]:
    """Zone, country and spellings of each city, or of those alone in whose line that folded text stands.

    Read anew at each call, since it is rarely asked and large.
    """
    text = (resources.files(__package__) / "cities.tsv").read_text(encoding="utf-8")
    lines = text.splitlines()
    folded = _fold(text).splitlines() if wanted else lines
    for line, bare in zip(lines, folded, strict=True):
        if not line.startswith("#") and wanted in bare:
            zone, country, names = line.split("\t")
            yield zone, country, names.split("|")
